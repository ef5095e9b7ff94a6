import type { Fields, FieldValue } from './kinds/kind';
import { sameValue } from './paths';

/** A field that somebody changed since the writer last saw the item. */
export type Newer = { value: FieldValue; by: string; at: string; before: FieldValue };

export type Conflict = {
  field: string;
  mine: FieldValue;
  theirs: FieldValue;
  before: FieldValue;
  by: string;
  at: string;
};

/**
 * Brings a change made on an old version together with what was saved meanwhile.
 * Different fields merge silently; the same field with the same value is no conflict;
 * the same field with another value is, and nothing of it is taken.
 */
export function merge(
  wanted: Fields,
  newer: Record<string, Newer>,
): { fields: Fields; conflicts: Conflict[] } {
  const fields: Fields = {};
  const conflicts: Conflict[] = [];
  for (const [field, mine] of Object.entries(wanted)) {
    const other = newer[field];
    if (other && !sameValue(other.value, mine)) {
      conflicts.push({ field, mine, theirs: other.value, before: other.before, by: other.by, at: other.at });
    } else {
      fields[field] = mine;
    }
  }
  return { fields, conflicts };
}
