import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Bench } from '../bench';
import { judge, say, show, table } from '../report';

type Once = { ms: number; mostMb: number; rows: number };

/** Opening foreign workbooks: time and memory beside the bare library, and how both grow with the rows. */
export async function measureImport({ report, options }: Bench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-import-'));
  const data: Record<string, { ours: Once; bare: Once; dry: Once; bytes: number }> = {};
  try {
    for (const rows of [5_000, 30_000]) {
      const file = join(folder, `${rows}.xlsx`);
      const bytes = await planLike(rows);
      writeFileSync(file, bytes);
      const turns = Array.from(
        { length: options.isShort ? 1 : 5 },
        () => [readOnce('bare', file), readOnce('ours', file), readOnce('dry', file)] as const,
      );
      const bare = middle(turns.map(([each]) => each));
      const ours = middle(turns.map(([, each]) => each));
      const dry = middle(turns.map(([, , each]) => each));
      for (const read of [ours, dry])
        if (read.rows !== rows + 1) throw new Error(`${read.rows - 1} rows of ${rows} were read`);
      data[rows] = { ours, bare, dry, bytes: bytes.length };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [small, large] = [data[5_000], data[30_000]];
  if (!small || !large) return;
  table(
    ['', 'ms', 'pustaka saja ms', 'nisbah', 'memori MB', 'KB'],
    Object.entries(data).flatMap(([rows, { ours, bare, dry, bytes }]) =>
      Object.entries({ buka: ours, 'buka dan periksa': dry }).map(([what, once]) => [
        ...[`${what} ${rows} baris × 12`, show(once.ms), show(bare.ms), show(once.ms / bare.ms)],
        ...[show(once.mostMb), show(bytes / 1024)],
      ]),
    ),
  );
  const written = [300, 30_000].map(rows => {
    const turns = Array.from(
      { length: options.isShort ? 1 : 5 },
      () => [readOnce('write-bare', String(rows)), readOnce('write', String(rows))] as const,
    );
    const [bare, ours] = [middle(turns.map(([each]) => each)), middle(turns.map(([, each]) => each))];
    return { rows, bare, ours };
  });
  table(
    ['', 'ms', 'pustaka saja ms', 'nisbah', 'memori MB'],
    written.map(({ rows, ours, bare }) => [
      ...[`tulis ${rows} baris × 17`, show(ours.ms), show(bare.ms), show(ours.ms / bare.ms)],
      show(ours.mostMb),
    ]),
  );
  say('  Nisbah: dibanding pustaka yang membaca berkas yang sama tanpa pemeriksaan apa pun.');
  const ratio = large.ours.ms / large.bare.ms;
  judge(report, { what: 'buka 30.000 baris dibanding pustaka saja', value: ratio, unit: '×', atMost: 4 });
  judge(report, {
    what: 'impor 5.000 baris, dibuka dan diperiksa',
    value: small.dry.ms,
    unit: 'ms',
    atMost: 2_000,
  });
  const growth = large.ours.ms / small.ours.ms / 6;
  judge(report, { what: 'waktu per baris, 30.000 dibanding 5.000', value: growth, unit: '×', atMost: 1.3 });
  judge(report, {
    what: 'memori pembaca untuk 30.000 baris',
    value: large.ours.mostMb,
    unit: 'MB',
    atMost: 512,
  });
  report.data.import = { ...data, written };
}

/** Goals, targets, names, units and figures, as a department sends them; everything would be created. */
function planLike(rows: number): Promise<Uint8Array> {
  const heads = ['Tujuan', 'Sasaran', 'Indikator', 'Satuan', 'Sumber data', 'OPD', 'Baseline'];
  const row = (index: number) => [
    ...[`Tujuan ${index % 50}`, `Sasaran ${index % 500}`, `Indikator nomor ${index}`],
    ...[index % 2 === 0 ? 'Persen' : 'Orang', 'Data dinas', 'DINSEHAT'],
    ...Array.from({ length: 6 }, (_, year) => Math.round((index * 7 + year) / 13)),
  ];
  return writeXlsx({
    sheets: [
      {
        name: 'Matriks',
        rows: [
          [...heads, 2025, 2026, 2027, 2028, 2029],
          ...Array.from({ length: rows }, (_, index) => row(index)),
        ],
      },
    ],
  });
}

function readOnce(how: 'bare' | 'ours' | 'dry' | 'write' | 'write-bare', file: string): Once {
  const args = ['--no-deprecation', '--import', 'tsx', 'tests/bench/read-once.ts', how, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Once;
}

function middle(turns: Once[]): Once {
  const sorted = turns.toSorted((a, b) => a.ms - b.ms);
  const one = sorted[Math.floor(sorted.length / 2)];
  if (!one) throw new Error('nothing was measured');
  return { ...one, mostMb: Math.max(...turns.map(({ mostMb }) => mostMb)) };
}
