import type { ClipboardEvent, KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { parseBlock, writeBlock } from '@/lib/plan/block';
import type { Field, FieldValue } from '@/lib/plan/kinds/kind';
import type { Typing } from './cell-editor';
import type { RowView } from './row-view';
import {
  afterTyping,
  at,
  deedOf,
  type Key,
  type Selection,
  type Span,
  type Spot,
  spanOf,
  within,
} from './walking';

type World = {
  /** As they are at this moment, with what was typed last. */
  rows: () => readonly RowView[];
  count: number;
  columns: readonly Field[];
  table: RefObject<HTMLTableElement | null>;
  typing: {
    text: (row: number, column: number) => string;
    type: (row: number, column: number, text: string) => void;
    /** What was typed in a cell is done with. */
    end: (row: number, column: number, before: FieldValue) => void;
    /** Typing is given up: the cell says again what it said. */
    back: (row: number, column: number, first: string, before: FieldValue) => void;
    value: (row: number, column: number) => FieldValue;
    /** Why nothing can be typed in a row; '' when it can. */
    why: (row: number) => string;
  };
  tools: Record<'clear' | 'fillRight' | 'fillDown', (span: Span) => void> & {
    undo: () => void;
    redo: () => void;
    paste: (text: string, span: Span) => void;
  };
  say: (words: string) => void;
};

type Edit = {
  spot: Spot;
  itemId: string;
  field: string;
  isReplacing: boolean;
  first: string;
  before: FieldValue;
  typing: Typing;
};

/** What of a row the keyboard is at. */
export type RowSpot = {
  /** The column of the cell; −1 in other rows. */
  active: number;
  /** The first and last column that are chosen. */
  chosen: readonly [number, number] | null;
  typing: Typing | null;
};

const elsewhere: RowSpot = { active: -1, chosen: null, typing: null };

export type Walk = ReturnType<typeof newWalk>;

/**
 * Which cell the keyboard is at, what is chosen, and what is being typed there. Rows listen to it each for itself:
 * a key draws the rows that it concerns, not the table.
 */
export function useWalk(world: World): Walk {
  const latest = useRef(world);
  latest.current = world;
  const [walk] = useState(() => newWalk(() => latest.current));
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keyboard is depends on how many rows there are
  useLayoutEffect(() => walk.tell(), [walk, world.count]);
  return walk;
}

/** What the keyboard is at, drawn again as it moves. */
export const useSelection = (walk: Walk): Selection =>
  useSyncExternalStore(walk.subscribe, walk.selection, walk.selection);

/** What of row `y` the keyboard is at, drawn again when that changes. */
export function useRowSpot(walk: Walk, y: number): RowSpot {
  const spot = () => walk.spotOf(y);
  return useSyncExternalStore(walk.subscribe, spot, spot);
}

function newWalk(world: () => World) {
  const listeners = new Set<() => void>();
  const spots = new Map<number, RowSpot>();
  let wanted = at({ row: 0, column: 0 });
  let shown = wanted;
  let edit: Edit | null = null;
  let isFree = false;
  let wantsFocus = false;
  let home: number | null = null;

  const size = () => ({ rows: world().count, columns: world().columns.length });
  const selection = (): Selection => {
    const [anchor, focus] = [within(wanted.anchor, size()), within(wanted.focus, size())];
    if (!isSameSpot(anchor, shown.anchor) || !isSameSpot(focus, shown.focus)) shown = { anchor, focus };
    return shown;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const spotOf = (y: number): RowSpot => {
    const { top, bottom, left, right } = spanOf(selection());
    if (y < top || y > bottom) return elsewhere;
    const { focus } = selection();
    const known = spots.get(y);
    const active = y === focus.row ? focus.column : -1;
    const typing = edit?.spot.row === y ? edit.typing : null;
    const isSame =
      known?.active === active &&
      known.typing === typing &&
      known.chosen?.[0] === left &&
      known.chosen[1] === right;
    if (isSame) return known;
    const spot: RowSpot = { active, chosen: [left, right], typing };
    spots.set(y, spot);
    return spot;
  };
  const choose = (to: Selection) => {
    wanted = to;
    wantsFocus = true;
    const { row, column } = to.focus;
    // A row that is not drawn whole yet claims it when it is.
    claim(row, world().table.current?.querySelector<HTMLElement>(`#sel-${row}-${column}`));
    tell();
  };
  const claim = (row: number, cell: HTMLElement | null | undefined) => {
    if (!wantsFocus || edit || !cell || row !== wanted.focus.row) return;
    wantsFocus = false;
    cell.focus();
  };
  const go = (to: Selection) => {
    isFree = false;
    world().say('');
    choose(to);
  };
  const begin = (spot: Spot, replacement?: string) => {
    const { typing, columns, say } = world();
    const [item, field] = [world().rows()[spot.row]?.item, columns[spot.column]];
    const why = typing.why(spot.row);
    if (!item || !field || why) return say(why);
    const first = typing.text(spot.row, spot.column);
    const before = typing.value(spot.row, spot.column);
    const isReplacing = replacement !== undefined && field.input !== 'choice';
    const text = isReplacing ? replacement : first;
    edit = {
      ...{ spot, itemId: item.id, field: field.path, isReplacing, first, before },
      typing: { text, onType: typed => type(typed), onLeave: () => end(null) },
    };
    if (text !== first) typing.type(spot.row, spot.column, text);
    tell();
  };
  const type = (text: string) => {
    if (edit) world().typing.type(edit.spot.row, edit.spot.column, text);
  };
  const end = (next: Spot | null) => {
    if (!edit) return;
    const { spot, before } = edit;
    edit = null;
    world().typing.end(spot.row, spot.column, before);
    if (next) go(at(next));
    else tell();
  };
  const cancel = () => {
    if (!edit) return;
    const { spot, first, before } = edit;
    edit = null;
    world().typing.back(spot.row, spot.column, first, before);
    choose(wanted);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    if (edit) return onTypingKey(event, edit);
    if (event.target.dataset.x === undefined) return;
    const { tools } = world();
    const { focus } = selection();
    const deed = deedOf(keyOf(event), selection(), size(), isFree);
    if (!deed || deed.kind === 'leave') return;
    event.preventDefault();
    if (event.key === 'Tab') home ??= focus.column;
    else if (deed.kind === 'go') home = null;
    if (deed.kind === 'go') go(deed.to);
    if (deed.kind === 'type') begin(focus, deed.text);
    if (deed.kind === 'edit') begin(focus);
    if (deed.kind === 'undo' || deed.kind === 'redo') tools[deed.kind]();
    if (deed.kind === 'clear' || deed.kind === 'fillRight' || deed.kind === 'fillDown')
      tools[deed.kind](spanOf(selection()));
    if (deed.kind === 'free') {
      isFree = true;
      wanted = at(focus);
      tell();
    }
  };
  const onTypingKey = (event: KeyboardEvent, { spot, isReplacing }: Edit) => {
    const key = keyOf(event);
    if (key.key === 'Escape') {
      event.preventDefault();
      return cancel();
    }
    // A line of its own within a long text.
    if (key.key === 'Enter' && (key.alt || key.command)) return;
    const next = afterTyping(key, spot, size(), isReplacing, home ?? spot.column);
    if (!next) return;
    event.preventDefault();
    if (key.key === 'Tab') home ??= spot.column;
    else home = null;
    end(next);
  };

  const spotUnder = (target: EventTarget | null): Spot | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-x]') : null;
    const row = cell?.closest<HTMLElement>('[data-y]');
    return cell && row ? { row: Number(row.dataset.y), column: Number(cell.dataset.x) } : null;
  };
  const isEditing = (spot: Spot) => edit !== null && isSameSpot(edit.spot, spot);

  const span = () => spanOf(selection());
  const texts = () => {
    const { top, bottom, left, right } = span();
    const rows = world()
      .rows()
      .slice(top, bottom + 1);
    return rows.map(({ cells }) => cells.slice(left, right + 1).map(({ text }) => text));
  };
  const onCopy = (event: ClipboardEvent) => {
    if (edit || !hasFocus(world().table.current)) return;
    event.preventDefault();
    const block = texts();
    event.clipboardData.setData('text/plain', writeBlock(block));
    world().say(`${block.length * (block[0]?.length ?? 0)} sel disalin.`);
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ...{ tell, selection, span, spotOf, claim },
    go: (spot: Spot) => choose(at(spot)),
    isBusy: (itemId: string, field: string) => edit?.itemId === itemId && edit.field === field,
    onCopy,
    onCut: (event: ClipboardEvent) => {
      if (edit || !hasFocus(world().table.current)) return;
      onCopy(event);
      world().tools.clear(span());
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain');
      // One value into the cell that is being typed in is the browser's own affair.
      if (text === '' || (edit && isOneCell(text))) return;
      event.preventDefault();
      end(null);
      world().tools.paste(text, span());
    },
    handlers: {
      onKeyDown,
      onPointerDown: (event: PointerEvent) => {
        const spot = spotUnder(event.target);
        if (!spot || isEditing(spot) || event.button !== 0) return;
        if (edit) end(null);
        home = null;
        go(event.shiftKey ? { anchor: selection().anchor, focus: spot } : at(spot));
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.buttons !== 1 || event.pointerType !== 'mouse' || edit) return;
        const spot = spotUnder(event.target);
        const { anchor, focus } = selection();
        if (spot && !isSameSpot(spot, focus)) go({ anchor, focus: spot });
      },
      // A finger has no second press and no keys: one tap types.
      onPointerUp: (event: PointerEvent) => {
        const spot = spotUnder(event.target);
        if (spot && event.pointerType === 'touch' && !isEditing(spot)) begin(spot);
      },
      onDoubleClick: (event: { target: EventTarget }) => {
        const spot = spotUnder(event.target);
        if (spot && !isEditing(spot)) begin(spot);
      },
    },
  };
}

const isSameSpot = (a: Spot, b: Spot) => a.row === b.row && a.column === b.column;

const keyOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Key => ({
  ...{ key, shift: shiftKey, command: ctrlKey || metaKey, alt: altKey },
});

const hasFocus = (table: HTMLTableElement | null) => table?.contains(document.activeElement) === true;

function isOneCell(text: string): boolean {
  const block = parseBlock(text);
  return block.length === 1 && block[0]?.length === 1;
}
