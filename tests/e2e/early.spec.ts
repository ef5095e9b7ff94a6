import { expect, test } from '@playwright/test';
import { person, saveLine } from '../support/browser';

test('what is typed, chosen and pressed before the page is awake counts', async ({ browser }) => {
  const { page, errors } = await person(browser, 'dinkes.operator');
  const draft = page.locator('li.work', { hasText: 'Draf' }).locator('a[href^="/indikator/"]').first();
  const address = (await draft.getAttribute('href')) ?? '';
  let wake = () => {};
  const awake = new Promise<void>(resolve => {
    wake = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async route => {
    await awake;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  const source = page.getByLabel('Sumber data', { exact: true });
  await source.fill('Catatan sebelum halaman siap');
  await page.getByLabel('Seri data', { exact: true }).fill('Seri awal');
  await page.getByRole('radio', { name: 'Setiap triwulan' }).check();
  await page.getByRole('button', { name: 'Ajukan indikator' }).click();
  wake();
  await expect(page.getByRole('alert', { name: /^Ada/ }).or(page.getByRole('dialog'))).toBeVisible();
  await expect(saveLine(page)).toHaveText(/^Tersimpan \d\d\.\d\d$/);
  const isAwake = () => Object.keys(document.body).some(key => key.startsWith('__reactProps'));
  expect(await page.evaluate(isAwake)).toBe(true);
  await page.unrouteAll();
  await page.reload();
  await expect(source).toHaveValue('Catatan sebelum halaman siap');
  await expect(page.getByLabel('Seri data', { exact: true })).toHaveValue('Seri awal');
  await expect(page.getByRole('radio', { name: 'Setiap triwulan' })).toBeChecked();
  expect(errors).toEqual([]);
});
