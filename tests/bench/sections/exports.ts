import type { Bench } from '../bench';
import { inTurn } from '../load';
import { watchDelays } from '../process-facts';
import { Reader } from '../reader';
import { countErrors, judge, leaveOut, say, show, table } from '../report';
import { fullReader } from './matrix';

const formats = ['xlsx', 'csv', 'pdf', 'docx'];
const limits: Record<string, number> = { xlsx: 150, pdf: 400 };

/** The plan as files, at three sizes. */
export async function measureExports(bench: Bench): Promise<void> {
  const { report, options } = bench;
  const rows: string[][] = [];
  const data: Record<string, unknown> = {};
  for (const size of [41, 300, 5_000]) {
    const world = await bench.world(size);
    const cookie = await world.cookieOf(fullReader);
    for (const format of formats) {
      const path = `/rencana/unduh.${format}`;
      const reader = new Reader(world.site, cookie, path);
      const { status, bytes } = await reader.ask();
      const limit = size === 300 ? limits[format] : undefined;
      const what = `matriks 300 × 10 sebagai ${format}`;
      if (status !== 200) {
        if (size === 300) say(`  ${path} belum ada (${status}).`);
        if (limit) leaveOut(report, what, `≤ ${limit} ms`, 'belum ada');
        reader.close();
        continue;
      }
      const work = () => inTurn(() => reader.read(), options.isShort ? 3 : 10);
      const [measured, delays] = await watchDelays(world.site, work);
      reader.close();
      countErrors(report, path, measured);
      const { p50, p95 } = measured;
      rows.push([
        ...[`${format}, ${size} indikator`, show(p50), show(p95), show(bytes.length / 1024)],
        show(delays.program.p99),
      ]);
      data[`${format} ${size}`] = { measured, bytes: bytes.length, delays };
      if (limit) judge(report, { what, value: p50, unit: 'ms', atMost: limit });
      if (size === 300 && format === 'xlsx') {
        const told = 'loop peristiwa selama mengunduh, p99 dari luar';
        judge(report, { what: told, value: delays.program.p99, unit: 'ms', atMost: 50 });
      }
    }
  }
  table(['', 'p50 ms', 'p95 ms', 'KB', 'loop p99 ms'], rows);
  say('  Loop: permintaan yang dijawab pintu depan tanpa bertanya kepada siapa pun, tiap 20 ms.');
  report.data.exports = data;
}
