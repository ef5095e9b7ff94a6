import Link from 'next/link';
import { EndorsementLine } from '@/components/council/endorsement-line';
import { StatusTag } from '@/components/item/status-tag';
import { DraftMark } from '@/components/shell/draft-mark';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import type { Endorsement } from '@/lib/council/read/endorsements';
import type { DimensionSummary } from '@/lib/plan/dimension-summary';
import { itemPath } from '@/lib/plan/kinds/all';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { Covers } from './covers';
import { Headlines } from './headlines';
import { StatusShare } from './status-share';
import { StillOpen } from './still-open';

type Props = {
  dimension: DimensionView;
  summary: DimensionSummary;
  frame: PlanFrame;
  endorsement: Endorsement | null;
};

/** One dimension on one page: what it wants, how far it is, what it leaves out, what is still open. */
export function DimensionSheet({ dimension, summary, frame, endorsement }: Props) {
  const matrix = `/rencana?dimensi=${dimension.slug}`;
  return (
    <div className="sheet" style={dimensionStyle(dimension.colour)}>
      <DraftMark plan={frame.plan} />
      <PageHead
        back={{ href: '/rencana', label: 'Rencana terpadu' }}
        title={
          <span className="title-with-chip">
            <Chip code={dimension.code} colour={dimension.colour} />
            {dimension.name}
          </span>
        }
      >
        <p>{coordinatorOf(dimension, frame)}</p>
        <EndorsementLine endorsement={endorsement} />
      </PageHead>
      <div className="split with-side">
        <div className="sheet-main">
          <Goals goals={summary.goals} />
          <StatusShare counts={summary.counts} targets={summary.targets} />
          <Headlines summary={summary} codeOf={frame.departmentCode} matrix={matrix} />
          <div className="actions">
            <ButtonLink kind="second" icon="table" href={matrix}>
              Lihat di tabel rencana
            </ButtonLink>
            <ButtonLink kind="second" icon="tree" href={`/rencana/pohon?dimensi=${dimension.slug}`}>
              Lihat sebagai pohon
            </ButtonLink>
            <ButtonLink kind="second" icon="eye" href={`/presentasi/${dimension.slug}`}>
              Presentasi
            </ButtonLink>
            <ButtonLink kind="second" icon="landmark" href="/sidang">
              Sidang Dewan
            </ButtonLink>
          </div>
        </div>
        <aside className="side" aria-label="Cakupan dan yang masih terbuka">
          <Covers covers={summary.covers} unplaced={summary.unplaced} />
          <StillOpen summary={summary} codeOf={frame.departmentCode} matrix={matrix} />
        </aside>
      </div>
      <OtherDimensions dimensions={frame.dimensions} here={dimension.slug} />
    </div>
  );
}

function coordinatorOf({ coordinatorId, decree }: DimensionView, { departments, exampleMark }: PlanFrame) {
  const department = departments.find(({ id }) => id === coordinatorId);
  if (!department) return 'Koordinator belum ditunjuk.';
  const basis = decree ? `, berdasarkan SK ${decree}` : '';
  return `Koordinator: ${department.name} (${department.code})${exampleMark}${basis}.`;
}

function Goals({ goals }: Pick<DimensionSummary, 'goals'>) {
  if (goals.length === 0) {
    return (
      <div className="panel">
        <EmptyState>Belum ada tujuan di dimensi ini.</EmptyState>
      </div>
    );
  }
  return (
    <section aria-labelledby="tujuan">
      <h2 id="tujuan" className="sheet-label">
        {goals.length > 1 ? `${goals.length} tujuan` : 'Tujuan'}
      </h2>
      <ul className="sheet-goals">
        {goals.map(goal => (
          <li key={goal.id} className="dimension-bar">
            <Link href={itemPath(goal)} prefetch={false}>
              {goal.title || 'Tujuan tanpa nama'}
            </Link>{' '}
            <StatusTag status={goal.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherDimensions({ dimensions, here }: { dimensions: readonly DimensionView[]; here: string }) {
  const others = dimensions.filter(({ slug }) => slug !== here);
  if (others.length === 0) return null;
  return (
    <nav className="sheet-others" aria-label="Dimensi lain">
      <ul>
        {others.map(dimension => (
          <li key={dimension.id}>
            <Link className="side-link" href={`/rencana/dimensi/${dimension.slug}`} prefetch={false}>
              <Chip {...dimension} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
