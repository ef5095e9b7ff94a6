import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { actionTests } from '../support/endpoints/action-tests';
import { builtActions, builtRoutes } from '../support/endpoints/actions';
import { councilTests } from '../support/endpoints/council-tests';
import * as table from '../support/endpoints/expected';
import { fileTests } from '../support/endpoints/file-tests';
import { hallTests } from '../support/endpoints/hall-tests';
import { enterItems, pathOf, type TestItem } from '../support/endpoints/items';
import { liveTests } from '../support/endpoints/live-tests';
import { giveCookies } from '../support/endpoints/people';
import { practiceTests } from '../support/endpoints/practice-tests';
import { leaks, sideWays, verdictOf, ways, wordsOf } from '../support/endpoints/replay';
import { startWorld, stateOf, type World } from '../support/endpoints/world';
import { ask, inTurns } from '../support/http';

const { roleNames, groupOf, reads, reviews } = table;

test.describe.configure({ timeout: 300_000 });

let world: World;
let cookies: Record<table.Role, string>;
let items: TestItem[];

test.beforeAll(async () => {
  world = await startWorld();
  items = await enterItems(world.url);
  cookies = await giveCookies(world);
});
test.afterAll(() => world?.close());

const everyPair = () => roleNames.flatMap(role => items.map(item => ({ role, item })));
const mayRead = (role: table.Role) => (item: TestItem) => reads(role, item.relation, item.status);

test('every endpoint of the build has a row, and every row an endpoint', () => {
  const rows = [table.pages, table.pagesPerItem, table.otherRoutes, table.nextsOwn].flatMap(Object.keys);
  expect(builtRoutes().sort()).toEqual(rows.sort());
  expect(Object.keys(builtActions()).sort()).toEqual(Object.keys(table.actions).sort());
});

test('pages answer each role as the table says, and show nobody what they may not read', async () => {
  const cells = Object.entries(table.pages).flatMap(([route, { paths }]) =>
    paths.flatMap(path => roleNames.map(role => ({ route, path, role }))),
  );
  const wrong = await inTurns(cells, async ({ route, path, role }) => {
    const expected = table.pageVerdict(route, role);
    const found: string[] = [];
    for (const [way, go] of Object.entries({ ...ways, ...sideWays })) {
      const answer = await go(world.url, path, cookies[role]);
      const verdict = verdictOf(answer, path);
      const isFit = way in ways ? verdict === expected : answer.status < 500;
      if (!isFit) found.push(`${role} ${path} ${way}: ${verdict} (${answer.status}), not ${expected}`);
      const leaked = leaks(
        answer,
        items.filter(item => !mayRead(role)(item)),
      );
      if (leaked.length > 0) found.push(`${role} ${path} ${way} shows ${leaked}`);
    }
    return found;
  });
  expect(wrong.flat()).toEqual([]);
});

test("the pages that Next makes for itself are missing, and nobody's fault", async () => {
  const cells = Object.values(table.nextsOwn).flatMap(path => roleNames.map(role => ({ path, role })));
  const wrong = await inTurns(cells, async ({ path, role }) => {
    const { status } = await ask(world.url + path, { cookie: cookies[role] });
    return status === 404 ? [] : [`${role} ${path}: ${status}, not 404`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('lists show each role exactly what it may read', async () => {
  const lists: [string, (role: table.Role, item: TestItem) => boolean][] = [
    [
      '/perencanaan/sl',
      (role, item) => table.relations[item.relation].dimension === 'sl' && mayRead(role)(item),
    ],
    [
      '/perencanaan/daerah',
      (role, { relation, status }) => relation === "the region's own" && reads(role, relation, status),
    ],
    ['/rencana', (role, item) => mayRead(role)(item)],
    ['/rencana/unduh.xlsx', (role, item) => mayRead(role)(item)],
    ['/rencana/unduh.csv', (role, item) => mayRead(role)(item)],
    ['/rencana/tabel', (role, item) => item.relation !== "the region's own" && mayRead(role)(item)],
    ['/tinjau', (role, item) => item.status === 'submitted' && reviews(role, item.relation)],
  ];
  const cells = lists.flatMap(([path, shows]) => roleNames.map(role => ({ path, shows, role })));
  const wrong = await inTurns(cells, async ({ path, shows, role }) => {
    if (['out', 'oneUse'].includes(groupOf(role))) return [];
    const words = wordsOf(await ask(`${world.url}${path}`, { cookie: cookies[role] }));
    const isShut = groupOf(role) === 'guest' && path.startsWith('/perencanaan');
    return items
      .filter(item => words.includes(item.secrets[0] ?? '') !== (!isShut && shows(role, item)))
      .map(
        item =>
          `${role} ${path}: ${item.relation}, ${item.status} ${shows(role, item) ? 'is not shown' : 'is shown'}`,
      );
  });
  expect(wrong.flat()).toEqual([]);
});

test('the page of an item: content, only whose draft it is, nothing, or the way to sign in', async () => {
  const wrong = await inTurns(everyPair(), async ({ role, item }) => {
    const found: string[] = [];
    const asked = [
      { path: pathOf(item), expected: table.itemVerdict(role, item.relation, item.status) },
      { path: `/tinjau/${item.id}`, expected: table.reviewVerdict(role, item.relation) },
    ];
    for (const { path, expected } of asked) {
      for (const [way, go] of Object.entries(expected === 'hidden' ? { ...ways, ...sideWays } : ways)) {
        const answer = await go(world.url, path, cookies[role]);
        const verdict = verdictOf(answer, path);
        const name = `${role}, ${item.relation}, ${item.status}: ${path} ${way}`;
        const isFit = way in ways ? verdict === expected : answer.status < 500;
        if (!isFit) found.push(`${name}: ${verdict} (${answer.status}), not ${expected}`);
        const isShown = wordsOf(answer).includes(item.secrets[0] ?? '');
        if (way in ways && verdict === 'open' && !isShown) found.push(`${name}: without its title`);
        const leaked = leaks(
          answer,
          items.filter(other => !mayRead(role)(other)),
        );
        if (leaked.length > 0) found.push(`${name} shows ${leaked}`);
      }
    }
    return found;
  });
  expect(wrong.flat()).toEqual([]);
});

test('an unknown item, or one under another kind, is missing for everybody', async () => {
  const paths = [
    `/indikator/${randomUUID()}`,
    `/tujuan/${items[3]?.id}`,
    '/indikator/p1',
    `/lain/${items[3]?.id}`,
  ];
  const cells = roleNames.flatMap(role => paths.map(path => ({ role, path })));
  const wrong = await inTurns(cells, async ({ role, path }) => {
    const elsewhere = { oneUse: 'to /akun', waiting: 'to /gabung/tamu' } as Record<string, string>;
    const inside = elsewhere[groupOf(role)] ?? 'missing';
    const expected = groupOf(role) === 'out' ? 'to /masuk' : inside;
    const verdict = verdictOf(await ask(world.url + path, { cookie: cookies[role] }), path);
    // No such room at all needs nobody to sign in.
    return verdict === expected || (path.startsWith('/lain') && verdict === 'missing')
      ? []
      : [`${role} ${path}: ${verdict}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('the workbook is for members, by GET and HEAD only', async () => {
  const wrong = await inTurns(roleNames, async role => {
    const found: string[] = [];
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await ask(`${world.url}/rencana/unduh.xlsx`, { method, cookie: cookies[role] });
      const isOut = ['out', 'oneUse', 'waiting'].includes(groupOf(role));
      const expected = method !== 'GET' && method !== 'HEAD' ? 405 : isOut ? 303 : 200;
      if (answer.status !== expected) found.push(`${role} ${method}: ${answer.status}, not ${expected}`);
      if (isOut && answer.bytes.length > 0) found.push(`${role} ${method}: a body`);
    }
    return found;
  });
  expect(wrong.flat()).toEqual([]);
});

test('the catalogue answers whoever has a role today, and says nothing of the plan', async () => {
  const wrong = await inTurns(roleNames, async role => {
    const answer = await ask(`${world.url}/katalog?cari=stunting`, { cookie: cookies[role] });
    const group = groupOf(role);
    const isOut = ['out', 'oneUse', 'guest', 'waiting'].includes(group);
    const found = isOut ? null : (JSON.parse(answer.text) as unknown[]).length > 0;
    const isFit = answer.status === (isOut ? 401 : 200) && found === (isOut ? null : group !== 'former');
    return isFit ? [] : [`${role}: ${answer.status} ${answer.text.slice(0, 80)}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('the regional plan is read by whoever signed in, and holds nothing of the plan', async () => {
  const wrong = await inTurns(roleNames, async role => {
    const answer = await ask(`${world.url}/keselarasan/acuan`, { cookie: cookies[role] });
    const isOut = ['out', 'oneUse', 'guest', 'waiting'].includes(groupOf(role));
    const expected = isOut ? '401' : '200 {"trees":[],"nodes":[]}';
    const said = isOut ? String(answer.status) : `${answer.status} ${answer.text}`;
    return said === expected ? [] : [`${role}: ${said.slice(0, 80)}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('a file of the regional plan is opened for secretariats alone, and from a page of the site', async () => {
  const path = '/kelola/rpjmd/impor/berkas?nama=a.csv';
  const post = (role: table.Role, origin?: string) =>
    ask(world.url + path, {
      ...{ method: 'POST', cookie: cookies[role], body: 'TUJUAN;SASARAN\nSehat;Gizi' },
      headers: { 'content-type': 'text/csv', ...(origin && { origin }) },
    });
  const wrong = await inTurns(roleNames, async role => {
    const answers = [await post(role, world.url), await post(role), await post(role, 'https://evil.example')];
    const isOut = ['out', 'oneUse', 'guest', 'waiting'].includes(groupOf(role));
    const expected = isOut ? 401 : role.startsWith('sekretariat') ? 200 : 404;
    const said = answers.map(({ status }) => status).join(' ');
    return said === `${expected} 403 403` ? [] : [`${role}: ${said}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test("next-auth's endpoints know only those whose session counts", async () => {
  const before = await stateOf(world);
  const wrong = await inTurns(roleNames, async role => {
    const found: string[] = [];
    const session = await ask(`${world.url}/api/auth/session`, { cookie: cookies[role] });
    const isKnown = Object.keys(JSON.parse(session.text)).join() === 'expires';
    if (isKnown !== (groupOf(role) !== 'out')) found.push(`${role} session: ${session.text}`);
    const renewed = (session.headers['set-cookie'] ?? []).some(line => /^rembug-sesi=[^;]/.test(line));
    if (groupOf(role) === 'out' && renewed) found.push(`${role} session: a new session cookie`);
    const expected = {
      csrf: 200,
      providers: 200,
      signin: 302,
      signout: 302,
      error: 302,
      'callback/x': 400,
      _log: 404,
      x: 404,
    };
    for (const [deed, status] of Object.entries(expected)) {
      const answer = await ask(`${world.url}/api/auth/${deed}`, { cookie: cookies[role] });
      if (answer.status !== status) found.push(`${role} ${deed}: ${answer.status}, not ${status}`);
      const to = answer.headers.location ?? '/';
      if (!to.startsWith('/') && !to.startsWith(`${world.url}/`))
        found.push(`${role} ${deed} leads to ${to}`);
    }
    for (const deed of ['signout', 'callback/credentials', 'signin/credentials']) {
      const body = `csrfToken=${'0'.repeat(64)}&regionId=33-03&username=dinkes&password=rembug-contoh-2024`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await ask(`${world.url}/api/auth/${deed}`, {
        method: 'POST',
        cookie: cookies[role],
        headers,
        body,
      });
      if (
        answer.status >= 500 ||
        (answer.headers['set-cookie'] ?? []).some(line => /^rembug-sesi=[^;]/.test(line))
      )
        found.push(`${role} ${deed} without its token: ${answer.status}`);
    }
    return found;
  });
  expect(wrong.flat()).toEqual([]);
  expect(await stateOf(world)).toEqual(before);
});

test.describe('files and versions', () => fileTests(() => ({ world, cookies, items })));
test.describe('live', () => liveTests(() => ({ world, cookies, items })));
test.describe('a day in the hall', () => hallTests(() => ({ world, cookies, items })));
test.describe('the council', () => councilTests(() => ({ world, cookies, items })));
test.describe('practice', () => practiceTests(() => ({ world, cookies, items })));
test.describe('actions', () => actionTests(() => ({ world, cookies, items })));
