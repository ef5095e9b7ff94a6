import { expect, type Page, test } from '@playwright/test';
import { collectErrors, expectAccessible, expectNoSidewaysScroll, person, signIn } from '../support/browser';

const boardOf = (page: Page, name: RegExp) => page.getByRole('table', { name });

test('the secretariat sees every department and opens what one of them has in a dimension', async ({
  page,
}) => {
  await signIn(page, 'sekretariat');
  const errors = collectErrors(page);
  await page.getByRole('link', { name: 'Kemajuan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kemajuan' })).toBeFocused();
  await expect(page.locator('.page-head')).toContainText(/Tenggat .+ hari lagi/);
  await expect(boardOf(page, /Perangkat daerah 27/).getByRole('rowheader')).toHaveCount(28);
  await expect(boardOf(page, /Kecamatan 18/).getByRole('rowheader')).toHaveCount(18);
  await expect(page.locator('.figures').getByText('dari 45')).toHaveCount(2);

  const row = boardOf(page, /Perangkat daerah/).getByRole('row', { name: /^DINKES/ });
  await expect(row).toContainText('dikembalikan');
  await row.getByRole('link', { name: /^DINKES, Smart Living: / }).click();
  await expect(page).toHaveURL(/\/rencana\?opd=DINKES&dimensi=sl$/);
  expect(errors).toEqual([]);
});

test('filters stand in the address, and what is copied names who has not handed in', async ({ page }) => {
  await signIn(page, 'sekretariat');
  await page.goto('/kemajuan');
  const rows = page.getByRole('rowheader');
  const all = await rows.count();
  await page.getByRole('combobox', { name: /^OPD/ }).selectOption('Yang belum mengajukan');
  await page.getByRole('button', { name: 'Saring' }).click();
  await expect(page).toHaveURL(/belum=ya/);
  await expect(page.getByRole('rowheader', { name: /^DINDIKBUD/ })).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(all);

  await page.goto('/kemajuan?dimensi=sl');
  await expect(page.getByRole('heading', { level: 1, name: 'Kemajuan Smart Living' })).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await page.getByText('Teks untuk WhatsApp: siapa').click();
  const text = page.getByRole('textbox', { name: 'Teks untuk WhatsApp' });
  await expect(text).toHaveValue(/- DINKES: 1 dikembalikan, 1 draf/);
  await expect(text).not.toHaveValue(/DPUPR/);
});

for (const width of [360, 1366]) {
  test(`at ${width} px a district finds itself first, and everything is accessible`, async ({ browser }) => {
    const viewport = { width, height: 740 };
    const { page, errors } = await person(browser, '33.03.01', undefined, { viewport });
    for (const address of ['/kemajuan', '/kemajuan?dimensi=sl', '/kemajuan?belum=ya']) {
      await page.goto(address);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    await page.goto('/kemajuan');
    await expect(page.getByText('OPD Anda').first()).toBeInViewport();
    await expect(page.locator('tbody th').first()).toContainText(/^Kecamatan Kemangkon OPD Anda/);
    expect(errors).toEqual([]);
  });
}

test('on paper it has its head on each page, its words and no navigation', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/kemajuan');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeHidden();
  await expect(page.getByRole('form', { name: 'Saring' })).toBeHidden();
  await expect(page.locator('.draft-mark')).toBeVisible();
  await expect(page.locator('.board thead').first()).toHaveCSS('display', 'table-header-group');
  const word = page.locator('.board .state-word').first();
  expect((await word.boundingBox())?.width).toBeGreaterThan(10);
});
