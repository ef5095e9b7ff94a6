import type { FieldValue } from '@/lib/plan/kinds/kind';
import { bodyOf, type EventBody, type StoredEvent } from '@/lib/plan/log/body';
import { fieldAt, fieldOfPath, type PathValues, sameValue } from '@/lib/plan/paths';

/** One event of an item, with the item's version it led to and each field it changed, before and after. */
export type Written = {
  event: EventBody;
  itemId: string;
  version: number;
  fields: Map<string, { before: FieldValue; after: FieldValue }>;
  /** Paths whose `before` is not what the log itself says stood there. */
  torn: string[];
};

/** What a log says, event by event, told from its bodies alone. */
export type Told = {
  writes: Written[];
  ofItem: (itemId: string) => Written[];
  /** What stood in a field when the plan was at a revision. */
  at: (itemId: string, field: string, revision: number) => FieldValue;
};

/** Walks the log once, keeping its own image of every item. */
export function walk(events: readonly StoredEvent[]): Told {
  const images = new Map<string, PathValues>();
  const byItem = new Map<string, Written[]>();
  const writes: Written[] = [];
  for (const stored of events) {
    const event = bodyOf(stored);
    if (event.subject.type !== 'item') continue;
    const itemId = event.subject.id;
    const image = images.get(itemId) ?? {};
    images.set(itemId, image);
    const own = byItem.get(itemId) ?? [];
    byItem.set(itemId, own);
    const torn = event.changes.filter(
      ({ path, before }) => !sameValue(image[path] as never, before as never),
    );
    const touched = [...new Set(event.changes.map(({ path }) => fieldOfPath(path)))];
    const before = touched.map(field => fieldAt(image, field));
    for (const { path, after } of event.changes) image[path] = after;
    const fields = new Map(
      touched.map((field, index) => [field, { before: before[index] ?? null, after: fieldAt(image, field) }]),
    );
    const write = { event, itemId, version: own.length + 1, fields, torn: torn.map(({ path }) => path) };
    own.push(write);
    writes.push(write);
  }
  const ofItem = (itemId: string) => byItem.get(itemId) ?? [];
  return {
    ...{ writes, ofItem },
    at: (itemId, field, revision) =>
      ofItem(itemId)
        .findLast(({ event, fields }) => event.revision <= revision && fields.has(field))
        ?.fields.get(field)?.after ?? null,
  };
}
