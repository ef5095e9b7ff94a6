import { type Meaning, titleMeanings, unknown } from './meaning';
import { cellKey } from './report';
import { splitRow, stackOf } from './stacked';
import { figureColumn, type Placed, type TableRow } from './table';

/** More in one cell than anybody counts, and more than one table is taken apart into. */
export const mostParts = { ofRow: 100, ofTable: 60_000 };

/**
 * A row as the items that are stacked in it; when the counts do not agree it stays one, and says so.
 * @param room how many it may become
 */
export function apart(
  meanings: readonly Meaning[],
  row: TableRow,
  room: number = mostParts.ofRow,
): TableRow[] {
  const name = row.leaf && row.titles[row.leaf];
  if (!row.leaf || !name) return [row];
  const beside = new Map<number, { text: string; isFigure: boolean }>();
  const shared = new Map<number, string>();
  for (const [column, given] of row.cells) {
    const meaning = meanings[column] ?? unknown;
    if (column === name.column || meaning === 'dimension' || titleMeanings.some(kind => kind === meaning))
      continue;
    const isShareable = meaning === 'department' || meaning === 'field:supporters';
    if (isShareable) shared.set(column, given.text);
    else beside.set(column, { text: given.text, isFigure: figureColumn(meaning) });
  }
  const split = splitRow(name.text, beside);
  const over = marksAbove(row, split.kind === 'split' ? split.names.length : 1);
  if (over) return [{ ...row, unequal: over }];
  if (split.kind === 'single') return [row];
  if (split.kind === 'unequal') return [{ ...row, unequal: split }];
  const { names, values } = split;
  if (names.length > Math.min(room, mostParts.ofRow))
    return [{ ...row, unequal: { count: 1, columns: [{ column: name.column, count: names.length }] } }];
  for (const [column, text] of shared) {
    const parts = stackOf(text).entries;
    if (parts.length === names.length) values.set(column, parts);
  }
  values.set(name.column, names);
  return names.map((text, part) => partOf(row, values, { ...name, text }, part, names.length));
}

/** Several goals or targets in one cell over one item, or over another number of them. */
function marksAbove({ titles, leaf, row }: TableRow, count: number): TableRow['unequal'] {
  for (const kind of titleMeanings) {
    const above = titles[kind];
    if (!above || kind === leaf || above.row !== row) continue;
    const stack = stackOf(above.text);
    if (stack.isMarked && stack.entries.length > 1 && stack.entries.length !== count)
      return { count, columns: [{ column: above.column, count: stack.entries.length }] };
  }
  return null;
}

function partOf(
  row: TableRow,
  values: Map<number, string[]>,
  name: Placed,
  part: number,
  parts: number,
): TableRow {
  const cells = new Map(row.cells);
  for (const [column, texts] of values) {
    const given = cells.get(column);
    if (given)
      cells.set(column, { text: texts[part] ?? '', kind: 'text', isAnswered: given.isAnswered === true });
  }
  const titles = { ...row.titles };
  for (const kind of titleMeanings) {
    const above = titles[kind];
    if (!above || kind === row.leaf) continue;
    const { entries, isMarked } = stackOf(above.text);
    if (isMarked && entries.length === parts) titles[kind] = { ...above, text: entries[part] ?? '' };
  }
  if (row.leaf) titles[row.leaf] = name;
  return { ...row, part, parts, cells, titles, stacks: values };
}

/** The answer that puts a text into a cell of this row, without touching the other parts of a stacked one. */
export function answerFor(row: TableRow, column: number, text: string): Record<string, string> {
  const stack = row.stacks.get(column);
  if (!stack || row.parts === 1) return { [cellKey(row.row, column)]: text };
  const isName = row.leaf !== null && row.titles[row.leaf]?.column === column;
  const lines = stack.map((line, part) => (part === row.part ? text : line));
  return {
    [cellKey(row.row, column)]: lines
      .map((line, index) => (isName ? `${index + 1}. ${line}` : line))
      .join('\n'),
  };
}
