import type { Fields } from '@/lib/plan/kinds/kind';

/** What stood where each item was changed last, so that it can be taken back. */
export class LastChanges {
  private before = new Map<string, Fields>();

  /** Typing on in the same fields is one change, from where it began. */
  remember(itemId: string, before: Fields): void {
    const known = this.fields(itemId);
    const fields = Object.keys(before);
    const isSame = fields.length === known.length && fields.every(field => known.includes(field));
    if (!isSame) this.before.set(itemId, before);
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
