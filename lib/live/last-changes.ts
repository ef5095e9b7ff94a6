import type { Fields } from '@/lib/plan/kinds/kind';

/** What stood where each item was changed last, so that it can be taken back. */
export class LastChanges {
  private before = new Map<string, Fields>();

  /** Typing on in one field is one change, from where it began. */
  remember(itemId: string, before: Fields): void {
    const known = this.fields(itemId);
    if (!Object.keys(before).every(field => known.includes(field))) this.before.set(itemId, before);
  }

  fields(itemId: string): string[] {
    return Object.keys(this.before.get(itemId) ?? {});
  }

  /** What stood there, once. */
  take(itemId: string): Fields | undefined {
    const before = this.before.get(itemId);
    this.before.delete(itemId);
    return before;
  }
}
