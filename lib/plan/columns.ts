import { kinds } from './kinds/all';
import { cellOf, type Fields, type FieldValue, type ItemKind, isCell } from './kinds/kind';

/** Columns of the trunk; every other plain field of a kind is a column of its own detail table. */
export const trunkFields = [
  ...['title', 'code', 'subdimensionId', 'beneficiaries', 'priority', 'horizon', 'rpjmd'],
];

const detailFields = kinds.indicator
  .fields({ baselineYear: 0, years: [] })
  .filter(({ path, input }) => !trunkFields.includes(path) && input !== 'cell' && input !== 'departments')
  .map(({ path }) => path);

/** The table with a kind's own columns; null for kinds that are all trunk. */
export function detailTable(kind: ItemKind): string | null {
  return kind === 'indicator' ? 'Indicator' : null;
}

/** The columns of a kind's detail that fields stand for. */
export function detailColumns(kind: ItemKind, fields: Fields): Record<string, FieldValue | boolean> {
  if (!detailTable(kind)) return {};
  const plain = pick(fields, detailFields);
  if (!('baseline' in fields)) return plain;
  const { low, high, text, skipReason, illustrative } = cellOf(fields, 'baseline');
  return {
    ...plain,
    baselineLow: low,
    baselineHigh: high,
    baselineText: text,
    baselineSkipReason: skipReason,
    baselineIllustrative: illustrative,
  };
}

/** Those of the named fields that are there; an absent value is null. */
export function pick(fields: Fields, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(names.filter(name => name in fields).map(name => [name, fields[name] ?? null]));
}

/** Yearly values, supporters, references and reasons as rows of their own; a list that was not touched is left out. */
export function rowsOfLists(fields: Fields) {
  const cells = Object.entries(fields).flatMap(([path, value]) => {
    const year = /^milestones\.(\d+)$/.exec(path)?.[1];
    return year ? [{ year: Number(year), value }] : [];
  });
  const reasons = Object.entries(fields).flatMap(([path, text]) =>
    path.startsWith('reasons.')
      ? [[path.slice('reasons.'.length), typeof text === 'string' ? text : null]]
      : [],
  );
  return {
    ...(cells.length > 0 && {
      cells: cells.flatMap(({ year, value }) => (isCell(value) ? [{ year, ...value }] : [])),
      emptyYears: cells.filter(({ value }) => !isCell(value)).map(({ year }) => year),
    }),
    ...('supporters' in fields && { supporters: Array.isArray(fields.supporters) ? fields.supporters : [] }),
    ...('references' in fields && { references: Array.isArray(fields.references) ? fields.references : [] }),
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) as Record<string, string | null> }),
  };
}
