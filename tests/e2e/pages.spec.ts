import { expect, type Page, test } from '@playwright/test';
import { collectErrors, expectAccessible, expectNoSidewaysScroll, signIn } from '../support/browser';

/** Every page that a department head who coordinates can open, with a real item of each kind. */
async function addresses(page: Page): Promise<string[]> {
  await page.goto('/perencanaan/sl');
  const items = await page
    .locator('a.title')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
  const one = (kind: string) => items.find(href => href.startsWith(`/${kind}/`)) ?? '';
  await page.goto('/tinjau');
  const waiting = await page.locator('a.title').first().getAttribute('href');
  return [
    ...[
      '/pekerjaan',
      '/perencanaan',
      '/perencanaan/sl',
      '/perencanaan/daerah',
      '/perencanaan/arsip',
      '/kabar',
      '/tinjau',
      '/rencana',
      '/rencana?dimensi=sl&status=draf',
      '/rencana/pohon',
      '/rencana/dimensi/sl',
    ],
    ...[
      one('tujuan'),
      one('sasaran'),
      ...items.filter(href => href.startsWith('/indikator/')).slice(0, 4),
      waiting ?? '',
    ],
    ...['/akun', '/lainnya', '/bantuan', '/tidak-ada'],
  ];
}

for (const width of [360, 1366]) {
  test(`at ${width} px every page is accessible, has its title and heading, and does not scroll sideways`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const page = await context.newPage();
    await page.goto('/masuk');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await signIn(page, 'dinkes');
    const errors = collectErrors(page);
    const titles = new Map<string, string>();
    for (const address of await addresses(page)) {
      const answer = await page.goto(address);
      expect([address, answer?.status()]).toEqual([address, address === '/tidak-ada' ? 404 : 200]);
      await expect(page.locator('html')).toHaveAttribute('lang', 'id');
      await expect(page.locator('h1')).toHaveCount(1);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      const title = await page.title();
      expect(title).toMatch(/ – Rembug$/);
      titles.set(address.split('?')[0] ?? '', title);
    }
    expect(new Set(titles.values()).size).toBe(titles.size);
    expect(errors.filter(error => !error.includes('404'))).toEqual([]);
  });
}

test('the first tab stop leads to the content, and help stands at the same place everywhere', async ({
  page,
}) => {
  await signIn(page, 'dinkes');
  for (const address of ['/pekerjaan', '/rencana', '/akun']) {
    await page.goto(address);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Lompat ke isi utama' })).toBeFocused();
    const foot = page.getByRole('contentinfo');
    await expect(foot.getByRole('link', { name: 'Bantuan' })).toBeVisible();
    await expect(foot).toContainText('WhatsApp 0812-0000-0000');
    await expect(page.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' })).toBeVisible();
  }
});

test('at 320 px, as at 400 % zoom, the page does not scroll sideways', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 600 } });
  const page = await context.newPage();
  await signIn(page, 'dinkes');
  for (const address of await addresses(page)) {
    await page.goto(address);
    await expectNoSidewaysScroll(page);
  }
});

test('nothing is asked of another host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await signIn(page, 'dinkes');
  for (const address of ['/perencanaan/sl', '/rencana', '/tinjau'])
    await page.goto(address, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
});

test('the head of the table and its first column stay in view', async ({ page }) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana');
  const box = page.getByRole('region', { name: /Tabel rencana/ });
  await box.evaluate(element => element.scrollTo(200, 600));
  await expect(box.getByRole('columnheader', { name: '2026' })).toBeInViewport();
  await expect(box.getByRole('columnheader', { name: 'Tujuan, sasaran, indikator' })).toBeInViewport();
});
