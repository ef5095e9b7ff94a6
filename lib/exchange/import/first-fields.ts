import { kinds } from '@/lib/plan/kinds/all';
import { emptyCell, type Fields, hasValue, type ItemKind } from '@/lib/plan/kinds/kind';
import { yearOfHead } from './columns';
import type { Ground } from './ground';
import type { RowFields } from './read-fields';
import { figureColumn, type TableRow } from './table';

/** The fields that a new indicator begins with besides what its row says. */
export function firstFields(
  ground: Ground,
  row: TableRow,
  kind: ItemKind,
  wanted: RowFields['wanted'],
): Fields {
  if (kind !== 'indicator') return {};
  const { plan } = ground.view;
  const fields: Fields = { ...kinds[kind].startsWith?.(plan) };
  const unit = wanted.get('unit')?.value;
  const figures = [...wanted].filter(([path]) => figureColumn(`field:${path}`));
  const cells = figures.map(([, { value }]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : emptyCell,
  );
  const given = figures.filter((_, index) => hasValue(cells[index] ?? emptyCell));
  if (cells.some(({ high }) => high !== null)) fields.valueType = 'range';
  if (cells.some(({ text }) => text !== null)) fields.valueType = 'category';
  const isShare =
    given.length > 0 && given.every(([, { column }]) => /%\s*$/.test(row.cells.get(column)?.text ?? ''));
  if (!unit && isShare) fields.unit = '%';
  const baseline = wanted.get('baseline');
  const year = baseline && yearOfHead(ground.labels[baseline.column] ?? '');
  if (year) fields.baselineYear = year;
  return fields;
}
