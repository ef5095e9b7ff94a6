import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, saveLine, signIn } from '../support/browser';
import { test } from '../support/own-world';

test.describe.configure({ timeout: 120_000 });
test.use({ serviceWorkers: 'allow', actionTimeout: 20_000 });

test('without network the device shows what waits, keeps no page of anybody, and sends once it is back', async ({
  page,
  context,
  world,
}) => {
  page.on('dialog', dialog => dialog.accept());
  const [item] = await world.sql<{ id: string; title: string }>(
    `SELECT id, title FROM "Item" WHERE "regionId" = '33-03' AND "departmentId" = 'dinkes' AND kind = 'indicator'
     AND status = 'draft' AND "dimensionId" IS NOT NULL ORDER BY code LIMIT 1`,
  );
  await signIn(page, 'dinkes.operator');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto(`/indikator/${item?.id}`);
  await expect(page.getByLabel('Sumber data')).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Sumber data').fill('Dinas Kesehatan, tanpa jaringan');
  await page.getByLabel('Target 2027').fill('12,5');
  await expect(saveLine(page)).toContainText('Belum terkirim (2)');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Belum ada jaringan' })).toBeVisible();
  await expect(page.getByText('Belum terkirim (2), tersimpan di perangkat ini.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: item?.title ?? '' })).toBeVisible();
  await expect(page.getByText('Dinas Kesehatan, tanpa jaringan')).toBeVisible();
  await expect(page.getByText('Target 2027')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  const kept = await page.evaluate(async () => {
    const caches = await window.caches.keys();
    const lists = await Promise.all(caches.map(async name => (await window.caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.sort()).toEqual(['/luring.css', '/luring.html', '/luring.js']);
  await context.setOffline(false);
  await expect(page.getByLabel('Sumber data')).toHaveValue('Dinas Kesehatan, tanpa jaringan');
  await expect(saveLine(page)).toContainText('Tersimpan');
  await page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Tidak ada ketikan yang menunggu di perangkat ini.')).toBeVisible();
});
