import { openLines } from '@/components/progress/reminder-text';
import { showDate } from '@/components/ui/moment';
import type { StageRow } from '@/lib/stages/read/stages';

/** Who was late when a stage ended, to be pasted into WhatsApp. */
export function lateText({ name, state, version, board }: StageRow, region: string): string {
  if (!version || !board) return '';
  const count = lateCount(board);
  const remedy =
    state === 'locked'
      ? 'Rencana dikunci. Hubungi sekretariat bila masih ada yang harus diisi.'
      : 'Isian masih dapat dilengkapi dan diajukan.';
  return [
    `Rembug, ${region}: ${name} ditutup ${showDate(version.at)}.`,
    `${count} dari ${board.totals.departments} OPD belum mengajukan semua isiannya.`,
    remedy,
    ...openLines(board),
    '',
    'Lihat langkah berikutnya OPD Anda: {asal}/pekerjaan',
  ].join('\n');
}

/** Departments that had not handed in everything. */
export function lateCount({ groups }: NonNullable<StageRow['board']>): number {
  return groups.reduce((sum, { rows }) => sum + rows.filter(({ isOpen }) => isOpen).length, 0);
}
