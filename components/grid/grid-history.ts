import type { Fields } from '@/lib/plan/kinds/kind';
import { sameValue } from '@/lib/plan/paths';
import type { GridItem } from '@/lib/plan/read/grid';

/** What one deed did: each item's fields before and after it, and the items that it began. */
export type Deeds = {
  words: string;
  changes: { itemId: string; before: Fields; after: Fields }[];
  begun?: readonly GridItem[];
};

type Now = (itemId: string) => Fields;
type Change = (itemId: string, fields: Fields) => void;

/** What was said of it, and the items that are still to be put away or brought back. */
export type Undone = { words: string; begun: readonly GridItem[] };

const most = 200;

/**
 * Deeds in the grid that can be taken back, a paste as one. A field that was changed by something else since is left
 * as it is: taking back never overwrites what came later.
 */
export class GridHistory {
  private done: Deeds[] = [];
  private undone: Deeds[] = [];

  /** Remembers a deed. What was taken back before it can no longer be done again. */
  add(deeds: Deeds): void {
    const changes = deeds.changes.filter(({ after }) => Object.keys(after).length > 0);
    if (changes.length === 0 && !deeds.begun?.length) return;
    this.done = [...this.done.slice(1 - most), { ...deeds, changes }];
    this.undone = [];
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  /** Takes the last deed back; null when there is none. */
  undo(now: Now, change: Change): Undone | null {
    const deeds = this.done.pop();
    if (!deeds) return null;
    this.undone.push(deeds);
    const reversed = deeds.changes.map(({ itemId, before, after }) => ({ itemId, from: after, to: before }));
    return {
      words: `${deeds.words} diurungkan${this.apply(reversed, now, change)}`,
      begun: deeds.begun ?? [],
    };
  }

  /** Does again what was taken back last. */
  redo(now: Now, change: Change): Undone | null {
    const deeds = this.undone.pop();
    if (!deeds) return null;
    this.done.push(deeds);
    const again = deeds.changes.map(({ itemId, before, after }) => ({ itemId, from: before, to: after }));
    return { words: `${deeds.words} diulang${this.apply(again, now, change)}`, begun: deeds.begun ?? [] };
  }

  private apply(steps: { itemId: string; from: Fields; to: Fields }[], now: Now, change: Change): string {
    let left = 0;
    for (const { itemId, from, to } of steps) {
      const fields = now(itemId);
      const paths = Object.keys(to);
      const still = paths.filter(path => sameValue(fields[path], from[path] ?? null));
      left += paths.length - still.length;
      if (still.length > 0) change(itemId, Object.fromEntries(still.map(path => [path, to[path] ?? null])));
    }
    return left > 0 ? `. ${left} sel sudah berubah sesudahnya, jadi dibiarkan.` : '.';
  }
}
