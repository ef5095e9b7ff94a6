import type { Sheet } from '../sheet';

/** Merged cells of a hostile file may overlap without end; what one sheet can hold needs no more looks than this. */
const mostLooks = 4_000_000;

/** Answers which cell a merged one lets stand at a place; null where the place is its own. */
export function coverOf(
  sheet: Sheet,
  width: number,
): (row: number, column: number) => { row: number; column: number } | null {
  const { merges, rows } = sheet;
  const by = merges.length === 0 ? new Int32Array(0) : new Int32Array(rows.length * width);
  let looks = 0;
  for (const [index, { top, left, bottom, right }] of merges.entries()) {
    if (looks > mostLooks) break;
    for (
      let row = Math.max(0, top);
      looks <= mostLooks && row <= Math.min(bottom, rows.length - 1);
      row += 1
    ) {
      for (let column = Math.max(0, left); column <= Math.min(right, width - 1); column += 1) {
        looks += 1;
        if (row !== top || column !== left) by[row * width + column] = index + 1;
      }
    }
  }
  return (row, column) => {
    const merge = merges[(by[row * width + column] ?? 0) - 1];
    return merge ? { row: merge.top, column: merge.left } : null;
  };
}
