import { findHead, headLabels, recogniseColumns } from '@/lib/exchange/import/columns';
import { dryRun, finish } from '@/lib/exchange/import/dry-run';
import type { Answers, DryRunInput, PlanView, Rights } from '@/lib/exchange/import/ground';
import type { DryRun } from '@/lib/exchange/import/report';
import type { Merge, Sheet, SheetCell } from '@/lib/exchange/sheet';
import type { PlanItem } from '@/lib/plan/item';
import { type Cell, emptyCell, type Fields } from '@/lib/plan/kinds/kind';

/** A sheet from plain values: numbers are numbers, the rest is text. */
export function sheetOf(rows: (string | number | null)[][], merges: Merge[] = [], name = 'Lembar1'): Sheet {
  return { name, isHidden: false, merges, rows: rows.map(row => row.map(cellFor)) };
}

function cellFor(value: string | number | null): SheetCell {
  if (value === null || value === '') return { text: '', kind: 'empty' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  return { text: value, kind: value.startsWith('#') ? 'error' : 'text' };
}

export const cell = (low: string, more: Partial<Cell> = {}): Cell => ({ ...emptyCell, low, ...more });

const trunk = {
  ...{ planId: 'plan', parentTitle: null, version: 1, illustrative: false },
  ...{ selfApproved: false, archivedAt: null },
};

let position = 0;

export function item(
  kind: PlanItem['kind'],
  id: string,
  parentId: string | null,
  fields: Fields,
  more: Partial<PlanItem> = {},
): PlanItem {
  position += 1;
  return {
    ...trunk,
    ...{ supporterIds: [], status: 'draft' as const, mergedIntoId: null, successor: null },
    ...{ leftOutReason: null, copiedFromId: null },
    ...{ id, kind, parentId, dimensionId: 'd1', departmentId: 'kes', position: `a${position}` },
    ...{ fields, ...more },
  };
}

export const smallPlan: PlanItem[] = [
  item('goal', 'g1', null, { title: 'Meningkatnya kualitas hidup' }),
  item('target', 's1', 'g1', { title: 'Meningkatnya derajat kesehatan masyarakat', subdimensionId: 'sub1' }),
  item(
    'indicator',
    'i1',
    's1',
    {
      ...{ title: 'Prevalensi stunting', code: 'A-01', unit: '%', valueType: 'number', precision: 2 },
      ...{
        baselineYear: 2024,
        baseline: cell('11.34'),
        'milestones.2025': cell('10.8'),
        'milestones.2026': cell('10'),
      },
    },
    { version: 3 },
  ),
  item('indicator', 'i2', 's1', {
    ...{ title: 'Umur harapan hidup', unit: 'tahun', valueType: 'number', baselineYear: 2024 },
    ...{ baseline: cell('73.9'), 'milestones.2025': cell('74', { illustrative: true }) },
  }),
  item(
    'indicator',
    'i3',
    's1',
    { title: 'Rumah layak huni', unit: '%' },
    { departmentId: 'pu', status: 'submitted' },
  ),
];

export const view: PlanView = {
  region: 'Kabupaten Contoh',
  plan: { baselineYear: 2024, years: [2025, 2026, 2027] },
  items: smallPlan,
  dimensions: [
    { id: 'd1', code: 'AA', name: 'Hidup Baik' },
    { id: 'd2', code: 'BB', name: 'Tata Desa' },
  ],
  subdimensions: [{ id: 'sub1', code: 'AA1', name: 'Kesehatan', dimensionId: 'd1' }],
  departments: [
    { id: 'kes', code: 'DINSEHAT', name: 'Dinas Kesehatan' },
    { id: 'pu', code: 'DPU', name: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
  ],
};

export const rightsOf = (...own: string[]): Rights => ({
  create: id => own.includes(id),
  own: ({ departmentId }) => own.includes(departmentId),
  edit: ({ departmentId, status }) => own.includes(departmentId) && ['draft', 'returned'].includes(status),
});

export const noAnswers: Answers = { cells: {}, departments: {}, clashes: {} };

/** A dry run of a sheet whose columns are recognised, as somebody of the health department. */
export function tried(sheet: Sheet, over: Partial<DryRunInput> = {}): DryRun {
  return finish(dryRun(inputOf(sheet, over)));
}

export function inputOf(sheet: Sheet, over: Partial<DryRunInput> = {}): DryRunInput {
  const plan = over.view?.plan ?? view.plan;
  const head = over.head ?? findHead(sheet, plan) ?? { row: 0, rows: 1 };
  return {
    ...{ importId: 'imp', sheetIndex: 0, sheet, head },
    meanings: recogniseColumns(headLabels(sheet, head), plan).map(({ meaning }) => meaning),
    ...{ answers: noAnswers, defaults: { dimensionId: 'd1', departmentId: 'kes' } },
    ...{ view, rights: rightsOf('kes'), newer: new Map() },
    ...over,
  };
}
