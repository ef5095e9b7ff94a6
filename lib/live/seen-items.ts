import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';

/** The version a page was drawn at, and the span of versions that are all known here: `from` to `known`. */
type Page = { version: number; from: number; known: number };

/** What of each item the person before this screen has seen, and what was saved from here on top of it. */
export class SeenItems {
  private pages = new Map<string, Page>();
  /** What was saved from here or taken over in a clash, each value with the version it belongs to. */
  private saved = new Map<string, Map<string, { value: FieldValue; version: number }>>();
  /** The version at which a single field was last seen, where that is later than the page. */
  private fields = new Map<string, Map<string, number>>();
  /** The version at which a field was seen when it was typed in, until that is saved. */
  private pins = new Map<string, Map<string, number>>();

  /**
   * A page shows an item as the server gave it. One that a browser brought back may be older: what was
   * saved from here stands on top of it, and unless all that happened since was saved from here, its
   * other fields count as seen at the version of the page, so that they clash with what others wrote
   * meanwhile instead of overwriting it.
   */
  open(itemId: string, version: number): void {
    const page = this.pages.get(itemId);
    const isOwnSince = page !== undefined && version >= page.from && version <= page.known;
    this.pages.set(itemId, isOwnSince ? { ...page, version } : { version, from: version, known: version });
  }

  /** Values from here that are newer than the page. */
  onTop(itemId: string): Fields {
    const shown = this.pages.get(itemId)?.version ?? 0;
    const later = [...(this.saved.get(itemId) ?? [])].filter(([, { version }]) => version > shown);
    return Object.fromEntries(later.map(([field, { value }]) => [field, value]));
  }

  /** The version up to which everything of the item has been seen. */
  known(itemId: string): number {
    return this.pages.get(itemId)?.known ?? 0;
  }

  /** The version at which a field has been seen: before it was typed in, as long as that is not saved. */
  versionOf(itemId: string, field: string): number {
    const pin = this.pins.get(itemId)?.get(field);
    return pin ?? Math.max(this.known(itemId), this.fields.get(itemId)?.get(field) ?? 0);
  }

  /**
   * A field is being typed in. Whatever a newer page shows of the item, this field's text hides it, so the
   * field stays at the version it was seen at until then.
   */
  pin(itemId: string, field: string, version = this.versionOf(itemId, field)): void {
    if (!this.pins.get(itemId)?.has(field)) at(this.pins, itemId).set(field, version);
  }

  /** What was typed in a field is saved, or given up. */
  unpin(itemId: string, field: string): void {
    this.pins.get(itemId)?.delete(field);
  }

  /** These fields have been seen as they stand at a version. */
  see(itemId: string, fields: readonly string[], version: number): void {
    const pins = this.pins.get(itemId);
    for (const field of fields) {
      at(this.fields, itemId).set(field, version);
      if (pins?.has(field)) pins.set(field, version);
    }
  }

  /** These values are known to be saved at a version. */
  keep(itemId: string, fields: Fields, version: number): void {
    for (const [field, value] of Object.entries(fields))
      at(this.saved, itemId).set(field, { value, version });
  }

  /** A change made on one version led to another; when nobody came between, all is known up to there. */
  advance(itemId: string, from: number, to: number): void {
    if (to !== from + 1) return;
    const page = this.pages.get(itemId);
    if (from === page?.known) this.pages.set(itemId, { ...page, known: to });
    const pins = this.pins.get(itemId) ?? new Map<string, number>();
    for (const [field, version] of pins) if (version === from) pins.set(field, to);
  }
}

function at<Value>(map: Map<string, Map<string, Value>>, itemId: string): Map<string, Value> {
  const inner = map.get(itemId) ?? new Map<string, Value>();
  map.set(itemId, inner);
  return inner;
}
