import { expect, test } from 'vitest';
import { printedColumns } from '@/lib/books/print-widths';
import { tableDocument } from '@/tests/support/table-document';

const room = 105;

test('leaves out what only sheets show, and shares the whole line', () => {
  const columns = printedColumns(tableDocument(60), room);
  expect(columns.map(({ label }) => label)).not.toContain('Data contoh');
  expect(columns[0]).toMatchObject({ label: 'Kode', index: 3 });
  expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('gives a long number the room it needs, and description what is left', () => {
  const columns = printedColumns(tableDocument(60), room);
  const shareOf = (label: string) => columns.find(column => column.label === label)?.share ?? 0;
  expect(shareOf('2026') * room).toBeGreaterThan('1.062.961.500'.length * 0.5);
  expect(shareOf('Uraian')).toBeGreaterThan(shareOf('2026'));
});

test('breaks words only when the columns ask for more than there is', () => {
  expect(printedColumns(tableDocument(60), room).every(({ longestWord }) => longestWord >= 16)).toBe(true);
  expect(printedColumns(tableDocument(60), 300).some(({ longestWord }) => longestWord > 30)).toBe(true);
  expect(printedColumns(tableDocument(60), 20).every(({ longestWord }) => longestWord < 16)).toBe(true);
});
