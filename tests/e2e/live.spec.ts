import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, type Request } from '@playwright/test';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  saveLine,
  signIn,
} from '../support/browser';
import { mustTake, signInAs, type World } from '../support/endpoints/world';
import { test } from '../support/own-world';
import { freePort, startProgram } from '../support/program';

test.describe.configure({ timeout: 120_000 });

type Options = Parameters<Browser['newContext']>[0];

async function visitor(browser: Browser, world: World, username: string, options: Options = {}) {
  const context = await browser.newContext({ baseURL: world.url, ...options });
  const page = await context.newPage();
  const errors = collectErrors(page);
  await signIn(page, username);
  // The stream of the page one came from must not be taken for the one that is looked at.
  await page.goto('about:blank');
  return { page, context, errors };
}

/** An indicator of DINKES that its people can change, with its present version. */
async function draft(world: World) {
  const [row] = await world.sql<{ id: string; version: number }>(
    `SELECT id, version FROM "Item" WHERE "regionId" = '33-03' AND kind = 'indicator' AND status IN ('draft', 'returned')
      AND "departmentId" = 'dinkes' AND "dimensionId" IS NOT NULL ORDER BY code LIMIT 1`,
  );
  if (!row) throw new Error('no draft');
  return { ...row, path: `/indikator/${row.id}` };
}

const change = (itemId: string, version: number, fields: object) => [
  { mutationId: randomUUID(), itemId, version, fields },
];
const cell = (low: string) => ({ low, high: null, text: null, skipReason: null, illustrative: false });
const year = (page: Page, of: number) => page.locator(`#isian-milestones-${of}`);
/** The pages that have a stream open now, as they come and go; the one before may still be ending its own. */
function openStreams(context: BrowserContext): () => Page[] {
  const streams = new Map<Request, Page>();
  context.on('request', request => {
    if (request.url().includes('/api/aliran')) streams.set(request, request.frame().page());
  });
  context.on('requestfinished', request => streams.delete(request));
  context.on('requestfailed', request => streams.delete(request));
  // Of a page that was closed nothing is told any more.
  return () => [...streams.values()].filter(page => !page.isClosed());
}

/** The page is told from here on: its stream has said where the plan stands. */
const listens = (page: Page) => page.waitForResponse(answer => answer.url().includes('/api/aliran'));

test('what one saves stands in the other’s open form, in the reader’s page and in the plan within 2 s', async ({
  browser,
  world,
}) => {
  const { path, id } = await draft(world);
  const operator = await visitor(browser, world, 'dinkes.operator');
  const head = await visitor(browser, world, 'dinkes');
  const adviser = await visitor(browser, world, 'pendamping');
  const council = await visitor(browser, world, 'sekretariat', { viewport: { width: 1366, height: 900 } });
  await operator.page.goto(path);
  for (const [page, address] of [
    [head.page, path],
    [adviser.page, path],
    [council.page, '/rencana'],
  ] as const) {
    const told = listens(page);
    await page.goto(address);
    await told;
  }
  await year(operator.page, 2027).fill('77,25');
  await year(operator.page, 2027).blur();
  await expect(saveLine(operator.page)).toHaveText(/Tersimpan/);
  const soon = { timeout: 2_000 };
  await Promise.all([
    expect(year(head.page, 2027)).toHaveValue(/^77,25?3?/, soon),
    expect(adviser.page.locator('.series')).toContainText('77,', soon),
    expect(council.page.locator(`tr[data-id="${id}"]`)).toContainText('77,', soon),
  ]);
  await expect(head.page.getByRole('status', { name: 'Perubahan orang lain' })).toHaveText(
    /^Operator DINKES \(DINKES\) mengubah target 2027, \d\d[.:]\d\d$/,
  );
  await expect(head.page.locator('.presence')).toHaveText(/^Sedang dibuka: DINKES \(operator\)/);
  await expect(operator.page.locator('.presence')).toContainText('DINKES (kepala)');
  await expectAccessible(head.page);
  await head.page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(head.page);
  // Nobody is shown any more once they have left.
  await operator.page.goto('/kabar');
  await expect(head.page.locator('.presence')).not.toContainText('operator');
  for (const { errors } of [operator, head, adviser, council]) expect(errors).toEqual([]);
});

test('a field somebody is at is never touched: what is typed clashes, what is not typed follows on leaving', async ({
  browser,
  world,
}) => {
  const { path, id } = await draft(world);
  const other = await signInAs(world.url, 'dinkes.operator');
  const { page, errors } = await visitor(browser, world, 'dinkes');
  const told = listens(page);
  await page.goto(path);
  await told;
  const first = await year(page, 2028).inputValue();
  await year(page, 2028).focus();
  await page.locator('#isian-definition').evaluate(() => {});
  let version = await mustTake(
    world.url,
    other,
    'saveChangesAction',
    change(id, (await draft(world)).version, { 'milestones.2028': cell('88'), source: 'Dinas Kesehatan A' }),
  );
  // The neighbour has come, the field under the cursor has not.
  await expect(page.locator('#isian-source')).toHaveValue('Dinas Kesehatan A');
  await expect(year(page, 2028)).toHaveValue(first);
  await year(page, 2028).blur();
  await expect(year(page, 2028)).toHaveValue(/^88/);

  await page.context().setOffline(true);
  await year(page, 2029).fill('91');
  version = await mustTake(
    world.url,
    other,
    'saveChangesAction',
    change(id, version, { 'milestones.2029': cell('92') }),
  );
  await page.context().setOffline(false);
  await expect(page.getByRole('region', { name: /Bentrok pada/ })).toContainText('92');
  await expect(year(page, 2029)).toHaveValue(/^91/);
  const [row] = await world.sql<{ low: string }>(
    `SELECT low::text FROM "Milestone" WHERE "indicatorId" = $1 AND year = 2029`,
    [id],
  );
  expect(Number(row?.low)).toBe(92);
  await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
  await expect(year(page, 2029)).toHaveValue(/^92/);
  expect(errors.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('where streams are blocked the page asks, and is up to date within 20 s', async ({ browser, world }) => {
  const { path, id, version } = await draft(world);
  const other = await signInAs(world.url, 'dinkes.operator');
  const { page } = await visitor(browser, world, 'dinkes');
  await page.context().route('**/api/aliran*', route => route.abort());
  const asked = page.waitForResponse(/\/api\/versi/);
  await page.goto(path);
  await asked;
  await mustTake(world.url, other, 'saveChangesAction', change(id, version, { source: 'Dinas Kesehatan B' }));
  await expect(page.locator('#isian-source')).toHaveValue('Dinas Kesehatan B', { timeout: 20_000 });
});

test('several tabs share one stream, the next one takes over, and a late one misses nothing', async ({
  browser,
  world,
}) => {
  const { path, id, version } = await draft(world);
  const other = await signInAs(world.url, 'dinkes.operator');
  const { page, context } = await visitor(browser, world, 'dinkes');
  const streams = openStreams(context);
  const told = listens(page);
  await page.goto(path);
  await told;
  const [second, third] = [await context.newPage(), await context.newPage()];
  await second.goto(path);
  await third.goto('/rencana');
  let next = await mustTake(
    world.url,
    other,
    'saveChangesAction',
    change(id, version, { source: 'Sumber satu' }),
  );
  for (const tab of [page, second]) await expect(tab.locator('#isian-source')).toHaveValue('Sumber satu');
  await expect.poll(() => streams().length).toBe(1);
  await page.close();
  next = await mustTake(world.url, other, 'saveChangesAction', change(id, next, { source: 'Sumber dua' }));
  await expect(second.locator('#isian-source')).toHaveValue('Sumber dua');
  await expect.poll(() => streams().length).toBe(1);
});

test('on plain http too', async ({ world, playwright }) => {
  const browser = await playwright.chromium.launch({
    ...test.info().project.use.launchOptions,
    args: [
      ...(test.info().project.use.launchOptions?.args ?? []),
      '--host-resolver-rules=MAP rembug.test 127.0.0.1',
    ],
  });
  const context = await browser.newContext({ baseURL: world.url.replace('localhost', 'rembug.test') });
  const page = await context.newPage();
  await signIn(page, 'dinkes');
  expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false]);
  const streams = openStreams(context);
  const { path, id, version } = await draft(world);
  await page.goto(path);
  const second = await context.newPage();
  await second.goto(path);
  await expect.poll(() => streams().length).toBeGreaterThan(0);
  const other = await signInAs(world.url, 'dinkes.operator');
  await mustTake(world.url, other, 'saveChangesAction', change(id, version, { source: 'Tanpa sandi' }));
  for (const tab of [page, second]) await expect(tab.locator('#isian-source')).toHaveValue('Tanpa sandi');
  await expect.poll(() => streams().length).toBe(1);
  await browser.close();
});

test('what becomes of an item is told with a way to reload, and lists say that they are old', async ({
  browser,
  world,
}) => {
  const [row] = await world.sql<{ id: string; version: number; departmentId: string }>(
    `SELECT id, version, "departmentId" FROM "Item" WHERE "regionId" = '33-03' AND kind = 'indicator'
      AND status = 'submitted' AND "dimensionId" IS NOT NULL ORDER BY code LIMIT 1`,
  );
  if (!row) throw new Error('nothing is handed in');
  const owner = await signInAs(world.url, `${row.departmentId}.operator`);
  const adviser = await visitor(browser, world, 'pendamping');
  const board = await visitor(browser, world, 'dewan');
  for (const [page, path] of [
    [adviser.page, `/indikator/${row.id}`],
    [board.page, '/kemajuan'],
  ] as const) {
    const told = listens(page);
    await page.goto(path);
    await told;
  }
  await adviser.page
    .getByRole('button', { name: /[Kk]omentar/ })
    .first()
    .focus();
  const step = {
    step: 'withdraw',
    items: [{ mutationId: randomUUID(), itemId: row.id, version: row.version }],
  };
  const version = await mustTake(world.url, owner, 'takeStepAction', step);
  const banner = adviser.page.getByRole('status', { name: 'Yang terjadi pada isian ini' });
  await expect(banner).toContainText(/menarik kembali isian ini hari ini \d\d[.:]\d\d\. Muat ulang/);
  await expectAccessible(adviser.page);
  await adviser.page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(adviser.page);
  await banner.getByRole('link', { name: 'Muat ulang' }).click();
  await expect(adviser.page.locator('.page-head')).toContainText('Draf');
  await mustTake(world.url, owner, 'takeStepAction', {
    step: 'submit',
    items: [{ mutationId: randomUUID(), itemId: row.id, version }],
  });
  const reload = board.page.getByRole('button', { name: 'Muat ulang' });
  await expect(reload).toBeVisible();
  await expectAccessible(board.page);
  await reload.click();
  await expect(reload).toHaveCount(0);
  expect([...adviser.errors, ...board.errors]).toEqual([]);
});

test('a browser whose session ended stops asking', async ({ browser, world }) => {
  const { path } = await draft(world);
  const { page } = await visitor(browser, world, 'dinkes');
  const told = listens(page);
  await page.goto(path);
  const stream = await (await told).request();
  const isStream = (request: Request) => request === stream;
  const ended = Promise.race([
    page.waitForEvent('requestfinished', isStream),
    page.waitForEvent('requestfailed', isStream),
  ]);
  await world.sql(`UPDATE "Session" SET "endedAt" = now() WHERE "userId" =
    (SELECT id FROM "User" WHERE "regionId" = '33-03' AND username = 'dinkes')`);
  await ended;
  const asked: string[] = [];
  page.on('request', request => /\/api\/(aliran|versi)/.test(request.url()) && asked.push(request.url()));
  // The first tries of a browser that did not understand would come within four seconds.
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 4_000)));
  expect(asked).toEqual([]);
});

/** A second program on the database of the first, as behind a proxy. */
async function beside(world: World) {
  const [folder] = await world.sql<{ data_directory: string }>('SHOW data_directory');
  const [port] = await world.sql<{ port: string }>('SHOW port');
  const password = readFileSync(join(folder?.data_directory ?? '', '../database-password'), 'utf8').trim();
  return startProgram({
    DATABASE_URL: `postgresql://rembug:${password}@127.0.0.1:${port?.port}/postgres`,
    ...{ AUTH_SECRET: randomUUID().repeat(2), PORT: String(await freePort()), LOG_LEVEL: 'warn' },
  });
}

test('works over two processes on one database: what was saved and who is where', async ({
  browser,
  world,
}) => {
  const { path, id, version } = await draft(world);
  const second = await beside(world);
  try {
    const here = await visitor(browser, world, 'dinkes');
    const there = await visitor(browser, { ...world, url: second.url }, 'dinkes.operator');
    for (const { page } of [here, there]) {
      const told = listens(page);
      await page.goto(path);
      await told;
    }
    await expect(here.page.locator('.presence')).toContainText('DINKES (operator)');
    // A process that has just begun to hear missed the first word; an open tab repeats it every ten seconds.
    await expect(there.page.locator('.presence')).toContainText('DINKES (kepala)', { timeout: 12_000 });
    const other = await signInAs(second.url, 'dinkes.operator');
    await mustTake(
      second.url,
      other,
      'saveChangesAction',
      change(id, version, { source: 'Dari proses sebelah' }),
    );
    for (const { page } of [here, there])
      await expect(page.locator('#isian-source')).toHaveValue('Dari proses sebelah', { timeout: 2_000 });
    expect([...here.errors, ...there.errors]).toEqual([]);
  } finally {
    await second.stop();
  }
});
