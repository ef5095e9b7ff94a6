import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, saveLine, signIn } from '../support/browser';
import type { World } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.describe.configure({ timeout: 120_000 });
test.use({ worldOf: 'grid', actionTimeout: 15_000, permissions: ['clipboard-read', 'clipboard-write'] });

const cellOf = (page: Page, row: string, column: string) =>
  page.getByRole('row', { name: row }).locator(`[data-label="${column}"]`);
const saved = (page: Page) => expect(saveLine(page)).toContainText(/^Tersimpan \d\d\.\d\d$/);

async function openGrid(page: Page, username: string): Promise<void> {
  await signIn(page, username);
  await page.goto('/isian-cepat');
  await expect(page.getByRole('grid')).toBeVisible();
}

/** What the plan says of a field by now. */
async function low(world: World, title: string, year: number): Promise<string | null> {
  const [row] = await world.sql<{ low: string | null }>(
    `SELECT m.low::float8::text AS low FROM "Milestone" m JOIN "Item" i ON i.id = m."indicatorId"
     WHERE i."regionId" = '33-03' AND i.title = $1 AND m.year = $2`,
    [title, year],
  );
  return row?.low ?? null;
}

const stunting = 'Prevalensi stunting (e-PPGBM)';

test('typed by keyboard alone: arrows, Enter, Tab, Esc, F2, undo, all saved', async ({ page, world }) => {
  await openGrid(page, 'dinkes.operator');
  await cellOf(page, stunting, '2026').click();
  await page.keyboard.type('10,1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9,7');
  await page.keyboard.press('ArrowRight');
  await expect(cellOf(page, stunting, '2028')).toBeFocused();
  await saved(page);
  expect(await low(world, stunting, 2026)).toBe('10.1');
  expect(await low(world, stunting, 2027)).toBe('9.7');

  await page.keyboard.press('F2');
  await page.keyboard.type('55');
  await page.keyboard.press('Escape');
  await expect(cellOf(page, stunting, '2028')).toHaveText(/^9,40/);
  await page.keyboard.press('Delete');
  await saved(page);
  expect(await low(world, stunting, 2028)).toBeNull();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'diurungkan' })).toBeVisible();
  await saved(page);
  expect(await low(world, stunting, 2028)).toBe('9.4');

  // Out of the table by keyboard too.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Tambah baris')).toBeFocused();
});

test('a text that is no value yet is kept, marked and told; what is doubtful is chosen', async ({
  page,
  world,
}) => {
  await openGrid(page, 'dinkes.operator');
  const cell = cellOf(page, stunting, '2029');
  await cell.click();
  await page.keyboard.type('9 persenan');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toContainText('Belum tersimpan');
  await expect(saveLine(page)).toContainText('Belum tersimpan: Target 2029');
  await page.reload();
  await expect(cell).toContainText('9 persenan');
  await cell.click();
  await page.keyboard.type('1.234');
  await page.keyboard.press('Enter');
  await cell.click();
  await page.getByRole('button', { name: '1,234', exact: true }).click();
  await saved(page);
  expect(await low(world, stunting, 2029)).toBe('1.234');
});

test('fourteen pasted rows with two faults: nothing is written before confirming, one undo takes all back', async ({
  page,
  world,
}) => {
  await openGrid(page, 'dlh.operator');
  const before = await world.sql(`SELECT id FROM "Item" WHERE "regionId" = '33-03'`, []);
  const rows = Array.from({ length: 14 }, (_, index) => {
    const value = index === 3 ? 'sekitar 5' : index === 8 ? '12 juta' : `${index + 1},5`;
    return `Indikator tempelan ${index + 1}\t%\tNaik baik\tTahunan\tAngka\t2024\t${value}\t20\t30`;
  });
  await page.getByRole('button', { name: 'Tempel dari Excel' }).click();
  await page.getByLabel('Jadikan indikator baru').check();
  await page.evaluate(copied => navigator.clipboard.writeText(copied), `${rows.join('\r\n')}\r\n`);
  await page.getByLabel('Sel yang disalin').press('Control+v');
  const offer = page.locator('.offer');
  await expect(offer.getByRole('heading')).toHaveText('Tempelan: 12 dari 14 baris siap');
  await expect(offer).toContainText('2 ditolak');
  expect(await world.sql(`SELECT id FROM "Item" WHERE "regionId" = '33-03'`, [])).toEqual(before);
  await expectAccessible(page);
  await offer.getByRole('button', { name: /^Simpan \d+ sel$/ }).click();
  await expect(page.getByRole('row', { name: 'Indikator tempelan 14' })).toBeVisible();
  await expect(offer).toContainText('0 sel siap');
  await offer.getByRole('button', { name: 'Tutup' }).click();
  const made = () =>
    world.sql(
      `SELECT id FROM "Item" WHERE "regionId" = '33-03' AND title LIKE 'Indikator tempelan %' AND "archivedAt" IS NULL`,
      [],
    );
  expect(await made()).toHaveLength(14);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(made).toHaveLength(0);
  await expect(page.getByRole('row', { name: 'Indikator tempelan 14' })).toHaveCount(0);
});

test('fill, copy, last year and a straight line', async ({ page, world }) => {
  const [draft] = await world.sql<{ departmentId: string }>(
    `SELECT "departmentId" FROM "Item" WHERE "regionId" = '33-03' AND kind = 'indicator' AND status = 'draft'
     AND "departmentId" <> 'dinkes' AND "dimensionId" IS NOT NULL ORDER BY code`,
    [],
  );
  await openGrid(page, `${draft?.departmentId}.operator`);
  const first = page.locator('tr[data-y]:not(.is-barred)').first();
  const name = (await first.locator('[data-x="0"] .cell-text').textContent()) ?? '';
  const year = (label: string) => cellOf(page, name, label);
  await year('2025').click();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  for (const label of ['2026', '2027', '2028']) {
    await year(label).click();
    await page.keyboard.press('Delete');
  }
  await year('2025').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+r');
  await saved(page);
  expect(await low(world, name, 2027)).toBe('40');
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('40\t40\t40');
  // What is filled is what was typed, however soon after it.
  await year('2025').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.evaluate(() => {
    const press = (key: string, init: KeyboardEventInit = {}) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
      );
    press('Delete');
    press('ArrowRight', { shiftKey: true });
    press('r', { ctrlKey: true });
  });
  await saved(page);
  expect(await low(world, name, 2026)).toBeNull();
  await year('2027').click();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await year('2028').click();
  await page.getByRole('button', { name: 'Salin tahun sebelumnya' }).click();
  await saved(page);
  expect(await low(world, name, 2028)).toBe('40');

  for (const label of ['2025', '2026', '2027', '2028', '2034']) {
    await year(label).click();
    await page.keyboard.press('Delete');
  }
  await year('Kondisi awal').click();
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await year('2029').click();
  await page.keyboard.type('70');
  await page.keyboard.press('Enter');
  await year('2029').click();
  await page.getByRole('button', { name: 'Lurus ke tahun akhir' }).click();
  const offer = page.locator('.offer');
  await expect(offer.getByRole('heading')).toContainText('Garis lurus');
  await expect(year('2026')).toContainText('Usulan: 40');
  await saved(page);
  expect(await low(world, name, 2026)).toBeNull();
  await offer.getByRole('button', { name: /^Simpan/ }).click();
  await saved(page);
  expect(await low(world, name, 2026)).toBe('40');
});

test('what another saves takes its place in the row; both values are shown when both wrote', async ({
  page,
  browser,
  world,
}) => {
  await openGrid(page, 'dinkes.operator');
  const other = await (await browser.newContext({ baseURL: world.url })).newPage();
  await openGrid(other, 'dinkes');
  await cellOf(other, stunting, '2025').click();
  await other.keyboard.type('10,66');
  await other.keyboard.press('Enter');
  await saved(other);
  await expect(cellOf(page, stunting, '2025')).toContainText('10,66');

  // Both type in the same cell; the one who is slower chooses.
  await cellOf(page, stunting, '2034').click();
  await page.keyboard.type('6');
  await cellOf(other, stunting, '2034').click();
  await other.keyboard.type('7');
  await other.keyboard.press('Enter');
  await saved(other);
  await page.keyboard.type(',4');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, stunting, '2034')).toContainText('Bentrok');
  await cellOf(page, stunting, '2034').click();
  await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
  await expect(cellOf(page, stunting, '2034')).toContainText('7');
  await other.context().close();
});

for (const width of [320, 360, 1366]) {
  test(`at ${width} px it is accessible and does not scroll sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openGrid(page, 'dinkes.operator');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.goto('/isian-cepat?kolom=semua');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test('on a phone one tap types, one line a year', async ({ browser, world }) => {
  const context = await browser.newContext({
    ...{ baseURL: world.url, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await openGrid(page, 'dinkes.operator');
  const cell = cellOf(page, stunting, '2026');
  await cell.tap();
  await expect(cell.getByRole('textbox')).toBeFocused();
  await cell.getByRole('textbox').fill('10,3');
  await page.keyboard.press('Enter');
  await saved(page);
  const [a, b] = [await cell.boundingBox(), await cellOf(page, stunting, '2027').boundingBox()];
  expect(b?.y).toBeGreaterThanOrEqual((a?.y ?? 0) + 44);
  expect(b?.x).toBe(a?.x);
  await context.close();
});
