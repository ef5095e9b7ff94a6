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

  /** The version at which a field has been seen. */
  versionOf(itemId: string, field: string): number {
    return Math.max(this.known(itemId), this.fields.get(itemId)?.get(field) ?? 0);
  }

  /** These fields have been seen as they stand at a version. */
  see(itemId: string, fields: readonly string[], version: number): void {
    const seen = this.fields.get(itemId) ?? new Map<string, number>();
    for (const field of fields) seen.set(field, version);
    this.fields.set(itemId, seen);
  }

  /** These values are known to be saved at a version. */
  keep(itemId: string, fields: Fields, version: number): void {
    const saved = this.saved.get(itemId) ?? new Map<string, { value: FieldValue; version: number }>();
    for (const [field, value] of Object.entries(fields)) saved.set(field, { value, version });
    this.saved.set(itemId, saved);
  }

  /** A change made on one version led to another; when nobody came between, all is known up to there. */
  advance(itemId: string, from: number, to: number): void {
    const page = this.pages.get(itemId);
    if (page && from === page.known && to === from + 1) this.pages.set(itemId, { ...page, known: to });
  }
}
