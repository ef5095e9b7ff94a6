import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
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
  rows: readonly RowView[];
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
  text: string;
  isReplacing: boolean;
  first: string;
  before: FieldValue;
};

/** Which cell the keyboard is at, what is chosen, and what is being typed there. */
export function useWalk({ rows, columns, table, typing, tools, say }: World) {
  const size = { rows: rows.length, columns: columns.length };
  const [wanted, setSelection] = useState<Selection>(at({ row: 0, column: 0 }));
  const selection = { anchor: within(wanted.anchor, size), focus: within(wanted.focus, size) };
  const [edit, setEdit] = useState<Edit | null>(null);
  const isFree = useRef(false);
  const isOurs = useRef(false);
  const home = useRef<number | null>(null);
  const { focus } = selection;

  useLayoutEffect(() => {
    if (!isOurs.current || edit) return;
    isOurs.current = false;
    table.current?.querySelector<HTMLElement>(`#sel-${focus.row}-${focus.column}`)?.focus();
  });

  const go = (to: Selection) => {
    isOurs.current = true;
    isFree.current = false;
    say('');
    setSelection(to);
  };
  const begin = (spot: Spot, replacement?: string) => {
    const [item, field] = [rows[spot.row]?.item, columns[spot.column]];
    const why = typing.why(spot.row);
    if (!item || !field || why) return say(why);
    const first = typing.text(spot.row, spot.column);
    const before = typing.value(spot.row, spot.column);
    const isChoice = field.input === 'choice';
    const text = replacement === undefined || isChoice ? first : replacement;
    setEdit({
      spot,
      itemId: item.id,
      field: field.path,
      text,
      isReplacing: replacement !== undefined && !isChoice,
      first,
      before,
    });
    if (text !== first) typing.type(spot.row, spot.column, text);
  };
  const type = (text: string) => {
    if (!edit) return;
    setEdit({ ...edit, text });
    typing.type(edit.spot.row, edit.spot.column, text);
  };
  const end = (next: Spot | null) => {
    if (!edit) return;
    typing.end(edit.spot.row, edit.spot.column, edit.before);
    setEdit(null);
    if (next) go(at(next));
  };
  const cancel = () => {
    if (!edit) return;
    typing.back(edit.spot.row, edit.spot.column, edit.first, edit.before);
    setEdit(null);
    isOurs.current = true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    if (edit) return onTypingKey(event, edit);
    if (event.target.dataset.x === undefined) return;
    const deed = deedOf(keyOf(event), selection, size, isFree.current);
    if (!deed || deed.kind === 'leave') return;
    event.preventDefault();
    if (event.key === 'Tab') home.current ??= focus.column;
    else if (deed.kind === 'go') home.current = null;
    if (deed.kind === 'go') go(deed.to);
    if (deed.kind === 'type') begin(focus, deed.text);
    if (deed.kind === 'edit') begin(focus);
    if (deed.kind === 'undo' || deed.kind === 'redo') tools[deed.kind]();
    if (deed.kind === 'clear' || deed.kind === 'fillRight' || deed.kind === 'fillDown')
      tools[deed.kind](spanOf(selection));
    if (deed.kind === 'free') {
      isFree.current = true;
      setSelection(at(focus));
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
    const isChoice = columns[spot.column]?.input === 'choice';
    const next = afterTyping(key, spot, size, isReplacing && !isChoice, home.current ?? spot.column);
    if (!next) return;
    event.preventDefault();
    if (key.key === 'Tab') home.current ??= spot.column;
    else home.current = null;
    end(next);
  };

  const spotOf = (target: EventTarget | null): Spot | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-x]') : null;
    const row = cell?.closest<HTMLElement>('[data-y]');
    return cell && row ? { row: Number(row.dataset.y), column: Number(cell.dataset.x) } : null;
  };
  const isEditing = (spot: Spot) => edit?.spot.row === spot.row && edit.spot.column === spot.column;

  const span = spanOf(selection);
  const texts = () =>
    rows
      .slice(span.top, span.bottom + 1)
      .map(({ cells }) => cells.slice(span.left, span.right + 1).map(({ text }) => text));
  const onCopy = (event: ClipboardEvent) => {
    if (edit || !hasFocus(table.current)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(texts()));
    const count = (span.bottom - span.top + 1) * (span.right - span.left + 1);
    say(`${count} sel disalin.`);
  };
  return {
    selection,
    go: (spot: Spot) => {
      isOurs.current = true;
      setSelection(at(spot));
    },
    chosen: useSame<[number, number]>([span.left, span.right]),
    typing: useTyping(edit, type, () => end(null)),
    isBusy: (itemId: string, field: string) => edit?.itemId === itemId && edit.field === field,
    onCopy,
    onCut: (event: ClipboardEvent) => {
      if (edit || !hasFocus(table.current)) return;
      onCopy(event);
      tools.clear(span);
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain');
      // One value into the cell that is being typed in is the browser's own affair.
      if (text === '' || (edit && isOneCell(text))) return;
      event.preventDefault();
      end(null);
      tools.paste(text, span);
    },
    handlers: {
      onKeyDown,
      onPointerDown: (event: PointerEvent) => {
        const spot = spotOf(event.target);
        if (!spot || isEditing(spot) || event.button !== 0) return;
        if (edit) end(null);
        home.current = null;
        go(event.shiftKey ? { anchor: selection.anchor, focus: spot } : at(spot));
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.buttons !== 1 || event.pointerType !== 'mouse' || edit) return;
        const spot = spotOf(event.target);
        if (spot && (spot.row !== focus.row || spot.column !== focus.column))
          go({ anchor: selection.anchor, focus: spot });
      },
      // A finger has no second press and no keys: one tap types.
      onPointerUp: (event: PointerEvent) => {
        const spot = spotOf(event.target);
        if (spot && event.pointerType === 'touch' && !isEditing(spot)) begin(spot);
      },
      onDoubleClick: (event: { target: EventTarget }) => {
        const spot = spotOf(event.target);
        if (spot && !isEditing(spot)) begin(spot);
      },
    },
  };
}

/** What the editor needs, the same object as long as the same text is being typed. */
function useTyping(edit: Edit | null, type: (text: string) => void, leave: () => void): Typing | null {
  const latest = useRef({ type, leave });
  latest.current = { type, leave };
  const known = useRef<Typing | null>(null);
  if (!edit) known.current = null;
  else if (known.current?.text !== edit.text)
    known.current = {
      ...{ text: edit.text, isReplacing: edit.isReplacing },
      onType: text => latest.current.type(text),
      onLeave: () => latest.current.leave(),
    };
  return known.current;
}

function useSame<Value extends readonly unknown[]>(value: Value): Value {
  const known = useRef(value);
  if (value.some((part, index) => part !== known.current[index])) known.current = value;
  return known.current;
}

const keyOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Key => ({
  ...{ key, shift: shiftKey, command: ctrlKey || metaKey, alt: altKey },
});

const hasFocus = (table: HTMLTableElement | null) => table?.contains(document.activeElement) === true;

function isOneCell(text: string): boolean {
  const block = parseBlock(text);
  return block.length === 1 && block[0]?.length === 1;
}
