import { type Cell, cellOf, hasValue, precisionOf, textOf } from '../kinds/kind';
import { amountOf, showCell } from '../numbers';
import type { Check, CheckedItem, Finding } from './check';

type Point = { year: number; path: string; cell: Cell; amount: number };

/** Baseline and yearly targets that carry a number, in order of years. */
function pointsOf(item: CheckedItem, years: readonly number[]): Point[] {
  const baselineYear = item.fields.baselineYear;
  const places = [
    ...(typeof baselineYear === 'number' ? [{ year: baselineYear, path: 'baseline' }] : []),
    ...years.map(year => ({ year, path: `milestones.${year}` })),
  ];
  return places.flatMap(({ year, path }) => {
    const cell = cellOf(item.fields, path);
    const amount = amountOf(cell);
    return amount === null ? [] : [{ year, path, cell, amount }];
  });
}

/** Direction against trend, a running total that falls, and a step far larger than those before it (DESIGN 7). */
export const checkTrend: Check = (item, plan) => {
  if (item.kind !== 'indicator') return [];
  const points = pointsOf(item, plan.years);
  const direction = textOf(item.fields, 'direction');
  const isRunningTotal = textOf(item.fields, 'accumulation') === 'cumulative';
  const isContradiction = isRunningTotal && direction === 'down';
  const precision = precisionOf(item.fields);
  const show = (point: Point) => `${point.year} (${showCell(point.cell, precision)})`;
  const findings: Finding[] = [];
  if (isContradiction) {
    findings.push({
      key: 'down-cumulative',
      level: 'warn',
      field: 'accumulation',
      message:
        'Angka kumulatif tidak pernah turun, padahal indikator ini turun baik. Pilih jenis tahunan, ubah arah, atau tulis alasannya.',
    });
  }
  let largestPace = 0;
  for (const [index, point] of points.entries()) {
    const previous = points[index - 1];
    if (!previous) continue;
    // Every year would be wrong one way or the other; that was said once, above.
    const change = isContradiction ? 0 : compare(previous.cell, point.cell);
    const isWorse = direction === 'up' ? change < 0 : direction === 'down' && change > 0;
    if (isRunningTotal && change < 0) {
      findings.push({
        key: `running-total.${point.year}`,
        level: 'warn',
        field: point.path,
        message: `Angka kumulatif tidak dapat berkurang, tetapi target ${show(point)} lebih kecil daripada ${show(previous)}. Ubah target, ubah jenis, atau tulis alasannya.`,
      });
    } else if (isWorse) {
      const [says, higher] =
        direction === 'up' ? ['naik baik', 'lebih rendah'] : ['turun baik', 'lebih tinggi'];
      findings.push({
        key: `direction.${point.year}`,
        level: 'warn',
        field: point.path,
        message: `Indikator ini ${says}, tetapi target ${show(point)} ${higher} daripada ${show(previous)}. Ubah target, ubah arah, atau tulis alasannya.`,
      });
    }
    const pace = Math.abs(point.amount - previous.amount) / (point.year - previous.year);
    if (largestPace > 0 && pace > 3 * largestPace * (1 + 1e-9)) {
      findings.push({
        key: `jump.${point.year}`,
        level: 'warn',
        field: point.path,
        message: `Perubahan dari ${show(previous)} ke ${show(point)} lebih dari tiga kali perubahan terbesar sebelumnya. Periksa angkanya, atau tulis alasannya.`,
      });
    }
    largestPace = Math.max(largestPace, pace);
  }
  return findings;
};

// Two ranges that overlap are neither up nor down.
function compare(before: Cell, after: Cell): number {
  const [beforeLow, beforeHigh] = [Number(before.low), Number(before.high ?? before.low)];
  const [afterLow, afterHigh] = [Number(after.low), Number(after.high ?? after.low)];
  if (afterLow > beforeHigh) return 1;
  if (afterHigh < beforeLow) return -1;
  return 0;
}

/** Every place of the series has a value of the right form, or a reason. */
export const checkCells: Check = (item, plan) => {
  if (item.kind !== 'indicator') return [];
  const findings: Finding[] = [];
  const block = (key: string, field: string, message: string) =>
    findings.push({ key: `${key}.${field}`, level: 'block', field, message });
  const places = [
    { path: 'baseline', name: 'nilai awal' },
    ...plan.years
      .filter(year => isOwnYear(item, year))
      .map(year => ({ path: `milestones.${year}`, name: `target ${year}` })),
  ];
  const { replacesId, breakYear } = item.fields;
  const [, ...later] = plan.years;
  if (replacesId && !later.includes(Number(breakYear)))
    block('break', 'breakYear', `Isi tahun mulai berlaku: ${later.join(', ')}.`);
  for (const year of plan.years) {
    const field = `milestones.${year}`;
    if (isOwnYear(item, year) || !hasValue(cellOf(item.fields, field))) continue;
    const message = `Target ${year} milik ${item.successor?.name || 'indikator lain'}. Kosongkan, atau tulis alasannya.`;
    findings.push({ key: `outside-break.${year}`, level: 'warn', field, message });
  }
  for (const { path, name } of places) {
    const cell = cellOf(item.fields, path);
    if (!hasValue(cell) && !cell.skipReason) {
      const instead =
        path === 'baseline' ? 'atau tulis alasan tidak ada data' : 'atau tulis alasan tidak ditargetkan';
      block('missing', path, `Isi ${name}, ${instead}.`);
    }
    for (const message of problemsOfForm(item, cell, name)) block('form', path, message);
  }
  const baseline = cellOf(item.fields, 'baseline');
  const year = item.fields.baselineYear;
  const first = plan.years.find(year => isOwnYear(item, year));
  if (hasValue(baseline) && typeof year !== 'number') {
    block('missing', 'baselineYear', 'Isi tahun kondisi awal.');
  } else if (typeof year === 'number' && first !== undefined && year >= first) {
    block(
      'order',
      'baselineYear',
      `Tahun kondisi awal (${year}) harus sebelum target pertama (${first}). Ubah tahunnya.`,
    );
  }
  return findings;
};

/** Whether a year's target belongs to this indicator: not what it replaces, nor what replaces it. */
export function isOwnYear({ fields, successor }: CheckedItem, year: number): boolean {
  const { replacesId, breakYear } = fields;
  const hasBegun = !replacesId || typeof breakYear !== 'number' || year >= breakYear;
  return hasBegun && (!successor || year < successor.year);
}

function problemsOfForm(item: CheckedItem, cell: Cell, name: string): string[] {
  const problems: string[] = [];
  const valueType = textOf(item.fields, 'valueType');
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  if (cell.high !== null && cell.low !== null && Number(cell.low) > Number(cell.high)) {
    problems.push(`${capital}: batas bawah lebih besar daripada batas atas. Tukar keduanya.`);
  }
  if (cell.high !== null && valueType === 'number') {
    problems.push(`${capital} berupa rentang. Tulis satu angka, atau ubah bentuk nilai menjadi rentang.`);
  }
  if (cell.text !== null && valueType !== 'category') {
    problems.push(`${capital} berupa predikat. Tulis angka, atau ubah bentuk nilai menjadi predikat.`);
  }
  if (cell.low !== null && valueType === 'category') {
    problems.push(`${capital} berupa angka. Tulis predikat, atau ubah bentuk nilai menjadi angka.`);
  }
  const scale = textOf(item.fields, 'scale')
    .split(';')
    .map(grade => grade.trim())
    .filter(Boolean);
  if (
    cell.text !== null &&
    valueType === 'category' &&
    scale.length > 0 &&
    !scale.includes(cell.text.trim())
  ) {
    problems.push(
      `${capital} “${cell.text}” tidak ada dalam urutan predikat (${scale.join(', ')}). Pilih salah satunya.`,
    );
  }
  const isShare =
    textOf(item.fields, 'unit') === '%' &&
    textOf(item.fields, 'numerator') !== '' &&
    textOf(item.fields, 'denominator') !== '';
  const ends = [cell.low, cell.high].filter(end => end !== null).map(Number);
  if (isShare && ends.some(end => end < 0 || end > 100)) {
    problems.push(
      `${capital} di luar 0–100 %, padahal indikator ini pembilang dibagi penyebut. Periksa angkanya.`,
    );
  }
  return problems;
}
