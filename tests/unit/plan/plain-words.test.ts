import { describe, expect, it } from 'vitest';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { aimWords, indicatorWords } from '@/lib/plan/plain-words';
import { purbalinggaItems } from '@/prisma/seed/purbalingga';

const plan = { baselineYear: 2024, years: [2025, 2026, 2029, 2034] };
const cell = (low: string, high: string | null = null) => ({ ...emptyCell, low, high });
const grade = (text: string) => ({ ...emptyCell, text });
const skipped = (skipReason: string) => ({ ...emptyCell, skipReason });
const stunting: Fields = {
  ...{ title: 'Prevalensi stunting', unit: '%', direction: 'down', accumulation: 'yearly' },
  ...{ baselineYear: 2023, baseline: cell('11.34') },
  ...{ 'milestones.2025': cell('11'), 'milestones.2026': cell('10') },
  ...{ 'milestones.2029': cell('9'), 'milestones.2034': cell('7') },
};
// The unit is tied to its number; the tests read it as a space.
const words = (fields: Fields) =>
  indicatorWords({ ...stunting, ...fields }, plan).map(text => text.replaceAll('\u00a0', ' '));

describe('an indicator in plain words', () => {
  it('says where it comes from, where it goes, and which way is good', () => {
    expect(words({})).toEqual([
      'Prevalensi stunting diharapkan turun dari 11,34 % (2023) menjadi 9 % pada 2029, lalu 7 % pada 2034.',
      'Makin rendah, makin baik.',
    ]);
  });

  it.each<[string, Fields, string]>([
    ['up', { direction: 'up', 'milestones.2029': cell('90'), 'milestones.2034': cell('95') }, 'naik dari'],
    [
      'a range',
      { direction: 'range', 'milestones.2029': cell('9', '12') },
      'dijaga dari 11,34 % (2023) menjadi 9–12 %',
    ],
    ['equal', { 'milestones.2029': cell('11.34') }, 'tetap 11,34 % dari 2023 sampai 2029'],
    [
      'categories in order',
      { valueType: 'category', scale: 'B; BB; A', baseline: grade('B'), 'milestones.2029': grade('A') },
      'naik dari B (2023) menjadi A pada 2029',
    ],
    [
      'categories of an unknown order',
      { valueType: 'category', scale: null, baseline: grade('B'), 'milestones.2029': grade('A') },
      'berubah dari B (2023) menjadi A',
    ],
    ['money', { unit: 'Rp miliar', 'milestones.2029': cell('9') }, 'menjadi Rp9 miliar pada'],
    ['an index', { unit: 'Indeks' }, 'dari 11,34 (2023) menjadi 9 pada'],
    ['an index with its range', { unit: 'Indeks 1-5' }, 'dari 11,34 (2023) menjadi 9 pada'],
    ['a range in the baseline', { baseline: cell('10', '10.95') }, 'dari 10,00–10,95 % (2023)'],
  ])('%s', (_, fields, expected) => {
    expect(words(fields)[0]).toContain(expected);
  });

  it('says when the target goes against what is good', () => {
    expect(words({ direction: 'up' })).toContain('Makin tinggi makin baik, tetapi targetnya lebih rendah.');
    expect(words({ 'milestones.2029': cell('12') })).toContain(
      'Makin rendah makin baik, tetapi targetnya lebih tinggi.',
    );
  });

  it('says what is missing', () => {
    const none = Object.fromEntries(plan.years.map(year => [`milestones.${year}`, null]));
    expect(words({ baseline: null })).toContain('Belum ada data awal.');
    expect(words({ baseline: skipped('Baru diukur.') })).toContain('Data awalnya memang tidak ada.');
    expect(words(none)[0]).toBe('Prevalensi stunting tercatat 11,34 % pada 2023; targetnya belum diisi.');
    expect(words({ ...none, baseline: null, direction: null })).toEqual([
      'Prevalensi stunting belum mempunyai kondisi awal dan target tahunan.',
    ]);
    expect(words({ 'milestones.2029': null, 'milestones.2034': null })).toContain(
      'Target 2029 dan 2034 belum diisi.',
    );
    expect(words({ title: 'x'.repeat(120) })[0]).toMatch(/^Indikator ini diharapkan/);
  });

  it('says that an indicator ends, and why', () => {
    const reason = skipped('Diganti indeks baru');
    expect(
      words({ 'milestones.2026': reason, 'milestones.2029': reason, 'milestones.2034': reason }).at(-1),
    ).toBe('Mulai 2026 tidak ditargetkan lagi. Alasannya: Diganti indeks baru.');
  });

  it('says that a total runs on', () => {
    expect(words({ accumulation: 'cumulative' })).toContain('Angka tiap tahun dihitung terus sejak awal.');
  });

  it('finds words for every indicator of the real plan, in short sentences', () => {
    for (const { kind, fields } of purbalinggaItems().filter(item => item.kind === 'indicator')) {
      const said = indicatorWords(fields, {
        baselineYear: 2024,
        years: [2025, 2026, 2027, 2028, 2029, 2034],
      });
      expect(kind).toBe('indicator');
      expect(said[0]).toMatch(/ (diharapkan|tercatat) /);
      expect(said.join(' ')).not.toMatch(/undefined|null|NaN/);
    }
  });
});

describe('a goal or a target in plain words', () => {
  it('counts what hangs below and what is approved', () => {
    const below = { target: { all: 4, approved: 1 }, indicator: { all: 7, approved: 0 } };
    expect(aimWords('goal', below)).toEqual([
      'Tujuan ini dicapai lewat 4 sasaran dan 7 indikator.',
      'Sudah disetujui: 1 sasaran dan 0 indikator.',
    ]);
    expect(aimWords('target', { indicator: { all: 2, approved: 2 } })).toEqual([
      'Sasaran ini diukur dengan 2 indikator.',
      'Semuanya sudah disetujui.',
    ]);
    expect(aimWords('target', { indicator: { all: 2, approved: 0 } })[1]).toBe('Belum ada yang disetujui.');
    expect(aimWords('goal', {})).toEqual(['Belum ada sasaran di bawah tujuan ini.']);
  });
});
