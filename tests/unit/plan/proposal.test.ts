import { describe, expect, it } from 'vitest';
import { parseBlock } from '@/lib/plan/block';
import { kinds } from '@/lib/plan/kinds/all';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { countProposal, propose, type Row, readyFields } from '@/lib/plan/proposal';

const plan = { baselineYear: 2024, years: [2025, 2026, 2027] };
const columns = kinds.indicator
  .fields(plan)
  .filter(
    ({ path, year }) =>
      year || ['title', 'unit', 'direction', 'valueType', 'baselineYear', 'baseline'].includes(path),
  );
const columnOf = (path: string) => columns.findIndex(field => field.path === path);
const row = (id: string, fields: Fields = {}): Row => ({ id, fields: { valueType: 'number', ...fields } });
const fresh = (index: number): Row => row(`baru-${index}`);
const paste = (
  text: string,
  {
    rows = [row('a'), row('b')],
    at = 'baseline',
    y = 0,
    height = 1,
    width = 1,
    habit = undefined as 'local' | 'english' | undefined,
  } = {},
) => propose(parseBlock(text), columns, rows, { row: y, column: columnOf(at), height, width }, fresh, habit);
const cell = (low: string) => ({ ...emptyCell, low });

describe('what a pasted block would write', () => {
  it('lands where one stands, cell by cell', () => {
    const made = paste('10,5\t11\t12\n20\t21\t22');
    expect(made.rows.map(readyFields)).toEqual([
      { baseline: cell('10.5'), 'milestones.2025': cell('11'), 'milestones.2026': cell('12') },
      { baseline: cell('20'), 'milestones.2025': cell('21'), 'milestones.2026': cell('22') },
    ]);
    expect(countProposal(made)).toEqual({ rows: 2, soundRows: 2, ready: 6, doubtful: 0, refused: 0 });
  });
  it('leaves out what stands there already', () => {
    const made = paste('10,5\t11', { rows: [row('a', { baseline: cell('10.5') })] });
    expect(made.rows.map(readyFields)).toEqual([{ 'milestones.2025': cell('11') }]);
  });
  it('says what cannot be read, and keeps the rest', () => {
    const made = paste('sekitar 5\t11\n1.234\t2');
    expect(countProposal(made)).toEqual({ rows: 2, soundRows: 0, ready: 2, doubtful: 1, refused: 1 });
    expect(made.rows[0]?.cells.baseline).toMatchObject({ kind: 'refused', text: 'sekitar 5' });
    expect(made.rows[1]?.cells.baseline).toMatchObject({
      kind: 'doubtful',
      options: [
        { label: '1.234', value: cell('1234') },
        { label: '1,234', value: cell('1.234') },
      ],
    });
  });
  it('reads what is doubtful as its neighbours are written', () => {
    expect(paste('1.234\t10,5').rows[0]?.cells.baseline).toMatchObject({ value: cell('1234') });
    expect(paste('1.234\t10.5').rows[0]?.cells.baseline).toMatchObject({ value: cell('1.234') });
    expect(paste('1,234\t10.5').rows[0]?.cells.baseline).toMatchObject({ value: cell('1234') });
    expect(paste('1.234\t10.5\t3,5').rows[0]?.cells.baseline).toMatchObject({ kind: 'doubtful' });
    expect(paste('1.234', { habit: 'local' }).rows[0]?.cells.baseline).toMatchObject({ value: cell('1234') });
  });
  it('reads values after what decides how', () => {
    const made = paste('Predikat\tBB', { rows: [row('a')], at: 'valueType' });
    // Between the two columns stands the baseline's year, which no grade can be.
    expect(made.rows[0]?.cells.baselineYear).toMatchObject({ kind: 'refused' });
    expect(paste('predikat\t2023\tBB', { rows: [row('a')], at: 'valueType' }).rows.map(readyFields)).toEqual([
      { valueType: 'category', baselineYear: 2023, baseline: { ...emptyCell, text: 'BB' } },
    ]);
  });
  it('takes choices by their label, or the beginning of just one', () => {
    const read = (text: string) =>
      paste(text, { rows: [row('a')], at: 'direction' }).rows[0]?.cells.direction;
    expect(read('turun')).toMatchObject({ value: 'down' });
    expect(read('DALAM  RENTANG')).toMatchObject({ value: 'range' });
    expect(read('positif')).toMatchObject({ kind: 'refused' });
  });
  it('makes new rows of what lies below the table, not of empty lines', () => {
    const made = paste('1\n2\n\n3', { rows: [row('a')] });
    expect(made.rows.map(({ id, isNew }) => [id, isNew])).toEqual([
      ['a', false],
      ['baru-0', true],
      ['baru-2', true],
    ]);
  });
  it('tells of columns beside the table', () => {
    expect(paste('1\t2\t3', { at: 'milestones.2026' }).columnsOutside).toBe(1);
  });
  it('repeats one cell over all that is chosen', () => {
    const made = paste('7', { height: 2, width: 2 });
    expect(countProposal(made).ready).toBe(4);
  });
  it('writes nothing into a row that is handed in', () => {
    const made = paste('1', { rows: [{ ...row('a'), barred: 'Sudah diajukan.' }] });
    expect(made.rows[0]?.cells.baseline).toEqual({ kind: 'refused', text: '1', message: 'Sudah diajukan.' });
  });
  it('accounts for every cell of the block', () => {
    const made = paste('a\tb\n1\t2\n3\t4', { rows: [row('a'), row('b'), row('c')] });
    expect(made.rows.flatMap(({ cells }) => Object.keys(cells))).toHaveLength(6);
  });
});
