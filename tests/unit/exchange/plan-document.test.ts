import { describe, expect, it } from 'vitest';
import { planDocument } from '@/lib/exchange/plan-document';
import { type Cell, emptyCell } from '@/lib/plan/kinds/kind';
import type { MatrixRow } from '@/lib/plan/matrix';

const years = [2025, 2026];
const cell = (over: Partial<Cell>): Cell => ({ ...emptyCell, ...over });
const row = (over: Partial<MatrixRow>): MatrixRow => ({
  elsewhere: [],
  ...{ id: 'i', kind: 'indicator', code: 'K-1', title: 'Cakupan', status: 'submitted' },
  ...{ selfApproved: false, illustrative: false, version: 4, dimensionId: 'x', subdimensionCode: 'X11' },
  ...{
    departmentCode: 'DINAS',
    priority: '',
    rank: null,
    unit: '%',
    direction: 'up',
    precision: 1,
    dataSeries: '',
    baselineYear: 2024,
  },
  ...{ baseline: cell({ low: '50' }), cells: [cell({ low: '55.25' }), cell({ low: '60', high: '65' })] },
  ...over,
});
const frame = {
  region: { name: 'Kabupaten Uji', contact: '', headTitle: '', isDemo: false, revision: 1 },
  plan: {
    ...{
      id: 'p',
      name: 'Rencana uji',
      baselineYear: 2024,
      years,
      phase: 'drafting' as const,
      ordinal: 1,
      standing: null,
    },
    ...{ revision: 7, headHash: 'abc', hasReference: false },
  },
  dimensions: [
    {
      ...{ id: 'x', code: 'X1', slug: 'x1', name: 'Dimensi X', colour: '#112233', icon: 'leaf' },
      ...{ coordinatorId: null, decree: null },
    },
  ],
  subdimensions: [{ id: 's', dimensionId: 'x', code: 'X11', name: 'Sub X' }],
  departments: [{ id: 'a', code: 'DINAS', name: 'Dinas', kind: 'DEPARTMENT' }],
};
const at = new Date('2026-11-26T01:00:00Z');
const documentOf = (rows: MatrixRow[], filter = {}) =>
  planDocument({ frame, rows, filter, person: 'Bu Sari', at });

describe('the plan as a document', () => {
  it('has a cell for every column, numbers as numbers and everything else as text', () => {
    const document = documentOf([row({})]);
    const [heading, record] = document.rows;
    expect(heading).toMatchObject({ kind: 'heading', level: 1, text: 'X1 Dimensi X', colour: '#112233' });
    if (record?.kind !== 'record') throw new Error('no record');
    expect(record.cells).toHaveLength(document.columns.length);
    expect(record.cells.slice(9, 12)).toEqual([
      { amount: 50, digits: 1, shown: '50,0' },
      { amount: 55.25, digits: 2, shown: '55,25' },
      '60,0–65,0',
    ]);
  });

  it('marks examples, and never makes a number of more digits than one holds', () => {
    const cells = [cell({ low: '10', illustrative: true }), cell({ low: '1234567890123456.5' })];
    const [, record] = documentOf([row({ cells })]).rows;
    if (record?.kind !== 'record') throw new Error('no record');
    expect(record.cells[10]).toEqual({ amount: 10, digits: 1, shown: '10,0*' });
    expect(record.cells[11]).toBe('1.234.567.890.123.456,5');
  });

  it('says once why values are absent, beside the row in sheets and in the notes on paper', () => {
    const why = { skipReason: 'Diganti mulai 2025.' };
    const document = documentOf([
      row({ baseline: cell({ skipReason: 'Baru.' }), cells: [cell(why), cell(why)] }),
    ]);
    const [, record] = document.rows;
    if (record?.kind !== 'record') throw new Error('no record');
    expect(record.cells.slice(9, 12)).toEqual(['tidak ada data', 'tidak ditargetkan', 'tidak ditargetkan']);
    expect(record.cells.at(-3)).toBe('kondisi awal: Baru. 2025, 2026: Diganti mulai 2025.');
    expect(document.notes.slice(2)).toEqual([
      'K-1: kondisi awal: Baru.',
      'K-1: 2025, 2026: Diganti mulai 2025.',
    ]);
  });

  it('carries region, years, version, chain, filter, who and when', () => {
    const document = documentOf([], { dimension: 'x1', status: 'returned', search: 'gizi' });
    expect(document.facts.map(({ value }) => value)).toEqual([
      ...['Kabupaten Uji', '2025–2026, kondisi awal 2024'],
      expect.stringMatching(/^Revisi 7, 26 November 2026/),
      ...['abc', 'Dimensi X, status dikembalikan, memuat “gizi”'],
    ]);
    expect(document.footer).toMatch(/^Kabupaten Uji, revisi 7\. Diunduh .+ oleh Bu Sari\.$/);
    expect(document.isDraft).toBe(true);
  });

  it('shows a goal or target as a heading on paper and as a row in sheets', () => {
    const document = documentOf([row({ kind: 'target', title: 'Sehat', cells: [] })]);
    const [, heading] = document.rows;
    expect(heading).toMatchObject({
      kind: 'heading',
      level: 3,
      text: 'Sasaran: Sehat',
      aside: 'DINAS, diajukan',
    });
    expect(heading?.cells?.slice(0, 5)).toEqual(['X1', 'X11', 'Sasaran', 'K-1', 'Sehat']);
  });

  it('has the decided place beside the owner’s own mark, in a column and on paper', () => {
    const document = documentOf([row({ kind: 'target', cells: [], priority: 'Utama', rank: 2 })]);
    const [, heading] = document.rows;
    const at = document.columns.findIndex(({ label }) => label === 'Prioritas OPD');
    expect(document.columns[at + 1]?.label).toBe('Peringkat koordinator');
    expect(heading?.cells).toHaveLength(document.columns.length);
    expect(heading?.cells?.slice(at, at + 2)).toEqual(['Utama', { amount: 2, digits: 0, shown: '2' }]);
    expect(heading).toMatchObject({ aside: 'DINAS, diajukan, prioritas utama, peringkat 2' });
  });
});
