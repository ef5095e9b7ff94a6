import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../bench';
import { type Measured, openLoop, Tally } from '../load';
import { memoryOf, watchDelays } from '../process-facts';
import { Reader } from '../reader';
import { countErrors, judge, say, show, table } from '../report';
import { median } from '../rounds';
import { type Acknowledged, Viewer } from '../viewer';
import type { World } from '../world';
import { dataPath, fullReader } from './matrix';

const people = 200;
const savesPerSecond = 40;

/** A hall of 200 people who save forty times a second while 200 watch the plan, and then all save at once. */
export async function measureHall(bench: Bench): Promise<void> {
  const { report, options } = bench;
  const world = await bench.world(300);
  const writers = await world.writers(people);
  const { readers, path } = await readersOf(
    world,
    writers.map(({ cookie }) => cookie),
  );
  const pid = world.program.child.pid ?? 0;
  const before = memoryOf(pid);
  say(
    `  ${people} orang, ${savesPerSecond} simpan/detik, ${people} pembaca ${path} lewat aliran, ${options.hallSeconds} detik`,
  );
  const acknowledged: Acknowledged = new Map();
  const tallies = { told: new Tally(), shown: new Tally(), fetched: new Tally() };
  for (const writer of writers)
    writer.onSaved = revision => void acknowledged.set(revision, performance.now());
  const viewers = readers.map(
    (reader, index) =>
      new Viewer(world.site, writers[index]?.cookie ?? '', reader, index % 2 === 0, acknowledged, tallies),
  );
  await pause(2_000);
  const [saves, delays] = await watchDelays(world.site, () => {
    const turn = (index: number) => () => writers[index % people]?.save() ?? Promise.resolve();
    return openLoop(turn, savesPerSecond, options.hallSeconds);
  });
  for (const viewer of viewers) viewer.close();
  const { told, shown, fetched } = {
    told: tallies.told.over(options.hallSeconds),
    shown: tallies.shown.over(options.hallSeconds),
    fetched: tallies.fetched.over(options.hallSeconds),
  };
  const after = memoryOf(pid);
  const cells = ({ perSecond, p50, p95, p99, errors }: Measured) => [
    show(perSecond),
    show(p50),
    show(p95),
    show(p99),
    String(errors),
  ];
  table(
    ['', 'per detik', 'p50 ms', 'p95 ms', 'p99 ms', 'galat'],
    [
      ['simpan, sejak saat yang dimaksud', ...cells(saves)],
      ['pembaca diberi tahu, sejak tersimpan', ...cells(told)],
      ['pembaca mengambil perubahan', ...cells(fetched)],
      ['perubahan tampak, sejak tersimpan', ...cells(shown)],
      ['pintu depan (loop peristiwa dari luar)', '', ...cells(delays.program).slice(1)],
    ],
  );
  say(`  Loop peristiwa alat ukur sendiri: p99 ${show(delays.bench.p99)} ms`);
  say(`  Memori: ${before.nowMb} → ${after.nowMb} MB, paling banyak ${after.mostMb} MB`);
  const together = await allAtOnce(
    writers.map(writer => () => writer.save()),
    options.isShort ? 2 : 5,
  );
  say(`  Semua ${people} orang menyimpan sekaligus: semuanya dijawab dalam ${show(together.p50)} ms`);
  for (const [what, measured] of Object.entries({
    simpan: saves,
    kabar: told,
    baca: fetched,
    sekaligus: together,
  }))
    countErrors(report, `balai, ${what}`, measured);
  report.data.hall = { path, saves, told, fetched, shown, delays, before, after, together };
  for (const [share, atMost] of Object.entries({ p50: 25, p95: 80, p99: 200 }))
    judge(report, { what: `balai, simpan ${share}`, value: saves[share as 'p50'], unit: 'ms', atMost });
  for (const atMost of [2_000, 1_000])
    judge(report, { what: 'balai, semua menyimpan sekaligus', value: together.p50, unit: 'ms', atMost });
  judge(report, { what: 'balai, memori sesudahnya', value: after.nowMb, unit: 'MB', atMost: 450 });
  judge(report, { what: 'perubahan sampai ke 200 pembaca, p95', value: told.p95, unit: 'ms', atMost: 1_000 });
}

/** Half of them see everything, the others what an operator sees; as data once there is any, else as the page. */
async function readersOf(world: World, cookies: readonly string[]) {
  const full = await world.cookieOf(fullReader);
  const probe = new Reader(world.site, full, dataPath);
  const { status } = await probe.ask();
  probe.close();
  const path = status === 200 ? dataPath : '/rencana';
  const readers = cookies.map(
    (cookie, index) => new Reader(world.site, index % 2 === 0 ? full : cookie, path),
  );
  return { readers, path };
}

async function allAtOnce(saves: readonly (() => Promise<void>)[], times: number): Promise<Measured> {
  const lasted: number[] = [];
  const failures: string[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const since = performance.now();
    const outcomes = await Promise.allSettled(saves.map(save => save()));
    lasted.push(performance.now() - since);
    failures.push(
      ...outcomes.flatMap(outcome => (outcome.status === 'rejected' ? String(outcome.reason) : [])),
    );
  }
  const most = Math.max(...lasted);
  const [count, errors] = [times * saves.length, failures.length];
  return { perSecond: 0, p50: median(lasted), p95: most, p99: most, count, errors, firstError: failures[0] };
}
