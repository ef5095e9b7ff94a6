import type { FieldState } from '@/lib/live/field-states';
import type { Sender } from '@/lib/live/sender';
import { checkItem } from '@/lib/plan/checks/all';
import { fieldText } from '@/lib/plan/field-text';
import {
  type Field,
  type Fields,
  type FieldValue,
  hasValue,
  isCell,
  precisionOf,
  type Years,
} from '@/lib/plan/kinds/kind';
import type { GridItem } from '@/lib/plan/read/grid';

/** What a cell is marked with, each with a shape and a word of its own. */
export type Sign = 'waiting' | 'saving' | 'conflict' | 'refused' | 'unread' | 'block' | 'warn';

export type CellView = { text: string; sign: Sign | null; messages: string[]; isExample: boolean };

export type RowView = {
  item: GridItem;
  fields: Fields;
  cells: CellView[];
  /** What still stops it from being handed in. */
  open: number;
};

type Made = {
  typed: Fields;
  states: { field: string; state: FieldState }[];
  isStuck: boolean;
  view: RowView;
};

/**
 * The rows as they are drawn. A row whose typing and states are as before is the same object as before, so that
 * only rows that changed are checked and drawn again.
 */
export class RowViews {
  private made = new Map<GridItem, Made>();

  constructor(
    private readonly columns: readonly Field[],
    private readonly plan: Years,
  ) {}

  of(items: readonly GridItem[], sender: Sender): RowView[] {
    const isStuck = sender.snapshot().problem !== null;
    return items.map(item => {
      const typed = sender.typed(item.id);
      const states = sender.openFields(item.id);
      const known = this.made.get(item);
      if (known && known.isStuck === isStuck && isSame(known, typed, states)) return known.view;
      const view = this.make(item, typed, states, isStuck);
      this.made.set(item, { typed, states, isStuck, view });
      return view;
    });
  }

  private make(item: GridItem, typed: Fields, states: Made['states'], isStuck: boolean): RowView {
    const fields = { ...item.fields, ...typed };
    const findings = item.isEditable ? checkItem({ ...item, fields }, this.plan, item.beside) : [];
    const isOpen = ({ level, key }: (typeof findings)[number]) =>
      level === 'block' || (level === 'warn' && !fields[`reasons.${key}`]);
    const held = new Map(states.map(({ field, state }) => [field, state]));
    const cells = this.columns.map((column): CellView => {
      const { path } = column;
      const value = fields[path] ?? null;
      const state = held.get(path);
      // An empty cell that is still to be filled in is counted at the row; it is not a mistake.
      const found = findings.filter(
        ({ field, level, ...finding }) =>
          field === path &&
          level !== 'hint' &&
          isOpen({ field, level, ...finding }) &&
          (level === 'warn' || isFilled(value)),
      );
      const worst = found.some(({ level }) => level === 'block') ? 'block' : found.length > 0 ? 'warn' : null;
      return {
        text: state?.kind === 'unread' ? state.text : fieldText(column, value, precisionOf(fields)),
        sign: signOf(state, isStuck) ?? worst,
        messages: [...messagesOf(state), ...found.map(({ message }) => message)],
        isExample: isCell(value) && value.illustrative && hasValue(value),
      };
    });
    const unread = states.filter(({ state }) => state.kind === 'unread').length;
    return { item, fields, cells, open: findings.filter(isOpen).length + unread };
  }
}

function isSame(known: Made, typed: Fields, states: Made['states']): boolean {
  const names = Object.keys(typed);
  return (
    names.length === Object.keys(known.typed).length &&
    names.every(name => known.typed[name] === typed[name]) &&
    states.length === known.states.length &&
    states.every(({ field, state }, index) => {
      const before = known.states[index];
      return before?.field === field && before.state === state;
    })
  );
}

function signOf(state: FieldState | undefined, isStuck: boolean): Sign | null {
  if (!state || state.kind === 'saved') return null;
  if (state.kind === 'waiting' || state.kind === 'sending') return isStuck ? 'waiting' : 'saving';
  return state.kind;
}

function messagesOf(state: FieldState | undefined): string[] {
  if (state?.kind === 'unread' || state?.kind === 'refused') return [state.message];
  return [];
}

function isFilled(value: FieldValue): boolean {
  return isCell(value) ? hasValue(value) : value !== null;
}
