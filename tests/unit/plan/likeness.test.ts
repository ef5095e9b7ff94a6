import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alike,
  alikeTo,
  indexOf,
  likeness,
  namedLike,
  nameLikeness,
  nearlyEqual,
  type Profile,
  pairsAlike,
  profileOf,
} from '@/lib/plan/likeness';
import catalogue from '@/prisma/seed/data/indicator-catalogue.json' with { type: 'json' };
import purbalingga from '@/prisma/seed/data/purbalingga.json' with { type: 'json' };

const places = ['Kabupaten Purbalingga', 'Kecamatan Bobotsari', 'Kecamatan Kutasari', 'Kecamatan Karangreja'];
const profile = (title: string, unit = '%', code = '') => profileOf({ title, unit, code }, places);
const score = (a: string, b: string) => likeness(profile(a), profile(b));

const seed = purbalingga.plan.goals.flatMap(({ targets }) =>
  targets.flatMap(({ indicators }) =>
    indicators.map(({ code, name, unit }) => ({ code, title: name, unit })),
  ),
);

describe('two indicators of one measure', () => {
  it.each([
    ['Prevalensi stunting balita', 'Persentase balita stunting'],
    ['Persentase penduduk miskin', 'Prosentase Penduduk Miskin (%)'],
    ['Nilai IKM Kecamatan Bobotsari', 'Nilai IKM Kec. Kutasari'],
    ['Nilai IKM Kecamatan Bobotsari', 'Nilai IKM kecamatan karangreja'],
    ['Jumlah desa-desa tangguh bencana', 'Jumlah desa tangguh bencana'],
    ['Persentase PJU lampu LED', 'Persentase lampu LED PJU'],
    ['Indeks kepuasan masyarakat', 'Indeks Kepuasan Masyarakat Kabupaten Purbalingga'],
    ['Persentase rumah tangga dengan akses internet', 'Persentase rumah tangga akses intenet'],
  ])('“%s” and “%s” are alike', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(alike);
  });

  it('are nearly equal where only spelling, filler and place differ', () => {
    for (const [a, b] of [
      ['Nilai IKM Kecamatan Bobotsari', 'Nilai IKM kecamatan Kutasari'],
      ['Persentase penduduk miskin', 'Prosentase penduduk miskin'],
    ] as const) {
      expect(score(a, b)).toBeGreaterThanOrEqual(nearlyEqual);
    }
  });
});

describe('two measures', () => {
  it.each([
    ['Angka kematian ibu', 'Angka kematian bayi'],
    ['Rata-rata lama sekolah', 'Harapan lama sekolah'],
    ['Indeks Pembangunan Manusia', 'Indeks Pembangunan Gender'],
    [
      'Persentase rumah tangga dengan akses air minum layak',
      'Persentase rumah tangga dengan akses sanitasi layak',
    ],
    ['Jumlah siswa kelas 1', 'Jumlah siswa kelas 2'],
    [
      'Persentase siswa kelas 1 sekolah dasar yang lulus tepat waktu',
      'Persentase siswa kelas 2 sekolah dasar yang lulus tepat waktu',
    ],
    ['Cakupan imunisasi dasar lengkap', 'Persentase jalan kabupaten kondisi mantap'],
  ])('“%s” and “%s” are not alike', (a, b) => {
    expect(score(a, b)).toBeLessThan(alike);
  });

  it('of one name are not alike when they are counted in other units and only resemble each other', () => {
    const [share, number] = [
      profile('Persentase posyandu aktif', '%'),
      profile('Jumlah posyandu aktif', 'unit'),
    ];
    expect(likeness(share, number)).toBeLessThan(alike);
  });
});

describe('the real ones', () => {
  it('of the seed are all of different measures', () => {
    const profiles = new Map(seed.map(one => [one.code, profileOf(one, places)]));
    expect(pairsOf(profiles)).toEqual([]);
  });

  it('of the catalogue give few pairs, so that the warning keeps its weight', () => {
    const profiles = new Map(
      catalogue.map(one => [one.code, profileOf({ title: one.name_id, unit: one.unit_id, code: one.code })]),
    );
    const pairs = pairsOf(profiles);
    expect(pairs.length).toBeLessThan(catalogue.length / 10);
  });
});

const titles = fc.array(
  fc.constantFrom(...seed.flatMap(({ title }) => title.split(' ')), 'Bobotsari', '%', '24', 'desa-desa'),
  { minLength: 1, maxLength: 9 },
);
const text = titles.map(words => words.join(' '));

describe('likeness', () => {
  it('is the same both ways, between 0 and 1, and 1 with itself', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('%', 'orang', ''), (a, b, unit) => {
        const [left, right] = [profile(a, unit), profile(b, '%')];
        expect(likeness(left, right)).toBe(likeness(right, left));
        expect(likeness(left, right)).toBeGreaterThanOrEqual(0);
        expect(likeness(left, right)).toBeLessThanOrEqual(1);
        if (left.words.length > 0) expect(likeness(left, left)).toBe(1);
      }),
    );
  });

  it('does not see case, punctuation, accents or the order of words', () => {
    const marks = fc.constantFrom('.', ', ', ' – ', ' / ', '  ', '; ', '!');
    fc.assert(
      fc.property(titles, marks, (words, mark) => {
        const plain = words.filter(word => /^[\p{L}\p{N}]+$/u.test(word));
        fc.pre(plain.length > 0);
        const [as, dressed] = [plain.join(' '), plain.map(word => word.toUpperCase()).join(mark)];
        const turned = [...plain].reverse().join(' ');
        expect(profile(dressed)).toEqual(profile(as));
        expect(profile(turned).words).toEqual(profile(as).words);
      }),
    );
  });
});

describe('finding pairs', () => {
  it('finds what comparing each with each finds', () => {
    const names = fc.array(text, { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(names, given => {
        const profiles = new Map(
          given.map((title, at) => [`i${String(at).padStart(2, '0')}`, profile(title)]),
        );
        const pairs = eachWithEach(profiles);
        expect(pairsOf(profiles)).toEqual(pairs);
        const mine = pairs
          .filter(({ a, b }) => a === 'i00' || b === 'i00')
          .map(({ a, b }) => (a === 'i00' ? b : a));
        expect(
          alikeTo(indexOf(profiles), 'i00')
            .map(({ id }) => id)
            .sort(),
        ).toEqual(mine.sort());
      }),
    );
  });

  it('compares few of 5,000: by count, not by the clock of this machine', () => {
    const words = [
      ...new Set(catalogue.flatMap(one => profileOf({ title: one.name_id, unit: '', code: '' }).words)),
    ];
    const profiles = new Map(
      Array.from({ length: 5_000 }, (_, at): [string, Profile] => {
        const name = [0, 1, 2, 3, 4].map(nth => words[(at * (nth * nth + 7) + nth * 31) % words.length]);
        return [`i${at}`, profileOf({ title: `Persentase ${name.join(' ')}`, unit: '%', code: '' })];
      }),
    );
    expect(comparedAmong(profiles)).toBeLessThan(5_000 * 120);
  });

  it('compares no two that only a number tells apart', () => {
    const numbered = Array.from({ length: 5_000 }, (_, at): [string, Profile] => [
      `i${at}`,
      profile(`Persentase layanan uji nomor ${at} yang memenuhi standar pelayanan minimal`),
    ]);
    expect(comparedAmong(new Map(numbered))).toBe(0);
  });

  it('stops comparing where a plan is made to keep it busy', () => {
    const letters = (at: number) =>
      at.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)] ?? '');
    const busy = Array.from({ length: 5_000 }, (_, at): [string, Profile] => [
      `i${at}`,
      profile(`Persentase layanan uji ${letters(at)}${letters(at)} yang memenuhi standar pelayanan minimal`),
    ]);
    expect(comparedAmong(new Map(busy))).toBeLessThanOrEqual(600_001);
  });
});

/** How often two of them are held against each other. */
function comparedAmong(profiles: ReadonlyMap<string, Profile>): number {
  let count = 0;
  for (const _ of pairsAlike(indexOf(profiles), () => {
    count += 1;
    return false;
  }));
  return count;
}

function pairsOf(profiles: ReadonlyMap<string, Profile>) {
  const index = indexOf(profiles);
  const found = [...pairsAlike(index)].map(({ a, b, score }) => {
    const [left = '', right = ''] = [index.ids[a] ?? '', index.ids[b] ?? ''].sort();
    return { a: left, b: right, score };
  });
  return [...new Map(found.map(pair => [`${pair.a} ${pair.b}`, pair])).values()].sort(byScore);
}

type Pair = { a: string; b: string; score: number };
const byScore = (x: Pair, y: Pair) => y.score - x.score || x.a.localeCompare(y.a) || x.b.localeCompare(y.b);

function eachWithEach(profiles: ReadonlyMap<string, Profile>) {
  const all = [...profiles];
  return all
    .flatMap(([a, left], at) =>
      all.slice(at + 1).map(([b, right]) => ({ a, b, score: likeness(left, right) })),
    )
    .filter(pair => pair.score >= alike)
    .sort(byScore);
}

it('finds by name alone what comparing one with each finds', () => {
  const titles = [...seed, ...catalogue.map(({ name_id }) => ({ title: name_id }))].map(({ title }) => title);
  const variants = titles.flatMap(title => [title, `${title} Kabupaten Purbalingga`, `Jumlah ${title}`]);
  const all = new Map(variants.map((title, at) => [`i${at}`, profile(title, at % 2 ? 'orang' : '%')]));
  const index = indexOf(all);
  for (const id of ['i0', 'i1', 'i2', 'i60', 'i301']) {
    const mine = all.get(id) as Profile;
    const slow = [...all].filter(([other, it]) => other !== id && nameLikeness(mine, it) >= nearlyEqual);
    expect(namedLike(index, id)).toEqual(slow.map(([other]) => other));
    expect(slow.length).toBeGreaterThan(0);
  }
});

it('is not kept busy by a plan of words that nobody else has', () => {
  const letters = (at: number): string =>
    at === 0 ? '' : `${letters(Math.floor(at / 26))}${String.fromCharCode(97 + (at % 26))}`;
  const word = (at: number) => `aa${letters(at + 700)}`;
  const titles = Array.from({ length: 1_000 }, (_, row) =>
    Array.from({ length: 45 }, (_, at) => word(row * 45 + at)).join(' '),
  );
  const start = performance.now();
  indexOf(new Map(titles.map((title, at) => [`i${at}`, profile(title)])));
  expect(performance.now() - start).toBeLessThan(10_000);
});
