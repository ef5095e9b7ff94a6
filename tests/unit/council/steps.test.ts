import { expect, test } from 'vitest';
import { stepOf, turnOf } from '@/components/presentation/steps';

const press = (key: string, at: number, held = {}) =>
  stepOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }, at, 8);

test('keys lead on and back, and stop at the ends', () => {
  expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Home', 'End'].map(key => press(key, 3))).toEqual([
    ...[4, 4, 2, 2, 0, 7],
  ]);
  expect([press('ArrowLeft', 0), press('PageDown', 7)]).toEqual([null, null]);
});

test('other keys, and keys that mean something to the browser, are left alone', () => {
  expect(['ArrowDown', 'ArrowUp', ' ', 'Tab', 'toString'].map(key => press(key, 3))).toEqual(
    Array(5).fill(null),
  );
  expect(press('ArrowLeft', 3, { altKey: true })).toBeNull();
  expect(press('End', 3, { ctrlKey: true })).toBeNull();
});

test('a finger turns only when it goes across', () => {
  const from = { x: 200, y: 300 };
  expect(turnOf(from, { x: 100, y: 310 })).toBe(1);
  expect(turnOf(from, { x: 300, y: 290 })).toBe(-1);
  expect(turnOf(from, { x: 160, y: 300 })).toBe(0);
  expect(turnOf(from, { x: 100, y: 200 })).toBe(0);
  expect(turnOf(null, { x: 0, y: 0 })).toBe(0);
});
