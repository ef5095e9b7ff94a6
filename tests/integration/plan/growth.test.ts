import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { loadActor } from '@/lib/access/session';
import { closeDatabases } from '@/lib/database/client';
import type { PlanItem } from '@/lib/plan/item';
import { getFrame } from '@/lib/plan/read/frame';
import { getIpm } from '@/lib/plan/read/ipm';
import { getItem } from '@/lib/plan/read/item';
import { getMatrix } from '@/lib/plan/read/matrix';
import { countUnread, getNews } from '@/lib/plan/read/news';
import { getProgress } from '@/lib/plan/read/progress';
import { getTreePicture } from '@/lib/plan/read/tree-picture';
import { listVersions } from '@/lib/plan/read/versions';
import { countWaiting, getWork } from '@/lib/plan/read/work';
import { nameVersion } from '@/lib/plan/write/name-version';
import { getDimensionPriorities, getPriorities } from '@/lib/priority/read/priorities';
import { expectLogMatchesTables } from '../../support/fold';
import { enterLargePlan } from '../../support/large-plan';
import { edit, makeRegion, number, save, step } from '../../support/small-region';
import { countStatements, type Read, rowsRead } from '../../support/statements';
import { freshDatabase } from '../../support/world';

type Plan = { url: string; as: Awaited<ReturnType<typeof makeRegion>>['as']; items: PlanItem[] };

let small: Plan;
let large: Plan;

beforeAll(async () => {
  small = await planOf(50);
  large = await planOf(5_000);
}, 120_000);

// The department's own share is the same in both plans; what grows is what another one has.
async function planOf(indicators: number): Promise<Plan> {
  await closeDatabases();
  const url = await freshDatabase();
  const { regionId, as } = await makeRegion();
  const items = await enterLargePlan(url, {
    ...{ regionId, indicators, years: [2025, 2026], dimensionIds: ['p1-x1'] },
    ownerOf: index => (index < 25 ? 'c' : 'd'),
  });
  return { url, as, items };
}

async function analyse(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
}

type Work = (actor: Actor, item: PlanItem) => Promise<void>;
type Cost = { statements: string[]; rows: Record<string, Read> };

async function costOf({ url, as, items }: Plan, number: number, run: Work): Promise<Cost> {
  await closeDatabases();
  process.env.DATABASE_URL = url;
  // Whoever was asked for long ago is asked for once more, so the actor is made anew.
  const actor = await as('c.operator');
  let statements: string[] = [];
  const rows = await rowsRead(url, async () => {
    statements = await countStatements(() => run(actor, items[number] as PlanItem));
  });
  return { statements, rows };
}

const growing = ['Item', 'Indicator', 'Milestone', 'Event', 'Comment', 'Supporter', 'Reason'];
const readOf = ({ rows }: Cost, table: string): Read => rows[table] ?? { sequential: 0, index: 0 };

/** The same statements on both plans; of the large one nothing that grows is walked through, nor more of it read. */
async function expectNoGrowth(number: number, run: Work): Promise<void> {
  const [few, many] = [await costOf(small, number, run), await costOf(large, number, run)];
  expect(few.statements.length).toBeGreaterThan(0);
  expect(many.statements).toHaveLength(few.statements.length);
  for (const table of new Set([...Object.keys(few.rows), ...Object.keys(many.rows)])) {
    const [before, after] = [readOf(few, table), readOf(many, table)];
    const most = before.sequential + before.index + 5;
    expect([table, after.sequential + after.index <= most, after]).toEqual([table, true, after]);
    if (growing.includes(table)) expect([table, after.sequential]).toEqual([table, 0]);
  }
}

test('the plans hold what their logs say', async () => {
  for (const { url } of [small, large]) await expectLogMatchesTables(url);
});

test('saving a yearly value costs the same at 50 and at 5,000 items', () =>
  expectNoGrowth(3, async (actor, item) => {
    expect(await save(actor, edit(item.id, 1, { 'milestones.2026': number('77') }))).toMatchObject({
      ok: true,
    });
  }));

test('so does saving a text', () =>
  expectNoGrowth(4, async (actor, item) => {
    expect(await save(actor, edit(item.id, 1, { title: 'Cakupan layanan' }))).toMatchObject({ ok: true });
  }));

// From the sixth time on a connection plans a statement for any values, not for those it was asked with.
test('so does the tenth saving over the same connection, with much in the log that is no item', async () => {
  await closeDatabases();
  process.env.DATABASE_URL = large.url;
  const secretariat = await large.as('sekretariat');
  for (let number = 1; number <= 1_000; number += 1) {
    const named = await nameVersion(secretariat, { mutationId: `name-${number}`, name: `Versi ${number}` });
    expect(named).toMatchObject({ ok: true });
  }
  await analyse(large.url);
  await expectNoGrowth(7, async (actor, item) => {
    for (let version = 1; version <= 10; version += 1) {
      const change = edit(item.id, version, { 'milestones.2026': number(String(version)) });
      expect(await save(actor, change)).toMatchObject({ ok: true });
    }
  });
});

/** Every page's navigation has the plan in memory; a step that hands in and an item's page look there too. */
const warm: Work = async actor => void (await getMatrix(actor, await getFrame(actor), {}));
async function expectNoGrowthInMemory(number: number, run: Work): Promise<void> {
  for (const plan of [small, large]) await costOf(plan, number, warm);
  await expectNoGrowth(number, run);
}

test('so does a step', () =>
  expectNoGrowthInMemory(5, async (actor, item) => {
    const outcome = await step(actor, 'submit', item.id, 1);
    expect(outcome).toMatchObject({ ok: true });
  }));

test('so does knowing who is asking', () =>
  expectNoGrowth(6, async actor => {
    expect(await loadActor(actor.regionId, actor.userId)).not.toBeNull();
  }));

test('so does reading an item with what stands around it', () =>
  expectNoGrowthInMemory(6, async (actor, item) => {
    const answer = await getItem(actor, await getFrame(actor), item.id);
    expect(answer).toMatchObject({ kind: 'open', view: { ancestors: [{}, {}] } });
    if (answer.kind === 'open') expect(answer.view.siblings).toHaveLength(4);
  }));

test('so does the list of tasks', () =>
  expectNoGrowth(6, async actor => {
    expect((await getWork(actor, await getFrame(actor))).items).toHaveLength(31);
  }));

test('once the plan is in memory, the whole of it costs nothing that grows', async () => {
  await costOf(small, 6, warm);
  await costOf(large, 6, warm);
  await expectNoGrowth(6, warm);
});

const navigation: Work = async actor => {
  const frame = await getFrame(actor);
  await countWaiting(actor, frame);
  await countUnread(actor, frame);
};

test('nor do the counts in the navigation', () => expectNoGrowth(6, navigation));

// What each page asks of the database beside who is asking; a page that asks more often has to say so here.
const pages: [string, number, Work][] = [
  ['the frame of every page', 3, async actor => void (await getFrame(actor))],
  ['the counts in the navigation', 7, navigation],
  ['/pekerjaan', 6, async actor => void (await getWork(actor, await getFrame(actor)))],
  ['/kabar', 7, async actor => void (await getNews(actor, await getFrame(actor)))],
  ['/kemajuan', 4, async actor => void (await getProgress(actor, await getFrame(actor)))],
  [
    '/rencana',
    4,
    async actor => {
      const frame = await getFrame(actor);
      await getMatrix(actor, frame, {});
      await listVersions(actor, frame);
    },
  ],
  ['/rencana/pohon', 3, async actor => void (await getTreePicture(actor, await getFrame(actor)))],
  ['/ipm', 3, async actor => void (await getIpm(actor, await getFrame(actor)))],
  ['/prioritas', 6, async actor => void (await getPriorities(actor, await getFrame(actor)))],
  [
    '/prioritas of a dimension',
    6,
    async actor => void (await getDimensionPriorities(actor, await getFrame(actor), 'x1')),
  ],
  ['an item', 11, async (actor, item) => void (await getItem(actor, await getFrame(actor), item.id))],
];

test.each(pages)('%s: %i statements, however large the plan', async (_, statements, run) => {
  for (const plan of [small, large]) expect((await costOf(plan, 6, run)).statements).toHaveLength(statements);
});
