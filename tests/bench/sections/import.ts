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
  const data: Record<string, { ours: Once; bare: Once; bytes: number }> = {};
  try {
    for (const rows of [5_000, 30_000]) {
      const file = join(folder, `${rows}.xlsx`);
      const bytes = await planLike(rows);
      writeFileSync(file, bytes);
      const turns = Array.from(
        { length: options.isShort ? 1 : 5 },
        () => [readOnce('bare', file), readOnce('ours', file)] as const,
      );
      const bare = middle(turns.map(([each]) => each));
      const ours = middle(turns.map(([, each]) => each));
      if (ours.rows !== rows) throw new Error(`${ours.rows} rows of ${rows} were read`);
      data[rows] = { ours, bare, bytes: bytes.length };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [small, large] = [data[5_000], data[30_000]];
  if (!small || !large) return;
  table(
    ['', 'ms', 'pustaka saja ms', 'nisbah', 'memori MB', 'KB'],
    Object.entries(data).map(([rows, { ours, bare, bytes }]) => [
      ...[`buka ${rows} baris × 12`, show(ours.ms), show(bare.ms), show(ours.ms / bare.ms)],
      ...[show(ours.mostMb), show(bytes / 1024)],
    ]),
  );
  say('  Nisbah: dibanding pustaka yang membaca berkas yang sama tanpa pemeriksaan apa pun.');
  const ratio = large.ours.ms / large.bare.ms;
  judge(report, { what: 'buka 30.000 baris dibanding pustaka saja', value: ratio, unit: '×', atMost: 4 });
  const growth = large.ours.ms / small.ours.ms / 6;
  judge(report, { what: 'waktu per baris, 30.000 dibanding 5.000', value: growth, unit: '×', atMost: 1.3 });
  judge(report, {
    what: 'memori pembaca untuk 30.000 baris',
    value: large.ours.mostMb,
    unit: 'MB',
    atMost: 512,
  });
  report.data.import = data;
}

/** Names, units and eight years of figures with a percent format, as a department sends them. */
function planLike(rows: number): Promise<Uint8Array> {
  const row = (index: number) => [
    `Indikator nomor ${index}`,
    `Perangkat daerah ${index % 45}`,
    ...[index % 2 === 0 ? 'Persen' : 'Orang', 'Data dinas'],
    ...Array.from({ length: 8 }, (_, year) => (index * 7 + year) / 13),
  ];
  return writeXlsx({
    sheets: [{ name: 'Matriks', rows: Array.from({ length: rows }, (_, index) => row(index)) }],
  });
}

function readOnce(how: 'bare' | 'ours', file: string): Once {
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
