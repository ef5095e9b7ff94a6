import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { Conflict } from '@/lib/plan/merge';

/** What stands with one field of one item. */
export type FieldState =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'saved' }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'refused'; value: FieldValue; message: string }
  /** Typed, but no value yet: it has to be corrected or chosen first, and then a clash that stood there. */
  | { kind: 'unread'; text: string; message: string; conflict?: Conflict };

/** How each field that was touched on this page stands, by item. */
export class FieldStates {
  private items = new Map<string, Map<string, FieldState>>();

  /** @param onChange hears of which item a state changed */
  constructor(private readonly onChange: (itemId: string) => void = () => {}) {}

  get(itemId: string, field: string): FieldState | undefined {
    return this.items.get(itemId)?.get(field);
  }

  /** The clash that stands at a field, also below a text that is no value yet. */
  conflictAt(itemId: string, field: string): Conflict | undefined {
    const state = this.get(itemId, field);
    return state?.kind === 'conflict' || state?.kind === 'unread' ? state.conflict : undefined;
  }

  set(itemId: string, field: string, state: FieldState): void {
    const states = this.items.get(itemId) ?? new Map<string, FieldState>();
    states.set(field, state);
    this.items.set(itemId, states);
    this.onChange(itemId);
  }

  delete(itemId: string, field: string): void {
    this.items.get(itemId)?.delete(field);
    this.onChange(itemId);
  }

  clear(): void {
    const touched = [...this.items.keys()];
    this.items.clear();
    for (const itemId of touched) this.onChange(itemId);
  }

  /** Fields of an item that are not yet known to be saved. */
  open(itemId: string): { field: string; state: FieldState }[] {
    const states = [...(this.items.get(itemId) ?? [])].map(([field, state]) => ({ field, state }));
    return states.filter(({ state }) => state.kind !== 'saved');
  }

  /** Items with fields that are not yet known to be saved, and how many. */
  openItems(): [itemId: string, count: number][] {
    const counted = [...this.items.keys()].map((itemId): [string, number] => [
      itemId,
      this.open(itemId).length,
    ]);
    return counted.filter(([, count]) => count > 0);
  }

  /** How many fields of all items are not yet known to be saved. */
  count(): number {
    return this.openItems().reduce((sum, [, count]) => sum + count, 0);
  }

  /** What the writer's own values are where they were not taken. */
  held(itemId: string): Fields {
    const held: Fields = {};
    for (const { field, state } of this.open(itemId)) {
      const conflict = this.conflictAt(itemId, field);
      if (conflict) held[field] = conflict.mine;
      if (state.kind === 'refused') held[field] = state.value;
    }
    return held;
  }

  /** Values that were refused, by item. */
  refused(): [string, Fields][] {
    return [...this.items].flatMap(([itemId, states]): [string, Fields][] => {
      const refused = [...states].flatMap(([field, state]) =>
        state.kind === 'refused' ? [[field, state.value] as const] : [],
      );
      return refused.length > 0 ? [[itemId, Object.fromEntries(refused)]] : [];
    });
  }
}
