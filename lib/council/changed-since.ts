import { bodyOf, type StoredEvent } from '@/lib/plan/log/body';
import { difference, type PathValues } from '@/lib/plan/paths';

/** Another place among the same siblings says nothing new. */
const silent = ['position'];

/** What is asked: what changed in a dimension after a revision. */
export type Since = { dimensionId: string; revision: number };

/**
 * Which items of a dimension are no longer as they were at a revision: those that differ from then by any of
 * their paths, came to it or left it. What was changed and changed back is not among them.
 * @param events of items, in order of revision, from that revision on or from before
 * @param dimensionOf where an item belongs now; null: to no dimension
 */
export function changedSince(
  events: readonly Pick<StoredEvent, 'body'>[],
  { dimensionId, revision }: Since,
  dimensionOf: (itemId: string) => string | null,
): string[] {
  const items = new Map<string, { before: PathValues; after: PathValues }>();
  for (const { subject, changes, revision: at } of events.map(bodyOf)) {
    if (at <= revision || subject.type !== 'item') continue;
    const known = items.get(subject.id) ?? { before: {}, after: {} };
    for (const { path, before, after } of changes) {
      if (!Object.hasOwn(known.after, path)) known.before[path] = before;
      known.after[path] = after;
    }
    items.set(subject.id, known);
  }
  return [...items].flatMap(([id, { before, after }]) => {
    const now = dimensionOf(id);
    const then = Object.hasOwn(before, 'dimensionId') ? before.dimensionId : now;
    if (now !== dimensionId && then !== dimensionId) return [];
    const isChanged = difference(before, after).some(({ path }) => !silent.includes(path));
    return isChanged ? [id] : [];
  });
}
