import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  person,
  saveLine,
} from '../support/browser';
import { mustTake, signInAs } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ actionTimeout: 30_000, worldOf: 'bimtek' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let sites: { url: string };
let secretariat: Page;
let wall: Page;
const watched: string[][] = [];

/** Everything that can be read on a page, with the size of its letters and whether it is cut off at the edge. */
const visibleTexts = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; size: number; isWithin: boolean }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || parent.closest('script, style, .only-read, next-route-announcer'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height, top, bottom, left, right } = range.getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      const isWithin = top >= 0 && left >= 0 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
      found.push({ text, size: Number.parseFloat(getComputedStyle(parent).fontSize), isWithin });
    }
    return found;
  });

async function newScreen(browser: Browser, key: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, baseURL: sites.url });
  const page = await context.newPage();
  watched.push(collectErrors(page));
  await page.goto('/bimtek/layar');
  await page.getByLabel('Kode layar').fill(key);
  await page.getByRole('button', { name: 'Tampilkan layar' }).click();
  return page;
}

test('the secretariat opens a day: what it is, stage and day proposed, code and picture for phones', async ({
  browser,
  world,
}) => {
  sites = world;
  const opened = await person(browser, 'sekretariat', undefined, { baseURL: world.url });
  secretariat = opened.page;
  watched.push(opened.errors);
  await secretariat.getByRole('link', { name: 'Kelola' }).click();
  await secretariat.getByRole('link', { name: 'Bimtek' }).click();
  await expect(secretariat.getByRole('heading', { level: 1, name: 'Bimtek' })).toBeFocused();
  await expect(secretariat.getByLabel('Tahap')).toHaveValue('p1-tahap-1');
  await expect(secretariat.getByLabel('Hari ke')).toHaveValue('1');
  await expectAccessible(secretariat);

  await secretariat.getByLabel('Hari ke').fill('nol');
  await secretariat.getByRole('button', { name: 'Buka hari Bimtek' }).click();
  await expect(secretariat.getByText('Tulis hari ke berapa')).toBeVisible();
  await secretariat.getByLabel('Hari ke').fill('2');
  await secretariat.getByRole('button', { name: 'Buka hari Bimtek' }).click();
  await expect(secretariat.getByRole('heading', { level: 1, name: 'Bimtek I, hari 2' })).toBeVisible();
  await expect(secretariat.getByRole('img', { name: /^Kode QR ke .+\/gabung\/\w{6}$/ })).toBeVisible();
  await expect(secretariat.getByText('1 orang')).toBeVisible();
});

test('its page holds at every width and to a machine that reads it', async () => {
  for (const width of [320, 360, 768, 1366, 1920]) {
    await secretariat.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(secretariat);
    await expectAccessible(secretariat);
  }
  await secretariat.setViewportSize({ width: 1366, height: 768 });
});

test('a phone scans, sees whose day it is, signs in and stands before its tasks', async ({ browser }) => {
  const address = await secretariat.getByRole('img', { name: /^Kode QR/ }).getAttribute('aria-label');
  const path = /\/gabung\/\w+$/.exec(address ?? '')?.[0] ?? '';
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: sites.url });
  const phone = await context.newPage();
  const seen = collectErrors(phone);
  await phone.goto('/gabung/ZZZZZZ');
  await expect(phone.getByText('Kode ini tidak dikenal')).toBeVisible();
  await expectAccessible(phone);
  await phone.goto(path);
  await expect(phone.getByRole('heading', { level: 1, name: 'Bimtek I, hari 2' })).toBeVisible();
  await expect(phone.getByText('Kabupaten Purbalingga')).toBeVisible();
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone);
  await phone.getByRole('link', { name: 'Masuk ke Rembug' }).click();
  await expect(phone.getByLabel('Kabupaten/Kota')).toHaveValue('33-03');
  await phone.getByLabel('Nama pengguna').fill('dinkes.operator');
  await phone.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await phone.getByRole('button', { name: 'Masuk' }).click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Pekerjaan saya' })).toBeVisible();
  // Whoever is in already goes straight on.
  await phone.goto(path);
  await expect(phone).toHaveURL(/\/pekerjaan$/);
  expect(seen).toEqual([]);
  await context.close();
});

test('a screen of its own opens with a code that works once', async ({ browser }) => {
  await secretariat.getByRole('button', { name: 'Buka layar' }).click();
  const key = (await secretariat.locator('.big-code').textContent()) ?? '';
  await expectAccessible(secretariat);
  wall = await newScreen(browser, key.toLowerCase());
  await expect(wall.getByRole('heading', { level: 1 })).toContainText(/\d+ dari \d+ isian diajukan/);
  await expect(wall.getByText('Bimtek I, hari 2')).toBeVisible();

  const second = await newScreen(browser, key);
  await expect(second.getByText('Kode layar keliru, sudah dipakai')).toBeVisible();
  await expectAccessible(second);
  await second.context().close();
  await secretariat.keyboard.press('Escape');
  await secretariat.goto('/akun');
  await expect(secretariat.getByText('Layar Bimtek, Chrome')).toBeVisible();
  await secretariat.goto('/bimtek');
});

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  test(`on the wall at ${width} × ${height} every letter has 24 px, and nothing is cut off or scrolls`, async () => {
    await wall.setViewportSize({ width, height });
    const pages = new Set<string>();
    const departments = new Set<string>();
    // Every page of the departments once round.
    for (let turn = 0; turn < 8; turn += 1) {
      const texts = await visibleTexts(wall);
      expect(texts.length).toBeGreaterThan(30);
      expect(texts.filter(({ size }) => size < 24)).toEqual([]);
      expect(texts.filter(({ isWithin }) => !isWithin)).toEqual([]);
      const shown = await wall.locator('.wall-departments li:visible .wall-who').allTextContents();
      for (const name of shown) departments.add(name);
      pages.add((await wall.locator('#opd').textContent()) ?? '');
      await wall.keyboard.press('ArrowRight');
    }
    expect(departments.size).toBe(45);
    expect(pages.size).toBeGreaterThan(1);
    expect(pages.size).toBeLessThanOrEqual(6);
    const over = await wall.evaluate(() => [
      document.documentElement.scrollHeight - innerHeight,
      document.documentElement.scrollWidth - innerWidth,
    ]);
    expect(over).toEqual([0, 0]);
    await expectAccessible(wall);
  });
}

test('departments turn by themselves', async () => {
  const before = (await wall.locator('#opd').textContent()) ?? '';
  await expect(wall.locator('#opd')).not.toHaveText(before, { timeout: 15_000 });
});

test('what is saved in another browser stands on the wall within six seconds, a draft without its words', async ({
  browser,
}) => {
  const operator = await person(browser, 'dinkes.operator', undefined, { baseURL: sites.url });
  const draft = operator.page.locator('a[href^="/indikator/"]').first();
  const title = (await draft.textContent()) ?? '';
  await operator.page.goto((await draft.getAttribute('href')) ?? '');
  await operator.page.getByLabel('Sumber data').fill('Catatan rahasia posyandu');
  await expect(saveLine(operator.page)).toContainText('Tersimpan');
  const first = wall.locator('.wall-news li').first();
  await expect(first).toContainText('DINKES menyusun indikator', { timeout: 6_000 });
  await expect(wall.getByText('rahasia')).toHaveCount(0);
  await expect(first.getByText(title)).toHaveCount(0);
  await operator.context.close();

  // A goal is everybody's from its first draft, and told by its name.
  const departmentId = 'dlh';
  const create = { kind: 'goal', parentId: null, dimensionId: 'p1-sn', departmentId };
  const change = { mutationId: randomUUID(), itemId: randomUUID(), version: 0, create };
  const cookie = await signInAs(sites.url, departmentId);
  const fields = { title: 'Lingkungan lestari' };
  await mustTake(sites.url, cookie, 'saveChangesAction', [{ ...change, fields }]);
  await expect(first).toContainText('DLH menambah tujuan', { timeout: 6_000 });
  await expect(first).toContainText('Lingkungan lestari');
});

test('without the network the last picture stays with its time, and comes alive again', async () => {
  await wall.context().setOffline(true);
  await expect(wall.getByRole('status')).toHaveText(/Belum tersambung\. Terakhir diperbarui \d\d\.\d\d/, {
    timeout: 15_000,
  });
  await expect(wall.getByRole('heading', { level: 1 })).toContainText('isian diajukan');
  expect((await visibleTexts(wall)).filter(({ size, isWithin }) => size < 24 || !isWithin)).toEqual([]);
  await wall.context().setOffline(false);
  await expect(wall.getByRole('status')).toHaveText(/Langsung, \d\d\.\d\d/, { timeout: 15_000 });
});

test('a screen is let in nowhere else', async () => {
  const other = await wall.context().newPage();
  for (const path of ['/bimtek', '/rencana', '/pekerjaan', '/kemajuan', '/akun']) {
    await other.goto(path);
    await expect(other).toHaveURL(/\/masuk/);
  }
  await other.close();
});

test('closing the day asks once, names the version, and ends code and screen', async () => {
  await secretariat.getByRole('button', { name: 'Tutup hari ini' }).click();
  await expect(secretariat.getByRole('dialog')).toContainText('dinamai sebagai versi');
  await expectAccessible(secretariat);
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Tutup Bimtek I, hari 2' }).click();
  await expect(secretariat.getByRole('link', { name: 'Bimtek I, hari 2', exact: true })).toBeVisible();
  await expect(secretariat.getByLabel('Hari ke')).toHaveValue('3');
  await expect(wall.getByRole('status')).toContainText('Layar ini berakhir', { timeout: 15_000 });
  await secretariat.getByRole('link', { name: 'Bimtek I, hari 2', exact: true }).click();
  await expect(secretariat.getByRole('heading', { level: 1 })).toContainText('Bimtek I, hari 2');

  await secretariat.goto('/bimtek');
  await secretariat.getByRole('button', { name: 'Buka hari Bimtek' }).click();
  await secretariat.getByRole('button', { name: 'Tutup hari ini' }).click();
  await secretariat.getByRole('dialog').getByRole('button', { name: 'Tutup Bimtek I, hari 3' }).click();
  await secretariat.getByRole('link', { name: /^Bandingkan dengan Bimtek I, hari 2/ }).click();
  await expect(secretariat).toHaveURL(/\/versi\/[^/]+\/banding\/[^/]+$/);
  await expect(secretariat.locator('.comparison-head')).toContainText(
    /Dari .*Bimtek I, hari 2.* ke .*Bimtek I, hari 3/,
  );
  const errors = watched.flat();
  expect(errors.filter(error => !/ERR_INTERNET_DISCONNECTED|status of 401/.test(error))).toEqual([]);
});
