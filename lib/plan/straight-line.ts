import {
  type Cell,
  cellOf,
  emptyCell,
  type Fields,
  hasValue,
  precisionOf,
  textOf,
  type Years,
} from './kinds/kind';
import { decimalsOf, normalise } from './numbers';

/** Targets that a straight line would give, by the path of their year; or why there is none. */
export type Line = { ok: true; cells: Record<string, Cell> } | { ok: false; message: string };

/**
 * *Lurus dari kondisi awal ke tahun akhir*: what the years between the baseline and the last filled year would
 * be if every year brought the same. Years that say something stay; decimals are those of the ends or of the field.
 */
export function straightLine(fields: Fields, { baselineYear, years }: Years): Line {
  const no = (message: string): Line => ({ ok: false, message });
  if (textOf(fields, 'valueType') === 'category')
    return no('Predikat tidak dapat dibagi rata. Isi tahun demi tahun.');
  const start = cellOf(fields, 'baseline');
  if (start.low === null) return no('Isi kondisi awal lebih dulu.');
  const from = typeof fields.baselineYear === 'number' ? fields.baselineYear : baselineYear;
  const cells = years.map(year => ({
    year,
    path: `milestones.${year}`,
    cell: cellOf(fields, `milestones.${year}`),
  }));
  const end = cells.findLast(({ cell }) => cell.low !== null);
  if (!end || end.year <= from) return no('Isi target tahun terakhir lebih dulu.');
  const between = cells.filter(
    ({ year, cell }) => year > from && year < end.year && !hasValue(cell) && cell.skipReason === null,
  );
  if (between.length === 0) return no('Tidak ada tahun kosong di antara kondisi awal dan target terakhir.');
  const ends = [start.low, start.high, end.cell.low, end.cell.high].filter(decimal => decimal !== null);
  const precision = precisionOf(fields) ?? 0;
  const digits = Math.max(precision, ...ends.map(decimalsOf));
  const isRange = start.high !== null || end.cell.high !== null;
  const lineTo = (year: number, a: string, b: string) =>
    pointOf(a, b, BigInt(year - from), BigInt(end.year - from), digits);
  return {
    ok: true,
    cells: Object.fromEntries(
      between.map(({ year, path }) => {
        const low = lineTo(year, start.low ?? '0', end.cell.low ?? '0');
        const high = isRange
          ? lineTo(year, start.high ?? start.low ?? '0', end.cell.high ?? end.cell.low ?? '0')
          : null;
        return [path, { ...emptyCell, low, high }];
      }),
    ),
  };
}

/** The decimal that lies `part` of `whole` on the way from one to another, rounded to `digits`; exact at any size. */
function pointOf(a: string, b: string, part: bigint, whole: bigint, digits: number): string {
  const [from, to] = [scaled(a, digits), scaled(b, digits)];
  const share = from * whole + (to - from) * part;
  // Halves go away from zero, as people round.
  const sign = share < 0n ? -1n : 1n;
  const value = (sign * (2n * sign * share + whole)) / (2n * whole);
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const integer = text.slice(0, text.length - digits);
  return normalise(`${value < 0n ? '-' : ''}${integer}.${text.slice(text.length - digits)}`);
}

function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(digits, '0'));
  return decimal.startsWith('-') ? -value : value;
}
