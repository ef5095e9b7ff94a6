import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Bench } from '../bench';
import { closedLoop, inTurn, type Measured } from '../load';
import { packedSize, Reader, readingTasks } from '../reader';
import { countErrors, judge, leaveOut, say, show, speedCells, speedHeads, table } from '../report';
import { inRounds } from '../rounds';
import type { World } from '../world';

const page = '/rencana';
/** Where the matrix can be had as data, once it can. */
export const dataPath = '/rencana/tabel';
const sizes = [41, 300, 5_000];
/** What fifty readings at once may take together; the load has an end. */
const patienceMs = 10_000;
// Sees every indicator, drafts too.
export const fullReader = 'sekretariat';

/** The whole plan as a page and as data, at three sizes. */
export async function measureMatrix(bench: Bench): Promise<void> {
  bench.report.data.matrix = {};
  for (const size of sizes) {
    const world = await bench.world(size);
    const cookie = await world.cookieOf(fullReader);
    say(`\n  ${size} indikator`);
    await measureAddress(bench, world, cookie, page);
    const probe = new Reader(world.site, cookie, dataPath);
    const { status, etag } = await probe.ask();
    probe.close();
    if (status === 200) await measureAddress(bench, world, cookie, dataPath);
    else say(`  ${dataPath} belum ada (${status}): data dan 304 dilewati.`);
    if (status === 200 && etag) await measureUnchanged(bench, world, cookie);
    if (size === 300 && status !== 200) {
      leaveOut(bench.report, 'matriks 300 × 10: data, p95 sendirian', '≤ 15 ms', `${dataPath} belum ada`);
      leaveOut(
        bench.report,
        'matriks 300 × 10: data, p95 untuk 50 orang',
        '≤ 100 ms',
        `${dataPath} belum ada`,
      );
      leaveOut(bench.report, 'matriks 300 × 10: data terkompresi', '≤ 40 KB', `${dataPath} belum ada`);
    }
  }
}

async function measureAddress(bench: Bench, world: World, cookie: string, path: string): Promise<void> {
  const { report, options } = bench;
  const reader = new Reader(world.site, cookie, path);
  const first = await inTurn(() => reader.read(), 1);
  const { bytes } = await reader.read();
  const packed = { br: await packedSize(reader, 'br'), gzip: await packedSize(reader, 'gzip') };
  say(
    `  ${path}: ${kb(bytes.length)} KB; dikirim ${sent('brotli', packed.br)}, ${sent('gzip', packed.gzip)}`,
  );
  say(
    `    bila dikompresi: brotli ${kb(brotliCompressSync(bytes).length)} KB, gzip ${kb(gzipSync(bytes).length)} KB`,
  );
  const seconds = options.turnSeconds / 2;
  const { p50 } = await inTurn(() => reader.read(), 3);
  const many = Math.max(2, Math.min(50, Math.floor(patienceMs / p50)));
  if (many < 50)
    say(`    50 orang sekaligus perlu sekitar ${show((50 * p50) / 1000)} detik: dipakai ${many} orang`);
  const contender = (clients: number) => ({
    name: `${clients} orang`,
    run: () => closedLoop(readingTasks(world.site, cookie, path, clients), seconds),
  });
  const results = await inRounds([contender(1), contender(many)]);
  const changed = await afterChanges(world, reader, options.isShort ? 5 : 15);
  reader.close();
  table(
    ['', ...speedHeads],
    results.map(result => [result.name, ...speedCells(result)]),
  );
  const times = changed
    ? `p50 ${show(changed.p50)}, p95 ${show(changed.p95)} ms`
    : 'tidak diukur di rencana ini';
  say(`    pertama kali dibuka ${show(first.p50)} ms; pertama sesudah perubahan: ${times}`);
  for (const result of results) countErrors(report, `${path}, ${world.plan.indicators} indikator`, result);
  if (changed) countErrors(report, `${path} sesudah perubahan`, changed);
  const all = { bytes: bytes.length, packed, first, results, changed };
  Object.assign(report.data.matrix as object, { [`${path} ${world.plan.indicators}`]: all });
  if (path !== dataPath || world.plan.indicators !== 300) return;
  const [alone, crowd] = results;
  judge(report, {
    what: 'matriks 300 × 10: data, p95 sendirian',
    value: alone?.p95 ?? 0,
    unit: 'ms',
    atMost: 15,
  });
  judge(report, {
    what: `matriks 300 × 10: data, p95 untuk ${many} orang`,
    value: crowd?.p95 ?? 0,
    unit: 'ms',
    atMost: 100,
  });
  const least = Math.min(...[packed.br, packed.gzip, bytes.length].map(size => size ?? bytes.length));
  judge(report, { what: 'matriks 300 × 10: data terkompresi', value: least / 1024, unit: 'KB', atMost: 40 });
}

/** The first reading after somebody saved, again and again; null where nobody has a draft to save. */
async function afterChanges(world: World, reader: Reader, times: number): Promise<Measured | null> {
  if (world.plan.drafts.length === 0) return null;
  const [writer] = await world.writers(1);
  if (!writer) return null;
  const list: Measured[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await writer.save();
    list.push(await inTurn(() => reader.read(), 1));
  }
  const sorted = list.map(({ p50 }) => p50).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const [errors, count] = [list.reduce((sum, one) => sum + one.errors, 0), list.length];
  return { perSecond: 0, p50: at(0.5), p95: at(0.95), p99: at(0.99), count, errors };
}

async function measureUnchanged({ report, options, emptyApp }: Bench, world: World, cookie: string) {
  const empty = await emptyApp();
  const readers = Array.from({ length: 50 }, () => new Reader(world.site, cookie, dataPath));
  for (const reader of readers) await reader.readAgain();
  const tasks = readers.map(reader => async () => {
    const { status } = await reader.readAgain();
    if (status !== 304) throw new Error(`${dataPath}: ${status} although nothing changed`);
  });
  const results = await inRounds([
    { name: '304, 50 orang', run: () => closedLoop(tasks, options.turnSeconds / 2) },
    { name: 'handler kosong, 50 orang', run: () => closedLoop(empty.get(50), options.turnSeconds / 2) },
  ]);
  table(
    ['', ...speedHeads],
    results.map(result => [result.name, ...speedCells(result)]),
  );
  for (const result of results) countErrors(report, result.name, result);
  Object.assign(report.data.matrix as object, { [`304 ${world.plan.indicators}`]: results });
  for (const reader of readers) reader.close();
}

const kb = (bytes: number) => show(bytes / 1024);
const sent = (name: string, size: number | null) =>
  size === null ? `${name} tidak dilayani` : `${name} ${kb(size)} KB`;
