import { expect, test } from 'vitest';
import { findHead, headLabels, recogniseColumns } from '@/lib/exchange/import/columns';
import { sheetOf, tried, view } from '@/tests/support/import-plan';

const meaningsOf = (rows: (string | number | null)[][], merges = [] as Parameters<typeof sheetOf>[1]) => {
  const sheet = sheetOf(rows, merges);
  const head = findHead(sheet, view.plan);
  return head && recogniseColumns(headLabels(sheet, head), view.plan).map(({ meaning }) => meaning);
};

test('the columns of Indonesian planning are recognised by their names', () => {
  const heads = [
    'NO',
    'TUJUAN',
    'SASARAN',
    'IK',
    'SATUAN',
    'BASELINE',
    'TARGET 2026',
    'TARGET 2027',
    'OPD PENANGGUNG JAWAB',
  ];
  expect(meaningsOf([['RENCANA'], [], heads, [1, 'a', 'b', 'c']])).toEqual([
    ...['ignore', 'goal', 'target', 'indicator', 'field:unit', 'field:baseline'],
    ...['field:milestones.2026', 'field:milestones.2027', 'department'],
  ]);
});

test('heads merged over two rows are read together', () => {
  const rows = [
    ['No', 'Sasaran', 'Indikator Kinerja', 'Satuan', 'Kondisi Awal', 'Target', '', ''],
    ['', '', '', '', '', '2025', '2026', '2027'],
    [1, 'Sehat', 'Stunting', '%', 11, 10, 9, 8],
  ];
  const merges = [
    ...[0, 1, 2, 3, 4].map(left => ({ top: 0, left, bottom: 1, right: left })),
    { top: 0, left: 5, bottom: 0, right: 7 },
  ];
  expect(meaningsOf(rows, merges)).toEqual([
    ...['ignore', 'target', 'indicator', 'field:unit', 'field:baseline'],
    ...['field:milestones.2025', 'field:milestones.2026', 'field:milestones.2027'],
  ]);
});

test('a title and an empty row above are no part of the heads', () => {
  const sheet = sheetOf([['RENCANA'], [], ['Tujuan', 'Sasaran', 'OPD'], ['a', 'b', 'c']]);
  expect(findHead(sheet, view.plan)).toEqual({ row: 2, rows: 1 });
});

test('the worksheet of the workshop is recognised, and says what has no place yet', () => {
  const heads =
    'Program Kerja | Tujuan | Sasaran | Indikator Keberhasilan | Usulan Anggaran | Sumber Pembiayaan | Pelaksana | Kerjasama | Timeline';
  const columns = recogniseColumns(heads.split(' | '), view.plan);
  expect(columns.map(({ meaning }) => meaning)).toEqual([
    ...[
      'ignore',
      'goal',
      'target',
      'indicator',
      'ignore',
      'ignore',
      'department',
      'field:supporters',
      'ignore',
    ],
  ]);
  expect(columns.filter(({ meaning }) => meaning === 'ignore').every(({ reason }) => reason)).toBe(true);
});

const heads = ['Tujuan', 'Sasaran', 'Indikator', 'Satuan', 'Baseline 2024', '2025', '2026', 'OPD'];

test('a row is created under what is there, matched by its words', () => {
  const run = tried(
    sheetOf([
      heads,
      [
        'MENINGKATNYA  kualitas hidup.',
        'Meningkatnya derajat\nkesehatan masyarakat',
        'Cakupan imunisasi',
        '%',
        '65%',
        '70',
        '75',
        'DINAS KESEHATAN',
      ],
    ]),
  );
  expect(run.rows).toMatchObject([{ outcome: 'create', title: 'Cakupan imunisasi', findings: [] }]);
  expect(run.changes).toMatchObject([
    {
      version: 0,
      create: { parentId: 's1', dimensionId: 'd1', departmentId: 'kes' },
      fields: { unit: '%', baseline: { low: '65' } },
    },
  ]);
});

test('blank cells below a goal and target belong to them; what is not there yet is begun once', () => {
  const run = tried(
    sheetOf([
      heads,
      ['Tujuan baru', 'Sasaran baru', 'Indikator satu', '', '', '', '', ''],
      ['', '', 'Indikator dua', '', '', '', '', ''],
      ['', 'Sasaran lain', 'Indikator tiga', '', '', '', '', ''],
    ]),
  );
  expect(run.counts.create).toBe(3);
  expect(run.changes.map(({ create, fields }) => [create?.kind, fields.title])).toEqual([
    ...[
      ['goal', 'Tujuan baru'],
      ['target', 'Sasaran baru'],
      ['indicator', 'Indikator satu'],
    ],
    ...[
      ['indicator', 'Indikator dua'],
      ['target', 'Sasaran lain'],
      ['indicator', 'Indikator tiga'],
    ],
  ]);
  expect(new Set(run.changes.map(({ itemId }) => itemId)).size).toBe(6);
});

test('seven names with seven figures come apart; with six they are flagged', () => {
  const names = Array.from({ length: 7 }, (_, index) => `${index + 1}. Indikator ke ${index + 1}`).join('\n');
  const seven = [10, 20, 30, 40, 50, 60, 70].join('\n');
  const run = tried(sheetOf([heads, ['T baru', 'S baru', names, '', seven, '', '', 'DINSEHAT']]));
  expect(run.counts).toMatchObject({ create: 7, doubtful: 0 });
  expect(run.changes.at(-1)?.fields).toMatchObject({ title: 'Indikator ke 7', baseline: { low: '70' } });
  const six = tried(
    sheetOf([heads, ['T baru', 'S baru', names, '%', [1, 2, 3, 4, 5, 6].join('\n'), '', '', '']]),
  );
  expect(six.counts).toMatchObject({ create: 0, doubtful: 1 });
  expect(six.rows[0]?.findings.map(({ column }) => column)).toEqual([3, 4]);
});

test('a share written as 0.65 is asked about, not guessed', () => {
  const run = tried(sheetOf([heads, ['T', 'S', 'Cakupan air', '%', 0.65, 0.7, 1, '']]));
  expect(run.rows[0]).toMatchObject({
    outcome: 'doubtful',
    findings: [{ choices: [{ label: '65%; 70%; 100%' }, { label: '0,65%; 0,7%; 1%' }] }],
  });
  const cells = run.rows[0]?.findings[0]?.choices?.[0]?.cells ?? {};
  const answered = tried(sheetOf([heads, ['T', 'S', 'Cakupan air', '%', 0.65, 0.7, 1, '']]), {
    answers: { cells, departments: {}, clashes: {} },
  });
  expect(answered.changes.at(-1)?.fields).toMatchObject({
    baseline: { low: '65' },
    'milestones.2026': { low: '100' },
  });
});

test('an unknown department is asked once and remembered by its name', () => {
  const rows = [
    heads,
    ['T', 'S', 'A', '', '', '', '', 'Dinas Sehat Sekali'],
    ['', '', 'B', '', '', '', '', 'DINAS SEHAT  SEKALI'],
  ];
  const run = tried(sheetOf(rows));
  expect(run.departments).toEqual([{ name: 'Dinas Sehat Sekali', key: 'dinassehatsekali', rows: 2 }]);
  const answered = tried(sheetOf(rows), {
    answers: { cells: {}, departments: { dinassehatsekali: 'kes' }, clashes: {} },
  });
  expect(answered.counts.create).toBe(2);
});

test("a row of another's department is refused with who may", () => {
  const run = tried(sheetOf([heads, ['T', 'S', 'A', '', '', '', '', 'DinasPekerjaanUmumdanPenataanRuang']]));
  expect(run.rows[0]).toMatchObject({
    outcome: 'refused',
    findings: [{ reason: 'Hanya kepala dan operator DPU yang dapat mengisi baris ini.' }],
  });
});

test.each([
  ['#VALUE!', 'refused'],
  ['NA', 'create'],
  ['-', 'create'],
  ['–', 'create'],
  ['—', 'create'],
  [' 1.234,5 ', 'create'],
  ['1.234', 'doubtful'],
  ['sekitar sepuluh', 'refused'],
])('a figure of %s makes the row %s', (text, outcome) => {
  expect(tried(sheetOf([heads, ['T', 'S', 'A', 'orang', text, '', '', '']])).rows[0]?.outcome).toBe(outcome);
});

test('group of people as a target is flagged', () => {
  const run = tried(sheetOf([heads, ['T', 'Masyarakat', '', '', '', '', '', '']]));
  expect(run.rows[0]).toMatchObject({ outcome: 'doubtful', findings: [{ column: 1 }] });
});

const own = [
  'Dimensi',
  'Subdimensi',
  'Jenis',
  'Kode',
  'Uraian',
  'OPD',
  'Status',
  'Satuan',
  'Tahun awal',
  'Kondisi awal',
  '2025',
  '2026',
  '2027',
  'Data contoh',
  'Keterangan',
  'ID',
  'Versi',
];
const rowOfI1 = (version: number, over: Record<number, string | number | null> = {}) =>
  [
    'AA',
    'AA1',
    'Indikator',
    'A-01',
    'Prevalensi stunting',
    'DINSEHAT',
    'Draf',
    '%',
    2024,
    11.34,
    10.8,
    10,
    null,
    null,
    null,
    'i1',
    version,
  ].map((value, index) => (index in over ? (over[index] ?? null) : value));

test('our own file with nothing edited changes nothing, and with one cell exactly that', () => {
  expect(tried(sheetOf([own, rowOfI1(3)])).rows[0]).toMatchObject({ outcome: 'same', findings: [] });
  const run = tried(sheetOf([own, rowOfI1(3, { 11: '9,5' })]));
  expect(run.rows[0]?.changes).toEqual([
    { path: 'milestones.2026', label: 'Target 2026', before: '10,00', after: '9,50' },
  ]);
  expect(run.changes).toMatchObject([
    { itemId: 'i1', version: 3, fields: { 'milestones.2026': { low: '9.5' } } },
  ]);
});

test('an old file: what the file left alone stays, what both changed is a clash', () => {
  const since = { by: 'Bu Sari', at: '2026-11-26T00:00:00.000Z' };
  const newer = new Map([
    [
      'i1',
      {
        'milestones.2026': {
          value: view.items[2]?.fields['milestones.2026'] ?? null,
          before: { low: '9', high: null, text: null, skipReason: null, illustrative: false },
          ...since,
        },
      },
    ],
  ]);
  const left = tried(sheetOf([own, rowOfI1(2, { 11: 9 })]), { newer });
  expect(left.rows[0]).toMatchObject({ outcome: 'same', findings: [{ level: 'note' }] });
  const clash = tried(sheetOf([own, rowOfI1(2, { 11: 8 })]), { newer });
  expect(clash.rows[0]).toMatchObject({
    outcome: 'clash',
    clashes: [{ mine: '8,00', theirs: '10,00', before: '9,00' }],
  });
  expect(clash.changes).toEqual([]);
  const mine = tried(sheetOf([own, rowOfI1(2, { 11: 8 })]), {
    newer,
    answers: { cells: {}, departments: {}, clashes: { [`i1 milestones.2026 ${since.at}`]: 'mine' } },
  });
  expect(mine.changes).toMatchObject([{ version: 3, fields: { 'milestones.2026': { low: '8' } } }]);
});

test('status, owner and kind are not changed by a file', () => {
  for (const [column, value] of [
    [6, 'Disetujui'],
    [5, 'DPU'],
    [2, 'Sasaran'],
    [0, 'BB'],
  ] as const) {
    expect(tried(sheetOf([own, rowOfI1(3, { [column]: value })])).rows[0]?.outcome).toBe('refused');
  }
});

test('a new row in our own file hangs under the target above it', () => {
  const target = [
    'AA',
    'AA1',
    'Sasaran',
    '',
    'Meningkatnya derajat kesehatan masyarakat',
    'DINSEHAT',
    'Draf',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    's1',
    1,
  ];
  const fresh = [
    'AA',
    '',
    'Indikator',
    '',
    'Cakupan air',
    'DINSEHAT',
    '',
    '%',
    2024,
    50,
    55,
    60,
    65,
    '',
    '',
    '',
    '',
  ];
  const run = tried(sheetOf([own, target, rowOfI1(3), fresh]));
  expect(run.counts).toMatchObject({ same: 2, create: 1 });
  expect(run.changes[0]?.create).toMatchObject({ parentId: 's1', kind: 'indicator' });
});
