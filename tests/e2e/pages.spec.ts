import { expect, type Page, test } from '@playwright/test';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  neighbour,
  signIn,
} from '../support/browser';

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
      '/kemajuan',
      '/keselarasan',
      '/ipm',
      '/prioritas',
      '/prioritas/sl',
      '/rencana/pohon',
      '/rencana/dimensi/sl',
      '/unduhan',
      '/versi',
      '/pengesahan',
      '/sidang',
      '/isian-cepat',
      '/impor',
    ],
    ...[
      one('tujuan'),
      one('sasaran'),
      ...items.filter(href => href.startsWith('/indikator/')).slice(0, 4),
      waiting ?? '',
    ],
    ...['/usulan', '/akun', '/latihan', '/lainnya', '/bantuan', '/tidak-ada'],
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

test('IPM stands on top of the plan with its path, its components, what feeds them and the gap', async ({
  page,
}) => {
  await signIn(page, 'dewan');
  await page.goto('/rencana');
  const ipm = page.getByRole('region', { name: 'Indeks Pembangunan Manusia' });
  await expect(ipm).toContainText('70,51 →menjadi 73,00');
  await expect(ipm).toContainText('Seri data: BPS, UHH Long Form SP2020');
  const years = ipm.getByRole('table', { name: 'IPM tiap tahun' });
  await expect(years.getByRole('columnheader')).toHaveText(['Tahun', 'IPM', 'Menurut rumus']);
  await expect(years.getByRole('row')).toHaveText([
    ...['TahunIPMMenurut rumus', '202370,5170,51', '202571,60', '202672,00', '202772,40'],
    ...['202872,70', '202973,00', '203475,50'],
  ]);
  await expect(ipm).toContainText('IPM 2023 sesuai dengan rumus BPS dari keempat komponennya.');
  await expect(ipm.locator('.check')).toHaveCount(0);
  for (const [component, figure, feeder] of [
    [
      'Umur harapan hidup',
      '73,98 tahun (2023)',
      'Umur Harapan Hidup 74,1 →menjadi 75,1 tahun DINKES 2024–2029',
    ],
    [
      'Harapan lama sekolah',
      '12,02 tahun (2023)',
      'Harapan Lama Sekolah 12,00 →menjadi 12,60 tahun DINDIKBUD',
    ],
    [
      'Rata-rata lama sekolah',
      '7,34 tahun (2023)',
      'Rata-rata Lama Sekolah 7,50 →menjadi 8,10 tahun DINDIKBUD',
    ],
    ['Pengeluaran per kapita', 'Rp10.964 ribu (2023)', 'Belum ada indikatornya'],
  ] as const) {
    const part = ipm.getByRole('region', { name: component });
    await expect(part).toContainText(figure);
    await expect(part).toContainText(feeder);
  }
  // What is published is underlined, an example is not.
  await expect(years.locator('u')).toHaveText(['70,51', '73,00']);
  await ipm.getByRole('link', { name: 'Umur Harapan Hidup', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Umur Harapan Hidup' })).toBeVisible();
});

test('on a phone IPM leaves room for the plan, and all of it is one tap away', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await signIn(page, 'dewan');
  await page.goto('/rencana');
  const ipm = page.getByRole('region', { name: 'Indeks Pembangunan Manusia' });
  const box = await ipm.boundingBox();
  expect(box?.height).toBeLessThan(740 / 2);
  const gap = ipm.getByText('Belum ada indikatornya', { exact: true });
  await expect(gap).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(gap).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await ipm.getByText('1 komponen belum ada indikatornya').click();
  await expect(gap).toBeVisible();
  await expect(ipm.getByRole('row')).toHaveCount(8);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('a plan without IPM says in one sentence how it comes in', async ({ page }) => {
  await signIn(page, 'dewan', neighbour);
  await page.goto('/rencana');
  await expect(page.getByText('IPM belum tercantum di rencana ini.')).toBeVisible();
  await page.getByRole('link', { name: 'indikator daerah' }).click();
  await expect(page).toHaveURL(/\/perencanaan\/daerah$/);
});
