import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { collectErrors, expectAccessible, expectNoSidewaysScroll, signIn } from '../support/browser';
import { mustTake, signInAs, startWorld, type World } from '../support/endpoints/world';
import { ask } from '../support/http';

// A program of its own: what is changed here disturbs nobody.
let world: World;

test.describe.configure({ timeout: 120_000 });
test.beforeAll(async () => {
  world = await startWorld();
});
test.afterAll(() => world?.close());

async function reader(
  browser: Browser,
  username: string,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context = await browser.newContext({ baseURL: world.url, ...options });
  const page = await context.newPage();
  const errors = collectErrors(page);
  await signIn(page, username);
  return { page, errors };
}

/** An indicator with this code, and the cookie of an operator of its department. */
async function indicator(code: string) {
  const [row] = await world.sql<{ id: string; version: number; departmentId: string }>(
    `SELECT id, version, "departmentId" FROM "Item" WHERE "regionId" = '33-03' AND code = $1`,
    [code],
  );
  if (!row) throw new Error(`no ${code}`);
  return { ...row, cookie: await signInAs(world.url, `${row.departmentId}.operator`) };
}

const change = (itemId: string, version: number, rest: object) => [
  { mutationId: randomUUID(), itemId, version, fields: {}, ...rest },
];
const cell = (low: string) => ({ low, high: null, text: null, skipReason: null, illustrative: false });

/** The page asks every fifteen seconds; coming back on line makes it ask at once. */
const askNow = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

/** Layout shifts from here on, as the browser scores them. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const seen = window as unknown as { shifts: number };
    seen.shifts = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number }).shifts);

test('a change reaches an open page in its place, and moves nothing', async ({ browser }) => {
  // A draft that the council may not read, one of the two that the reader is shown.
  const [draft] = await world.sql<{ code: string }>(
    `SELECT code FROM "Item" WHERE "regionId" = '33-03' AND kind = 'indicator' AND status = 'draft' AND "dimensionId" IS NOT NULL ORDER BY code LIMIT 1`,
  );
  const { id, version, cookie } = await indicator(draft?.code ?? '');
  const { page, errors } = await reader(browser, 'sekretariat', { viewport: { width: 1366, height: 900 } });
  await page.goto('/rencana');
  const row = page.locator(`tr[data-id="${id}"]`);
  await row.getByRole('link').focus();
  await row.scrollIntoViewIfNeeded();
  await watchShifts(page);
  const asked = page.waitForResponse(/\/rencana\/tabel/);
  const taken = await mustTake(
    world.url,
    cookie,
    'saveChangesAction',
    change(id, version, { fields: { 'milestones.2026': cell('123456.75') } }),
  );
  await askNow(page);
  await expect(row).toContainText('123.456,75');
  expect((await (await asked).body()).length).toBeLessThan(3_000);
  await expect(row.getByRole('link')).toBeFocused();
  expect(await shifts(page)).toBeLessThanOrEqual(0.02);
  await expect(page.locator('.live-line').getByRole('status')).toHaveText(/Diperbarui \d\d[.:]\d\d/);
  const same = page.waitForResponse(/\/rencana\/tabel/);
  await askNow(page);
  expect((await same).status()).toBe(304);
  // Put away: the table has a new shape, which waits until the reader asks for it.
  await mustTake(world.url, cookie, 'saveChangesAction', change(id, taken, { isArchived: true }));
  await watchShifts(page);
  await askNow(page);
  const show = page.getByRole('button', { name: 'Tampilkan isian yang baru atau berpindah' });
  await expect(show).toBeVisible();
  await expect(row).toBeVisible();
  expect(await shifts(page)).toBeLessThanOrEqual(0.02);
  await show.click();
  await expect(row).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a reader whose network or session went away is told, and keeps what stands there', async ({
  browser,
}) => {
  const { page } = await reader(browser, 'dewan');
  await page.goto('/rencana');
  const line = page.locator('.live-line').getByRole('status');
  await page.context().setOffline(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(line).toHaveText(/Belum tersambung. Yang tampak keadaan pukul \d\d/, { timeout: 20_000 });
  await expect(page.locator('.matrix')).toContainText('Indeks SPBE');
  await page.context().setOffline(false);
  await expect(line).toHaveText(/Tersambung lagi/);
  await page.context().clearCookies();
  await askNow(page);
  await expect(line).toHaveText(/Sesi Anda berakhir/);
  await expect(page.locator('.matrix')).toContainText('Indeks SPBE');
});

test('filters stand in the address and are told again by the form; what is found keeps what it hangs under', async ({
  browser,
}) => {
  const { page, errors } = await reader(browser, 'sekretariat', { viewport: { width: 1366, height: 900 } });
  await page.goto('/rencana');
  await page.getByRole('combobox', { name: 'OPD', exact: true }).selectOption('DINKES');
  await page.getByRole('combobox', { name: 'Dimensi', exact: true }).selectOption('sl');
  await page.getByRole('button', { name: 'Saring' }).click();
  await expect(page).toHaveURL(/dimensi=sl/);
  await expect(page).toHaveURL(/opd=DINKES/);
  const rows = page.locator('.matrix tr[data-id]:not(.aim)');
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  for (const text of await rows.locator('.meta').allTextContents())
    if (text.includes('·')) expect(text).toContain('DINKES');
  await page
    .locator('.counts')
    .getByRole('link', { name: /Disetujui/ })
    .click();
  await expect(page).toHaveURL(/status=disetujui/);
  await expect(page.getByRole('combobox', { name: 'OPD', exact: true })).toHaveValue('DINKES');
  await page.getByLabel('Cari').fill('tidak ada yang begini');
  await page.getByRole('button', { name: 'Saring' }).click();
  await expect(page.getByText('Belum ada isian yang cocok')).toBeVisible();
  await page.getByRole('link', { name: 'Hapus saringan' }).click();
  await expect(page).toHaveURL(/\/rencana$/);
  expect(errors).toEqual([]);
});

test('on a phone one year at a time, chosen by a tap and kept in the address', async ({ browser }) => {
  const viewport = { width: 360, height: 740 };
  const { page, errors } = await reader(browser, 'dewan', { viewport, hasTouch: true });
  await page.goto('/rencana');
  await expectNoSidewaysScroll(page);
  const heads = page.locator('.matrix thead th:visible');
  const shown = async () => (await heads.allTextContents()).slice(1, -1);
  const [first, second] = [await shown(), page.locator('.year-choice label').nth(2)];
  expect(first).toHaveLength(1);
  await second.click();
  await expect.poll(shown).toEqual([await second.textContent()]);
  await expect(page).toHaveURL(new RegExp(`tahun=${await second.textContent()}`));
  await page.reload();
  expect(await shown()).toEqual([await second.textContent()]);
  await page.getByText('Saringan lain').click();
  await expect(page.getByRole('combobox', { name: 'Subdimensi', exact: true })).toBeVisible();
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('head and first column stay in view, and paper has all years, the heads again, date and DRAF', async ({
  browser,
}) => {
  const { page } = await reader(browser, 'dewan', { viewport: { width: 900, height: 700 } });
  await page.goto('/rencana?tampilan=rapat');
  const box = page.locator('.matrix-box');
  await box.evaluate(element => element.scrollTo(300, 900));
  const places = await box.evaluate(element => {
    const [frame, head, first] = [
      element,
      element.querySelector('thead th:nth-child(3)'),
      element.querySelector('thead th'),
    ];
    return [frame, head, first].map(one => one?.getBoundingClientRect());
  });
  expect(Math.abs((places[1]?.top ?? 0) - (places[0]?.top ?? 0))).toBeLessThan(3);
  expect(Math.abs((places[2]?.left ?? 0) - (places[0]?.left ?? 0))).toBeLessThan(3);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-head')).toContainText(/DRAF, revisi \d+\. Dicetak .+ oleh Anggota Dewan/);
  await expect(page.locator('.draft-mark')).toBeVisible();
  expect(await page.locator('.matrix thead').evaluate(head => getComputedStyle(head).display)).toBe(
    'table-header-group',
  );
  expect(await page.locator('.matrix thead th:visible').count()).toBe(10);
  await expect(page.getByRole('navigation').first()).toBeHidden();
});

test('the secretariat names a version; what changed since is told, marked, taken away and taken back', async ({
  browser,
}) => {
  const { page, errors } = await reader(browser, 'sekretariat');
  await page.goto('/rencana');
  await page.getByRole('link', { name: 'Versi' }).click();
  await page.getByRole('button', { name: 'Simpan versi' }).click();
  await expect(page.getByText('Tulis nama versi')).toBeVisible();
  await page.getByLabel('Beri nama keadaan sekarang').fill('Bimtek I, hari 1');
  await page.getByRole('button', { name: 'Simpan versi' }).click();
  await expect(page.getByRole('link', { name: 'Bimtek I, hari 1', exact: true })).toBeVisible();
  const [own] = await world.sql<{ code: string; title: string }>(
    `SELECT code, title FROM "Item" WHERE "regionId" = '33-03' AND kind = 'indicator' AND status = 'returned' ORDER BY code LIMIT 1`,
  );
  const { id, version, cookie, departmentId } = await indicator(own?.code ?? '');
  await mustTake(
    world.url,
    cookie,
    'saveChangesAction',
    change(id, version, { fields: { 'milestones.2027': cell('87.5') } }),
  );

  await page.getByRole('link', { name: /Apa yang berubah sejak itu/ }).click();
  await expect(page.getByText('0 baru, 0 tidak ada lagi, 1 berubah.')).toBeVisible();
  await expect(page.locator('.differences')).toContainText('87,5');
  await expectAccessible(page);
  const session = (await page.context().cookies()).map(one => `${one.name}=${one.value}`).join('; ');
  const file = await ask(`${page.url()}/unduh.csv`, { cookie: session });
  expect(file.text).toContain('87,5');

  await page.goto('/rencana');
  await page
    .getByRole('combobox', { name: 'Tandai perubahan sejak' })
    .selectOption({ label: 'Bimtek I, hari 1' });
  await page.getByRole('button', { name: 'Saring' }).click();
  await expect(page.locator(`tr[data-id="${id}"]`)).toContainText('dulu');
  await expect(page.locator(`tr[data-id="${id}"] .change-mark`)).toHaveText('berubah');
  await expect(page.locator('.matrix .change-mark')).toHaveCount(1);
  expect(errors).toEqual([]);

  const owner = await reader(browser, departmentId);
  await owner.page.goto('/versi');
  await expect(owner.page.getByLabel('Beri nama keadaan sekarang')).toHaveCount(0);
  await owner.page.getByRole('link', { name: /Apa yang berubah sejak itu/ }).click();
  await owner.page.getByRole('button', { name: /Pakai lagi isi versi/ }).click();
  await expect(owner.page.getByText('Tidak ada yang berbeda dari yang dapat Anda baca.')).toBeVisible();
  expect(owner.errors).toEqual([]);
});

test('every format comes as a file and stays in Unduhan', async ({ browser }) => {
  const { page, errors } = await reader(browser, 'dewan');
  await page.goto('/rencana?dimensi=sl');
  for (const [name, start] of [
    ['Excel', 'PK'],
    ['PDF', '%PDF'],
    ['Word', 'PK'],
    ['CSV', '\ufeff'],
  ] as const) {
    await page.locator('.take-out summary', { hasText: 'Unduh' }).click();
    const download = page.waitForEvent('download');
    const waits = page.waitForURL('**/unduhan').catch(() => null);
    await page.locator('.take-out').getByRole('link', { name, exact: true }).click();
    // What takes longer than two seconds waits there instead.
    const file = await Promise.race([download, waits.then(() => null)]);
    if (file) {
      const chunks: Buffer[] = [];
      for await (const chunk of (await file.createReadStream()) as AsyncIterable<Buffer>) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString().startsWith(start)).toBe(true);
    }
    await page.goto('/rencana?dimensi=sl');
  }
  await page.goto('/unduhan');
  await expect(page.getByRole('link', { name: /Unduh/ })).toHaveCount(4, { timeout: 30_000 });
  await expect(page.locator('.downloads')).toContainText('Smart Living');
  await expectAccessible(page);
  expect(errors).toEqual([]);
});
