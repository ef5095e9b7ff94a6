import { type Fields, type FieldValue, isCell } from './kinds/kind';

/** What the log holds at one path. Decimals are text, so that no digit is ever lost. */
export type Scalar = string | number | boolean | string[] | null;
export type PathValues = Record<string, Scalar>;

/** One changed path with what stood there and what stands there now. */
export type PathChange = { path: string; before: Scalar; after: Scalar };

const cellParts = ['low', 'high', 'text', 'skipReason', 'illustrative'] as const;

/** Fields as paths: a cell becomes `milestones.2026.low`, `.high`, `.text`, `.skipReason`, `.illustrative`. */
export function flatten(fields: Fields): PathValues {
  const flat: PathValues = {};
  for (const [path, value] of Object.entries(fields)) {
    if (isCell(value)) for (const part of cellParts) flat[`${path}.${part}`] = value[part];
    else flat[path] = value;
  }
  return flat;
}

/** The field that a path belongs to: `milestones.2026.low` → `milestones.2026`. */
export function fieldOfPath(path: string): string {
  const cell = /^(baseline|milestones\.\d+)\.(?:low|high|text|skipReason|illustrative)$/.exec(path);
  return cell?.[1] ?? path;
}

/** The changes that lead from one set of paths to another; equal values are left out. */
export function difference(before: PathValues, after: PathValues): PathChange[] {
  return Object.keys(after)
    .filter(path => !sameScalar(before[path] ?? null, after[path] ?? null))
    .map(path => ({ path, before: before[path] ?? null, after: after[path] ?? null }));
}

/** Whether two field values say the same. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  const left = flatten({ x: a ?? null });
  const right = flatten({ x: b ?? null });
  const paths = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...paths].every(path => sameScalar(absent(left[path]), absent(right[path])));
}

/** The value of a field in a set of paths, as a reader of the log finds it; null when nothing is there. */
export function fieldAt(values: PathValues, field: string): FieldValue {
  const value = values[field];
  if (value !== undefined) return typeof value === 'boolean' ? null : value;
  if (field !== 'baseline' && !field.startsWith('milestones.')) return null;
  const text = (part: (typeof cellParts)[number]) => {
    const held = values[`${field}.${part}`];
    return typeof held === 'string' ? held : null;
  };
  return {
    ...{ low: text('low'), high: text('high'), text: text('text'), skipReason: text('skipReason') },
    illustrative: values[`${field}.illustrative`] === true,
  };
}

// An empty list, `false` and "never written" are the same to a reader.
function absent(value: Scalar | undefined): Scalar {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0)
    ? null
    : value;
}

function sameScalar(a: Scalar, b: Scalar): boolean {
  return JSON.stringify(absent(a)) === JSON.stringify(absent(b));
}
