import type { Newer } from '../merge';
import { fieldAt, fieldOfPath, type PathValues } from '../paths';
import { bodyOf, type StoredEvent } from './body';

/**
 * Fields of an item that were changed after a version, each with its value then and now, who wrote it and when.
 * An item's n-th event leads to its version n, so the newer ones are those after the first `version`.
 * @param events all events of the item, in order of revision
 */
export function newerThan(
  events: readonly Pick<StoredEvent, 'body'>[],
  version: number,
): Record<string, Newer & { byId: string }> {
  const before: PathValues = {};
  const after: PathValues = {};
  const touched: Record<string, { by: string; byId: string; at: string }> = {};
  for (const [index, event] of events.entries()) {
    const { changes, actor, at } = bodyOf(event);
    for (const change of changes) {
      after[change.path] = change.after;
      if (index < version) before[change.path] = change.after;
      else touched[fieldOfPath(change.path)] = { by: actor.name, byId: actor.id, at };
    }
  }
  const newer = Object.entries(touched).map(([field, who]) => [
    field,
    { ...who, value: fieldAt(after, field), before: fieldAt(before, field) },
  ]);
  return Object.fromEntries(newer);
}

/** Up to which version somebody had read before looking now; a second look at one state does not hide it. */
export function readUpTo(mark: { position: number; before: number }, version: number): number {
  return mark.position < version ? mark.position : mark.before;
}
