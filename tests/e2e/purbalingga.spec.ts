import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type EmbeddedDatabase, startDatabase } from '../../lib/database/embedded';
import { type Cell, isCell } from '../../lib/plan/kinds/kind';
import data from '../../prisma/seed/data/purbalingga.json' with { type: 'json' };
import {
  purbalinggaFile,
  purbalinggaItems,
  reviewerOf,
  type SourceItem,
} from '../../prisma/seed/purbalingga';
import { callAction, reasonsOf, returned } from '../support/endpoints/actions';
import { reachableFolder } from '../support/folder';
import { cookiesOf } from '../support/http';
import { freePort, type Program, startProgram } from '../support/program';

// The whole of Purbalingga's plan, entered and approved as its people would, in a database without demo data.
const regionId = '33-03';
const secret = 'e2e-secret-e2e-secret-e2e-secret-e2e';
const ownPassword = 'kuda sawah hujan deras';
const items = purbalinggaItems();

let dataDir = '';
let database: EmbeddedDatabase;
let program: Program;
let passwords: Map<string, string>;
const cookies = new Map<string, string>();

test.beforeAll(async () => {
  dataDir = reachableFolder();
  database = await startDatabase({ dataDir, fast: true });
  const file = join(dataDir, 'purbalingga.json');
  writeFileSync(file, JSON.stringify(purbalinggaFile(new Date())));
  const env = { ...process.env, DATABASE_URL: database.url, AUTH_SECRET: secret };
  const args = [
    '--no-deprecation',
    '--conditions=react-server',
    '--import',
    'tsx',
    'lib/people/region-cli.ts',
    file,
  ];
  const said = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
  passwords = new Map(
    [...said.matchAll(/^(\S+)\t(\S+)$/gm)].map(([, name = '', password = '']) => [name, password]),
  );
  program = await startProgram({
    DATABASE_URL: database.url,
    AUTH_SECRET: secret,
    PORT: String(await freePort()),
  });
});
test.afterAll(async () => {
  await program?.stop();
  await database?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Signs in with the one-use password and replaces it, as everybody must. */
async function cookieOf(username: string): Promise<string> {
  const known = cookies.get(username);
  if (known) return known;
  const password = passwords.get(username) ?? '';
  const args = [{ regionId, username, password }];
  const session = cookiesOf(await callAction(program.url, { name: 'signIn', path: '/masuk', args }))[
    'rembug-sesi'
  ];
  const cookie = `rembug-sesi=${session}`;
  const change = [{}, { current: password, wanted: ownPassword, repeated: ownPassword }];
  const changed = await callAction(program.url, {
    name: 'changePasswordAction',
    path: '/akun',
    cookie,
    args: change.slice(1),
  });
  expect([username, reasonsOf(changed)]).toEqual([username, ['ok']]);
  cookies.set(username, cookie);
  return cookie;
}

async function take(
  username: string,
  name: 'saveChangesAction' | 'takeStepAction',
  argument: unknown,
): Promise<number> {
  const path = name === 'takeStepAction' ? '/tinjau/x' : '/perencanaan/sl';
  const answer = await callAction(program.url, {
    name,
    path,
    cookie: await cookieOf(username),
    args: [argument],
  });
  const [outcome] = (returned(answer) ?? []) as { ok: boolean; version: number }[];
  expect([username, reasonsOf(answer)]).toEqual([username, ['ok']]);
  return outcome?.version ?? 0;
}

test('all of Purbalingga is entered by its departments and approved by its reviewers', async () => {
  test.setTimeout(300_000);
  const ids = new Map<string, string>();
  for (const item of items) {
    const operator = `${item.department.toLowerCase()}.operator`;
    const itemId = randomUUID();
    ids.set(item.key, itemId);
    const create = {
      kind: item.kind,
      parentId: item.parentKey ? ids.get(item.parentKey) : null,
      dimensionId: item.dimension && `p1-${item.dimension.toLowerCase()}`,
      departmentId: item.department.toLowerCase(),
      illustrative: item.isOwnerIllustrative,
    };
    const change = { mutationId: randomUUID(), itemId, version: 0, create, fields: item.fields };
    const version = await take(operator, 'saveChangesAction', [change]);
    const step = (name: string, at: number) => ({
      step: name,
      items: [{ mutationId: randomUUID(), itemId, version: at }],
    });
    const submitted = await take(operator, 'takeStepAction', step('submit', version));
    await take(reviewerOf(item), 'takeStepAction', step('approve', submitted));
  }
  await expectEqualToFile(ids);
});

async function expectEqualToFile(ids: ReadonlyMap<string, string>): Promise<void> {
  const client = new Client(database.url);
  await client.connect();
  const rows = async (sql: string) => (await client.query(sql)).rows;
  const stored = await rows('SELECT * FROM "Item"');
  const details = await rows('SELECT * FROM "Indicator"');
  const milestones = await rows('SELECT * FROM "Milestone"');
  const reasons = await rows('SELECT * FROM "Reason"');
  await client.end();
  expect(stored.map(({ status }) => status)).toEqual(items.map(() => 'approved'));
  expect(reasons.length).toBeLessThanOrEqual(5);
  for (const item of items.filter(({ kind }) => kind === 'indicator')) {
    const detail = details.find(({ id }) => id === ids.get(item.key));
    const {
      baselineLow: low,
      baselineHigh: high,
      baselineText: text,
      baselineSkipReason: skipReason,
    } = detail;
    expectCell(`${item.key} baseline`, { low, high, text, skipReason }, item.fields.baseline);
    const own = milestones.filter(({ indicatorId }) => indicatorId === ids.get(item.key));
    expect(own.map(({ year }) => year).sort()).toEqual(data.plan.years);
    for (const cell of own)
      expectCell(`${item.key} ${cell.year}`, cell, item.fields[`milestones.${cell.year}`]);
  }
  expectCountsOfFile(items);
}

type StoredCell = { low: string | null; high: string | null; text: string | null; skipReason: string | null };

function expectCell(place: string, stored: StoredCell, wanted: unknown): void {
  const cell: Cell | null = isCell(wanted as Cell) ? (wanted as Cell) : null;
  const number = (value: string | null | undefined) => (value == null ? null : Number(value));
  expect([place, number(stored.low), number(stored.high), stored.skipReason]).toEqual([
    ...[place, number(cell?.low), number(cell?.high), cell?.skipReason ?? null],
  ]);
  // Nothing stays unsaid: a value, or the reason why there is none.
  expect([place, stored.low !== null || Boolean(stored.skipReason)]).toEqual([place, true]);
}

/** The items are the file's: every number of it stands in exactly one cell. */
function expectCountsOfFile(list: readonly SourceItem[]): void {
  const fromFile = [
    ...data.plan.goals.flatMap(goal => goal.targets.flatMap(target => target.indicators as object[])),
    data.overarching,
    // The components of IPM have a published figure and, as yet, no target.
    ...Object.values(data.overarching.components)
      .flatMap(figures => Object.values(figures))
      .map(value => ({ baseline: { value }, milestones: {} })),
  ]
    .flatMap(indicator => {
      const { baseline, milestones } = indicator as {
        baseline: { value: unknown };
        milestones: Record<string, unknown>;
      };
      return [baseline.value, ...Object.values(milestones)];
    })
    .flatMap(value =>
      value === null ? [] : typeof value === 'object' ? Object.values(value as object) : [value],
    );
  const fromItems = list.flatMap(({ fields }) =>
    Object.values(fields).flatMap(value =>
      isCell(value) ? [value.low, value.high].filter(end => end !== null).map(Number) : [],
    ),
  );
  expect([...fromItems].sort()).toEqual([...fromFile].sort());
}
