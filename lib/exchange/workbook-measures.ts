import type { RowDef } from 'hucre';
import type { Column, Row, Value } from '@/lib/books/document';
import { sheetValues } from './workbook-rows';

/** Widths in characters: as the document asks, but never so narrow that a number is shown as ####. */
export function sheetWidths(columns: readonly Column[], rows: readonly Row[]): number[] {
  const widths = columns.map(({ width }) => width);
  for (const row of rows) {
    sheetValues(row).forEach((value, index) => {
      if (typeof value !== 'object' || value === null) return;
      // A free character on either side, and one for the indent.
      widths[index] = Math.max(widths[index] ?? 0, value.shown.length + 3);
    });
  }
  return widths;
}

// In points, as Excel keeps them: a line of Calibri 11, and the most that Excel allows.
const line = 15;
const highest = 409;

/** Heights of the rows with folded text, from row `first` on: LibreOffice does not find them by itself. */
export function rowHeights(
  rows: readonly Row[],
  widths: readonly number[],
  first: number,
): Map<number, RowDef> {
  const heights = new Map<number, RowDef>();
  rows.forEach((row, index) => {
    const height = heightOf(row, widths);
    if (height > line) heights.set(first + index, { height });
  });
  return heights;
}

function heightOf(row: Row, widths: readonly number[]): number {
  if (row.kind === 'heading' && !row.cells) return row.level === 1 ? 1.4 * line : line;
  // Bold letters are wider.
  const share = row.kind === 'heading' ? 0.9 : 1;
  const lines = sheetValues(row).map((value, column) => linesOf(value, (widths[column] ?? 1) * share));
  return Math.min(Math.max(...lines) * line, highest);
}

function linesOf(value: Value, width: number): number {
  if (typeof value !== 'string' || (value.length <= width && !value.includes('\n'))) return 1;
  return value.split('\n').reduce((sum, part) => sum + foldedLines(part, width), 0);
}

/** Lines that words fill when none is broken unless it is longer than a line. */
function foldedLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > width) {
      lines++;
      used = 0;
    }
    lines += Math.floor(Math.max(0, length - 1) / width);
    used += length + (used > 0 ? 1 : 0);
  }
  return lines;
}
