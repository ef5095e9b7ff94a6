import { describe, expect, it } from 'vitest';
import { rowsOfText, textOfRows } from '@/lib/rpjmd/table-text';
import { countInWords, type DraftNode, treeFromRows } from '@/lib/rpjmd/tree-from-rows';

const tree = (text: string) => treeFromRows(rowsOfText(text) ?? []);
const row = (...cells: string[]) => cells.join('\t');
const table = (...rows: string[]) => rows.join('\n');
/** A node as "kind code title < parent". */
const shown = (nodes: readonly DraftNode[]) =>
  nodes.map(({ kind, code, title, parent }) =>
    [kind, code, title, parent === null ? null : `< ${nodes[parent]?.title}`].filter(Boolean).join(' '),
  );

const head = row('VISI', 'MISI', 'TUJUAN', 'SASARAN');

describe('a cascading table', () => {
  it('becomes a tree; an empty cell goes on with what stands above it', () => {
    const { nodes, problem, unread } = tree(
      table(
        head,
        row('Maju bersama', 'Misi 1: SDM unggul', '1.1 Meningkatnya kesehatan', '1.1.1 Turunnya stunting'),
        row('', '', '', '1.1.2 Naiknya harapan hidup'),
        row('', '', '1.2 Meningkatnya pendidikan', 'Naiknya lama sekolah'),
        row('', 'Misi 2: Ekonomi tumbuh', 'Meningkatnya pendapatan', 'Turunnya kemiskinan'),
      ),
    );
    expect(problem).toBeNull();
    expect(unread).toEqual([]);
    expect(shown(nodes)).toEqual([
      'vision Maju bersama',
      'mission 1 SDM unggul < Maju bersama',
      'goal 1.1 Meningkatnya kesehatan < SDM unggul',
      'target 1.1.1 Turunnya stunting < Meningkatnya kesehatan',
      'target 1.1.2 Naiknya harapan hidup < Meningkatnya kesehatan',
      'goal 1.2 Meningkatnya pendidikan < SDM unggul',
      'target Naiknya lama sekolah < Meningkatnya pendidikan',
      'mission 2 Ekonomi tumbuh < Maju bersama',
      'goal Meningkatnya pendapatan < Ekonomi tumbuh',
      'target Turunnya kemiskinan < Meningkatnya pendapatan',
    ]);
    expect(nodes.every(({ doubts }) => doubts.length === 0)).toBe(true);
    expect(countInWords(nodes)).toBe('1 visi, 2 misi, 3 tujuan, 4 sasaran');
  });

  it('says the same when every row repeats what stands above', () => {
    const merged = tree(table(head, row('V', 'M', 'T', 'S satu'), row('', '', '', 'S dua')));
    const repeated = tree(table(head, row('V', 'M', 'T', 'S satu'), row('V', 'M', 'T', 'S dua')));
    expect(repeated).toEqual(merged);
  });

  it('takes the figures of each level from the columns behind it', () => {
    const { nodes } = tree(
      table(
        row('TUJUAN', 'IK TUJUAN', 'BASELINE', 'TARGET', 'SATUAN', 'OPD', 'SASARAN', 'IK SASARAN', 'TARGET'),
        row('Sehat', 'IPM', '70,51', '73', 'Indeks', 'BAPPEDA', 'Gizi baik', 'Stunting', '9,4'),
        row('', '', '', '', '', '', '', 'Gizi buruk', '1,2'),
      ),
    );
    expect(nodes.map(({ indicators }) => indicators)).toEqual([
      ['IPM\t70,51\t73\tIndeks\tBAPPEDA'],
      ['Stunting\t\t9,4\t\t', 'Gizi buruk\t\t1,2\t\t'],
    ]);
  });

  it('takes several indicators stacked in one cell apart, line by line', () => {
    const cell = (...lines: string[]) => `"${lines.join('\n')}"`;
    const { nodes } = tree(
      table(
        row('TUJUAN', 'IK TUJUAN', 'BASELINE', 'TARGET', 'SATUAN', 'OPD', 'SASARAN'),
        row('Sehat', cell('IPM', 'UHH'), cell('70,51', 'N/A'), cell('73', '75'), 'Indeks', 'DINAS', 'Gizi'),
      ),
    );
    expect(nodes[0]?.indicators).toEqual(['IPM\t70,51\t73\tIndeks\tDINAS', 'UHH\t\t75\tIndeks\tDINAS']);
    expect(nodes[0]?.doubts).toEqual([]);
  });

  it('keeps what does not come out even, and tells it', () => {
    const { nodes } = tree(
      table(
        row('TUJUAN', 'IK TUJUAN', 'TARGET', 'SASARAN'),
        row('Sehat', '"IPM\nUHH"', '"73\n75\n80"', 'Gizi'),
      ),
    );
    expect(nodes[0]?.doubts).toEqual(['Ada 2 indikator, tetapi target berisi 3 baris.']);
    expect(nodes[0]?.indicators[0]).toContain('73 75 80');
  });

  it('reads a head of two rows, yearly targets and a row of numbers below', () => {
    const { nodes, problem } = tree(
      table(
        row('No', 'TUJUAN', 'IK TUJUAN', 'TARGET', '', 'SASARAN'),
        row('', '', '', '2026', '2027', ''),
        row('(1)', '(2)', '(3)', '(4)', '(5)', '(6)'),
        row('1', 'Sehat', 'IPM', '72', '73', 'Gizi'),
      ),
    );
    expect(problem).toBeNull();
    expect(shown(nodes)).toEqual(['goal 1 Sehat', 'target Gizi < Sehat']);
    expect(nodes[0]?.indicators).toEqual(['IPM\t\t2026: 72; 2027: 73\t\t']);
  });

  it('reads codes from their own column, outcomes and programmes', () => {
    const { nodes } = tree(
      table(
        row('TUJUAN', 'KODE SASARAN', 'SASARAN', 'PROGRAM PRIORITAS', 'OUTCOME', 'IK PROGRAM', 'TARGET'),
        row('Sehat', 'S.1', 'Gizi', 'Program gizi', 'Anak sehat', 'Cakupan', '90'),
      ),
    );
    expect(shown(nodes)).toEqual(['goal Sehat', 'target S.1 Gizi < Sehat', 'programme Program gizi < Gizi']);
    expect(nodes[2]?.indicators).toEqual(['Hasil: Anak sehat\t\t\t\t', 'Cakupan\t\t90\t\t']);
  });

  it('tells what is doubtful and what it did not read', () => {
    const { nodes, unread } = tree(
      table(
        row('TUJUAN', 'SASARAN', 'CATATAN KAKI'),
        row('', 'Gizi', 'x'),
        row('Sehat', '', ''),
        row('Cerdas', 'Sekolah', ''),
        row('Sehat', 'Air', ''),
      ),
    );
    expect(unread).toEqual(['CATATAN KAKI']);
    expect(nodes.map(({ title, doubts }) => [title, doubts])).toEqual([
      ['Gizi', ['Tidak ada tujuan di atasnya; diletakkan paling atas.']],
      ['Sehat', ['Disebut di dua tempat; digabung menjadi satu.']],
      ['Cerdas', []],
      ['Sekolah', []],
      ['Air', []],
    ]);
  });

  it.each([
    ['no head', 'Sehat\tGizi', 'Nama kolom tidak ditemukan.'],
    ['a head alone', head, 'Belum ada tujuan atau sasaran'],
    [
      'too many rows',
      table(head, ...Array.from({ length: 1600 }, (_, n) => `V\tM\tT\tS ${n} x`)),
      'Paling banyak',
    ],
    ['a title without end', table(head, row('V', 'M', 'T', 'S'.repeat(1001))), 'lebih dari 1000 huruf'],
  ])('cannot be taken with %s', (_, text, says) => {
    expect(tree(text).problem).toContain(says);
  });

  it('survives whatever is pasted', () => {
    for (const text of ['', '\t\t', '"', '"a\tb', '\u0000', 'TUJUAN\tSASARAN\n\t']) {
      const rows = rowsOfText(text);
      if (rows) expect(treeFromRows(rows).nodes).toEqual([]);
    }
  });
});

it('a table read from a file and pasted is the same table', () => {
  const rows = [
    ['TUJUAN', 'SASARAN', ''],
    ['Satu\ndua', 'kata "kutip"', ''],
    ['', '', ''],
    ['', 'tab\tdi dalam', 'akhir'],
  ];
  const again = rowsOfText(textOfRows(rows)) ?? [];
  expect(again.map(row => row.filter(Boolean))).toEqual(
    rows.map(row => row.filter(Boolean)).filter(row => row.length > 0),
  );
});

describe('a number before a title', () => {
  const code = (title: string) => tree(table(head, row('V', 'M', title, 'S'))).nodes[2];
  it.each([
    ['2.1 Meningkatnya gizi', '2.1', 'Meningkatnya gizi'],
    ['2.1.3. Meningkatnya gizi', '2.1.3', 'Meningkatnya gizi'],
    ['Tujuan 3: Meningkatnya gizi', '3', 'Meningkatnya gizi'],
    ['IV. Meningkatnya gizi', 'IV', 'Meningkatnya gizi'],
    ['10 desa sehat', null, '10 desa sehat'],
    ['Tujuan: Meningkatnya gizi', null, 'Meningkatnya gizi'],
  ])('%s', (title, number, rest) => {
    expect([code(title)?.code, code(title)?.title]).toEqual([number, rest]);
  });
});

it('a code that is too long is told, never cut', () => {
  const code = '1.01.02.2.01.0001.0002.0003.0004.0005';
  const { nodes, problem } = treeFromRows([
    ['TUJUAN', 'KODE', 'SASARAN'],
    ['Daerah sehat', code, 'Gizi balita membaik'],
  ]);
  expect(nodes[1]?.code).toBe(code);
  expect(problem).toContain('lebih dari 30 huruf');
});

it('a sheet of forty thousand short rows, the most that a paste can hold, keeps nobody waiting', () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => [`t${at}`, '', `ik ${at}`]);
  const start = performance.now();
  const { nodes } = treeFromRows([['TUJUAN', 'SASARAN', 'IK SASARAN'], ...rows]);
  expect(nodes).toHaveLength(40_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
