import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { PlanPriorities } from '@/lib/priority/read/priorities';
import type { Standing } from '@/lib/priority/standing';
import { CriteriaSection } from './criteria-section';
import { PlanOrder } from './plan-order';

type Props = {
  view: PlanPriorities;
  frame: PlanFrame;
  /** 1, 5 or 10 years; undefined: all of them. */
  horizon: string | undefined;
  hidden: Record<string, string>;
};

/** What comes first: by what it is weighed, how far each dimension is, and the whole plan in one order. */
export function PrioritiesPage({ view, frame, horizon, hidden }: Props) {
  const { criteria, dimensions, order, canSetCriteria } = view;
  const isAny = dimensions.some(({ standing }) => standing.targets.length > 0);
  return (
    <>
      <PageHead title="Prioritas">
        <p className="lead">
          Tim tiap dimensi menilai sasarannya. Koordinator memutuskan urutannya, dan Dewan mengetahui. Tanda
          prioritas dari OPD tetap seperti semula.
        </p>
        {frame.isLocked && !frame.plan.standing && (
          <p>Rencana sedang dikunci. Nilai dan peringkat tidak dapat diubah sekarang.</p>
        )}
      </PageHead>
      <section aria-labelledby="per-dimensi">
        <h2 id="per-dimensi">Per dimensi</h2>
        {isAny ? (
          <ul className="panel rows with-list priority-dimensions">
            {dimensions.map(({ dimension, standing }) => (
              <li key={dimension.id} className="row">
                <Link className="title" href={`/prioritas/${dimension.slug}`} prefetch={false}>
                  <Chip {...dimension} />
                </Link>
                <span>{progressOf(standing)}</span>
                <span className="muted">{decisionOf(standing)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <div className="panel">
            <EmptyState example="Meningkatnya derajat kesehatan masyarakat">
              Belum ada sasaran yang dapat dinilai. Sasaran ditambahkan di Isian per dimensi.
            </EmptyState>
          </div>
        )}
      </section>
      <CriteriaSection criteria={criteria} canSet={canSetCriteria} hidden={hidden} />
      <PlanOrder order={order} dimensions={dimensions} horizon={horizon} />
    </>
  );
}

/** What this person has to do, or how much there is. */
function progressOf({ isScorer, finished, targets }: Standing): string {
  if (targets.length === 0) return 'Belum ada sasaran';
  return isScorer ? `Anda menilai ${finished} dari ${targets.length} sasaran` : `${targets.length} sasaran`;
}

function decisionOf({ decision, added }: Standing): string {
  if (!decision) return 'Belum diputuskan';
  const noted = decision.noted ? 'diketahui Dewan' : 'belum diketahui Dewan';
  const stale = added.length > 0 ? `, ${added.length} sasaran baru sesudahnya` : '';
  return `Diputuskan, ${noted}${stale}`;
}
