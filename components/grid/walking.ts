/** A cell of the grid by its numbers, from 0. */
export type Spot = { row: number; column: number };
/** From where the arrow keys extend, and where they stand. */
export type Selection = { anchor: Spot; focus: Spot };
export type Size = { rows: number; columns: number };
export type Span = { top: number; bottom: number; left: number; right: number };

export type Key = { key: string; shift: boolean; command: boolean; alt: boolean };

/** What a key means while nothing is being typed. */
export type Deed =
  | { kind: 'go'; to: Selection }
  | { kind: 'type'; text: string }
  | { kind: 'edit' | 'clear' | 'fillRight' | 'fillDown' | 'undo' | 'redo' | 'free' }
  /** Tab goes to the next cell; at the end, or after Esc, it leaves the grid. */
  | { kind: 'leave' };

const page = 10;

export function spanOf({ anchor, focus }: Selection): Span {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export const at = (spot: Spot): Selection => ({ anchor: spot, focus: spot });

/** The nearest cell that exists. */
export const within = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({
  row: Math.min(Math.max(row, 0), rows - 1),
  column: Math.min(Math.max(column, 0), columns - 1),
});

/** @param isFree Esc was pressed just before: Tab leaves the grid */
export function deedOf(
  { key, shift, command, alt }: Key,
  selection: Selection,
  size: Size,
  isFree: boolean,
): Deed | null {
  if (alt) return null;
  const { anchor, focus } = selection;
  const go = (spot: Spot): Deed => {
    const to = within(spot, size);
    return { kind: 'go', to: shift ? { anchor, focus: to } : at(to) };
  };
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = focus;
  switch (key) {
    case 'ArrowUp':
      return go({ row: command ? 0 : row - 1, column });
    case 'ArrowDown':
      return go({ row: command ? last.row : row + 1, column });
    case 'ArrowLeft':
      return go({ row, column: command ? 0 : column - 1 });
    case 'ArrowRight':
      return go({ row, column: command ? last.column : column + 1 });
    case 'Home':
      return go({ row: command ? 0 : row, column: 0 });
    case 'End':
      return go({ row: command ? last.row : row, column: last.column });
    case 'PageUp':
      return go({ row: row - page, column });
    case 'PageDown':
      return go({ row: row + page, column });
    case 'Tab': {
      const to = isFree || command ? null : next(focus, shift ? -1 : 1, size);
      return to ? { kind: 'go', to: at(to) } : { kind: 'leave' };
    }
    case 'Enter':
    case 'F2':
      return command ? null : { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'free' };
  }
  if (command) return commandOf(key.toLowerCase(), shift, last);
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}

function commandOf(key: string, shift: boolean, last: Spot): Deed | null {
  switch (key) {
    case 'a':
      return { kind: 'go', to: { anchor: { row: 0, column: 0 }, focus: last } };
    case 'z':
      return { kind: shift ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'r':
      return { kind: 'fillRight' };
    case 'd':
      return { kind: 'fillDown' };
    default:
      return null;
  }
}

/** The next cell in reading order; null behind the last and before the first. */
export function next({ row, column }: Spot, step: 1 | -1, { rows, columns }: Size): Spot | null {
  const place = row * columns + column + step;
  return place < 0 || place >= rows * columns
    ? null
    : { row: Math.floor(place / columns), column: place % columns };
}

/**
 * Where one stands after what was typed is taken; null when the key goes on typing.
 * @param isReplacing typing began on the cell itself: arrows go on to the next cell, as in a spreadsheet
 * @param home the column where a row of Tabs began; Enter goes back below it
 */
export function afterTyping(
  { key, shift, command, alt }: Key,
  spot: Spot,
  size: Size,
  isReplacing: boolean,
  home: number,
): Spot | null {
  if (command || alt) return null;
  const { row, column } = spot;
  switch (key) {
    case 'Enter':
      return within({ row: row + (shift ? -1 : 1), column: home }, size);
    case 'Tab':
      return next(spot, shift ? -1 : 1, size) ?? spot;
    case 'ArrowUp':
      return isReplacing ? within({ row: row - 1, column }, size) : null;
    case 'ArrowDown':
      return isReplacing ? within({ row: row + 1, column }, size) : null;
    case 'ArrowLeft':
      return isReplacing ? within({ row, column: column - 1 }, size) : null;
    case 'ArrowRight':
      return isReplacing ? within({ row, column: column + 1 }, size) : null;
    default:
      return null;
  }
}
