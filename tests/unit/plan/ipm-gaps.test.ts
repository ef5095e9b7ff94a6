import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOfTry, proposalText } from '@/components/ipm/proposal';
import { savedInto } from '@/components/ipm/saved-figures';
import {
  aloneFor,
  type ComponentKey,
  type ComponentValues,
  components,
  ipmOf,
  isWithin,
} from '@/lib/plan/ipm';
import { type ChainYear, chainOf } from '@/lib/plan/ipm-chain';
import { chainNotes } from '@/lib/plan/ipm-chain-notes';
import { gapsOf, ipmGaps } from '@/lib/plan/ipm-gaps';
import { regionalIpm } from '@/lib/plan/ipm-regional';
import { type IpmItem, ipmStory } from '@/lib/plan/ipm-story';
import { queryOfTyped, readTyped, typedOf } from '@/lib/plan/ipm-what-if';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import type { References } from '@/lib/plan/references';

const plan = { baselineYear: 2024, years: [2025, 2026] };
const published = { uhh: 73.98, hls: 12.02, rls: 7.34, spending: 10_964_000 };
const cell = (low: string) => ({ ...emptyCell, low });

const item = (id: string, ipm: string, over: Partial<IpmItem> & { fields?: Fields } = {}): IpmItem => ({
  ...{ id, kind: 'indicator', dimensionId: null, departmentId: 'a', status: 'draft', selfApproved: false },
  archivedAt: null,
  ...over,
  fields: { title: id, ipm, precision: 2, ...over.fields },
});
const index = item('IPM', 'index', { fields: { 'milestones.2025': cell('71'), dataSeries: 'Baru' } });
const own = (key: ComponentKey, low: string, unit = 'tahun') =>
  item(`own ${key}`, key, { fields: { unit, 'milestones.2025': cell(low) } });
const figures = [
  ...[own('uhh', '73.98'), own('hls', '12.02'), own('rls', '7.34'), own('spending', '10964', 'Rp ribu')],
];
const gapOf = (items: IpmItem[], year = 2025) =>
  ipmGaps(ipmStory(items, plan)).find(gap => gap.year === year);

describe('what a component has to be alone', () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  const place = (shares: ComponentValues) =>
    Object.fromEntries(
      components.map(({ key, low, high }) => [key, low + shares[key] * (high - low)]),
    ) as ComponentValues;

  it('gives the IPM that it was asked for, whichever component it is', () => {
    const given = fc.record({ uhh: share, hls: share, rls: share, spending: share });
    fc.assert(
      fc.property(
        given,
        fc.constantFrom(...components),
        fc.double({ min: 20, max: 95, noNaN: true }),
        (shares, component, ipm) => {
          const values = place(shares);
          const amount = aloneFor(component.key, values, ipm);
          if (amount === null || !isWithin(component, amount)) return;
          expect(ipmOf({ ...values, [component.key]: amount })).toBeCloseTo(ipm, 6);
        },
      ),
    );
  });

  it('does not depend on what it is now', () => {
    for (const { key } of components)
      expect(aloneFor(key, { ...published, [key]: -5 }, 72)).toBeCloseTo(
        aloneFor(key, published, 72) ?? 0,
        9,
      );
  });

  it('is nothing where another one is outside its limits, and lies beyond them where it cannot do it', () => {
    expect(aloneFor('uhh', { ...published, spending: 10_964 }, 72)).toBeNull();
    const [uhh] = components;
    expect(uhh && isWithin(uhh, aloneFor('uhh', published, 90) ?? 0)).toBe(false);
  });
});

describe('the chain', () => {
  it('takes the region its own figures in the unit of the formula, and tells the gap', () => {
    const gap = gapOf([index, ...figures]);
    expect(gap?.computed).toBeCloseTo(70.51, 2);
    expect(gap).toMatchObject({ stated: 71, regional: null });
    expect(gap?.gap).toBeCloseTo(0.49, 2);
    const needed = gap?.parts.map(({ key, needed, isBeyond }) => [key, needed?.toFixed(1), isBeyond]);
    expect(needed?.map(([key]) => key)).toEqual(['uhh', 'hls', 'rls', 'spending']);
    for (const part of gap?.parts ?? []) expect(part.needed ?? 0).toBeGreaterThan(part.amount ?? 0);
  });

  it('says nothing of IPM while one is missing, but what that one would have to be', () => {
    const gap = gapOf([index, ...figures.slice(0, 3)]);
    expect(gap).toMatchObject({ computed: null, gap: null });
    const [uhh, , , spending] = gap?.parts ?? [];
    expect(uhh?.needed).toBeNull();
    const complete = { ...published, spending: spending?.needed ?? 0 };
    expect(ipmOf(complete)).toBeCloseTo(71, 6);
  });

  const feeder = (id: string, title: string, low = '74.5', unit = 'tahun') =>
    item(id, 'uhh', {
      dimensionId: 'x',
      departmentId: 'b',
      fields: { title, unit, 'milestones.2026': cell(low), dataSeries: 'Lama' },
    });
  const withoutSeries = (one: IpmItem) => ({ ...one, fields: { ...one.fields, dataSeries: null } });
  const planned = (items: IpmItem[]) => chainOf(ipmStory(items, plan)).find(({ year }) => year === 2026);

  it('takes the one indicator of a department that is the component itself where the region has no figure', () => {
    const line = planned([index, ...figures, feeder('f', 'Umur Harapan Hidup (UHH) saat lahir')]);
    expect(line?.figures.uhh).toBe(74.5);
    expect(line?.holders.uhh).toBe('f');
    const story = ipmStory([index, feeder('f', 'Umur Harapan Hidup')], plan);
    expect(chainNotes(story, chainOf(story)).map(({ level, message }) => [level, message])).toEqual([
      ['warn', expect.stringContaining('Seri data bercampur: IPM memakai “Baru”, “Umur Harapan Hidup”')],
      ['hint', expect.stringContaining('Sebagian angka umur harapan hidup diambil dari indikator OPD')],
    ]);
    const unnamed = ipmStory([index, withoutSeries(feeder('f', 'UHH'))], plan);
    expect(chainNotes(unnamed, chainOf(unnamed))[0]?.message).toBe('Seri data belum disebut untuk “UHH”.');
    expect(chainNotes(ipmStory([index, ...figures], plan), chainOf(story))).toEqual([]);
  });

  it.each([
    ['of a group', [feeder('f', 'Umur harapan hidup perempuan')]],
    ['that only moves it', [feeder('f', 'Angka kematian ibu')]],
    ['in another unit', [feeder('f', 'Umur Harapan Hidup', '74.5', '%')]],
    ['of which there are two', [feeder('f', 'Umur Harapan Hidup'), feeder('g', 'UHH')]],
  ])('takes none %s', (_, feeders) => {
    const line = planned([index, ...figures, ...feeders]);
    expect(line?.figures.uhh).toBeNull();
    expect(line?.holders.uhh).toBe('own uhh');
  });

  it('leads to where a figure belongs: not to one that says why it sets no target', () => {
    const closed = item('own uhh', 'uhh', {
      fields: { unit: 'tahun', 'milestones.2026': { ...emptyCell, skipReason: 'IPM saja.' } },
    });
    const empty = item('f', 'uhh', {
      dimensionId: 'x',
      fields: { title: 'Umur Harapan Hidup', unit: 'tahun', 'milestones.2025': cell('74') },
    });
    expect(planned([index, closed, empty])?.holders.uhh).toBe('f');
  });
});

describe('trying other figures', () => {
  const chain = chainOf(ipmStory([index, ...figures], plan));

  it('reckons with them, and leaves what the plan has as it is', () => {
    const before = JSON.stringify(chain);
    const [gap] = gapsOf(chain, { 'uhh-2025': 75 }).filter(({ year }) => year === 2025);
    expect(gap?.computed).toBeCloseTo(ipmOf({ ...published, uhh: 75 }) ?? 0, 9);
    expect(gap?.parts[0]).toMatchObject({ planned: 73.98, amount: 75 });
    expect(JSON.stringify(chain)).toBe(before);
  });

  it('reads what an address asks, whole rupiah and years with decimals, and says what it cannot read', () => {
    const query = {
      ...{ 'uhh-2025': '75,1', 'pengeluaran-2025': '11.250.000', 'hls-2026': '12.5', 'rls-2025': 'x' },
      ...{ 'rls-2026': '40', 'uhh-1999': '70', 'lain-2025': '1', 'hls-2025': ['1', '2'], 'uhh-2026': ' ' },
    };
    const typed = typedOf(query, chain);
    expect(Object.keys(typed).sort()).toEqual([
      ...['hls-2026', 'rls-2025', 'rls-2026', 'spending-2025', 'uhh-2025'],
    ]);
    const { tried, problems } = readTyped(typed);
    expect(tried).toEqual({ 'uhh-2025': 75.1, 'spending-2025': 11_250_000, 'hls-2026': 12.5 });
    expect(problems).toEqual({
      'rls-2025': 'Tulis satu angka, misalnya 12,50.',
      'rls-2026': 'Tulis angka 0 sampai 15.',
    });
    expect(typedOf(Object.fromEntries(new URLSearchParams(queryOfTyped(typed, chain))), chain)).toEqual(
      typed,
    );
    expect(queryOfTyped({}, chain)).toBe('');
  });

  const holder = {
    ...{
      id: 'own uhh',
      kind: 'indicator' as const,
      title: 'Umur',
      departmentCode: 'A',
      status: 'draft' as const,
    },
    ...{ version: 1, unit: 'tahun', factor: 1, isEditable: false },
  };

  it('proposes to whose it is, and names what has no indicator', () => {
    const tried = { 'uhh-2025': 75, 'hls-2026': 13, 'rls-2025': 7.34 };
    const items = itemsOfTry(chain, [holder], plan.years, tried);
    // What is tried as it stands already changes nothing.
    expect(items.map(one => [one.cell, one.holder?.id ?? null])).toEqual([
      ...[
        ['uhh-2025', 'own uhh'],
        ['hls-2026', null],
      ],
    ]);
    const text = proposalText(items, gapsOf(chain, tried), '?uhh-2025=75');
    expect(text).toContain('Untuk A:\n- Umur 2025: 75,00 tahun (sekarang 73,98 tahun)');
    expect(text).toContain('Belum ada indikatornya di rencana:\n- harapan lama sekolah 2026: 13,00 tahun');
    expect(text).toMatch(/IPM 2025 menjadi 70,95\.\n\nLihat simulasinya: \{asal\}\/ipm\?uhh-2025=75$/);
  });

  it('shows what this page wrote as the plan’s', () => {
    const typed = (id: string): Fields => (id === 'own uhh' ? { 'milestones.2025': cell('75') } : {});
    expect(savedInto(chain, [holder], { typed })[0]?.year).toBe(chain[0]?.year);
    const line = savedInto(chain, [holder], { typed }).find(({ year }) => year === 2025);
    expect(line?.figures.uhh).toBe(75);
    expect(savedInto(chain, [holder], { typed: () => ({}) })).toBe(chain);
  });
});

describe('IPM of the regional plan', () => {
  const references = (lines: string[], isInForce = true): References => ({
    trees: [
      {
        ...{ id: 't', name: 'RPJMD', kind: 'REGIONAL', number: '1', date: null, subject: null },
        ...{ firstYear: 2025, lastYear: 2029, repealedAt: null, repealedById: null, isInForce },
      },
    ],
    nodes: new Map([
      [
        'n',
        {
          ...{ id: 'n', treeId: 't', parentId: null, kind: 'goal' as const, code: null, title: 'Sehat' },
          ...{ position: 0, indicators: lines, successorId: null, hasNoSuccessor: false },
        },
      ],
    ]),
  });
  const targetsOf = (...lines: string[]) => [...regionalIpm(references(lines)).targets];

  it('is read from the texts of its indicators, by year', () => {
    expect(targetsOf('Indeks Pembangunan Manusia (IPM)\t70,51\t73\t\t')).toEqual([[2029, 73]]);
    expect(targetsOf('IPM\t\tTARGET 2026: 71,50; TARGET 2027: 72.1\tIndeks\t')).toEqual([
      ...[
        [2026, 71.5],
        [2027, 72.1],
      ],
    ]);
  });

  it.each([
    'IPM\t70,51\t73–74\t\t',
    'IPM\t\tnaik\t\t',
    'IPM\t\t71; 72\t\t',
    'IPM\t\t\t\t',
    'Indeks Pembangunan Gender (IPG)\t\t91\t\t',
    'IPM perempuan\t\t71\t\t',
  ])('guesses nothing from “%s”', line => expect(targetsOf(line)).toEqual([]));

  it('shows what it cannot read as it is written, and nothing of a repealed one', () => {
    expect(regionalIpm(references(['IPM\t\tnaik\t\t'])).lines).toMatchObject([
      { target: 'naik', isRead: false },
    ]);
    expect(regionalIpm(references(['IPM\t\t73\t\t'], false))).toEqual({
      ...{ hasTree: false, lines: [], targets: new Map() },
    });
  });

  it('stands beside the plan’s own', () => {
    const [line] = gapsOf([
      {
        ...{ year: 2025, stated: 71, regional: 72, figures: published },
        holders: { uhh: null, hls: null, rls: null, spending: null },
      } satisfies ChainYear,
    ]);
    expect(line?.regionalGap).toBeCloseTo(1.49, 2);
  });
});
