import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atEnd } from '../bench/ending';
import { say } from '../bench/report';
import { builtRoutes, callAction } from '../support/endpoints/actions';
import * as table from '../support/endpoints/expected';
import { enterItems } from '../support/endpoints/items';
import { wordsOf } from '../support/endpoints/replay';
import { signInAs, startWorld, type World } from '../support/endpoints/world';
import { fillAndMark, marksIn, regionHashes, regionTables } from '../support/fill-tables';
import { reachableFolder } from '../support/folder';
import { ask, inTurns } from '../support/http';
import { copyTo } from './copy';

// Two regions in one database: whose rows are asked for, and who asks.
const theirs = '33-03';
const ours = '99-99';

/** What the endpoints gave away. */
export type Finding = { what: string; tables: string[] };
export type LockReport = {
  /** Requests that were sent, and how many tables had rows to lose. */
  requests: number;
  tables: number;
  /** Tables that no row could be made for. */
  unfilled: string[];
  /** With the second lock in its place: nothing is shown, nothing is changed. */
  shown: Finding[];
  changed: string[];
  /** The same with the second lock taken out too: what then shows proves that the first one is really gone. */
  withoutBoth: string[];
};

/**
 * Copies the program, takes the first lock out of it (policy: everything is allowed; statements: no region), builds it
 * and replays every page, route and action there.
 */
export async function runSecondLock(): Promise<LockReport> {
  const root = reachableFolder();
  atEnd(() => rmSync(root, { recursive: true, force: true }));
  copyTo(root);
  openPolicy(root);
  const script = [
    '--no-deprecation',
    '--conditions=react-server',
    '--import',
    'tsx',
    'tests/drills/replay-opened.ts',
  ];
  const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  atEnd(async () => void child.kill());
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  await once(child, 'close');
  const report = /^REPORT (.*)$/m.exec(said)?.[1];
  if (!report) throw new Error(`the replay told nothing:\n${said.slice(-2_000)}`);
  return JSON.parse(report) as LockReport;
}

function openPolicy(root: string): void {
  const file = join(root, 'lib/access/policy.ts');
  const text = readFileSync(file, 'utf8');
  const opened = text
    .replace('export function isMember(actor: Actor): boolean {', '$&\n  if (actor) return true;')
    .replace(/export function reviewing\([^{]*\{/, "$&\n  if (actor) return 'yes';");
  if (opened.split('if (actor) return').length !== 3) throw new Error('the policy is not where it was');
  const allow = [
    'for (const name of Object.keys(can)) (can as Record<string, unknown>)[name] = () => true;',
    'Object.assign(reach, { items: () => ({}), reviewed: () => [{}] });',
  ];
  writeFileSync(file, `${opened}\n${allow.join('\n')}\n`);
}

/** In the opened copy: two regions, marked rows in one, every endpoint asked by people of the other. */
export async function replayOpened(): Promise<LockReport> {
  const preload = pathToFileURL(join(process.cwd(), 'tests/support/without-region.mjs')).href;
  const world = await startWorld({ NODE_OPTIONS: `--import ${preload}` });
  try {
    await enterItems(world.url);
    const cookie = await signInAs(world.url, 'sekretariat', ours);
    const ids = await idsOf(world);
    const unfilled = await fillAndMark(world.sql, theirs);
    await openFunctions(world);
    const before = await regionHashes(world.sql, theirs);
    const replayed = await replay(world, cookie, ids);
    const after = await regionHashes(world.sql, theirs);
    const tables = await regionTables(world.sql);
    for (const name of tables) await world.sql(`ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`);
    const open = await replayPages(world, cookie, ids.slice(0, 6));
    return {
      ...{ requests: replayed.requests, tables: tables.length, unfilled },
      shown: replayed.found,
      // Who signs in and out is nobody's row of the other region, but its sessions are in one table.
      changed: tables.filter(name => name !== 'Session' && before[name] !== after[name]),
      withoutBoth: [...new Set(open.found.flatMap(one => one.tables))].sort(),
    };
  } finally {
    await world.close();
  }
}

/** A key of the other region for each table that has one, and an indicator at each status. */
async function idsOf({ sql }: World): Promise<string[]> {
  const ids: string[] = [];
  for (const name of await regionTables(sql)) {
    const rows = await sql<{ id: string }>(
      `SELECT to_jsonb(t)->>'id' AS id FROM "${name}" t WHERE "regionId" = $1 LIMIT 1`,
      [theirs],
    );
    ids.push(...rows.flatMap(({ id }) => id ?? []));
  }
  const items = await sql<{ id: string }>(
    `SELECT DISTINCT ON (status) id FROM "Item" WHERE "regionId" = $1 AND kind = 'indicator' ORDER BY status, id`,
    [theirs],
  );
  return [...new Set([...ids, ...items.map(({ id }) => id)])];
}

/** The functions of the database name the region as well. */
async function openFunctions({ sql }: World): Promise<void> {
  const functions = await sql<{ text: string }>(
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE proname IN ('setColumns', 'changeItem')`,
  );
  for (const { text } of functions)
    await sql(
      text
        .replaceAll('"regionId" = region', '"regionId" IS NOT NULL')
        .replaceAll('"regionId" = $2 AND', '$2 IS NOT NULL AND'),
    );
}

type Replayed = { requests: number; found: Finding[] };

async function replay(world: World, cookie: string, ids: readonly string[]): Promise<Replayed> {
  const pages = await replayPages(world, cookie, ids);
  const calls = Object.entries(table.actions)
    .filter(([name]) => !leaving.includes(name))
    .flatMap(([name, { path, args }]) =>
      ids.map(id => ({ name, path, args: args.map(one => aimed(one, id)) })),
    );
  const found = await inTurns(calls, async call => {
    const answer = await callAction(world.url, { ...call, cookie });
    return finding(`${call.name} ${JSON.stringify(call.args).slice(0, 120)}`, wordsOf(answer));
  });
  return { requests: pages.requests + calls.length, found: [...pages.found, ...found.flat()] };
}

/** They end what the replay stands on. */
const leaving = ['signIn', 'signOut', 'changePasswordAction', 'endSessionAction', 'endSessionOfAction'];

/** Arguments with every key in the place of what nobody has. */
function aimed(value: unknown, id: string): unknown {
  const aim = (text: string) => (/^(x|y|tidak-ada)$/.test(text) ? id : text);
  if (typeof value === 'string') return value === 'm' || /^0{32}$/.test(value) ? randomUUID() : aim(value);
  if (Array.isArray(value)) return value.map(one => aimed(one, id));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.replace(/^(was-|n-|pilih-)?x$/, (_, head = '') => head + id),
      aimed(one, id),
    ]),
  );
}

async function replayPages({ url }: World, cookie: string, ids: readonly string[]): Promise<Replayed> {
  const known = Object.values(table.pages).flatMap(({ paths }) => paths);
  const paths = [...new Set([...known, ...builtRoutes().flatMap(route => addressesOf(route, ids))])];
  const found = await inTurns(paths, async path => {
    return finding(path, wordsOf(await ask(url + path, { cookie })));
  });
  return { requests: paths.length, found: found.flat() };
}

const finding = (what: string, words: string): Finding[] => {
  const tables = marksIn(words);
  return tables.length > 0 ? [{ what, tables }] : [];
};

const kinds = ['tujuan', 'sasaran', 'indikator'];
const files = ['unduh.csv', 'unduh.xlsx'];

/** Addresses of a route of the build, with each key wherever it takes one. An open stream never ends. */
function addressesOf(route: string, ids: readonly string[]): string[] {
  const shape = route.replace(/\/\([^)]+\)/g, '').replace(/\/(page|route)$/, '');
  if (shape.startsWith('/api/aliran') || shape.startsWith('/api/auth') || shape.startsWith('/_')) return [];
  const fill = (paths: string[], part: string, values: readonly string[]) =>
    paths.flatMap(path => (path.includes(part) ? values.map(value => path.replaceAll(part, value)) : [path]));
  let paths = fill(fill([shape || '/'], '[jenis]', kinds), '[berkas]', files);
  paths = fill(fill(paths, '[dimensi]', ['sl', 'daerah']), '[kode]', ['sl']);
  return ids.length === 0
    ? paths.filter(path => !path.includes('['))
    : paths.flatMap(path => (path.includes('[') ? ids.map(id => path.replace(/\[[^\]]+\]/g, id)) : [path]));
}

/** What is wrong in a report, in words; nothing when the second lock holds and was really tried. */
export function faultsOf(report: LockReport): string[] {
  const shown = report.shown.map(({ what, tables }) => `${what} shows ${tables.join(', ')}`);
  const changed = report.changed.map(name => `${name} of the other region was changed`);
  const idle =
    report.withoutBoth.length < 5 ? ['the first lock is still there: nothing shows without both'] : [];
  return [...shown, ...changed, ...idle];
}

/** Tells a report for whoever watches. */
export function sayReport(report: LockReport): void {
  say(
    `  ${report.requests} permintaan, ${report.tables} tabel; tanpa baris: ${report.unfilled.join(', ') || 'tidak ada'}`,
  );
  say(`  tanpa kedua kunci tampak: ${report.withoutBoth.join(', ')}`);
  for (const what of faultsOf(report)) say(`  SALAH ${what}`);
}
