import { bodyOf, type StoredEvent } from '@/lib/plan/log/body';
import type { Scalar } from '@/lib/plan/paths';

/** What others wrote since a page was read: per path what stood there then, who wrote and when. */
export type Newer = Map<string, { before: Scalar; by: string; at: string }>;

/**
 * Paths that were written after a revision.
 * @param events those of one subject after that revision, in order
 */
export function newerPaths(events: readonly Pick<StoredEvent, 'body'>[]): Newer {
  const newer: Newer = new Map();
  for (const event of events) {
    const { changes, actor, at } = bodyOf(event);
    for (const { path, before } of changes)
      newer.set(path, {
        before: newer.has(path) ? (newer.get(path)?.before ?? null) : before,
        by: actor.name,
        at,
      });
  }
  return newer;
}

type Values = Record<string, Scalar>;
type Merged = { values: Values } | { clash: { path: string; by: string; at: string; now: Scalar } };

/**
 * What a form changes, held against what others wrote meanwhile: what the form left as it was keeps the
 * newer value; the same field written twice is a clash, and nothing is overwritten.
 * @param stored what stands now
 * @param typed what the form says
 */
export function mergeForm(stored: Values, typed: Values, newer: Newer): Merged {
  const values: Values = {};
  for (const [path, wanted] of Object.entries(typed)) {
    const now = stored[path] ?? null;
    if (wanted === now) continue;
    const other = newer.get(path);
    if (other && wanted === other.before) continue;
    if (other) return { clash: { path, by: other.by, at: other.at, now } };
    values[path] = wanted;
  }
  return { values };
}
