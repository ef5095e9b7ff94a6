import type { Column, Row, TableDocument, Value } from '@/lib/books/document';
import { departmentLabel } from '@/lib/plan/department-label';
import { kinds } from '@/lib/plan/kinds/all';
import type { Cell } from '@/lib/plan/kinds/kind';
import type { MatrixRow } from '@/lib/plan/matrix';
import { type MatrixFilter, weightOptions } from '@/lib/plan/matrix-filter';
import { showCell } from '@/lib/plan/numbers';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { isRatified, statusLabels } from '@/lib/plan/workflow';
import { momentOf } from './moment';

type Input = {
  frame: Pick<PlanFrame, 'region' | 'plan' | 'dimensions' | 'departments' | 'subdimensions'>;
  /** Rows in the order of the table, the region's own first. */
  rows: readonly MatrixRow[];
  filter: MatrixFilter;
  paper?: 'f4';
  person: string;
  at: Date;
};

/**
 * The plan as a table to take away: one row an item, one column a year; single numbers are numbers,
 * ranges and grades text; why there is no value stands in a column of sheets, and on paper in the notes.
 */
export function planDocument({ frame, rows, filter, paper, person, at }: Input): TableDocument {
  const { region, plan, dimensions } = frame;
  const moment = momentOf(at);
  const asked = filterInWords(filter, frame);
  return {
    name: region.isPractice ? 'latihan-rencana' : 'rencana',
    title: plan.name,
    isDraft: !isRatified(plan),
    isPractice: region.isPractice,
    standing: plan.standing,
    paper,
    facts: [
      { label: 'Daerah', value: region.name },
      {
        label: 'Tahun',
        value: `${plan.years.at(0)}–${plan.years.at(-1)}, kondisi awal ${plan.baselineYear}`,
      },
      { label: 'Versi', value: `Revisi ${plan.revision}, ${moment}` },
      ...(plan.standing ? [{ label: 'Penetapan', value: plan.standing }] : []),
      { label: 'Rantai', value: plan.headHash },
      ...(asked === '' ? [] : [{ label: 'Saringan', value: asked }]),
    ],
    columns: columnsOf(plan.years),
    rows: [
      ...rows.filter(({ dimensionId }) => dimensionId === null).map(row => record(row, 'Daerah', plan.years)),
      ...dimensions.flatMap(dimension => group(dimension, rows, plan.years)),
    ],
    notes: [
      'Angka bertanda * adalah contoh dan bukan angka resmi.',
      'Sel kosong belum diisi. Nol ditulis 0.',
      ...rows.flatMap(row => absencesOf(row, plan.years).map(text => `${row.code || row.title}: ${text}`)),
    ],
    footer: `${region.name}, revisi ${plan.revision}. Diunduh ${moment} oleh ${person}.`,
  };
}

function columnsOf(years: readonly number[]): Column[] {
  const sheet = (label: string, width: number): Column => ({
    label,
    width,
    align: 'start',
    isOnlyInSheets: true,
  });
  return [
    ...[sheet('Dimensi', 9), sheet('Subdimensi', 11), sheet('Jenis', 10)],
    { label: 'Kode', width: 9, align: 'start' },
    { label: 'Uraian', width: 52, align: 'start' },
    { label: 'OPD', width: 20, align: 'start' },
    { label: 'Status', width: 13, align: 'start' },
    { label: 'Satuan', width: 14, align: 'start' },
    { label: 'Tahun awal', width: 8, align: 'end' },
    { label: 'Kondisi awal', width: 14, align: 'end' },
    ...years.map((year): Column => ({ label: String(year), width: 12, align: 'end' })),
    ...[sheet('Prioritas OPD', 12), sheet('Peringkat koordinator', 12)],
    ...[sheet('Data contoh', 12), sheet('Keterangan', 40), sheet('ID', 12), sheet('Versi', 7)],
  ];
}

function group(
  { id, code, name, colour }: PlanFrame['dimensions'][number],
  rows: readonly MatrixRow[],
  years: readonly number[],
): Row[] {
  const own = rows.filter(({ dimensionId }) => dimensionId === id);
  if (own.length === 0) return [];
  const heading: Row = { kind: 'heading', level: 1, text: `${code} ${name}`, colour };
  return [
    heading,
    ...own.map(row => (row.kind === 'indicator' ? record(row, code, years) : aim(row, code, years))),
  ];
}

function aim(row: MatrixRow, dimension: string, years: readonly number[]): Row {
  const marks = [
    row.priority && `prioritas ${row.priority.toLowerCase()}`,
    row.rank !== null && `peringkat ${row.rank}`,
  ];
  const status = statusLabels[row.status].toLowerCase();
  const aside = [row.departmentCode, status, ...marks].filter(Boolean).join(', ');
  const text = `${kinds[row.kind].label}: ${row.title || 'tanpa nama'}`;
  const cells = [
    ...trunk(row, dimension),
    ...[null, null, ...years.map(() => null)],
    ...weights(row),
    ...[null, null],
    ...identity(row),
  ];
  return { kind: 'heading', level: row.kind === 'goal' ? 2 : 3, text, aside, cells };
}

/** What brings a row back to its item: an old file meets what was changed since, and overwrites none of it. */
function identity({ id, version }: MatrixRow): Value[] {
  return [id, { amount: version, digits: 0, shown: String(version) }];
}

/** The owner's own mark, and beside it the place that the coordinator decided. */
function weights({ priority, rank }: MatrixRow): Value[] {
  return [priority || null, rank === null ? null : { amount: rank, digits: 0, shown: String(rank) }];
}

function record(row: MatrixRow, dimension: string, years: readonly number[]): Row {
  const digits = row.precision ?? 0;
  const hasExample = [row.baseline, ...row.cells].some(({ illustrative }) => illustrative);
  return {
    kind: 'record',
    cells: [
      ...trunk(row, dimension),
      row.baselineYear === null
        ? null
        : { amount: row.baselineYear, digits: 0, shown: String(row.baselineYear) },
      valueOfCell(row.baseline, digits, 'tidak ada data'),
      ...row.cells.map((cell, at) => row.elsewhere[at] || valueOfCell(cell, digits, 'tidak ditargetkan')),
      ...weights(row),
      hasExample ? 'ya' : null,
      absencesOf(row, years).join(' ') || null,
      ...identity(row),
    ],
  };
}

/** Why values are absent, each reason once with the years that it holds for. */
function absencesOf({ baseline, cells }: MatrixRow, years: readonly number[]): string[] {
  const places = new Map<string, string[]>();
  const named: [string, Cell | undefined][] = [
    ['kondisi awal', baseline],
    ...years.map((year, index): [string, Cell | undefined] => [String(year), cells[index]]),
  ];
  for (const [name, cell] of named) {
    if (cell?.skipReason) places.set(cell.skipReason, [...(places.get(cell.skipReason) ?? []), name]);
  }
  return [...places].map(([reason, names]) => `${names.join(', ')}: ${reason}`);
}

function trunk(row: MatrixRow, dimension: string): Value[] {
  const { subdimensionCode, kind, code, title, departmentCode, status, selfApproved, unit } = row;
  const approved = selfApproved ? `${statusLabels[status]} OPD sendiri` : statusLabels[status];
  const word = row.isLeftOut ? `${approved}, dikeluarkan` : approved;
  return [dimension, subdimensionCode, kinds[kind].label, code, title, departmentCode, word, unit || null];
}

/** More digits than a number of a workbook holds exactly stay text, so that none is lost. */
const exactDigits = 15;

function valueOfCell(cell: Cell, digits: number, absence: string): Value {
  const shown = showCell(cell, digits);
  if (shown === '') return cell.skipReason ? absence : null;
  const text = cell.illustrative ? `${shown}*` : shown;
  const isNumber =
    cell.low !== null && cell.high === null && cell.low.replace(/\D/g, '').length <= exactDigits;
  if (!isNumber) return text;
  const stated = cell.low?.split('.')[1]?.length ?? 0;
  return { amount: Number(cell.low), digits: Math.max(digits, stated), shown: text };
}

function filterInWords(filter: MatrixFilter, frame: Input['frame']): string {
  const { dimensions, subdimensions, departments } = frame;
  const department = departments.find(({ code }) => code === filter.department);
  const weight = (path: 'priority' | 'horizon', name: string) => {
    const chosen = weightOptions(path).find(({ value }) => value === filter[path]);
    return chosen && `${name} ${chosen.label.toLowerCase()}`;
  };
  const parts = [
    dimensions.find(({ slug }) => slug === filter.dimension)?.name,
    subdimensions.find(({ code }) => code === filter.subdimension)?.name,
    department && departmentLabel(department),
    filter.status && `status ${statusLabels[filter.status].toLowerCase()}`,
    weight('priority', 'prioritas'),
    weight('horizon', 'jangka waktu'),
    filter.search && `memuat “${filter.search}”`,
  ];
  return parts.filter(Boolean).join(', ');
}
