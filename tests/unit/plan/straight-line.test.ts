import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { straightLine } from '@/lib/plan/straight-line';

const plan = { baselineYear: 2024, years: [2025, 2026, 2027, 2028, 2029, 2034] };
const cell = (low: string, high: string | null = null) => ({ ...emptyCell, low, high });
const lows = (fields: Fields) => {
  const line = straightLine({ valueType: 'number', baselineYear: 2024, ...fields }, plan);
  if (!line.ok) return line.message;
  return Object.fromEntries(
    Object.entries(line.cells).map(([path, { low, high }]) => [
      path.slice(-4),
      high === null ? low : `${low}–${high}`,
    ]),
  );
};

describe('a straight line from the baseline to the last year', () => {
  it('brings the same every year, also to a far year', () => {
    expect(lows({ baseline: cell('10'), 'milestones.2034': cell('60') })).toEqual({
      2025: '15',
      2026: '20',
      2027: '25',
      2028: '30',
      2029: '35',
    });
  });
  it('keeps years that say something, a reason too', () => {
    const skipped = { ...emptyCell, skipReason: 'tidak ada survei' };
    expect(
      lows({
        baseline: cell('10'),
        'milestones.2026': cell('99'),
        'milestones.2027': skipped,
        'milestones.2029': cell('20'),
      }),
    ).toEqual({ 2025: '12', 2028: '18' });
  });
  it('rounds to the decimals of its ends or of the field, halves away from zero', () => {
    expect(lows({ baseline: cell('0'), 'milestones.2026': cell('1') })).toEqual({ 2025: '1' });
    expect(lows({ baseline: cell('0'), 'milestones.2026': cell('-1') })).toEqual({ 2025: '-1' });
    expect(lows({ precision: 2, baseline: cell('0'), 'milestones.2026': cell('1') })).toEqual({
      2025: '0.5',
    });
    expect(lows({ baseline: cell('11.34'), 'milestones.2029': cell('9') })).toEqual({
      2025: '10.87',
      2026: '10.4',
      2027: '9.94',
      2028: '9.47',
    });
  });
  it('draws both ends of a range', () => {
    expect(lows({ baseline: cell('14', '15'), 'milestones.2026': cell('10', '11') })).toEqual({
      2025: '12–13',
    });
    expect(lows({ baseline: cell('14'), 'milestones.2026': cell('10', '11') })).toEqual({ 2025: '12–13' });
  });
  it('is exact at any size', () => {
    expect(
      lows({ baseline: cell('900000000000000000'), 'milestones.2026': cell('900000000000000002') }),
    ).toEqual({
      2025: '900000000000000001',
    });
  });
  it.each([
    ['no baseline', { 'milestones.2029': cell('1') }, 'Isi kondisi awal lebih dulu.'],
    ['no target', { baseline: cell('1') }, 'Isi target tahun terakhir lebih dulu.'],
    [
      'a category',
      { valueType: 'category', baseline: { ...emptyCell, text: 'B' } },
      'Predikat tidak dapat dibagi rata. Isi tahun demi tahun.',
    ],
    [
      'nothing between',
      { baseline: cell('1'), 'milestones.2025': cell('2') },
      'Tidak ada tahun kosong di antara kondisi awal dan target terakhir.',
    ],
    [
      'a baseline after the end',
      { baselineYear: 2030, baseline: cell('1'), 'milestones.2029': cell('2') },
      'Isi target tahun terakhir lebih dulu.',
    ],
  ])('says why not: %s', (_, fields, message) => {
    expect(lows(fields as Fields)).toBe(message);
  });
  it('never leaves the way between its ends, and never turns', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(n => (n / 100).toFixed(2));
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const line = straightLine(
          { valueType: 'number', baselineYear: 2024, baseline: cell(a), 'milestones.2034': cell(b) },
          plan,
        );
        if (!line.ok) throw new Error(line.message);
        const way = [a, ...Object.values(line.cells).map(({ low }) => low ?? ''), b].map(Number);
        const step = Math.sign(Number(b) - Number(a));
        for (let at = 1; at < way.length; at += 1)
          expect(Math.sign((way[at] ?? 0) - (way[at - 1] ?? 0)) * step).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
