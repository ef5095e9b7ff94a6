import { showDeadline } from '@/components/ui/moment';
import { sayCounts } from '@/lib/plan/progress';
import type { Board, ProgressGroup, ProgressRow } from '@/lib/plan/progress-board';
import type { StageView } from '@/lib/plan/read/frame';

type Subject = { region: string; stage: StageView | null; dimension: string | null };

/** Who has not handed in, to be pasted into WhatsApp: what is begun line by line, what is not in one. */
export function reminderText(board: Board, { region, stage, dimension }: Subject): string {
  const open = board.groups.flatMap(({ rows }) => rows.filter(({ isOpen }) => isOpen));
  const place = dimension ? `, ${dimension}` : '';
  return [
    `Rembug, ${region}${place}: ${open.length} dari ${board.totals.departments} OPD belum mengajukan semua isiannya.`,
    ...deadlineLine(stage),
    ...openLines(board),
    '',
    'Lihat langkah berikutnya OPD Anda: {asal}/kemajuan',
  ].join('\n');
}

/** Who of a board has not handed in, by kind: what is begun line by line, what is not in one. */
export function openLines(board: Board): string[] {
  return [...board.groups.flatMap(groupLines), ...ownLines(board.regionOwn)];
}

function deadlineLine(stage: StageView | null): string[] {
  if (!stage?.deadline) return [];
  const { when, left } = showDeadline(stage.deadline);
  return [`Tenggat ${stage.name}: ${when}, ${left}.`];
}

function groupLines({ kind, rows }: ProgressGroup): string[] {
  const open = rows.filter(({ isOpen }) => isOpen);
  const begun = open.filter(({ total }) => total > 0);
  const unstarted = open.filter(({ total }) => total === 0).map(({ label }) => label);
  if (open.length === 0) return [];
  return [
    '',
    kind === 'district' ? '*Kecamatan*' : '*Perangkat daerah*',
    ...begun.map(row => `- ${row.label}: ${sayOpen(row)}`),
    ...(unstarted.length > 0 ? [`Belum mulai (${unstarted.length}): ${unstarted.join(', ')}.`] : []),
  ];
}

function ownLines(rows: readonly ProgressRow[]): string[] {
  const open = rows.filter(({ isOpen }) => isOpen);
  return open.length === 0
    ? []
    : ['', '*Indikator daerah*', ...open.map(row => `- ${row.label}: ${sayOpen(row)}`)];
}

// Only what still lies with the department.
function sayOpen({ counts }: ProgressRow): string {
  return sayCounts({ ...counts, submitted: 0, approved: 0 });
}
