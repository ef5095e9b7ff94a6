import Link from 'next/link';
import { DraftMark } from '@/components/shell/draft-mark';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { showDate } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { itemsPath, type ProgressFilter } from '@/lib/plan/progress';
import type { Board, ProgressRow } from '@/lib/plan/progress-board';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { LateMark, OwnMark } from './marks';
import { ProgressFigures } from './progress-figures';
import { ProgressFilters } from './progress-filters';
import { ProgressTable } from './progress-table';
import { reminderText } from './reminder-text';
import { StateCounts } from './state-counts';

type Props = { board: Board; frame: PlanFrame; filter: ProgressFilter };

/** Who has handed in what and what each department does next; no department stands above another. */
export function ProgressPage({ board, frame, filter }: Props) {
  const { groups, totals, regionOwn, outside } = board;
  const narrowed = frame.dimensions.find(({ id }) => id === board.dimensionId);
  const dimensions = narrowed ? [narrowed] : frame.dimensions;
  const rows = groups.flatMap(group => group.rows);
  const isAnyOpen = [...rows, ...regionOwn].some(({ isOpen }) => isOpen);
  const subject = { region: frame.region.name, stage: frame.stage, dimension: narrowed?.name ?? null };
  return (
    <div className="full-width progress">
      <DraftMark plan={frame.plan} />
      <PageHead title={narrowed ? `Kemajuan ${narrowed.name}` : 'Kemajuan'}>
        <DueLine stage={frame.stage} />
        {frame.isLocked && !frame.plan.standing && (
          <p>Rencana sedang dikunci. Tidak ada yang dapat diubah sekarang.</p>
        )}
        <p className="small muted">
          {frame.region.name}, {showDate(new Date().toISOString())}, revisi {frame.plan.revision}
        </p>
      </PageHead>
      {rows
        .filter(({ isOwn }) => isOwn)
        .map(row => (
          <OwnLine key={row.id} row={row} />
        ))}
      {totals.departments > 0 && <ProgressFigures totals={totals} isNarrowed={narrowed !== undefined} />}
      <div className="tools">
        <ProgressFilters dimensions={frame.dimensions} filter={filter} />
      </div>
      {isAnyOpen && (
        <Fold summary="Teks untuk WhatsApp: siapa yang belum mengajukan" icon="copy">
          <CopyText text={reminderText(board, subject)} label="Teks untuk WhatsApp" />
        </Fold>
      )}
      {groups.length > 0 && totals.items > 0 && (
        <p className="board-key">
          <StateCounts counts={totals.counts} />
          <span className="small muted">Kotak kosong: tidak ada isian.</span>
        </p>
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
              ? `Semua OPD sudah mengajukan isiannya${narrowed ? ' di dimensi ini' : ''}.`
              : 'Belum ada isian yang dapat dihitung di sini.'}
          </EmptyState>
        </div>
      )}
      {outside > 0 && <p className="legend">{outside} OPD lain tidak punya isian di dimensi ini.</p>}
      {regionOwn.length > 0 && <RegionOwn rows={regionOwn} />}
    </div>
  );
}

/** The reader's own department in one sentence, before anything else. */
function OwnLine({ row }: { row: ProgressRow }) {
  return (
    <p className="panel own-line">
      <OwnMark />
      <span>
        <strong>{row.label}</strong>
        {row.total > 0 ? `, ${row.handedIn} dari ${row.total} diajukan.` : row.isOpen && ', belum mulai.'}
      </span>
      {row.isLate && <LateMark />}
      {row.isOpen ? (
        <Link href="/pekerjaan" prefetch={false}>
          {row.next}
        </Link>
      ) : (
        <span>{row.next}</span>
      )}
    </p>
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
