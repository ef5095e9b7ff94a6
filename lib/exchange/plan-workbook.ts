import { type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';
import { kinds } from '@/lib/plan/kinds/all';
import type { Cell } from '@/lib/plan/kinds/kind';
import type { MatrixRow } from '@/lib/plan/matrix';
import { showCell } from '@/lib/plan/numbers';
import type { DimensionView } from '@/lib/plan/read/frame';
import { statusLabels } from '@/lib/plan/workflow';

type Plan = {
  name: string;
  baselineYear: number;
  years: readonly number[];
  revision: number;
  headHash: string;
};
type Input = {
  region: string;
  plan: Plan;
  rows: readonly MatrixRow[];
  dimensions: readonly DimensionView[];
  at: Date;
};

/**
 * The plan as a workbook: one row an item, one column a year; single numbers are numbers,
 * ranges and grades are text, an absence is its reason in words.
 */
export function planWorkbook({ region, plan, rows, dimensions, at }: Input): Promise<Uint8Array> {
  const date = at.toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
  const heads = [
    'Dimensi',
    'Jenis',
    'Kode',
    'Uraian',
    'OPD',
    'Status',
    'Satuan',
    'Tahun awal',
    'Kondisi awal',
  ];
  const codes = new Map(dimensions.map(({ id, code }) => [id, code]));
  const lines: CellValue[][] = [
    [`${plan.name} (DRAF)`],
    [`${region}, revisi ${plan.revision}, ${date}, rantai ${plan.headHash}`],
    [...heads, ...plan.years.map(String), 'Data contoh'],
    ...rows.map(row => lineOf(row, codes)),
  ];
  const widths = [9, 10, 9, 60, 20, 14, 14, 11, 14, ...plan.years.map(() => 12), 14];
  const columns: ColumnDef[] = widths.map(width => ({ width }));
  return writeXlsx({
    sheets: [
      {
        name: 'Rencana',
        columns,
        rows: lines,
        freezePane: { rows: 3, columns: 4 },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  });
}

function lineOf(row: MatrixRow, codes: ReadonlyMap<string, string>): CellValue[] {
  const examples = [row.baseline, ...row.cells].some(({ illustrative }) => illustrative);
  return [
    (row.dimensionId && codes.get(row.dimensionId)) ?? 'Daerah',
    ...[kinds[row.kind].label, row.code, row.title, row.departmentCode, statusLabels[row.status], row.unit],
    row.baselineYear,
    ...(row.kind === 'indicator'
      ? [
          cellValue(row.baseline, 'tidak ada data'),
          ...row.cells.map(cell => cellValue(cell, 'tidak ditargetkan')),
        ]
      : []),
    ...(row.kind === 'indicator' && examples ? ['ya'] : []),
  ];
}

function cellValue(cell: Cell, absence: string): CellValue {
  if (cell.low !== null && cell.high === null) return Number(cell.low);
  return showCell(cell) || (cell.skipReason ? `${absence}: ${cell.skipReason}` : null);
}
