import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { counting } from '@/lib/priority/criteria';
import type { DimensionPriorities } from '@/lib/priority/read/priorities';
import { DecideRank } from './decide-rank';
import { DecisionPanel } from './decision-panel';
import { RankTable } from './rank-table';
import { ScoreList } from './score-list';

type Props = { view: DimensionPriorities; frame: PlanFrame; person: string };

/** One dimension's targets: scored by its team, put in order by its coordinator, noted by the council. */
export function DimensionPrioritiesPage({ view, frame, person }: Props) {
  const { dimension, criteria, standing, singles, isOpen, canDecide } = view;
  const { targets, decision, order, mine, finished } = standing;
  const used = counting(criteria);
  const coordinator = dimension.coordinatorId ? frame.departmentCode(dimension.coordinatorId) : null;
  const open = isOpen ? targets.filter(({ id }) => !decision?.itemIds.includes(id)) : [];
  const isFinished = finished === targets.length;
  const list = (
    <ScoreList
      key={`${decision?.id} ${criteria.version}`}
      person={person}
      slug={dimension.slug}
      targets={open}
      criteria={used.map(({ key, name, hint }) => ({ key, name, hint }))}
      mine={mine}
    />
  );
  return (
    <>
      <PageHead title={`Prioritas ${dimension.name}`} back={{ href: '/prioritas', label: 'Prioritas' }}>
        <p className="lead">
          {targets.length} sasaran. Diputuskan{' '}
          {coordinator
            ? `koordinator dimensi, ${coordinator}${frame.exampleMark}`
            : 'koordinator yang belum ditunjuk'}
          .
        </p>
        {frame.isLocked && !frame.plan.standing && (
          <p>Rencana sedang dikunci. Nilai dan peringkat tidak dapat diubah sekarang.</p>
        )}
      </PageHead>
      {decision && <DecisionPanel view={view} person={person} />}
      {targets.length === 0 && (
        <div className="panel">
          <EmptyState>Belum ada sasaran di dimensi ini, jadi belum ada yang dinilai.</EmptyState>
        </div>
      )}
      {open.length > 0 &&
        (isFinished ? (
          <Fold summary={`Nilai Anda, ${finished} sasaran lengkap`} icon="check">
            {list}
          </Fold>
        ) : (
          list
        ))}
      {order && targets.length > 0 && (
        <RankTable standing={standing} order={order} criteria={used} singles={singles} />
      )}
      {!order && (
        <p className="section muted">
          Urutan dan nilai rekan tampil sesudah Anda menilai semua sasaran. Dengan begitu penilaian Anda tidak
          terpengaruh.
        </p>
      )}
      {canDecide && order && targets.length > 0 && (
        <DecideRank
          key={`${decision?.id} ${order.map(({ id }) => id).join(' ')}`}
          person={person}
          dimensionId={dimension.id}
          seen={decision?.id ?? null}
          first={firstOrder(view)}
          rows={order.flatMap(({ id, total }) => {
            const target = targets.find(one => one.id === id);
            return target ? [{ id, total, title: target.title, departmentCode: target.departmentCode }] : [];
          })}
        />
      )}
    </>
  );
}

/** The decided order with what came since at its end, or that of the scores. */
function firstOrder({ standing: { decision, order, added } }: DimensionPriorities): string[] {
  const byScore = (order ?? []).map(({ id }) => id);
  if (!decision) return byScore;
  const decided = decision.itemIds.filter(id => byScore.includes(id));
  return [...decided, ...byScore.filter(id => added.some(target => target.id === id))];
}
