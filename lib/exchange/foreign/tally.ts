import type { Merge, Sheet, SheetCell } from '../sheet';
import { emptyCell } from './cell-text';
import { limits } from './limits';
import { refusals } from './refusal';

/** Counts what the sheets of one file hold, refuses what is too much, and keeps equal cells once. */
export class Tally {
  private readonly known = new Map<string, SheetCell>();
  private cells = 0;
  private letters = 0;
  private shownLetters = 0;
  private merges = 0;

  /** One object for all cells that are alike: long lists say the same things again and again. */
  keep(cell: SheetCell): SheetCell {
    if (cell.kind === 'empty' && !cell.note) return emptyCell;
    this.addCells(1);
    this.shownLetters += cell.text.length;
    if (this.shownLetters > limits.shownLetters) throw refusals.tooMuchText();
    const key = `${cell.kind}${cell.isFormula ? '=' : ':'}${cell.text}\0${cell.note ?? ''}`;
    const same = this.known.get(key);
    if (same) return same;
    if (cell.text.length > limits.letters) throw refusals.tooLong(cell.text.length);
    this.letters += cell.text.length;
    if (this.letters > limits.allLetters) throw refusals.tooMuchText();
    this.known.set(key, cell);
    return cell;
  }

  addCells(count: number): void {
    this.cells += count;
    if (this.cells > limits.cells) throw refusals.tooManyCells(this.cells);
  }

  addMerges(count: number): void {
    this.merges += count;
    if (this.merges > limits.merges) throw refusals.tooManyMerges(this.merges);
  }
}

/**
 * A sheet without its empty edges; merged blocks are cut to what is left, and what stands behind one, where nobody
 * sees it, is left out with a note.
 */
export function trimmedSheet(sheet: Sheet): { sheet: Sheet; notes: string[] } {
  const { rows } = sheet;
  for (const row of rows) while (row.length > 0 && isBlank(row.at(-1))) row.pop();
  while (rows.at(-1)?.length === 0) rows.pop();
  const width = Math.max(0, ...sheet.merges.map(({ right }) => Math.min(right + 1, limits.columns)));
  const wide = rows.reduce((most, { length }) => Math.max(most, length), Math.min(width, limits.columns));
  const merges = sheet.merges
    .map(merge => ({
      ...merge,
      bottom: Math.min(merge.bottom, rows.length - 1),
      right: Math.min(merge.right, wide - 1),
    }))
    .filter(({ top, left, bottom, right }) => bottom > top || right > left)
    .filter(({ top, left, bottom, right }) => bottom >= top && right >= left);
  const behind = merges.reduce((sum, merge) => sum + clearBehind(rows, merge), 0);
  const notes =
    behind > 0
      ? [`Lembar “${sheet.name}”: ${behind} isi di balik sel gabungan tidak dibaca karena tidak tampak.`]
      : [];
  return { sheet: { ...sheet, rows, merges }, notes };
}

const isBlank = (cell: SheetCell | undefined) => cell === undefined || (cell.kind === 'empty' && !cell.note);

function clearBehind(rows: SheetCell[][], { top, left, bottom, right }: Merge): number {
  let cleared = 0;
  for (let at = top; at <= bottom; at += 1) {
    const row = rows[at] ?? [];
    for (let column = left; column <= Math.min(right, row.length - 1); column += 1) {
      if ((at === top && column === left) || isBlank(row[column])) continue;
      row[column] = emptyCell;
      cleared += 1;
    }
  }
  return cleared;
}
