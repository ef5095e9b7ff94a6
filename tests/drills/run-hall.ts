import { setTimeout as pause } from 'node:timers/promises';
import { type Measured, Tally } from '../bench/load';
import { memoryOf, watchDelays } from '../bench/process-facts';
import { say, show, table } from '../bench/report';
import { fullReader } from '../bench/sections/matrix';
import { signInAs } from '../support/endpoints/world';
import { expectLogMatchesTables } from '../support/fold';
import { Browsers } from './browsers';
import { castOf } from './cast';
import { type Complaint, check } from './checker';
import { Crowd } from './crowd';
import { Dice } from './dice';
import { readEnding } from './ending';
import { keepEvidence } from './evidence';
import { calm, storm } from './line';
import { errorsIn, type Stage, setStage } from './stage';
import { Watcher } from './watcher';

export type HallOptions = {
  seed: number;
  clients: number;
  browsers: number;
  edits: number;
  seconds: number;
  cuts: number;
  cutMs: number;
};

export const longHall: HallOptions = {
  ...{ seed: 6, clients: 145, browsers: 3, edits: 2_000, seconds: 600, cuts: 3, cutMs: 30_000 },
};
export const shortHall: HallOptions = {
  ...{ seed: 6, clients: 40, browsers: 3, edits: 220, seconds: 22, cuts: 2, cutMs: 3_000 },
};

/** How many have the plan open and are timed. */
const watching = 5;

/** What a drill found; all of it must be empty. */
export type Found = { complaints: Complaint[]; restless: string[]; refusals: string[]; errors: string[] };

/** A hall that drafts one plan through a bad network; answers with all that went wrong. */
export async function runHall(options: HallOptions): Promise<Found> {
  const { seed, clients, browsers: count, edits, seconds, cuts, cutMs } = options;
  const stage = await setStage(300, seed);
  const { plan, proxy, site } = stage;
  const { head } = await readEnding(plan.url, plan.regionId, 0);
  const crowd = new Crowd(plan, seed);
  const roles = castOf(plan, clients + count);
  const browsers = new Browsers(crowd.history, plan);
  await browsers.sitDown(roles.slice(clients), proxy.url, site);
  await crowd.sitDown(roles.slice(0, clients), proxy.url, site);
  say(
    `  ${clients} klien, ${count} peramban, ${edits} isian dalam ${seconds} detik, ${cuts} putus ${cutMs / 1000} detik`,
  );
  const cookie = await signInAs(site, fullReader, plan.regionId);
  const watchers = Array.from({ length: watching }, () => new Watcher(proxy.url, cookie));
  const before = memoryOf(stage.pid());
  const [restless, delays] = await watchDelays(site, async () => {
    proxy.set(storm);
    await Promise.all([
      draft(crowd, options),
      draftInBrowsers(browsers, options, plan.years),
      cutOff(stage, options),
    ]);
    proxy.set(calm);
    return [...(await crowd.settle(60_000)), ...(await browsers.settle(60_000))];
  });
  crowd.leave();
  for (const watcher of watchers) watcher.close();
  const after = memoryOf(stage.pid());
  const ending = await readEnding(plan.url, plan.regionId, head.revision);
  const complaints = check(crowd.history, ending);
  if (complaints.length > 0) keepEvidence('hall', crowd.history, ending);
  await expectLogMatchesTables(plan.url);
  const { attempts, readings } = crowd.history;
  const { requests, eaten, refused } = proxy.counts;
  say(`  ${crowd.typed} isian diketik, ${attempts.length} kiriman, ${readings.length} halaman dibaca`);
  say(`  ${requests} permintaan, ${eaten} jawaban dimakan, ${refused} sambungan ditolak`);
  const seen = new Tally();
  for (const watcher of watchers) seen.addAll(watcher.delays(crowd.history));
  tell({
    'dari ketik sampai tersimpan': crowd.saved.over(seconds),
    'satu kiriman': crowd.answered.over(seconds),
    [`dari tersimpan sampai tampak pada ${watching} pembaca`]: seen.over(seconds),
  });
  tell({ 'loop peristiwa server': delays.program });
  say(`  Memori server: ${before.nowMb} → ${after.nowMb} MB, paling banyak ${after.mostMb} MB`);
  return { complaints, restless, refusals: crowd.refusals(), errors: errorsIn(stage.said()) };
}

/** Prints what was found; true when it is nothing. */
export function conclude({ complaints, restless, refusals, errors }: Found): boolean {
  const lines = [
    ...complaints.map(({ rule, says }) => `${rule}: ${says}`),
    ...restless.map(who => `belum tenang: ${who}`),
    ...refusals.map(what => `ditolak: ${what}`),
    ...errors.map(line => `galat server: ${line.slice(0, 300)}`),
  ];
  for (const line of lines.slice(0, 40)) say(`  SALAH ${line}`);
  say(
    lines.length === 0
      ? '  0 hilang, 0 ganda, rantai utuh, rencana sama dengan catatan semua klien'
      : `  ${lines.length} salah`,
  );
  return lines.length === 0;
}

function tell(rows: Record<string, Measured>): void {
  const cells = ({ count, p50, p95, p99 }: Measured) => [String(count), show(p50), show(p95), show(p99)];
  table(
    ['', 'kali', 'p50 ms', 'p95 ms', 'p99 ms'],
    Object.entries(rows).map(([what, measured]) => [what, ...cells(measured)]),
  );
}

async function draft(crowd: Crowd, { seed, edits, seconds }: HallOptions): Promise<void> {
  const dice = new Dice(seed + 1);
  const begin = Date.now();
  const deciding = setInterval(() => crowd.decide(), 250);
  const looking = setInterval(() => void crowd.lookSomewhere(), (seconds * 1000) / (edits / 3));
  const end = begin + seconds * 1000;
  while (crowd.typed < edits && Date.now() < end) {
    if (dice.chance(0.03)) crowd.typeTogether();
    else crowd.typeSomewhere();
    const left = edits - crowd.typed;
    await pause(((end - Date.now()) / Math.max(1, left)) * dice.between(0.5, 1.5));
  }
  await pause(Math.max(0, end - Date.now()));
  clearInterval(deciding);
  clearInterval(looking);
}

async function draftInBrowsers(
  browsers: Browsers,
  { seed, seconds }: HallOptions,
  years: readonly number[],
): Promise<void> {
  const dice = new Dice(seed + 2);
  const end = Date.now() + seconds * 1000;
  for (let turn = 0; browsers.count > 0 && Date.now() < end; turn += 1) {
    await browsers.type(turn, dice.pick(years));
    await pause(dice.between(300, 1_500));
  }
}

async function cutOff({ proxy }: Stage, { cuts, cutMs, seconds }: HallOptions): Promise<void> {
  const apart = (seconds * 1000 - cuts * cutMs) / (cuts + 1);
  for (let turn = 0; turn < cuts; turn += 1) {
    await pause(Math.max(0, apart));
    await proxy.cut(cutMs);
  }
}
