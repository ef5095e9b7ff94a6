import { describe, expect, test } from 'vitest';
import { delimitedSheet } from '@/lib/exchange/foreign/delimited';
import { findHead, recogniseColumns } from '@/lib/exchange/import/columns';
import { departmentFinder } from '@/lib/exchange/import/departments';
import type { DryRun } from '@/lib/exchange/import/report';
import { restDocument } from '@/lib/exchange/import/rest-document';
import { apart } from '@/lib/exchange/import/row-parts';
import { answerForm } from '@/lib/exchange/import/schema';
import type { Sheet } from '@/lib/exchange/sheet';
import { sheetOf, tried, view } from '@/tests/support/import-plan';

const heads = ['Dimensi', 'Tujuan', 'Sasaran', 'Indikator', 'Satuan', '2025', 'OPD'];

describe('a table text', () => {
  const csv = (figure: string) => {
    const line = ['AA', 'Tujuan baru', 'Sasaran yang baru', 'Panjang jalan', 'km', figure, 'DINSEHAT'];
    const text = [heads, line].map(cells => cells.join(';')).join('\n');
    return delimitedSheet(new TextEncoder().encode(text), 'a').sheet;
  };
  test('a point before three digits is asked about, as in a workbook', () => {
    expect(tried(csv('1.234')).rows[0]?.outcome).toBe('doubtful');
    expect(tried(csv('1.234%')).rows[0]?.outcome).toBe('doubtful');
  });
  test.each([
    ['10.5', '10.5'],
    ['1234', '1234'],
    ['1,25', '1.25'],
    ['0.125', '0.125'],
  ])('%s is read in one way', (figure, low) => {
    expect(tried(csv(figure)).changes.at(-1)?.fields['milestones.2025']).toMatchObject({ low });
  });
});

const ownHeads = ['Dimensi', 'Jenis', 'Uraian', 'OPD', 'Satuan', '2025', 'ID', 'Versi'];

describe('what a new row hangs under', () => {
  test.each([
    ['is not there any more', ['AA', 'Sasaran', 'Sasaran lama', 'DINSEHAT', '', '', 'hilang', '1']],
    ['has no name', ['AA', 'Sasaran', '', 'DINSEHAT', '', '', '', '']],
    ['is of a kind that nobody knows', ['AA', 'Sasarn', 'Sasaran lama', 'DINSEHAT', '', '', '', '']],
  ])('is never the target before one that %s', (_, target) => {
    const run = tried(
      sheetOf([
        ownHeads,
        ['AA', 'Tujuan', 'Meningkatnya kualitas hidup', 'DINSEHAT', '', '', 'g1', '1'],
        ['AA', 'Sasaran', 'Meningkatnya derajat kesehatan masyarakat', 'DINSEHAT', '', '', 's1', '1'],
        target,
        ['AA', 'Indikator', 'Angka baru', 'DINSEHAT', '%', '5', '', ''],
      ]),
    );
    expect(run.rows.at(-1)).toMatchObject({ title: 'Angka baru', outcome: 'refused' });
    expect(run.changes).toEqual([]);
  });
});

/** The rest of a run as a sheet that comes back. */
function restOf(sheet: Sheet, run: DryRun): Sheet {
  const labels = (sheet.rows[0] ?? []).map(({ text }) => text);
  const rest = restDocument({
    ...{ fileName: 'a.xlsx', labels, cells: sheet.rows, rows: run.rows, answers: {} },
    isOfItems: labels.includes('Uraian'),
  });
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null && 'shown' in value
      ? String(value.shown)
      : String(value ?? '');
  return sheetOf([
    rest.columns.map(({ label }) => label),
    ...rest.rows.map(({ cells = [] }) => cells.map(text)),
  ]);
}

describe('the rest, put right and brought back', () => {
  test('rows stay under the goal and target that stood above them', () => {
    const sheet = sheetOf([
      heads,
      ['AA', 'Tujuan satu', 'Terwujudnya keadaan satu', 'Ukuran satu', '%', 'kira-kira', 'DINSEHAT'],
      ['', 'Tujuan dua', 'Terwujudnya keadaan dua', 'Ukuran dua', '%', '2', 'DINSEHAT'],
      ['', '', '', 'Ukuran tiga', '%', 'kira-kira', 'DINSEHAT'],
    ]);
    const rest = restOf(sheet, tried(sheet));
    expect(rest.rows.slice(1).map(row => row.slice(0, 4).map(({ text }) => text))).toEqual([
      ['AA', 'Tujuan satu', 'Terwujudnya keadaan satu', 'Ukuran satu'],
      ['AA', 'Tujuan dua', 'Terwujudnya keadaan dua', 'Ukuran tiga'],
    ]);
  });

  test('so they do under a heading, in a sheet named after its dimension, and in merged cells', () => {
    const sheet = sheetOf(
      [
        ['Tujuan', 'Indikator', 'Satuan', '2025', 'OPD'],
        ['Sasaran: Terwujudnya keadaan satu', '', '', '', ''],
        ['Tujuan satu', 'Ukuran satu', 'km', '2', 'DINSEHAT'],
        ['', 'Ukuran dua', '', 'kira-kira', ''],
      ],
      [
        { top: 2, left: 2, bottom: 3, right: 2 },
        { top: 2, left: 4, bottom: 3, right: 4 },
      ],
      'Tata Desa',
    );
    const run = tried(sheet, { defaults: { dimensionId: null, departmentId: null } });
    const rest = restOf(sheet, run);
    const textAt = (row: number, label: string) =>
      rest.rows[row]?.[rest.rows[0]?.findIndex(({ text }) => text === label) ?? -1]?.text;
    const last = rest.rows.length - 1;
    expect(['Dimensi', 'Tujuan', 'Indikator', 'Satuan', 'OPD'].map(label => textAt(last, label))).toEqual([
      ...['Tata Desa', 'Tujuan satu', 'Ukuran dua', 'km', 'DINSEHAT'],
    ]);
  });

  test('a new row of our own files stays under its target', () => {
    const sheet = sheetOf([
      ownHeads,
      ['AA', 'Tujuan', 'Meningkatnya kualitas hidup', 'DINSEHAT', '', '', 'g1', '1'],
      ['AA', 'Sasaran', 'Keadaan yang lain', 'DINSEHAT', 'km', '', '', ''],
      ['AA', 'Sasaran', 'Meningkatnya derajat kesehatan masyarakat', 'DINSEHAT', '', '', 's1', '1'],
      ['AA', 'Indikator', 'Angka baru', 'DINSEHAT', '%', 'kira-kira', '', ''],
    ]);
    const rest = restOf(sheet, tried(sheet));
    expect(rest.rows.slice(1).map(row => row[2]?.text)).toEqual([
      'Meningkatnya kualitas hidup',
      'Keadaan yang lain',
      'Meningkatnya derajat kesehatan masyarakat',
      'Angka baru',
    ]);
  });

  test('a figure that can be read in two ways still can', () => {
    const text = [heads, ['AA', 'T', 'S', 'Panjang jalan', 'km', '1.234', 'DINSEHAT']]
      .map(cells => cells.join(';'))
      .join('\n');
    const { sheet } = delimitedSheet(new TextEncoder().encode(text), 'a');
    const { rows } = tried(sheet);
    const rest = restDocument({
      ...{ fileName: 'a.csv', labels: heads, cells: sheet.rows, rows, answers: {}, isOfItems: false },
    });
    expect(rest.rows[0]?.cells?.[5]).toBe('1.234');
  });
});

test('what a row says of a target that it does not name is not dropped', () => {
  const run = tried(
    sheetOf([
      ['Indikator', 'Satuan', 'Penerima manfaat', '2025'],
      ['Umur harapan hidup', 'tahun', 'Semua warga', '75'],
    ]),
  );
  expect(run.rows[0]).toMatchObject({ outcome: 'doubtful', findings: [{ column: 2 }] });
  const region = tried(
    sheetOf([
      ['Dimensi', 'Indikator', 'Satuan', 'Penerima manfaat', '2025'],
      ['Daerah', 'Indeks daerah', 'indeks', 'Semua warga', '75'],
    ]),
  );
  expect(region.rows[0]).toMatchObject({ outcome: 'doubtful', findings: [{ column: 3 }] });
});

test('a head that bears the name of something built in is no column of the plan', () => {
  expect(recogniseColumns(['Constructor'], view.plan)).toEqual([
    { label: 'Constructor', meaning: 'unknown' },
  ]);
});

test('a name with a wide gap is taken apart at once', () => {
  const find = departmentFinder(view.departments, 'Kabupaten Contoh', {});
  const begun = performance.now();
  expect(find(`DINSEHAT,${' '.repeat(32_000)}DPU`)).toMatchObject({ kind: 'several', ids: ['kes', 'pu'] });
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('a name of a department that no database keeps is not read', () => {
  const given = { id: 'a', 'opd-dinas\u0000': 'x', 'opd-\ud83d': 'x', 'opd-dinassehat': 'x' };
  expect(answerForm.parse(given).departments).toEqual({ dinassehat: 'x' });
});

test('long texts where heads could stand are looked at in passing', () => {
  const text = 'panjang sekali '.repeat(2_000);
  const sheet = sheetOf(Array.from({ length: 40 }, () => Array.from({ length: 20 }, () => text)));
  const begun = performance.now();
  expect(findHead(sheet, view.plan)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('a year that belongs to what an indicator replaces comes back as it went out', () => {
  const run = tried(
    sheetOf([
      [...ownHeads.slice(0, 5), '2025', '2026', '2027', 'ID', 'Versi'],
      [
        'AA',
        'Indikator',
        'Umur harapan hidup',
        'DINSEHAT',
        'tahun',
        '74*',
        '← A-07',
        '→ indikator lain',
        'i2',
        '1',
      ],
    ]),
  );
  expect(run.rows[0]).toMatchObject({ outcome: 'same', findings: [] });
});

test('a cell that stacks thousands is asked about, and taken apart by nobody', () => {
  const stacked = Array.from({ length: 8_000 }, () => '• a').join('\n');
  const rows = Array.from({ length: 20 }, () => ['AA', 'Tujuan baru', 'Sasaran baru', stacked, '', '', '']);
  const run = tried(sheetOf([heads, ...rows]));
  expect(run.rows).toHaveLength(20);
  expect(run.rows[0]?.outcome).toBe('doubtful');
  expect(run.changes).toEqual([]);
});

test('a table that has become long enough is not taken apart any further', () => {
  const name = { text: '• a\n• b\n• c', row: 1, column: 0, isAnswered: false };
  const cells = new Map([[0, { text: name.text, kind: 'text' as const }]]);
  const row = {
    ...{
      row: 1,
      part: 0,
      parts: 1,
      leaf: 'indicator' as const,
      titles: { indicator: name },
      dimension: null,
    },
    ...{ cells, stacks: new Map(), covered: new Map(), unequal: null },
  };
  expect(apart(['indicator'], row, 3)).toHaveLength(3);
  expect(apart(['indicator'], row, 2)).toMatchObject([{ unequal: { count: 1 } }]);
});

describe('a new row of our own files', () => {
  const goal = ['AA', 'Tujuan', 'Meningkatnya kualitas hidup', 'DINSEHAT', '', '', 'g1', '1'];
  const target = [
    'AA',
    'Sasaran',
    'Meningkatnya derajat kesehatan masyarakat',
    'DINSEHAT',
    '',
    '',
    's1',
    '1',
  ];
  test('is not put into another dimension than it names', () => {
    const run = tried(
      sheetOf([ownHeads, goal, target, ['BB', 'Indikator', 'Angka baru', 'DINSEHAT', '%', '5', '', '']]),
    );
    expect(run.rows.at(-1)).toMatchObject({ outcome: 'refused', findings: [{ column: 0 }] });
  });
  test('is not guessed to hang anywhere in a file that was sorted', () => {
    const other = ['AA', 'Sasaran', 'Sasaran yang lain', 'DINSEHAT', '', '', '', ''];
    const known = ['AA', 'Indikator', 'Umur harapan hidup', 'DINSEHAT', 'tahun', '74*', 'i2', '1'];
    const run = tried(
      sheetOf([
        ownHeads,
        goal,
        target,
        other,
        known,
        ['AA', 'Indikator', 'Angka baru', 'DINSEHAT', '%', '5', '', ''],
      ]),
    );
    expect(run.rows.at(-1)).toMatchObject({ title: 'Angka baru', outcome: 'refused' });
  });
});
