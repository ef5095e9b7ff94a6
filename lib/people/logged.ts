import { randomUUID } from 'node:crypto';
import type { Entry } from '@/lib/plan/log/append';
import { difference, type PathValues, type Scalar } from '@/lib/plan/paths';

type Value = string | number | boolean | number[] | string[] | Date | null | undefined;
type Row = { id: string } & Record<string, Value>;

const calendarDays = ['date', 'validFrom', 'validTo', 'repealedAt'];

/** Columns of a row as the log holds them: days and moments as text. */
export function loggedValues(row: Record<string, Value>): PathValues {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Scalar] => [name, scalar(name, value)]),
  );
}

/** The entry that records a new row. */
export function madeEntry(
  type: string,
  { id, ...row }: Row,
  { action = 'create', mutationId = randomUUID() as string } = {},
): Entry {
  return { subject: { type, id }, action, mutationId, changes: difference({}, loggedValues(row)) };
}

/** The entry that records what changed in a row; only what `after` names. */
export function changedEntry(
  type: string,
  id: string,
  action: string,
  { before, after }: { before: Record<string, Value>; after: Record<string, Value> },
  mutationId: string = randomUUID(),
): Entry {
  const changes = difference(loggedValues(before), loggedValues(after));
  return { subject: { type, id }, action, mutationId, changes };
}

function scalar(name: string, value: Value): Scalar {
  if (value instanceof Date)
    return calendarDays.includes(name) ? value.toISOString().slice(0, 10) : value.toISOString();
  return Array.isArray(value) ? value.map(String) : (value ?? null);
}
