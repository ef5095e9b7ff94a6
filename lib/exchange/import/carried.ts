import { kinds } from '@/lib/plan/kinds/all';
import type { Ground } from './ground';
import { type Meaning, titleMeanings, unknown } from './meaning';
import { cellKey, type ReportRow } from './report';
import type { Table, TableRow } from './table';
import { oneLine } from './wording';

/** What a new row is read with that does not stand in it, so that it can be told apart from its neighbours. */
export function carriedBy({ sheet, view, defaults, ...ground }: Ground, table: Table, row: TableRow) {
  const carried: ReportRow['carried'] = [];
  const carry = (meaning: Meaning, text: string | undefined) => {
    if (text) carried.push({ meaning, text: oneLine(text), column: table.columnOf.get(meaning) ?? null });
  };
  if (row.dimension?.row !== row.row) {
    const chosen = view.dimensions.find(({ id }) => id === defaults.dimensionId);
    carry('dimension', (row.dimension?.text ?? chosen?.name) || ground.findDimension(sheet.name)?.name);
  }
  for (const kind of titleMeanings) {
    if (kind === row.leaf || row.leaf === null) break;
    const above = row.titles[kind];
    if (above && above.row !== row.row) carry(kind, above.text);
  }
  for (const [column, { text }] of row.cells) {
    const meaning = ground.meanings[column] ?? unknown;
    const isOwn = oneLine(sheet.rows[row.row]?.[column]?.text ?? '') !== '';
    if (!isOwn && ground.answers.cells[cellKey(row.row, column)] === undefined)
      carried.push({ meaning, column, text });
  }
  return carried;
}

/** The head of what is carried where the table has no column for it. */
export function carriedLabel(meaning: Meaning): string {
  return Object.values(kinds).find(({ name }) => name === meaning)?.label ?? 'Dimensi';
}
