import { expect, type Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  purbalingga,
  signIn,
} from '../support/browser';
import { test } from '../support/own-world';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const bar = (page: Page) => page.getByRole('region', { name: 'Latihan', exact: true });
const stepOf = (page: Page) => bar(page).getByRole('status');
const isAt = (page: Page, words: string) => expect(stepOf(page)).toContainText(words, { timeout: 15_000 });

/** Follows what the panel offers, and nothing else, to where the next thing is typed or pressed. */
async function follow(page: Page, name: string) {
  await bar(page).getByRole('link', { name }).click();
}
const press = (page: Page, name: string) =>
  bar(page).locator('details').getByRole('button', { name }).click();

/** Types where the panel led to. */
async function type(page: Page, id: string, text: string) {
  await expect(page.locator(`#${id}`)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

async function show(page: Page, name: string) {
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) });
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

test('a newcomer is led from a draft to its approval by following the panel alone', async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ baseURL: world.url, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const errors = collectErrors(page);
  // Help is where a newcomer looks first, signed in or not.
  await page.goto('/bantuan');
  await page.getByRole('link', { name: 'Buka latihan' }).click();
  await page.getByLabel('Kabupaten/Kota').selectOption({ label: purbalingga });
  await page.getByLabel('Nama pengguna').fill('dinrumkim.operator');
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Latihan' })).toBeVisible();
  await expectAccessible(page);
  await show(page, '0-latihan');
  const began = Date.now();
  await page.getByRole('button', { name: 'Mulai latihan' }).click();

  await isAt(page, 'Langkah 1 dari 8: Beri nama');
  await expect(page).toHaveTitle(/^LATIHAN: /);
  await expectAccessible(page);
  await show(page, '1-nama');
  await follow(page, 'Ke nama indikator');
  await type(page, 'isian-title', 'Persentase taman yang dirawat warga');

  await isAt(page, 'Langkah 2 dari 8');
  await follow(page, 'Ke satuan dan arah');
  await type(page, 'isian-unit', '%');
  await expect(bar(page).getByRole('link', { name: 'Ke satuan dan arah' })).toHaveAttribute(
    'href',
    /direction$/,
    {
      timeout: 15_000,
    },
  );
  await follow(page, 'Ke satuan dan arah');
  await expect(page.locator('#isian-direction input').first()).toBeFocused();
  await page.keyboard.press('Space');

  await isAt(page, 'Langkah 3 dari 8');
  // Another day, another device: whatever was reached is still reached.
  await page.reload();
  await isAt(page, 'Langkah 3 dari 8');
  await follow(page, 'Ke kondisi awal');
  await type(page, 'isian-baseline', '40');
  await isAt(page, 'Langkah 4 dari 8');
  for (const value of ['45', '50', '55']) {
    const href = await bar(page).getByRole('link', { name: 'Ke target tahunan' }).getAttribute('href');
    await follow(page, 'Ke target tahunan');
    await type(page, href?.split('#')[1] ?? '', value);
    await expect(bar(page).locator(`a[href="${href}"]`)).toHaveCount(0, { timeout: 15_000 });
  }
  await isAt(page, 'Langkah 5 dari 8: Ajukan');
  await follow(page, 'Ke tombol Ajukan');
  await expect(page.locator('#langkah-submit')).toBeFocused();
  await show(page, '5-ajukan');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan indikator' }).click();

  await isAt(page, 'Langkah 6 dari 8: Kembalikan');
  await press(page, 'Ganti peran: koordinator');
  await expect(page).toHaveURL(/\/tinjau\/[\w-]+#catatan$/);
  await expectAccessible(page);
  await show(page, '6-kembalikan');
  await follow(page, 'Ke catatan');
  await type(page, 'catatan', 'Sebutkan sumber datanya.');
  await page.getByRole('button', { name: 'Kembalikan indikator' }).click();

  await isAt(page, 'Langkah 7 dari 8');
  await press(page, 'Ganti peran: OPD');
  await expect(page.getByText('Sebutkan sumber datanya.').first()).toBeVisible();
  await follow(page, 'Ke isian itu');
  await type(page, 'isian-source', 'Dinas, setiap bulan');
  await follow(page, 'Ke tombol Ajukan');
  await expect(page.locator('#langkah-submit')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan indikator' }).click();

  await isAt(page, 'Langkah 8 dari 8: Setujui');
  await press(page, 'Ganti peran: koordinator');
  await follow(page, 'Ke tombol Setujui');
  await expect(page.locator('#langkah-approve')).toBeFocused();
  await show(page, '8-setujui');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Setujui/ })
    .click();

  await isAt(page, 'Selesai dalam');
  const minutes = (Date.now() - began) / 60_000;
  test.info().annotations.push({ type: 'minutes from draft to approval', description: minutes.toFixed(2) });
  expect(minutes).toBeLessThan(10);
  await expectAccessible(page);
  await follow(page, 'Apa yang sudah dipelajari');
  await expect(page.getByRole('heading', { name: 'Yang sudah Anda pelajari' })).toBeVisible();
  await expectAccessible(page);
  await show(page, '9-selesai');

  // On paper, too, every page says what it is.
  await page.goto('/rencana');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('bukan rencana sesungguhnya', { exact: false }).first()).toBeVisible();
  await expect(page.locator('.practice-mark')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('10-cetak.png') });
  await page.emulateMedia({ media: null });
  await show(page, '11-rencana');
  await bar(page).getByRole('button', { name: 'Akhiri latihan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pekerjaan saya' })).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await expect(page).toHaveTitle(/^Pekerjaan saya/);
  expect(errors).toEqual([]);
});

test('the panel is folded away and stays so; what is typed at work in another tab waits for the way back', async ({
  browser,
  world,
}) => {
  const context = await browser.newContext({ baseURL: world.url });
  const work = await context.newPage();
  await signIn(work, 'dinkes.operator');
  await work.locator('a[href^="/indikator/"]').first().click();
  await expect(work.locator('#isian-source')).toBeVisible();
  const page = await context.newPage();
  await page.goto('/latihan');
  await page.getByRole('button', { name: 'Mulai latihan' }).click();
  await isAt(page, 'Langkah 1 dari 8');
  await bar(page).locator('summary').click();
  await expect(bar(page).getByRole('link', { name: 'Ke nama indikator' })).toBeHidden();
  await page.goto('/rencana');
  await expect(bar(page).getByRole('link', { name: 'Ke nama indikator' })).toBeHidden();

  await work.locator('#isian-source').fill('Ditulis di tab yang bekerja');
  await work.keyboard.press('Tab');
  await expect(work.getByText('berganti antara latihan').first()).toBeVisible({ timeout: 15_000 });
  await bar(page).getByRole('button', { name: 'Akhiri latihan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pekerjaan saya' })).toBeVisible();
  await work.reload();
  await expect(work.locator('#isian-source')).toHaveValue('Ditulis di tab yang bekerja', { timeout: 15_000 });
  await expect(work.locator('.page-head p.save')).toContainText('Tersimpan', { timeout: 15_000 });
});

test('the secretariat sees how far others are and begins anew for all; whoever is inside is told', async ({
  browser,
  world,
}) => {
  const inside = await (await browser.newContext({ baseURL: world.url })).newPage();
  await signIn(inside, 'dinpertan.operator');
  await inside.goto('/latihan');
  await inside.getByRole('button', { name: 'Mulai latihan' }).click();
  await isAt(inside, 'Langkah 1 dari 8');
  const keeper = await (await browser.newContext({ baseURL: world.url })).newPage();
  await signIn(keeper, 'sekretariat');
  await keeper.goto('/latihan');
  await expect(keeper.getByText(/1 dari \d+ orang sudah selesai/)).toBeVisible();
  await expectAccessible(keeper);
  await show(keeper, '12-sekretariat');
  await keeper.getByText('Mulai ulang latihan untuk semua orang').click();
  await keeper.getByRole('button', { name: 'Mulai ulang untuk semua orang' }).click();
  await expect(keeper.getByText('Latihan dimulai ulang.')).toBeVisible();
  await isAt(inside, 'Mulai isian baru');
  await expect(bar(inside)).toContainText('(Sekretariat) memulai latihan dari awal');
  await press(inside, 'Mulai lagi');
  await isAt(inside, 'Langkah 1 dari 8: Beri nama');
});
