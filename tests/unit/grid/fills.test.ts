import { expect, it } from 'vitest';
import { fill } from '@/components/grid/fills';
import type { RowView } from '@/components/grid/row-view';
import { kinds } from '@/lib/plan/kinds/all';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';

const plan = { baselineYear: 2024, years: [2025, 2026] };
const columns = kinds.indicator.fields(plan).filter(({ input }) => input === 'cell');
const row = (id: string, fields: Fields) =>
  ({ item: { id, isEditable: true }, fields }) as unknown as RowView;
const all = (rows: number) => ({ top: 0, bottom: rows - 1, left: 0, right: columns.length - 1 });
const number = { ...emptyCell, low: '5' };
const reasoned = { ...emptyCell, skipReason: 'Survei dua tahun sekali.' };

it('emptying cells keeps the reasons for which others are empty', () => {
  const rows = [row('a', { 'milestones.2025': number, 'milestones.2026': reasoned })];
  expect(fill('clear', rows, columns, all(1))).toEqual([
    { itemId: 'a', fields: { 'milestones.2025': emptyCell } },
  ]);
});

it('an empty cell that is copied takes no reason away', () => {
  const rows = [row('a', { 'milestones.2025': number }), row('b', { 'milestones.2026': reasoned })];
  expect(fill('down', rows, columns, all(2))).toEqual([
    { itemId: 'b', fields: { 'milestones.2025': number } },
  ]);
});
