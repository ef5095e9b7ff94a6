import { type PlanItem, valuesOf } from '../item';
import { findField, kinds } from '../kinds/all';
import { type FieldValue, textOf } from '../kinds/kind';
import { difference, fieldAt, fieldOfPath, type PathChange, type PathValues, sameValue } from '../paths';
import type { Status } from '../workflow';
import { namesOf, type PlanAsOf } from './as-of';
import { type Names, showValue, type ToldChange } from './story';

/** What became of one item between two states of a plan: every path that differs. */
type ItemDifference = {
  id: string;
  before: PlanItem | null;
  after: PlanItem | null;
  changes: PathChange[];
};

/**
 * What leads from one state of a plan to another: the changes of each item, put on the first state, give the
 * second. In the order of the second state; what it no longer has comes last.
 */
export function differencesBetween(
  before: readonly PlanItem[],
  after: readonly PlanItem[],
): ItemDifference[] {
  const old = new Map(before.map(item => [item.id, item]));
  const now = new Map(after.map(item => [item.id, item]));
  const gone = before.filter(({ id }) => !now.has(id)).map(item => item.id);
  return [...now.keys(), ...gone].flatMap(id => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null];
    const changes = changesBetween(was, is);
    return was && is && changes.length === 0 ? [] : [{ id, before: was, after: is, changes }];
  });
}

function changesBetween(before: PlanItem | null, after: PlanItem | null): PathChange[] {
  const [was, is] = [before, after].map((item): PathValues => (item ? valuesOf(item) : {})) as [
    PathValues,
    PathValues,
  ];
  const gone = Object.fromEntries(Object.keys(was).map((path): [string, null] => [path, null]));
  return difference(was, { ...gone, ...is });
}

/** A difference as people read it. */
export type ToldDifference = {
  id: string;
  kind: PlanItem['kind'];
  title: string;
  dimensionId: string | null;
  departmentId: string;
  what: 'added' | 'removed' | 'changed';
  status: { before: Status; after: Status } | null;
  /** It hangs elsewhere now: what it hung under, and what it hangs under. */
  moved: { before: string; after: string } | null;
  /** It was left out of the plan, or taken in again: the reason before and now. */
  leftOut: { before: string | null; after: string | null } | null;
  fields: ToldChange[];
};

/** What became of an item, in a word. */
export const whats = { added: 'Baru', removed: 'Tidak ada lagi', changed: 'Berubah' } as const;

/** What leads from one state to the other, in words, with the names of either. */
export function comparePlans(before: PlanAsOf, after: PlanAsOf): ToldDifference[] {
  const names = { before: namesOf(before), after: namesOf(after) };
  return differencesBetween(before.items, after.items).flatMap(one => tellDifference(one, names) ?? []);
}

/** @param names those of either state: what something was called then stays as it was called */
function tellDifference(
  { id, before, after, changes }: ItemDifference,
  names: { before: Names; after: Names },
): ToldDifference | null {
  const item = after ?? before;
  if (!item) return null;
  const { kind, dimensionId, departmentId, fields } = item;
  const isMoved = before && after && before.parentId !== after.parentId;
  const paths = [...new Set(changes.map(({ path }) => fieldOfPath(path)))];
  const told =
    before && after
      ? [...tellOwner(before, after, names), ...paths.flatMap(path => tellField(path, before, after, names))]
      : [];
  const status =
    before && after && before.status !== after.status ? { before: before.status, after: after.status } : null;
  const moved = isMoved ? { before: before.parentTitle ?? '', after: after.parentTitle ?? '' } : null;
  const leftOut =
    before && after && before.leftOutReason !== after.leftOutReason
      ? { before: before.leftOutReason, after: after.leftOutReason }
      : null;
  // Another place among the same siblings, or the mark of an example, is no news to a reader.
  if (before && after && told.length === 0 && !status && !moved && !leftOut) return null;
  return {
    ...{
      id,
      kind,
      title: textOf(fields, 'title') || `${kinds[kind].label} tanpa nama`,
      dimensionId,
      departmentId,
    },
    ...{ what: before ? (after ? 'changed' : 'removed') : 'added', status, moved, leftOut, fields: told },
  };
}

/** The department that answers for an item, by its names then and now. */
function tellOwner(
  { departmentId: old }: PlanItem,
  { departmentId: now }: PlanItem,
  names: { before: Names; after: Names },
): ToldChange[] {
  if (old === now) return [];
  const [before, after] = [names.before.departmentCode(old), names.after.departmentCode(now)];
  return [{ field: 'departmentId', label: 'OPD pengampu', before, after, old, now }];
}

function tellField(
  path: string,
  before: PlanItem,
  after: PlanItem,
  names: { before: Names; after: Names },
): ToldChange[] {
  const field = findField(after.kind, path, names.after) ?? findField(after.kind, path, names.before);
  const [old, now] = [before, after].map((item): FieldValue => fieldAt(valuesOf(item), path)) as [
    FieldValue,
    FieldValue,
  ];
  if (!field || sameValue(old, now)) return [];
  const [shownOld, shownNow] = [showValue(field, old, names.before), showValue(field, now, names.after)];
  return [{ field: path, label: field.label, before: shownOld, after: shownNow, old, now }];
}
