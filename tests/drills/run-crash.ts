import { setTimeout as pause } from 'node:timers/promises';
import { Tally } from '../bench/load';
import { say, show } from '../bench/report';
import { signInAs } from '../support/endpoints/world';
import { expectLogMatchesTables } from '../support/fold';
import { ask } from '../support/http';
import { castOf } from './cast';
import { check } from './checker';
import { Crowd } from './crowd';
import { Dice } from './dice';
import { readEnding } from './ending';
import { keepEvidence } from './evidence';
import { calm } from './line';
import type { Found } from './run-hall';
import { type Stage, setStage } from './stage';

export type CrashOptions = {
  seed: number;
  clients: number;
  /** How often each is killed. */
  kills: number;
  /** How long the database is away once. */
  awayMs: number;
};

export const longCrash: CrashOptions = { seed: 6, clients: 40, kills: 20, awayMs: 60_000 };
export const shortCrash: CrashOptions = { seed: 6, clients: 12, kills: 2, awayMs: 5_000 };

const patienceMs = 60_000;

/** Kills server and database under load, and takes the database away; answers with all that went wrong. */
export async function runCrash(options: CrashOptions): Promise<Found> {
  const { seed, clients, kills, awayMs } = options;
  const stage = await setStage(300, seed);
  const { plan, proxy, site } = stage;
  const { head } = await readEnding(plan.url, plan.regionId, 0);
  const crowd = new Crowd(plan, seed);
  await crowd.sitDown(castOf(plan, clients), proxy.url, site);
  proxy.set({ ...calm, delayMs: 20, jitterMs: 20, eatenShare: 0.02 });
  const load = startLoad(crowd, seed);
  const dice = new Dice(seed);
  const lasted = { server: new Tally(), database: new Tally(), away: new Tally() };
  const restless: string[] = [];
  const recover = async (what: keyof typeof lasted) => {
    const since = Date.now();
    const later = () => crowd.history.attempts.some(({ outcome, at }) => outcome?.ok && at > since);
    while (!later() && Date.now() - since < patienceMs) await pause(20);
    if (later()) lasted[what].add(Date.now() - since);
    else restless.push(`${what}: nothing was saved for ${patienceMs / 1000} s`);
  };
  for (let turn = 0; turn < kills; turn += 1) {
    await pause(dice.between(300, 1_500));
    await stage.stopProgram('SIGKILL');
    const recovered = recover('server');
    await stage.startProgram();
    await recovered;
    await pause(dice.between(300, 1_500));
    stage.crashDatabase();
    await recover('database');
  }
  await stage.stopDatabase();
  restless.push(...(await whileAway(stage, awayMs)));
  await stage.startDatabase();
  await recover('away');
  await load.stop();
  proxy.set(calm);
  restless.push(...(await crowd.settle(patienceMs)));
  crowd.leave();
  const ending = await readEnding(plan.url, plan.regionId, head.revision);
  const complaints = check(crowd.history, ending);
  if (complaints.length > 0) keepEvidence('crash', crowd.history, ending);
  await expectLogMatchesTables(plan.url);
  restless.push(...(await compareMemories(stage)));
  say(`  ${crowd.typed} isian diketik, ${crowd.history.attempts.length} kiriman, ${kills} kali tiap matinya`);
  for (const [what, tally] of Object.entries(lasted)) {
    const { count, p50, p95 } = tally.over(1);
    say(
      `  ${what}: ${count} kali, sampai yang pertama tersimpan lagi p50 ${show(p50)} ms, p95 ${show(p95)} ms`,
    );
  }
  return { complaints, restless, refusals: crowd.refusals(), errors: [] };
}

function startLoad(crowd: Crowd, seed: number) {
  const dice = new Dice(seed + 1);
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      crowd.typeSomewhere();
      if (dice.chance(0.2)) void crowd.lookSomewhere();
      crowd.decide();
      await pause(dice.between(20, 100));
    }
  })();
  return {
    stop: () => {
      isOver = true;
      return running;
    },
  };
}

/** While the database is away nobody is let in, and whoever asks hears so in time. */
async function whileAway({ site, plan }: Stage, awayMs: number): Promise<string[]> {
  const end = Date.now() + awayMs;
  const wrong: string[] = [];
  const health = await ask(`${site}/api/health`);
  if (health.status !== 503) wrong.push(`health says ${health.status} without a database`);
  const entered = await signInAs(site, plan.drafts[0]?.operator ?? '', plan.regionId).then(
    () => true,
    () => false,
  );
  if (entered) wrong.push('somebody was let in without a database');
  await pause(Math.max(0, end - Date.now()));
  return wrong;
}

/** What the process remembers of the plan after all this is what a fresh one reads. */
async function compareMemories(stage: Stage): Promise<string[]> {
  const { site, plan } = stage;
  const cookie = await signInAs(site, 'sekretariat', plan.regionId);
  const table = async () => {
    const { status, text } = await ask(`${site}/rencana/tabel`, { cookie });
    return `${status} ${text}`;
  };
  const remembered = await table();
  await stage.stopProgram('SIGTERM');
  await stage.startProgram();
  const fresh = await table();
  if (!fresh.startsWith('200')) return [`/rencana/tabel answers ${fresh.slice(0, 100)}`];
  return remembered === fresh ? [] : ['the plan in memory differs from the one in the database'];
}
