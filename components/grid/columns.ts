import { kinds } from '@/lib/plan/kinds/all';
import type { Field, Years } from '@/lib/plan/kinds/kind';

const writable: readonly Field['input'][] = ['text', 'paragraph', 'choice', 'integer', 'cell'];

/** What nearly every spreadsheet of a department has; the rest is one click away. */
const usual = [
  'title',
  'unit',
  'direction',
  'accumulation',
  'valueType',
  'source',
  'baselineYear',
  'baseline',
];

/** The columns of the grid, from the fields of the kind: the usual ones, or all that can be typed in a cell. */
export function gridColumns(plan: Years, isFull: boolean): Field[] {
  return kinds.indicator
    .fields(plan)
    .filter(({ input }) => writable.includes(input))
    .filter(({ path, year }) => isFull || year !== undefined || usual.includes(path));
}

/** A column's head: years stand alone, the rest by its label. */
export const columnHead = ({ label, year }: Field) => (year === undefined ? label : String(year));

const widths: Record<string, string> = { paragraph: '16rem', integer: '6rem', cell: '5.75rem' };

/** How wide the columns are, the last one of readiness with them; fixed, so that typing moves nothing. */
export const gridWidths = (columns: readonly Field[]) =>
  [
    ...columns.map(({ path, input }) => (path === 'title' ? '16rem' : (widths[input] ?? '8.25rem'))),
    '8.5rem',
  ].join(' ');
