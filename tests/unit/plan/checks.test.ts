import { describe, expect, it } from 'vitest';
import { checkItem, obstacles } from '@/lib/plan/checks/all';
import { emptyCell, type Fields, type ItemKind } from '@/lib/plan/kinds/kind';
import { purbalinggaItems } from '@/prisma/seed/purbalingga';

const plan = { baselineYear: 2024, years: [2025, 2026, 2027] };
const cell = (low: string, high: string | null = null) => ({ ...emptyCell, low, high });

const sound: Fields = {
  title: 'Prevalensi stunting',
  unit: '%',
  direction: 'down',
  accumulation: 'yearly',
  valueType: 'number',
  precision: 2,
  baselineYear: 2024,
  baseline: cell('11.34'),
  'milestones.2025': cell('10.8'),
  'milestones.2026': cell('10.3'),
  'milestones.2027': cell('9.8'),
};
const found = (fields: Fields, kind: ItemKind = 'indicator', parentTitle: string | null = null) =>
  checkItem({ kind, fields, parentTitle }, plan).filter(({ level }) => level !== 'hint');
const keys = (fields: Fields, kind: ItemKind = 'indicator', parentTitle: string | null = null) =>
  found(fields, kind, parentTitle).map(({ level, key }) => `${level} ${key}`);

describe('a sound indicator', () => {
  it('is found without fault', () => expect(keys(sound)).toEqual([]));
});

describe('what blocks handing in', () => {
  const cases: [string, Fields, string][] = [
    ['no name', { title: null }, 'block missing.title'],
    ['a name of blanks', { title: '   ' }, 'block missing.title'],
    ['no unit', { unit: null }, 'block missing.unit'],
    ['no direction', { direction: null }, 'block missing.direction'],
    ['no value type', { valueType: null }, 'block missing.valueType'],
    ['no baseline and no reason', { baseline: emptyCell }, 'block missing.baseline'],
    ['a baseline without its year', { baselineYear: null }, 'block missing.baselineYear'],
    ['a baseline year in the plan', { baselineYear: 2025 }, 'block order.baselineYear'],
    ['a year without value or reason', { 'milestones.2026': emptyCell }, 'block missing.milestones.2026'],
    ['a range in a number', { 'milestones.2026': cell('10', '11') }, 'block form.milestones.2026'],
    [
      'a range upside down',
      { valueType: 'range', 'milestones.2026': cell('11', '10') },
      'block form.milestones.2026',
    ],
    ['a grade in a number', { baseline: { ...emptyCell, text: 'BB' } }, 'block form.baseline'],
    [
      'a grade outside its scale',
      { valueType: 'category', scale: 'C; B; A', baseline: { ...emptyCell, text: 'BB' } },
      'block form.baseline',
    ],
    [
      'a share over 100',
      { numerator: 'balita stunting', denominator: 'balita', 'milestones.2025': cell('101') },
      'block form.milestones.2025',
    ],
  ];
  for (const [name, change, key] of cases) {
    it(name, () => {
      const findings = found({ ...sound, ...change });
      expect(findings.map(finding => `${finding.level} ${finding.key}`)).toContain(key);
      expect(obstacles({ kind: 'indicator', fields: { ...sound, ...change } }, plan).length).toBeGreaterThan(
        0,
      );
    });
  }

  it('takes a reason instead of a value', () => {
    const skipped = { ...emptyCell, skipReason: 'Belum dinilai.' };
    expect(keys({ ...sound, baseline: skipped, baselineYear: null, 'milestones.2026': skipped })).toEqual([]);
  });

  it('takes a percentage over 100 that is no share', () => {
    expect(
      keys({
        ...sound,
        direction: 'up',
        baseline: cell('98'),
        'milestones.2025': cell('101'),
        'milestones.2026': cell('104'),
        'milestones.2027': cell('107'),
      }),
    ).toEqual([]);
  });

  it('takes a grade of the scale', () => {
    const grade = (text: string) => ({ ...emptyCell, text });
    const grades = {
      baseline: grade('B'),
      'milestones.2025': grade('B'),
      'milestones.2026': grade('BB'),
      'milestones.2027': grade('A'),
    };
    expect(keys({ ...sound, valueType: 'category', scale: 'C; B; BB; A', ...grades })).toEqual([]);
  });
});

describe('what needs a reason', () => {
  it('a target against the direction, naming both years and values', () => {
    const [finding] = found({ ...sound, 'milestones.2026': cell('10.8'), 'milestones.2025': cell('10.3') });
    expect(finding).toMatchObject({ level: 'warn', key: 'direction.2026', field: 'milestones.2026' });
    expect(finding?.message).toContain('2026 (10,80)');
    expect(finding?.message).toContain('2025 (10,30)');
  });

  it('a running total that falls', () => {
    const falling = {
      ...sound,
      direction: 'up',
      accumulation: 'cumulative',
      baseline: cell('5'),
      'milestones.2025': cell('8'),
      'milestones.2026': cell('7'),
      'milestones.2027': cell('9'),
    };
    expect(keys(falling)).toEqual(['warn running-total.2026']);
  });

  describe('a running total that is better falling', () => {
    const impossible = { ...sound, accumulation: 'cumulative' };
    const rising = { ...impossible, 'milestones.2026': cell('11'), 'milestones.2027': cell('11.5') };

    it('is one contradiction, not one a year', () => {
      expect(keys(impossible)).toEqual(['warn down-cumulative']);
      expect(keys(rising)).toEqual(['warn down-cumulative']);
    });

    it('is said at the field that says so, with the ways out', () => {
      const [finding] = found(impossible);
      expect(finding).toMatchObject({ level: 'warn', field: 'accumulation' });
      expect(finding?.message).toBe(
        'Angka kumulatif tidak pernah turun, padahal indikator ini turun baik. Pilih jenis tahunan, ubah arah, atau tulis alasannya.',
      );
    });

    it('is said before any figure is typed', () => {
      expect(keys({ title: 'Kasus', direction: 'down', accumulation: 'cumulative' })).toContain(
        'warn down-cumulative',
      );
    });

    it('can be handed in with a reason, and an unlikely step is still found', () => {
      const fields: Fields = { ...rising, 'reasons.down-cumulative': 'Batas atas selama lima tahun.' };
      expect(obstacles({ kind: 'indicator', fields }, plan)).toEqual([]);
      expect(keys({ ...impossible, 'milestones.2027': cell('8') })).toEqual([
        'warn down-cumulative',
        'warn jump.2027',
      ]);
    });
  });

  it('a step over three times the largest before it', () => {
    expect(keys({ ...sound, 'milestones.2027': cell('8') })).toEqual(['warn jump.2027']);
    expect(keys({ ...sound, 'milestones.2027': cell('8.7') })).toEqual([]);
  });

  it('ranges that overlap are neither better nor worse', () => {
    expect(keys({ ...sound, valueType: 'range', 'milestones.2026': cell('10', '10.9') })).toEqual([]);
  });

  it('wording of an activity', () => {
    for (const title of [
      'Jumlah rapat koordinasi',
      'Terlaksananya sosialisasi',
      'Tersusunnya dokumen RDTR',
    ]) {
      expect(keys({ ...sound, title })).toContain('warn activity');
    }
    for (const title of [
      'Persentase OPD yang memakai data prioritas',
      'Jumlah desa wisata aktif',
      'Angka partisipasi murni',
    ]) {
      expect(keys({ ...sound, title })).toEqual([]);
    }
  });

  it('two measures in one sentence, but not two adjectives', () => {
    expect(keys({ title: 'Meningkatnya kesehatan dan menurunnya stunting' }, 'target')).toEqual([
      'warn two-measures',
    ]);
    expect(keys({ title: 'Meningkatnya kualitas hidup yang layak dan sehat' }, 'goal')).toEqual([]);
  });

  it('a number inside a target, and a target that is a group of people', () => {
    expect(keys({ title: 'Meningkatnya UHC menjadi 98' }, 'target')).toEqual(['warn number-inside']);
    expect(keys({ title: 'Masyarakat' }, 'target')).toEqual(['warn people']);
    expect(keys({ title: 'Masyarakat yang cerdas dan tangguh menghadapi bencana' }, 'target')).toEqual([]);
  });

  it('an indicator that is better rising under a target that wants the same measure to fall', () => {
    const rising = {
      ...sound,
      title: 'Tingkat pengangguran terbuka',
      direction: 'up',
      baseline: cell('4'),
      'milestones.2025': cell('5'),
      'milestones.2026': cell('6'),
      'milestones.2027': cell('7'),
    };
    expect(keys(rising, 'indicator', 'Menurunnya pengangguran')).toEqual(['warn against-parent']);
    expect(
      keys({ ...rising, title: 'Penurunan pengangguran' }, 'indicator', 'Menurunnya pengangguran'),
    ).toEqual([]);
    expect(keys(sound, 'indicator', 'Menurunnya stunting')).toEqual([]);
  });

  it('no longer stands in the way once it is answered', () => {
    const fields = { ...sound, 'milestones.2027': cell('8'), 'reasons.jump.2027': 'Program baru dimulai.' };
    expect(obstacles({ kind: 'indicator', fields }, plan)).toEqual([]);
    expect(
      obstacles({ kind: 'indicator', fields: { ...fields, 'reasons.jump.2027': ' ' } }, plan),
    ).toHaveLength(1);
  });
});

describe("Purbalingga's plan", () => {
  const years = { baselineYear: 2024, years: [2025, 2026, 2027, 2028, 2029, 2034] };
  const items = purbalinggaItems();
  const titles = new Map(items.map(item => [item.key, String(item.fields.title)]));
  const checked = items.map(item => ({
    ...item,
    parentTitle: item.parentKey ? (titles.get(item.parentKey) ?? null) : null,
  }));

  it("has 6 goals, 27 targets, 41 indicators, and as the region's own IPM with its four components", () => {
    const count = (kind: ItemKind) =>
      items.filter(item => item.kind === kind && item.dimension !== null).length;
    expect([count('goal'), count('target'), count('indicator')]).toEqual([6, 27, 41]);
    const own = items.filter(({ dimension }) => dimension === null);
    expect(own.map(({ key }) => key)).toEqual(['IPM', 'UHH', 'HLS', 'RLS', 'PPK']);
  });

  it('can be handed in, with at most five reasons between all of them', () => {
    expect(checked.flatMap(item => obstacles(item, years))).toEqual([]);
    const warnings = checked.flatMap(item => checkItem(item, years)).filter(({ level }) => level === 'warn');
    expect(warnings.length).toBeLessThanOrEqual(5);
  });
});
