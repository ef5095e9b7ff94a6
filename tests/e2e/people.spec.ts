import { expect, type Page } from '@playwright/test';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  person,
  purbalingga,
  signIn,
} from '../support/browser';
import { test } from '../support/own-world';

test.use({ worldOf: 'people' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Twelve people as copied from a spreadsheet; two of them cannot be made. */
const pasted = [
  'Nama\tOPD\tPeran\tJabatan',
  ...Array.from({ length: 10 }, (_, n) => `Peserta Bimtek ${'ABCDEFGHIJ'[n]}\tDINKES\tOperator\tStaf`),
  'Orang Tanpa OPD\tTIDAKADA\tOperator\t',
  'Orang Tanpa Peran\tDINKES\tTukang\t',
].join('\n');

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const newPassword = 'empat kuda sawah lari';

test('from a pasted list to people who are in, and out again within five seconds', async ({
  browser,
  baseURL,
}) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.getByRole('link', { name: 'Kelola' }).click();
  await page.getByRole('link', { name: 'Tempel dari lembar kerja' }).click();
  await field(page, 'Baris dari lembar kerja').fill(pasted);
  await page.getByRole('button', { name: 'Periksa baris' }).click();
  await expect(page.getByRole('heading', { name: '10 dari 12 baris siap' })).toBeVisible();
  await expect(page.getByText('OPD “TIDAKADA” tidak ada.')).toBeVisible();
  await expect(page.getByText('Peran “Tukang” tidak dikenal.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Buat 10 baris yang siap' }).click();
  await expect(page.getByRole('heading', { name: '10 dari 12 baris sudah dibuat' })).toBeVisible();
  await expect(field(page, 'Baris dari lembar kerja')).toHaveValue(pasted);

  await page.getByRole('link', { name: 'Cetak lembar kata sandi' }).click();
  await expect(page.getByText('Belum punya lembar, 10 orang')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Buat lembar untuk yang dicentang' }).click();
  await expect(page.getByRole('heading', { name: '10 lembar' })).toBeFocused();
  await expectAccessible(page);
  const slip = page.locator('.slip').filter({ hasText: 'Peserta Bimtek A' });
  const username = (await slip.locator('.slip-name').textContent()) ?? '';
  const secret = (await slip.locator('.slip-password').textContent()) ?? '';
  await page.reload();
  await expect(page.getByText('Lembar tadi hanya dapat tampil sekali.')).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(page.url()).not.toContain(secret);

  // The square of the sheet opens the door with region and user name.
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const guest = await phone.newPage();
  const guestErrors = collectErrors(guest);
  await guest.goto(`${baseURL}/masuk?daerah=33-03&nama=${username}`);
  await expect(field(guest, 'Nama pengguna')).toHaveValue(username);
  await field(guest, 'Kata sandi').fill(secret);
  await guest.getByRole('button', { name: 'Masuk' }).click();
  await expect(guest.getByText('Ini kata sandi sekali pakai.')).toBeVisible();
  await field(guest, 'Kata sandi sekarang').fill(secret);
  await field(guest, 'Kata sandi baru').fill(newPassword);
  await field(guest, 'Ulangi kata sandi baru').fill(newPassword);
  await guest.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await expect(guest.getByText('Kata sandi sudah diganti.')).toBeVisible();
  await guest.goto(`${baseURL}/pekerjaan`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Pekerjaan saya');

  await page.goto('/kelola/pengguna?cari=peserta+bimtek+a');
  await expect(page.getByText('Sedang masuk', { exact: true }).last()).toBeVisible();
  await page.getByRole('link', { name: 'Peserta Bimtek A' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Peserta Bimtek A');
  await expect(page.getByText('Mengganti kata sandinya sendiri')).toBeVisible();
  await page.getByRole('button', { name: 'Nonaktifkan akun' }).click();
  await expect(page.getByText('Akun Peserta Bimtek A dinonaktifkan.')).toBeVisible();
  const since = Date.now();
  await expect(async () => {
    await guest.goto(`${baseURL}/pekerjaan`);
    await expect(guest).toHaveURL(/\/masuk/, { timeout: 500 });
  }).toPass({ timeout: 5_000 });
  expect(Date.now() - since).toBeLessThan(5_000);
  expect(errors).toEqual([]);
  expect(guestErrors).toEqual([]);
});

test('what was typed survives a refusal, with script and without', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await person(browser, 'sekretariat', purbalingga, { javaScriptEnabled });
    await page.goto('/kelola/pengguna/baru');
    await field(page, 'Nama lengkap').fill('Sri Wahyuni, S.T.');
    await page.locator('#orang-role').selectOption('operator');
    await page.locator('#orang-departmentId').selectOption('dinkes');
    await page.locator('#orang-username').fill('dinkes');
    await page.getByRole('button', { name: 'Buat akun' }).click();
    await expect(page.getByRole('link', { name: /Nama pengguna dinkes sudah dipakai/ })).toBeVisible();
    await expect(field(page, 'Nama lengkap')).toHaveValue('Sri Wahyuni, S.T.');
    await expect(page.locator('#orang-role')).toHaveValue('operator');
    await page.locator('#orang-username').fill(javaScriptEnabled ? 'sri.satu' : 'sri.dua');
    await page.getByRole('button', { name: 'Buat akun' }).click();
    await expect(page.getByRole('heading', { name: '1 lembar' })).toBeVisible();
  }
});

test('a lost answer makes nobody twice, and what was typed stays', async ({ browser }) => {
  const { page, context } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/opd');
  await page.getByText('Tambah OPD').click();
  await page.locator('#opd-baru-code').fill('UPTX');
  await page.locator('#opd-baru-name').fill('Unit Pelaksana X');
  await page.locator('#opd-baru-kind').selectOption('UNIT');
  let isEaten = false;
  await context.route('**/kelola/opd', async route => {
    if (route.request().method() !== 'POST' || isEaten) return route.continue();
    isEaten = true;
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Buat OPD' }).click();
  await expect(page.getByText('Belum terkirim: jaringan')).toBeVisible();
  await expect(page.locator('#opd-baru-code')).toHaveValue('UPTX');
  await page.getByRole('button', { name: 'Buat OPD' }).click();
  await expect(page.getByText('Sudah tersimpan.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'UPTX' })).toHaveCount(1);
});

test('two secretaries: the second sees what stands now', async ({ browser }) => {
  const { page } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/opd/dinkes');
  const other = await person(browser, 'sekretariat', purbalingga);
  await other.page.goto('/kelola/opd/dinkes');
  await field(other.page, 'Nama lengkap').fill('Dinas Kesehatan Masyarakat');
  await other.page.getByRole('button', { name: 'Simpan data' }).click();
  await expect(other.page.getByText('Data OPD ini sudah disimpan.')).toBeVisible();
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Dinas Kesehatan Masyarakat');
  await field(page, 'Nama lengkap').fill('Dinas Kesehatan Daerah');
  await page.getByRole('button', { name: 'Simpan data' }).click();
  await expect(page.getByRole('link', { name: /baru saja mengubah nama menjadi/ })).toBeVisible();
  await expect(field(page, 'Nama lengkap')).toHaveValue('Dinas Kesehatan Daerah');
  await page.getByRole('button', { name: 'Simpan data' }).click();
  await expect(page.getByText('Data OPD ini sudah disimpan.')).toBeVisible();
});

test('a coordinator is named by form, with a new decree', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/koordinator');
  const card = page.locator('.deed-card').first();
  await card.getByText('Ganti koordinator').click();
  await card.getByLabel('OPD koordinator').selectOption('dinkominfo');
  await card.getByText('Keputusan (SK) yang menunjuk').click();
  await card.getByLabel('Nomor keputusan baru').fill('500/77 Tahun 2026');
  await card.getByRole('button', { name: 'Simpan koordinator' }).click();
  await expect(card.getByText(/Koordinator .+ sudah disimpan/)).toBeVisible();
  await expect(card.getByText('500/77 Tahun 2026').first()).toBeVisible();
  await expect(page.getByText(/Menunjuk koordinator/).first()).toBeVisible();
  expect(errors).toEqual([]);
});

for (const width of [320, 360, 1366]) {
  test(`at ${width} px every page of the room is accessible and does not scroll sideways`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const page = await context.newPage();
    await signIn(page, 'sekretariat');
    const errors = collectErrors(page);
    await page.goto('/kelola/pengguna?opd=dinkes');
    const someone = await page.locator('.people th a').first().getAttribute('href');
    const pages = ['/kelola/pengguna', '/kelola/pengguna?cari=tidak-ada', '/kelola/pengguna/baru'];
    const more = ['/kelola/pengguna/impor', '/kelola/pengguna/impor?isi=opd', '/kelola/pengguna/slip'];
    const last = ['/kelola/opd', '/kelola/opd/dinkes', '/kelola/koordinator', '/lainnya'];
    for (const address of [...pages, ...more, ...last, someone ?? '']) {
      await page.goto(address);
      await expect(page.locator('h1')).toHaveCount(1);
      await page.locator('details').evaluateAll(all => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    expect(errors).toEqual([]);
  });
}
