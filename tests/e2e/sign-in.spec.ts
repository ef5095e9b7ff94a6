import { expect, test } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import { signIn } from '../support/browser';

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the form signs in, keeps what was typed after a mistake, and signs out', async ({ page }) => {
    await page.goto('/masuk');
    await page.getByLabel('Nama pengguna').fill('dinkes.operator');
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan ini');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await expect(page.getByText('Nama pengguna atau kata sandi belum cocok').first()).toBeVisible();
    await expect(page.getByLabel('Nama pengguna')).toHaveValue('dinkes.operator');
    await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pekerjaan saya');
    await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
    await page.goto('/pekerjaan');
    await expect(page).toHaveURL(/\/masuk\?lanjut=%2Fpekerjaan$/);
  });
});

test('after signing in one is where one wanted to go', async ({ page }) => {
  await page.goto('/rencana?dimensi=sl');
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  await page.getByLabel('Nama pengguna').fill('dewan');
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL(/\/rencana\?dimensi=sl$/);
});

test('the task list says at once how much is done', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, 'dinkes');
  await expect(page.getByText('5 dari 7 selesai')).toBeInViewport();
  await expect(page.getByRole('link', { name: 'Perbaiki sekarang' })).toBeInViewport();
});

test('a password can be pasted and shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/masuk');
  const box = page.getByLabel('Kata sandi', { exact: true });
  await page.evaluate(text => navigator.clipboard.writeText(text), 'tempel saja ini');
  await box.focus();
  await page.keyboard.press('Control+V');
  await expect(box).toHaveValue('tempel saja ini');
  await page.getByRole('button', { name: 'Tampilkan kata sandi' }).click();
  await expect(box).toHaveAttribute('type', 'text');
});

test('one ends a session on another device', async ({ browser }) => {
  const [here, there] = [await browser.newPage(), await browser.newPage()];
  for (const page of [here, there]) await signIn(page, 'bkpsdm');
  await here.goto('/akun');
  await here
    .getByRole('button', { name: /^Akhiri sesi/ })
    .first()
    .click();
  await expect(here.getByRole('button', { name: /^Akhiri sesi/ })).toHaveCount(0);
  await there.goto('/rencana');
  await expect(there).toHaveURL(/\/masuk/);
});
