import { expect, it } from 'vitest';
import { GridHistory } from '@/components/grid/grid-history';
import type { Fields } from '@/lib/plan/kinds/kind';

function table(items: Record<string, Fields>) {
  const history = new GridHistory();
  const now = (id: string) => items[id] ?? {};
  const change = (id: string, fields: Fields) => {
    items[id] = { ...items[id], ...fields };
  };
  const write = (words: string, writes: [string, Fields][]) => {
    const changes = writes.map(([itemId, after]) => {
      const before = Object.fromEntries(Object.keys(after).map(path => [path, now(itemId)[path] ?? null]));
      change(itemId, after);
      return { itemId, before, after };
    });
    history.add({ words, changes });
  };
  return {
    items,
    write,
    undo: () => history.undo(now, change)?.words,
    redo: () => history.redo(now, change)?.words,
  };
}

it('takes a whole paste back at once, and does it again', () => {
  const { items, write, undo, redo } = table({ a: { unit: '%' }, b: {} });
  write('Tempelan', [
    ['a', { unit: 'orang', source: 'BPS' }],
    ['b', { unit: 'ha' }],
  ]);
  expect(undo()).toBe('Tempelan diurungkan.');
  expect(items).toEqual({ a: { unit: '%', source: null }, b: { unit: null } });
  expect(redo()).toBe('Tempelan diulang.');
  expect(items).toEqual({ a: { unit: 'orang', source: 'BPS' }, b: { unit: 'ha' } });
});

it('leaves what was changed since', () => {
  const { items, write, undo } = table({ a: {} });
  write('Tempelan', [['a', { unit: 'orang', source: 'BPS' }]]);
  items.a = { ...items.a, unit: 'KK' };
  expect(undo()).toBe('Tempelan diurungkan. 1 sel sudah berubah sesudahnya, jadi dibiarkan.');
  expect(items.a).toEqual({ unit: 'KK', source: null });
});

it('says when there is nothing, and forgets what was undone once something new is done', () => {
  const { write, undo, redo } = table({ a: {} });
  expect(undo()).toBeUndefined();
  write('Ketikan', [['a', { unit: 'orang' }]]);
  undo();
  write('Ketikan', [['a', { unit: 'KK' }]]);
  expect(redo()).toBeUndefined();
});
