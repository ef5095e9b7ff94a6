import { closeDatabases } from '@/lib/database/client';
import { change } from '@/lib/plan/schema';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { actorNamed } from '@/prisma/seed/people';
import { countStatements } from '../../support/statements';
import { startBare } from '../bare';
import type { Bench } from '../bench';
import { changeOf } from '../cell-change';
import { closedLoop } from '../load';
import { peersOf } from '../peers';
import { startPgbench } from '../pgbench';
import { countErrors, judge, leaveOut, percent, say, speedCells, speedHeads, table } from '../report';
import { type Contender, inRounds, type Result, ratio } from '../rounds';
import type { SeededPlan } from '../seeded-plan';

const program = 'Rembug, simpan satu isian';
const emptyAction = 'server action kosong';

/** One field saved by 1, 50 and 200 people at a time, beside what the parts alone can do. */
export async function measureSave(bench: Bench): Promise<void> {
  const { report, options, cluster } = bench;
  const world = await bench.world(300);
  const barePlan = await bench.plan('bench_bare', 300);
  say(
    `  Satu simpan menjalankan ${await statementsOf(barePlan)} pernyataan SQL di saveChanges, di luar sesi.`,
  );
  const empty = await bench.emptyApp();
  const bare = await startBare(barePlan);
  const pgbench = await startPgbench(cluster);
  const { present, absent } = peersOf(options);
  const seconds = options.turnSeconds;
  const results: Record<string, Result[]> = {};
  for (const clients of [1, 50, 200]) {
    const writers = await world.writers(clients);
    const own: [string, () => Promise<(() => Promise<unknown>)[]>][] = [
      [program, async () => writers.map(writer => () => writer.save())],
      [emptyAction, async () => empty.act(clients)],
      ['node:http + pg, simpan yang sama', async () => bare(clients)],
      ...present.map(({ name, save }): (typeof own)[number] => [name, () => save(clients)]),
    ];
    const contenders: Contender[] = [];
    for (const [name, begin] of own) {
      const tasks = await begin();
      // Everybody is measured as a program that has run for a while.
      await closedLoop(tasks, options.isShort ? 0.5 : 8);
      contenders.push({ name, run: () => closedLoop(tasks, seconds) });
    }
    if (pgbench) contenders.push({ name: 'pgbench simple-update', run: () => pgbench(clients, seconds) });
    const list = await inRounds(contenders);
    results[`c=${clients}`] = list;
    tell(clients, list);
    for (const result of list) countErrors(report, `save c=${clients}, ${result.name}`, result);
  }
  for (const name of [...absent, ...(pgbench ? [] : ['pgbench'])]) say(`  Tidak ada: ${name}.`);
  report.data.save = results;
  conclude(bench, results['c=50'] ?? [], present.length > 0 ? present.map(({ name }) => name) : null);
}

function tell(clients: number, list: readonly Result[]): void {
  const [own] = list;
  if (!own) return;
  say(`\n  ${clients} orang menyimpan bersamaan`);
  const rows = list.map(result => {
    const { value, spread } = ratio(own, result);
    const share = result === own ? '' : `${percent(value)} ± ${percent(spread)}`;
    return [result.name, ...speedCells(result), share];
  });
  table(['', ...speedHeads, 'Rembug dibanding ini'], rows);
}

function conclude({ report }: Bench, list: readonly Result[], peers: string[] | null): void {
  const [own] = list;
  const empty = list.find(({ name }) => name === emptyAction);
  if (!own || !empty) return;
  const value = 100 * ratio(own, empty).value;
  const what = 'simpan, c=50, dibanding action kosong';
  judge(report, { what: `${what} (lantai)`, value, unit: '%', atLeast: 30 });
  judge(report, { what, value, unit: '%', atLeast: 60 });
  const beside = 'simpan, c=50, dibanding pesaing terbaik';
  if (!peers) {
    leaveOut(report, beside, '≥ 1 kali (3 kali)', 'tidak ada pesaing');
    return;
  }
  const ratios = list.filter(({ name }) => peers.includes(name)).map(peer => ratio(own, peer).value);
  for (const atLeast of [1, 3])
    judge(report, { what: beside, value: Math.min(...ratios), unit: 'kali', atLeast });
}

async function statementsOf({ url, regionId, drafts }: SeededPlan): Promise<number> {
  process.env.DATABASE_URL = url;
  const draft = drafts.at(-1);
  if (!draft) throw new Error('the plan has no draft');
  const actor = await actorNamed(regionId, draft.operator);
  const asked = change.parse(changeOf(draft.item.id, draft.item.version));
  const statements = await countStatements(async () => {
    const [outcome] = await saveChanges(actor, [asked]);
    if (!outcome?.ok) throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  });
  draft.item.version += 1;
  await closeDatabases();
  return statements.length;
}
