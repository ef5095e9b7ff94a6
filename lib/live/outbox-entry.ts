import type { Fields, FieldValue, ItemKind } from '@/lib/plan/kinds/kind';
import type { Conflict } from '@/lib/plan/merge';

/** A change as it is sent; the server's `Change` without what only its own pages use. */
export type Sent = { mutationId: string; itemId: string; version: number; fields: Fields };

/** One field that is not yet known to be saved, with the version at which its writer had seen it. */
export type Kept = { version: number } & (
  | { kind: 'waiting'; value: FieldValue }
  | { kind: 'refused'; value: FieldValue; message: string }
  | { kind: 'conflict'; conflict: Conflict }
  /** Typed, but no value yet. */
  | { kind: 'unread'; text: string; message: string; conflict?: Conflict }
);

/** What of one item is not yet known to be saved, and what of it is under way under which mutation ids. */
export type Entry = {
  shape: typeof shape;
  itemId: string;
  about?: About;
  fields: Record<string, Kept>;
  flight: Sent[];
};

/** What a page said of an item, for whoever lists what waits: `labels` by field. */
export type About = { kind: ItemKind; title: string; labels: Record<string, string> };

/** Goes up when `Entry` changes; `readEntry` then brings older ones along. */
export const shape = 1;

/** An entry as an earlier page left it in this browser; null for what this version of the program cannot read. */
export function readEntry(stored: unknown): Entry | null {
  const entry = stored as Partial<Entry> | null;
  const isReadable =
    typeof entry === 'object' &&
    entry?.shape === shape &&
    typeof entry.itemId === 'string' &&
    typeof entry.fields === 'object' &&
    Array.isArray(entry.flight);
  return isReadable ? (entry as Entry) : null;
}

/** How many fields an entry holds; what is under way and typed anew counts once. */
export function countFields({ fields, flight }: Entry): number {
  return new Set([...Object.keys(fields), ...flight.flatMap(sent => Object.keys(sent.fields))]).size;
}

const shortWords = new Set(['shape', 'itemId', 'mutationId', 'version', 'kind', 'about', 'message']);

/** The words and numbers in an entry that this version of the program cannot read, for whoever typed them. */
export function textsIn(stored: unknown): string[] {
  if (typeof stored === 'string' || typeof stored === 'number') return stored === '' ? [] : [String(stored)];
  if (typeof stored !== 'object' || stored === null) return [];
  const parts = Object.entries(stored).filter(([name]) => !shortWords.has(name));
  return [...new Set(parts.flatMap(([, part]) => textsIn(part)))];
}
