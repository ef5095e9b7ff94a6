import { describe, expect, it } from 'vitest';
import { afterTyping, at, deedOf, type Key, next, type Spot, spanOf } from '@/components/grid/walking';

const size = { rows: 3, columns: 4 };
const spot = (row: number, column: number): Spot => ({ row, column });
const key = (name: string, rest: Partial<Key> = {}): Key => ({
  key: name,
  shift: false,
  command: false,
  alt: false,
  ...rest,
});
const go = (name: string, from: Spot, rest?: Partial<Key>) => {
  const deed = deedOf(key(name, rest), at(from), size, false);
  return deed?.kind === 'go' ? [deed.to.focus.row, deed.to.focus.column] : deed?.kind;
};

describe('keys on a cell', () => {
  it.each([
    ['ArrowRight', spot(1, 1), {}, [1, 2]],
    ['ArrowRight', spot(1, 3), {}, [1, 3]],
    ['ArrowUp', spot(0, 2), {}, [0, 2]],
    ['ArrowDown', spot(1, 2), { command: true }, [2, 2]],
    ['Home', spot(2, 2), {}, [2, 0]],
    ['End', spot(0, 1), { command: true }, [2, 3]],
    ['Tab', spot(0, 3), {}, [1, 0]],
    ['Tab', spot(1, 0), { shift: true }, [0, 3]],
    ['Tab', spot(2, 3), {}, 'leave'],
    ['Tab', spot(0, 0), { shift: true }, 'leave'],
    ['Enter', spot(0, 0), {}, 'edit'],
    ['F2', spot(0, 0), {}, 'edit'],
    ['Delete', spot(0, 0), {}, 'clear'],
    ['z', spot(0, 0), { command: true }, 'undo'],
    ['z', spot(0, 0), { command: true, shift: true }, 'redo'],
    ['d', spot(0, 0), { command: true }, 'fillDown'],
    ['7', spot(0, 0), {}, 'type'],
    ['c', spot(0, 0), { command: true }, undefined],
    ['F5', spot(0, 0), {}, undefined],
    ['ArrowLeft', spot(1, 1), { alt: true }, undefined],
  ] as const)('%s at %o with %o', (name, from, rest, expected) => {
    expect(go(name, from, rest)).toEqual(expected);
  });
  it('Shift extends, and everything is one key away', () => {
    const selection = { anchor: spot(0, 1), focus: spot(1, 1) };
    const deed = deedOf(key('ArrowRight', { shift: true }), selection, size, false);
    expect(deed?.kind === 'go' && spanOf(deed.to)).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
    const all = deedOf(key('a', { command: true }), selection, size, false);
    expect(all?.kind === 'go' && spanOf(all.to)).toEqual({ top: 0, bottom: 2, left: 0, right: 3 });
  });
  it('after Esc, Tab leaves', () => {
    expect(deedOf(key('Escape'), at(spot(1, 1)), size, false)).toEqual({ kind: 'free' });
    expect(deedOf(key('Tab'), at(spot(1, 1)), size, true)).toEqual({ kind: 'leave' });
  });
});

describe('keys while typing', () => {
  it('Enter goes below where a row of Tabs began', () => {
    expect(afterTyping(key('Enter'), spot(0, 3), size, true, 1)).toEqual(spot(1, 1));
    expect(afterTyping(key('Enter', { shift: true }), spot(2, 3), size, false, 3)).toEqual(spot(1, 3));
  });
  it('arrows go on only when typing began on the cell itself', () => {
    expect(afterTyping(key('ArrowLeft'), spot(0, 3), size, true, 3)).toEqual(spot(0, 2));
    expect(afterTyping(key('ArrowLeft'), spot(0, 3), size, false, 3)).toBeNull();
  });
  it('letters go on typing', () => {
    expect(afterTyping(key('a'), spot(0, 3), size, true, 3)).toBeNull();
  });
});

it('reading order ends at both ends', () => {
  expect(next(spot(2, 3), 1, size)).toBeNull();
  expect(next(spot(0, 0), -1, size)).toBeNull();
});
