import { expect, test } from 'vitest';
import { isShareColumn, readForeignValue } from '@/lib/plan/foreign-value';

const percent = { valueType: 'number', precision: null, unit: 'Persen', isShareColumn: true };

test.each([
  ['0.65', '65'],
  ['0,655', '65.5'],
  ['1', '100'],
  ['0,001', '0.1'],
])('takes %s for %s percent where the column holds shares', (text, low) => {
  const { reading, note } = readForeignValue(text, percent);
  expect(reading).toEqual({ kind: 'number', low });
  expect(note).toContain('dibaca sebagai');
});

test.each([
  ['0.65', { ...percent, isShareColumn: false }],
  ['0.65', { ...percent, unit: 'Indeks' }],
  ['0', percent],
  ['65%', percent],
  ['65', percent],
])('leaves %s as it is otherwise', (text, context) => {
  const { reading, note } = readForeignValue(text, context);
  expect(reading).toEqual({ kind: 'number', low: text.replace('%', '') });
  expect(note).toBeNull();
});

test.each(['NA', '#N/A', ' n/a '])('understands %j as absent', text => {
  expect(readForeignValue(text, percent).reading).toEqual({ kind: 'absent' });
});

test.each(['#VALUE!', '#DIV/0!', '#REF!', 'Err:502', '#####'])('does not understand %s', text => {
  expect(readForeignValue(text, percent).reading).toEqual({ kind: 'unreadable' });
});

test.each(['-', '–', '—', '', ' \n'])('takes %j for empty', text => {
  expect(readForeignValue(text, percent).reading).toEqual({ kind: 'empty' });
});

test.each(['\n73,98 \r\n', '\u00a073,98', '73,98\t'])('overlooks what surrounds %j', text => {
  expect(readForeignValue(text, percent).reading).toEqual({ kind: 'number', low: '73.98' });
});

test('a column of shares has nothing else, and something broken', () => {
  expect(isShareColumn(['0,65', '0,7', '', 'N/A', '1'])).toBe(true);
  expect(isShareColumn(['0', '1', '1'])).toBe(false);
  expect(isShareColumn(['0,65', '65'])).toBe(false);
  expect(isShareColumn(['65%', '0,5', 'abc'])).toBe(false);
  expect(isShareColumn([])).toBe(false);
});
