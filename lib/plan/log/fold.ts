import type { PathValues, Scalar } from '../paths';
import { bodyOf, type StoredEvent } from './body';

/** Everything that the log says of one subject: its paths, and how often it was changed. */
export type Folded = { type: string; version: number; values: PathValues };

/**
 * The state that a stream of events describes, by subject ("item:…", "user:…").
 * Pure and written apart from everything that writes, so that both can be held against each other:
 * fold(events) = tables (DESIGN 3).
 * @param events in order of revision
 */
export function fold(events: readonly Pick<StoredEvent, 'body'>[]): Map<string, Folded> {
  const state = new Map<string, Folded>();
  for (const event of events) {
    const { subject, changes } = bodyOf(event);
    const key = `${subject.type}:${subject.id}`;
    const known = state.get(key) ?? { type: subject.type, version: 0, values: {} };
    known.version += 1;
    for (const { path, after } of changes) {
      if (isNothing(after)) delete known.values[path];
      else known.values[path] = after;
    }
    state.set(key, known);
  }
  return state;
}

function isNothing(value: Scalar): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
