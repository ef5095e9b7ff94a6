import { expect, type Page } from '@playwright/test';
import { collectErrors, expectAccessible, expectNoSidewaysScroll, signIn } from '../support/browser';
import { test } from '../support/own-world';

const tree = (page: Page) => page.locator('#pohon');
const limb = (page: Page, name: string) => tree(page).getByRole('region', { name });
/** What the cursor stands on, by its words. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

async function openFirst(page: Page, from: string, name: string) {
  await page.goto(from);
  // An own one says so before its name.
  const link = new RegExp(`^(Milik Anda\\. )?${name.replace(/[()]/g, '\\$&')}`);
  await page.getByRole('link', { name: link }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

for (const width of [360, 1280]) {
  test(`at ${width} px tree, dimension and item are accessible and do not scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 720 });
    await signIn(page, 'dewan');
    const errors = collectErrors(page);
    for (const address of ['/rencana/pohon', '/rencana/pohon?dimensi=sl', '/rencana/dimensi/sl']) {
      await page.goto(address);
      await expect(page.locator('h1')).toHaveCount(1);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    for (const name of ['Umur Harapan Hidup', 'Indeks SPBE']) {
      await openFirst(page, '/rencana', name);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
  });
}

test('the tree folds and unfolds, as a whole and by branch', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana/pohon');
  const leaf = tree(page).getByRole('link', { name: 'Umur Harapan Hidup', exact: true });
  const target = tree(page).getByRole('link', { name: 'Buka Meningkatnya derajat kesehatan' });
  await expect(target).toBeVisible();
  await expect(leaf).toBeHidden();
  await page.getByRole('button', { name: 'Buka semua' }).click();
  await expect(leaf).toBeVisible();
  await page.getByRole('button', { name: 'Lipat semua' }).click();
  await expect(target).toBeHidden();
  await limb(page, 'Smart Living')
    .locator('summary')
    .first()
    .click({ position: { x: 8, y: 20 } });
  await expect(
    tree(page).locator('b', { hasText: 'Meningkatnya kualitas hidup yang layak dan sehat' }),
  ).toBeVisible();
});

test('the tree is walked by arrow keys', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana/pohon?dimensi=sl');
  const [dimension, goal, target, leaf] = [
    'Smart Living',
    'Meningkatnya kualitas hidup yang layak dan sehat',
    'Meningkatnya derajat kesehatan',
    'Umur Harapan Hidup',
  ];
  await tree(page).locator('summary').first().focus();
  const after = async (key: string) => {
    await page.keyboard.press(key);
    return focused(page);
  };
  expect(await after('ArrowDown')).toContain(goal);
  expect(await after('ArrowDown')).toContain(target);
  expect(await after('ArrowRight')).toBe(leaf);
  expect(await after('ArrowLeft')).toContain(target);
  expect(await after('ArrowLeft')).toContain(target);
  await expect(tree(page).getByRole('link', { name: leaf })).toBeHidden();
  expect(await after('ArrowDown')).toContain('Meningkatnya akses layanan kesehatan digital');
  expect(await after('ArrowUp')).toContain(target);
  expect(await after('ArrowRight')).toContain(target);
  await expect(tree(page).getByRole('link', { name: leaf })).toBeVisible();
  expect(await after('End')).toBe('Persentase jalan kabupaten kondisi mantap');
  expect(await after('Home')).toContain(dimension);
  await page.keyboard.press('Enter');
  await expect(tree(page).locator('b', { hasText: goal })).toBeHidden();
});

test('one dimension of the tree is chosen in the address', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana/pohon');
  await page.getByLabel('Dimensi').selectOption('sl');
  await page.getByRole('button', { name: 'Saring' }).click();
  await expect(page).toHaveURL(/\/rencana\/pohon\?dimensi=sl$/);
  await expect(tree(page).getByRole('region')).toHaveCount(1);
  await expect(tree(page).getByRole('link', { name: 'Umur Harapan Hidup', exact: true })).toBeVisible();
});

test('paper shows the whole tree, and no navigation', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana/pohon');
  await page.getByRole('button', { name: 'Lipat semua' }).click();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(tree(page).getByRole('link', { name: 'Umur Harapan Hidup', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Buka semua' })).toBeHidden();
  await expect(page.locator('.draft-mark')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(tree(page).getByRole('link', { name: 'Umur Harapan Hidup', exact: true })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('paper still shows the whole tree', async ({ page }) => {
    await page.goto('/masuk');
    await page.getByLabel('Kabupaten/Kota').selectOption({ label: 'Kabupaten Purbalingga' });
    await page.getByLabel('Nama pengguna').fill('dewan');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rembug-contoh-2024');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.goto('/rencana/pohon');
    await page.emulateMedia({ media: 'print' });
    await expect(tree(page).getByText('Umur Harapan Hidup', { exact: true })).toBeVisible();
  });
});

test('a dimension says on one page how far it is, what it promises and what is open', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana/dimensi/sl');
  await expect(page.getByRole('heading', { level: 1, name: 'Smart Living' })).toBeVisible();
  await expect(page.getByText('Koordinator: Dinas Kesehatan (DINKES)')).toBeVisible();
  await expect(page.getByText(/^\d+ dari 7 indikator sudah disetujui\.$/)).toBeVisible();
  const row = page.getByRole('row', { name: /Umur Harapan Hidup/ });
  await expect(row).toContainText('74,1 2024');
  await expect(row).toContainText('76,0 2034');
  const side = page.getByRole('complementary', { name: 'Cakupan dan yang masih terbuka' });
  await expect(side.getByText('Prasarana Kesehatan')).toBeVisible();
  await expect(side.getByRole('heading', { name: /Menunggu keputusan/ })).toBeVisible();
  // A colleague's draft is counted, never named.
  await expect(page.getByText('Prevalensi stunting')).toHaveCount(0);
  await page.getByRole('link', { name: 'Lihat di tabel rencana' }).click();
  await expect(page).toHaveURL(/\/rencana\?dimensi=sl$/);
  expect((await page.goto('/rencana/dimensi/tidak-ada'))?.status()).toBe(404);
});

test('an item tells readers its promise, its way to approval and its place', async ({ page }) => {
  await signIn(page, 'dewan');
  await openFirst(page, '/rencana?dimensi=sl', 'Umur Harapan Hidup');
  await expect(
    page.getByText(
      'Umur Harapan Hidup diharapkan naik dari 74,1 tahun (2024) menjadi 75,1 tahun pada 2029, lalu 76,0 tahun pada 2034.',
    ),
  ).toBeVisible();
  const figure = page.getByRole('figure');
  await expect(figure).toContainText('2024 74,1');
  await expect(figure).toContainText('2034 76,0');
  const trail = page.getByRole('region', { name: 'Jejak persetujuan' });
  await expect(trail.getByRole('listitem')).toContainText([/^Mengajukan/, /^Menyetujui/]);
  const place = page.getByRole('region', { name: 'Letak dalam rencana' });
  await expect(place.getByRole('link', { name: 'Meningkatnya derajat kesehatan' })).toBeVisible();
  await place.getByRole('link', { name: 'Meningkatnya kualitas hidup yang layak dan sehat' }).click();
  await expect(page.getByText('Tujuan ini dicapai lewat 4 sasaran dan 7 indikator.')).toBeVisible();
  await page
    .getByRole('region', { name: 'Letak dalam rencana' })
    .getByRole('link', { name: 'Smart Living' })
    .click();
  await expect(page).toHaveURL(/\/rencana\/dimensi\/sl$/);
});

test('whoever edits an item finds the form as before', async ({ page }) => {
  await signIn(page, 'dinkes');
  await openFirst(page, '/perencanaan/sl', 'Prevalensi stunting (e-PPGBM)');
  await expect(page.getByRole('heading', { name: 'Jejak persetujuan' })).toHaveCount(0);
});
