import { describe, expect, test } from 'vitest';
import { departmentFinder } from '@/lib/exchange/import/departments';
import { splitRow, stackOf, valuesOf } from '@/lib/exchange/import/stacked';
import { sheetOf, tried } from '@/tests/support/import-plan';

describe('stacked cells', () => {
  test.each([
    ['1. Satu\n2. Dua', ['Satu', 'Dua'], true],
    ['1) Satu yang\nterbelah\n2) Dua', ['Satu yang terbelah', 'Dua'], true],
    ['a. Satu\nb. Dua', ['Satu', 'Dua'], true],
    ['• Satu\n• Dua', ['Satu', 'Dua'], true],
    ['- Satu\n- Dua', ['Satu', 'Dua'], true],
    ['1. Satu 2. Dua 3. Tiga', ['Satu', 'Dua', 'Tiga'], true],
    ['Satu\nDua', ['Satu', 'Dua'], false],
    // What does not count up from one is no list.
    ['2. Dua\n1. Satu', ['2. Dua', '1. Satu'], false],
    ['Jumlah desa 2. tahap', ['Jumlah desa 2. tahap'], false],
    ['1.234,5', ['1.234,5'], false],
  ])('%j comes apart', (text, entries, isMarked) => {
    expect(stackOf(text)).toEqual({ entries, isMarked });
  });

  test('values stand one a line, or between semicolons', () => {
    expect(valuesOf('65%\n\n70%')).toEqual(['65%', '70%']);
    expect(valuesOf('65%; 70%')).toEqual(['65%', '70%']);
    expect(valuesOf('65')).toEqual(['65']);
  });

  const beside = (...texts: [string, boolean][]) =>
    new Map(texts.map(([text, isFigure], column) => [column, { text, isFigure }]));

  test.each<[string, [string, boolean][], string]>([
    ['Satu\nDua', [['1\n2', true]], 'split'],
    ['Satu\nDua', [['1', true]], 'single'],
    ['Persentase rumah\nlayak huni', [['1\n2', true]], 'unequal'],
    ['1. Satu\n2. Dua', [['1', true]], 'unequal'],
    ['1. Satu\n2. Dua', [['–', true]], 'split'],
    [
      '1. Satu\n2. Dua',
      [
        ['1\n2', true],
        ['%', false],
      ],
      'unequal',
    ],
    ['Satu', [['1\n2', true]], 'unequal'],
  ])('%j beside %j is %s', (name, texts, kind) => {
    expect(splitRow(name, beside(...texts)).kind).toBe(kind);
  });
});

describe('departments', () => {
  const known = [
    { id: 'a', code: 'DINSEHAT', name: 'Dinas Kesehatan' },
    { id: 'b', code: 'DPU', name: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
    { id: 'c', code: '11.01', name: 'Kecamatan Contoh' },
    { id: 'd', code: 'DINSOS', name: 'Dinas Sosial, Dalduk KB, PPPA' },
  ];
  const find = departmentFinder(known, 'Kabupaten Contoh', { dinsehatlama: 'a', lain: '' });

  test.each([
    ['dinsehat', 'a'],
    ['DINAS KESEHATAN', 'a'],
    ['DinasKesehatan', 'a'],
    ['Dinas Kesehatan Kabupaten Contoh', 'a'],
    ['Dinas Kesehatan Kab. Contoh', 'a'],
    ['Dinas Pekerjaan Umum & Penataan Ruang', 'b'],
    ['Kec. Contoh', 'c'],
    ['11.01', 'c'],
    ['Dinas Sosial, Dalduk KB, PPPA', 'd'],
    ['Dinsehat Lama', 'a'],
  ])('%s is %s', (text, id) => {
    expect(find(text)).toMatchObject({ kind: 'one', id });
  });

  test('several in one cell, an unknown name, and nothing', () => {
    expect(find('DINSEHAT, DPU')).toMatchObject({ kind: 'several', ids: ['a', 'b'], unknown: [] });
    expect(find('1. Dinas Kesehatan\n2. Polres')).toMatchObject({
      ...{ kind: 'several', ids: ['a'], unknown: [{ name: 'Polres' }] },
    });
    expect(find('Dinas Entah')).toEqual({ kind: 'unknown', name: 'Dinas Entah', key: 'dinasentah' });
    expect(find('lain').kind).toBe('unknown');
    for (const text of ['', ' ', '-', '–', 'NA']) expect(find(text)).toEqual({ kind: 'none' });
  });
});

describe('cells that are merged', () => {
  const heads = ['Tujuan', 'Sasaran', 'Indikator', 'Satuan', '2025', 'OPD'];
  test('a shared word holds for each row, a shared figure is asked about', () => {
    const rows = [heads, ['T', 'S', 'A', 'orang', 5, 'DINSEHAT'], [null, null, 'B', null, null, null]];
    const down = (column: number) => ({ top: 1, left: column, bottom: 2, right: column });
    const run = tried(sheetOf(rows, [0, 1, 3, 4, 5].map(down)), {
      defaults: { dimensionId: 'd1', departmentId: null },
    });
    expect(run.rows.map(({ outcome }) => outcome)).toEqual(['create', 'doubtful']);
    expect(run.rows[1]).toMatchObject({
      findings: [{ column: 4, choices: [{ label: 'Pakai 5' }, { label: 'Kosongkan' }] }],
    });
    const cells = run.rows[1]?.findings[0]?.choices?.[0]?.cells ?? {};
    const answered = tried(sheetOf(rows, [0, 1, 3, 4, 5].map(down)), {
      ...{
        answers: { cells, departments: {}, clashes: {} },
        defaults: { dimensionId: 'd1', departmentId: null },
      },
    });
    expect(answered.changes.at(-1)?.fields).toMatchObject({
      title: 'B',
      unit: 'orang',
      'milestones.2025': { low: '5' },
    });
  });

  test('a head over rows, a repeated head, column numbers, totals and notes are no items', () => {
    const run = tried(
      sheetOf([
        heads,
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
        ['BB Tata Desa'],
        ['Tujuan 1: Meningkatnya tata desa'],
        [null, 'Sasaran desa', 'Desa rapi', 'desa', 3, 'DINSEHAT'],
        heads,
        ['TOTAL', null, null, null, 3, null],
        [null, null, null, null, null, 'Ditandatangani Kepala Dinas'],
      ]),
    );
    expect(run.counts).toMatchObject({ create: 1, aside: 6, doubtful: 0, refused: 0 });
    expect(run.changes[0]).toMatchObject({ create: { kind: 'goal', dimensionId: 'd2' } });
  });
});

// Time of the processor, which whoever else is busy does not lengthen.
test('five thousand rows take less than two seconds, and ten thousand about twice as long', {
  timeout: 60_000,
}, () => {
  const heads = ['Tujuan', 'Sasaran', 'Indikator', 'Satuan', 'Baseline', '2025', '2026', '2027', 'OPD'];
  const timed = (count: number) => {
    const rows = Array.from({ length: count }, (_, n) => [
      ...[
        `Tujuan ${n % 50}`,
        `Sasaran ${n % 500}`,
        `Indikator nomor ${n}`,
        '%',
        '10,5',
        '11',
        '12',
        '13',
        'DINSEHAT',
      ],
    ]);
    const begun = process.cpuUsage();
    expect(tried(sheetOf([heads, ...rows])).counts.create).toBe(count);
    return process.cpuUsage(begun).user / 1000;
  };
  timed(500);
  const five = timed(5_000);
  expect(five).toBeLessThan(2_000);
  expect(timed(10_000)).toBeLessThan(Math.max(five * 6, 1_500));
});
