import { describe, expect, it } from 'vitest';
import { besideNothing, checkBeside } from '@/lib/plan/checks/beside-others';
import { profileOf } from '@/lib/plan/likeness';
import { sideBySide } from '@/lib/plan/side-by-side';
import { groupsAlike, imprintOf, settling, type Verdict } from '@/lib/plan/similar';

const profiles = (titles: Record<string, string>) =>
  new Map(Object.entries(titles).map(([id, title]) => [id, profileOf({ title, unit: '%', code: '' })]));
const never = () => false;
const idsOf = (titles: Record<string, string>, isSettled = never as (a: string, b: string) => boolean) =>
  groupsAlike(profiles(titles), isSettled).map(({ ids }) => ids);

const stunting = {
  a: 'Prevalensi stunting balita',
  b: 'Persentase balita stunting',
  c: 'Prevalensi stunting balita',
  d: 'Laju pertumbuhan ekonomi',
};

const verdict = (kind: Verdict['kind'], titles: Record<string, string>): Verdict => ({
  ...{ id: 'v', kind, source: null, reason: 'Ya.', itemIds: Object.keys(titles) },
  seen: [...profiles(titles).values()].map(imprintOf),
});

describe('groups', () => {
  it('hold what is alike, twins included, and leave the rest alone', () => {
    expect(idsOf(stunting)).toEqual([['a', 'b', 'c']]);
    expect(idsOf({ d: stunting.d })).toEqual([]);
  });

  it('are made without pairing each with each where one name is copied over and over', () => {
    const copied = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`i${at}`, stunting.a]));
    expect(idsOf(copied)).toHaveLength(1);
  });

  it('lose the pairs that are settled, and come back when one is renamed', () => {
    const [a, b] = [stunting.a, stunting.b];
    const different = verdict('different', { a, b });
    const now = { a, b };
    expect(idsOf(now, settling([different], profiles(now)))).toEqual([]);
    const renamed = { a, b: 'Persentase balita yang stunting berat' };
    expect(settling([different], profiles(renamed))('a', 'b')).toBe(false);
    expect(idsOf(stunting, settling([different], profiles(stunting)))).toEqual([['a', 'b', 'c']]);
  });

  it('stay settled by a shared definition whatever they are called; a verdict on sources settles nothing', () => {
    const { a, b } = stunting;
    const renamed = profiles({ a, b: 'Sama sekali lain' });
    expect(settling([verdict('shared', { a, b })], renamed)('a', 'b')).toBe(true);
    expect(settling([verdict('source', { a, b })], profiles({ a, b }))('a', 'b')).toBe(false);
  });
});

describe('what is warned of', () => {
  const item = {
    kind: 'indicator' as const,
    fields: { source: 'BPS', unit: '%', definition: 'Balita pendek.' },
  };
  const keys = (beside: Partial<typeof besideNothing>) =>
    checkBeside(item, { ...besideNothing, ...beside }).map(({ key }) => key);

  it('asks one reason for one likeness, whatever the sources', () => {
    const sources = [{ name: 'DINKES', source: 'e-PPGBM' }];
    expect(keys({ alike: ['DINKES'], sources })).toEqual(['similar']);
    expect(keys({ sources })).toEqual(['two-sources']);
    expect(keys({ sources, binding: 'bps.' })).toEqual([]);
    expect(keys({ binding: 'e-PPGBM' })).toEqual(['source-differs']);
  });

  it('says what differs from the others of one definition, but not of what nobody has written', () => {
    const other = (fields: Record<string, string>) => ({ shared: [{ name: 'Kecamatan X', fields }] });
    expect(keys(other({ unit: '%', definition: 'balita pendek' }))).toEqual([]);
    expect(keys(other({ unit: '%' }))).toEqual([]);
    const [finding] = checkBeside(item, {
      ...besideNothing,
      ...other({ unit: 'orang', definition: 'Lain.' }),
    });
    expect(finding).toMatchObject({ key: 'definition-differs', field: 'unit' });
    expect(finding?.message).toContain('Satuan dan definisi berbeda dari Kecamatan X');
  });
});

describe('side by side', () => {
  const plan = { baselineYear: 2024, years: [2025] };
  const names = { ...plan, departmentCode: (id: string) => id, subdimensionName: (id: string) => id };
  const rowOf = (...units: string[]) =>
    sideBySide(
      units.map(unit => ({ unit })),
      plan,
      names,
    ).find(({ path }) => path === 'unit');

  it('marks the one that stands out, and neither of two', () => {
    expect(rowOf('%', '%', 'orang')).toMatchObject({ differs: true, isOdd: [false, false, true] });
    expect(rowOf('%', 'orang')).toMatchObject({ differs: true, isOdd: [false, false] });
    expect(rowOf('%', '%')).toMatchObject({ differs: false, isOdd: [false, false] });
  });
});
