import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { enterName, saveLine, signIn } from '../support/browser';
import { mustTake, signInAs, type World } from '../support/endpoints/world';
import { reachableFolder } from '../support/folder';
import { test } from '../support/own-world';

test.describe.configure({ timeout: 120_000 });
// Other files write into drafts too; here each test counts what was written.
test.use({ worldOf: 'outbox', actionTimeout: 20_000 });

type Draft = { id: string; version: number; path: string; operator: string; head: string };

const taken = new Set<string>();

/** An indicator that no other test here has, put back to draft if need be, with two people of its department. */
async function draft(world: World): Promise<Draft> {
  const rows = await world.sql<{ id: string; version: number; departmentId: string }>(
    `SELECT i.id, i.version, i."departmentId" FROM "Item" i
     WHERE i."regionId" = '33-03' AND i.kind = 'indicator' AND i."dimensionId" IS NOT NULL
       AND EXISTS (SELECT FROM "User" u WHERE u."regionId" = '33-03' AND u.username = i."departmentId" || '.operator')
     ORDER BY i.status <> 'draft', i.code`,
  );
  const row = rows.find(({ id }) => !taken.has(id));
  if (!row) throw new Error('no indicator is left');
  taken.add(row.id);
  const { id, version, departmentId } = row;
  await world.sql(`UPDATE "Item" SET status = 'draft' WHERE id = $1`, [id]);
  return { id, version, path: `/indikator/${id}`, operator: `${departmentId}.operator`, head: departmentId };
}

const isAction = (headers: Record<string, string>) => 'next-action' in headers;

/** Nothing that is sent arrives; pages do. */
const loseActions = (context: BrowserContext) =>
  context.route('**', (route, request) => (isAction(request.headers()) ? route.abort() : route.fallback()));

const saved = (page: Page) => expect(saveLine(page)).toContainText(/^Tersimpan \d\d\.\d\d$/);

/** What the log says was written to a field, in turn. */
async function written(world: World, itemId: string, path: string): Promise<unknown[]> {
  const rows = await world.sql<{ after: unknown }>(
    `SELECT c->'after' AS after FROM "Event", jsonb_array_elements(body::jsonb->'changes') c
     WHERE "subjectId" = $1 AND action = 'change' AND c->>'path' = $2 ORDER BY revision`,
    [itemId, path],
  );
  return rows.map(({ after }) => after);
}

async function openAs(page: Page, username: string, path: string): Promise<void> {
  page.on('dialog', dialog => dialog.accept());
  await signIn(page, username);
  await page.goto(path);
  await expect(page.getByLabel('Sumber data')).toBeVisible();
}

test('what waits survives a reload and a closed page, is told on every page, and arrives once', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator } = await draft(world);
  await openAs(page, operator, path);
  await loseActions(context);
  await page.getByLabel('Sumber data').fill('Sistem layanan rujukan');
  await page.getByLabel('Target 2027').fill('61');
  await page.getByLabel('Target 2028').fill('62,5');
  await expect(saveLine(page)).toContainText('Belum terkirim (3) – tersimpan di perangkat ini');
  await expect(page.locator('.unsent')).toHaveText('Belum terkirim');
  await page.getByLabel('Target 2029').fill('63 orang');
  await page.reload();
  await expect(page.getByLabel('Target 2028')).toHaveValue('62,5');
  await expect(page.getByLabel('Target 2029')).toHaveValue('63 orang');
  await expect(saveLine(page)).toContainText('Belum terkirim (4)');
  await page.getByLabel('Target 2029').fill('63');
  await expect(saveLine(page)).toContainText('Belum terkirim (4)');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto('/pekerjaan');
  await expect(next.getByText('Belum terkirim (4)')).toBeVisible();
  await next.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await expect(next.getByRole('dialog', { name: 'Masih ada 4 isian yang belum terkirim' })).toBeVisible();
  await next.getByRole('button', { name: 'Tetap di sini, kirim dulu' }).click();
  await context.unroute('**');
  await next.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(next.getByText('Belum terkirim (4)')).toBeHidden();
  await next.goto(path);
  await expect(next.getByLabel('Sumber data')).toHaveValue('Sistem layanan rujukan');
  await expect(next.getByLabel('Target 2027')).toHaveValue('61');
  await expect(next.getByLabel('Target 2028')).toHaveValue('62,5');
  expect(await written(world, id, 'source')).toEqual(['Sistem layanan rujukan']);
  expect(await written(world, id, 'milestones.2028.low')).toEqual(['62.5']);
});

test('a browser that is killed twice while nothing can be sent loses none of fifty edits', async ({
  world,
}) => {
  const { id, path, operator } = await draft(world);
  const folder = reachableFolder();
  const open = async () => {
    const { launchOptions } = test.info().project.use;
    const context = await chromium.launchPersistentContext(folder, {
      ...launchOptions,
      ...{ baseURL: world.url, locale: 'id-ID', timezoneId: 'Asia/Jakarta' },
    });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  // Both the browser and its pages end at once, as when the power fails.
  const kill = async ({ context, page }: Awaited<ReturnType<typeof open>>) => {
    const session = await context.newCDPSession(page);
    await session.send('Browser.crash' as 'Browser.close').catch(() => {});
    await context.close().catch(() => {});
  };
  try {
    let browser = await open();
    await openAs(browser.page, operator, path);
    await loseActions(browser.context);
    let last = '';
    for (let edit = 1; edit <= 50; edit += 1) {
      last = `Sumber ke-${edit}`;
      await browser.page.getByLabel('Sumber data').fill(last);
      await browser.page.getByLabel(`Target ${2025 + (edit % 5)}`).fill(String(edit));
      if (edit !== 17 && edit !== 34) continue;
      await expect(saveLine(browser.page)).toContainText('Belum terkirim');
      // A browser that dies may take its newest cookies along; here its person is not to sign in again.
      const cookies = await browser.context.cookies();
      await kill(browser);
      browser = await open();
      await browser.context.addCookies(cookies);
      await loseActions(browser.context);
      await browser.page.goto(path);
      await expect(browser.page.getByLabel('Sumber data')).toHaveValue(last);
    }
    await expect(saveLine(browser.page)).toContainText('Belum terkirim (6)');
    await browser.context.unroute('**');
    await browser.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await saved(browser.page);
    await browser.context.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // What was under way is sent again as it was, what was typed since in one change; none comes twice.
  for (const [field, value] of [
    ['source', 'Sumber ke-50'],
    ['milestones.2025.low', '50'],
    ['milestones.2026.low', '46'],
    ['milestones.2027.low', '47'],
    ['milestones.2028.low', '48'],
    ['milestones.2029.low', '49'],
  ] as const) {
    const values = await written(world, id, field);
    expect(values.at(-1)).toBe(value);
    expect(new Set(values).size).toBe(values.length);
    expect(values.length).toBeLessThanOrEqual(2);
  }
});

test('whatever else the page asks for fails, no letter is lost and nobody is thrown out', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator } = await draft(world);
  await openAs(page, operator, path);
  const address = page.url();
  await context.route('**', (route, request) => {
    const isPart = request.url().includes('_rsc=') || 'rsc' in request.headers();
    return isPart || isAction(request.headers()) ? route.abort() : route.fallback();
  });
  const text = 'Laporan tahunan dinas, diolah tim data';
  await page.getByLabel('Sumber data').fill('');
  await page.getByLabel('Sumber data').pressSequentially(text, { delay: 20 });
  await expect(saveLine(page)).toContainText('Belum terkirim');
  await expect(page.getByLabel('Sumber data')).toHaveValue(text);
  expect(page.url()).toBe(address);
  await context.unroute('**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await saved(page);
  expect(await written(world, id, 'source')).toEqual([text]);
});

test('two tabs of one person send in turn and do not clash with themselves', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator } = await draft(world);
  await openAs(page, operator, path);
  const other = await context.newPage();
  await other.goto(path);
  let underWay = 0;
  let most = 0;
  await context.route('**', async (route, request) => {
    if (!isAction(request.headers())) return route.fallback();
    underWay += 1;
    most = Math.max(most, underWay);
    const answer = await route.fetch();
    underWay -= 1;
    await route.fulfill({ response: answer });
  });
  for (const [tab, label, value] of [
    [page, 'Sumber data', 'Tab pertama'],
    [other, 'Definisi operasional', 'Tab kedua'],
    [page, 'Target 2026', '41'],
    [other, 'Target 2027', '42'],
  ] as const)
    await tab.getByLabel(label).fill(value);
  await saved(page);
  await saved(other);
  // Its own save and the other tab's came at nearly the same time; the later one must not be missed.
  await expect(page.getByLabel('Definisi operasional')).toHaveValue('Tab kedua');
  await page.getByLabel('Definisi operasional').fill('Tab kedua, lalu tab pertama');
  await saved(page);
  expect(most).toBe(1);
  expect(await written(world, id, 'source')).toEqual(['Tab pertama']);
  expect(await written(world, id, 'definition')).toEqual(['Tab kedua', 'Tab kedua, lalu tab pertama']);
  for (const tab of [page, other]) await expect(tab.locator('.clash')).toHaveCount(0);
});

test('an old page whose program was replaced keeps the text, says what to do, and sends after it', async ({
  page,
  context,
  world,
}) => {
  const { path, operator } = await draft(world);
  await openAs(page, operator, path);
  await context.route('**', (route, request) =>
    isAction(request.headers())
      ? route.fulfill({
          status: 404,
          headers: { 'x-nextjs-action-not-found': '1' },
          body: 'Server action not found.',
        })
      : route.fallback(),
  );
  await page.getByLabel('Sumber data').fill('Diketik di halaman lama');
  await expect(saveLine(page)).toContainText('Rembug sudah diperbarui');
  await context.unroute('**');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  await expect(page.getByLabel('Sumber data')).toHaveValue('Diketik di halaman lama');
  await saved(page);
});

test('on a shared device nobody sees or sends what another left; who left it does, on coming back', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator, head } = await draft(world);
  await openAs(page, operator, path);
  await loseActions(context);
  await page.getByLabel('Sumber data').fill('Rahasia operator');
  await expect(saveLine(page)).toContainText('Belum terkirim');
  await context.unroute('**');
  // The session ended without signing out: the text stays on the device.
  await context.clearCookies();
  await signIn(page, head);
  await page.goto(path);
  await expect(page.getByLabel('Sumber data')).not.toHaveValue('Rahasia operator');
  expect(await written(world, id, 'source')).toEqual([]);
  await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await enterName(page, operator);
  await expect.poll(() => written(world, id, 'source')).toEqual(['Rahasia operator']);
});

test('signing out empties the device, of what waits too, once one has said so', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator } = await draft(world);
  await openAs(page, operator, path);
  await page.getByRole('button', { name: 'Tulis komentar' }).click();
  await page.getByRole('textbox', { name: 'Tulis komentar' }).fill('Belum jadi dikirim');
  await context.route('**', (route, request) =>
    request.postData()?.includes('"changes"') ? route.abort() : route.fallback(),
  );
  await page.getByLabel('Sumber data').fill('Tidak jadi');
  await expect(saveLine(page)).toContainText('Belum terkirim (1)');
  await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await page.getByRole('button', { name: 'Keluar dan hapus 1 isian' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  const left = await page.evaluate(async () => {
    const names = Object.keys(localStorage).filter(name => name.startsWith('rembug.'));
    return names.filter(name => localStorage.getItem(name)?.includes('Belum jadi'));
  });
  expect(left).toEqual([]);
  await context.unroute('**');
  await enterName(page, operator);
  await expect(page).toHaveURL(`${world.url}/pekerjaan`);
  await page.goto(path);
  await expect(page.getByLabel('Sumber data')).not.toHaveValue('Tidak jadi');
  await expect(saveLine(page)).toHaveText('');
  expect(await written(world, id, 'source')).toEqual([]);
});

test('leaving without network says so and stays', async ({ page, context, world }) => {
  const { path, operator } = await draft(world);
  await openAs(page, operator, path);
  await loseActions(context);
  await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await expect(page.getByText('Belum keluar: server tidak menjawab.')).toBeVisible();
  await context.unroute('**');
  await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});

test('what happened to the item while one typed is told, and the text is kept through a reload', async ({
  page,
  context,
  world,
}) => {
  const { id, path, operator, head } = await draft(world);
  await openAs(page, operator, path);
  await loseActions(context);
  await page.getByLabel('Sumber data').fill('Diketik sesaat sebelum diajukan');
  await expect(saveLine(page)).toContainText('Belum terkirim');
  await world.sql(`UPDATE "Item" SET status = 'submitted' WHERE id = $1`, [id]);
  await context.unroute('**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(saveLine(page)).toContainText('Isian ini sudah diajukan');
  await page.reload();
  await expect(page.getByText('Sumber data: Diketik sesaat sebelum diajukan')).toBeVisible();
  await world.sql(`UPDATE "Item" SET status = 'draft' WHERE id = $1`, [id]);
  expect(await signInAs(world.url, head)).toBeTruthy();
});

test('a browser that keeps nothing says so at once', async ({ page, context, world }) => {
  const { path, operator } = await draft(world);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await openAs(page, operator, path);
  await expect(page.getByText('Peramban ini tidak menyimpan ketikan.')).toBeVisible();
  await page.getByLabel('Sumber data').fill('Tetap terkirim');
  await saved(page);
});

test('signing in without an answer says so and keeps what was typed', async ({ page, context, world }) => {
  await page.goto('/masuk');
  await loseActions(context);
  await enterName(page, 'dinkes');
  await expect(page.locator('.summary')).toContainText('Belum terkirim: jaringan atau server tidak menjawab');
  await expect(page.getByLabel('Nama pengguna')).toHaveValue('dinkes');
  await context.unroute('**');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL(`${world.url}/pekerjaan`);
});

test('on plain http, where browsers have no locks, what waits survives a reload and a closed page too', async ({
  world,
  playwright,
}) => {
  const { id, path, operator } = await draft(world);
  const { launchOptions } = test.info().project.use;
  const args = [...(launchOptions?.args ?? []), '--host-resolver-rules=MAP rembug.test 127.0.0.1'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const context = await browser.newContext({ baseURL: world.url.replace('localhost', 'rembug.test') });
  const page = await context.newPage();
  await openAs(page, operator, path);
  expect(await page.evaluate(() => 'locks' in navigator)).toBe(false);
  await loseActions(context);
  await page.getByLabel('Sumber data').fill('Tanpa sandi, tanpa kunci');
  await expect(saveLine(page)).toContainText('Belum terkirim (1) – tersimpan di perangkat ini');
  await expect(page.getByText('Biarkan tetap terbuka.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Sumber data')).toHaveValue('Tanpa sandi, tanpa kunci');
  const second = await context.newPage();
  await second.goto('/pekerjaan');
  await context.unroute('**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await saved(page);
  expect(await written(world, id, 'source')).toEqual(['Tanpa sandi, tanpa kunci']);
  await browser.close();
});

test('a text that became a number on a newer page clashes with what others wrote meanwhile', async ({
  page,
  world,
}) => {
  const { id, version, path, operator, head } = await draft(world);
  await openAs(page, operator, path);
  await page.getByLabel('Target 2027').fill('2x');
  await expect(saveLine(page)).toContainText('Belum tersimpan: Target 2027');
  const theirs = { low: '20', high: null, text: null, skipReason: null, illustrative: false };
  const change = { mutationId: randomUUID(), itemId: id, version, fields: { 'milestones.2027': theirs } };
  await mustTake(world.url, await signInAs(world.url, head), 'saveChangesAction', [change]);
  await page.reload();
  // The text stands where the other's value would be.
  await expect(page.getByLabel('Target 2027')).toHaveValue('2x');
  await page.getByLabel('Target 2027').fill('21');
  await expect(page.getByRole('region', { name: 'Bentrok pada Target 2027' })).toBeVisible();
  expect(await written(world, id, 'milestones.2027.low')).toEqual(['20']);
});

test('a text that no request can carry is kept and told, and holds nothing else back', async ({
  page,
  world,
}) => {
  const { id, path, operator } = await draft(world);
  await openAs(page, operator, path);
  const long = 'Sangat panjang. '.repeat(20_000);
  await page.getByLabel('Definisi operasional').fill(long);
  await page.getByLabel('Sumber data').fill('Tetap terkirim');
  await expect.poll(() => written(world, id, 'source')).toEqual(['Tetap terkirim']);
  await expect(saveLine(page)).toContainText('Definisi operasional paling banyak');
  await page.reload();
  await expect(page.getByLabel('Definisi operasional')).toHaveValue(long);
  await page.getByLabel('Definisi operasional').fill('Pendek');
  await expect.poll(() => written(world, id, 'definition')).toEqual(['Pendek']);
});
