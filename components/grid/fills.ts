import { cellOf, emptyCell, type Field, type Fields, type FieldValue, hasValue } from '@/lib/plan/kinds/kind';
import { sameValue } from '@/lib/plan/paths';
import type { RowView } from './row-view';
import type { Span } from './walking';

export type Write = { itemId: string; fields: Fields };

/** What filling a span to the right or down, or emptying it, writes; only cells that change, only rows that are open. */
export function fill(
  way: 'right' | 'down' | 'clear',
  rows: readonly RowView[],
  columns: readonly Field[],
  { top, bottom, left, right }: Span,
): Write[] {
  const held = (row: RowView, column: Field | undefined) => (column && row.fields[column.path]) ?? null;
  return writesOf(rows.slice(top, bottom + 1), (row, put) => {
    columns.slice(left, right + 1).forEach((column, index) => {
      if (way === 'clear') put(column, column.input === 'cell' ? emptyCell : null);
      const above = rows[top];
      if (way === 'down' && above && row !== above) put(column, held(above, column));
      const first = columns[left];
      if (way === 'right' && index > 0 && first?.input === column.input && first.input === 'cell')
        put(column, held(row, first));
    });
  });
}

/** Years of the span say what the year before them says; of several in a row, all what stands before the first. */
export function copyYears(
  rows: readonly RowView[],
  columns: readonly Field[],
  { top, bottom, left, right }: Span,
): Write[] {
  return writesOf(rows.slice(top, bottom + 1), (row, put) => {
    let last: FieldValue = null;
    columns.forEach((column, index) => {
      if (column.input !== 'cell') return;
      const isChosen = index >= left && index <= right && column.year !== undefined;
      if (isChosen && last) put(column, { ...cellOf({ last }, 'last'), illustrative: false });
      else last = row.fields[column.path] ?? null;
    });
  });
}

type Put = (column: Field, value: FieldValue) => void;

function writesOf(rows: readonly RowView[], write: (row: RowView, put: Put) => void): Write[] {
  return rows.flatMap(row => {
    const fields: Fields = {};
    if (row.item.isEditable)
      write(row, (column, value) => {
        const { path } = column;
        if (!sameValue(value, row.fields[path]) && !isBareOfReason(column, value, row)) fields[path] = value;
      });
    return Object.keys(fields).length > 0 ? [{ itemId: row.item.id, fields }] : [];
  });
}

/** Saying that there is nothing keeps the reason why, as in typing; the grid does not show it. */
function isBareOfReason({ path, input }: Field, value: FieldValue, { fields }: RowView): boolean {
  const cell = cellOf({ value }, 'value');
  return input === 'cell' && !hasValue(cell) && cell.skipReason === null && !hasValue(cellOf(fields, path));
}
