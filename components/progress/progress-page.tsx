import Link from 'next/link';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { showDate } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { itemsPath, type ProgressFilter } from '@/lib/plan/progress';
import type { Board, ProgressRow } from '@/lib/plan/progress-board';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { ProgressFigures } from './progress-figures';
import { ProgressFilters } from './progress-filters';
import { LateMark, ProgressTable } from './progress-table';
import { reminderText } from './reminder-text';
import { StateCounts } from './state-counts';

type Props = { board: Board; frame: PlanFrame; filter: ProgressFilter };

/** Who has handed in what and what each department does next; no department stands above another. */
export function ProgressPage({ board, frame, filter }: Props) {
  const { groups, totals, regionOwn, outside } = board;
  const narrowed = frame.dimensions.find(({ id }) => id === board.dimensionId);
  const dimensions = narrowed ? [narrowed] : frame.dimensions;
  const isAnyOpen = [...groups.flatMap(({ rows }) => rows), ...regionOwn].some(({ isOpen }) => isOpen);
  const subject = { region: frame.region.name, stage: frame.stage, dimension: narrowed?.name ?? null };
  return (
    <div className="full-width progress">
      {frame.plan.phase === 'drafting' && (
        <p className="draft-mark" aria-hidden="true">
          DRAF
        </p>
      )}
      <PageHead title={narrowed ? `Kemajuan ${narrowed.name}` : 'Kemajuan'}>
        <DueLine stage={frame.stage} />
        {frame.isLocked && <p>Rencana sedang dikunci. Tidak ada yang dapat diubah sekarang.</p>}
        <p className="small muted">
          {frame.region.name}, {showDate(new Date().toISOString())}, revisi {frame.plan.revision}
        </p>
      </PageHead>
      {totals.departments > 0 && <ProgressFigures totals={totals} isNarrowed={narrowed !== undefined} />}
      <div className="tools">
        <ProgressFilters dimensions={frame.dimensions} filter={filter} />
      </div>
      {isAnyOpen && (
        <Fold summary="Teks untuk WhatsApp: siapa yang belum mengajukan" icon="copy">
          <CopyText text={reminderText(board, subject)} label="Teks untuk WhatsApp" />
        </Fold>
      )}
      {groups.map(group => (
        <ProgressTable
          key={group.kind}
          group={group}
          dimensions={dimensions}
          isNarrowed={narrowed !== undefined}
        />
      ))}
      {groups.length === 0 && (
        <div className="panel">
          <EmptyState>
            {totals.settled > 0
              ? 'Semua OPD sudah mengajukan isiannya.'
              : 'Belum ada isian yang dapat dihitung di sini.'}
          </EmptyState>
        </div>
      )}
      {outside > 0 && <p className="legend">{outside} OPD lain tidak punya isian di dimensi ini.</p>}
      {regionOwn.length > 0 && <RegionOwn rows={regionOwn} />}
    </div>
  );
}

/** What belongs to the region itself and so to no dimension. */
function RegionOwn({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <section className="section" aria-labelledby="daerah">
      <h2 id="daerah">Indikator daerah</h2>
      <p className="small muted">Milik seluruh daerah, di luar dimensi, jadi tidak dihitung di atas.</p>
      <ul className="panel rows with-list region-own">
        {rows.map(row => (
          <li key={row.id} className="row">
            <Link className="title" href={itemsPath(row.code)} prefetch={false}>
              {row.label}
            </Link>
            <StateCounts counts={row.counts} />
            <span className="board-next">
              {row.isLate && <LateMark />}
              {row.next}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
