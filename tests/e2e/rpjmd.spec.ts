import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person, purbalingga, saveLine } from '../support/browser';
import { test } from '../support/own-world';

test.use({ worldOf: 'rpjmd' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const row = (...cells: string[]) => cells.join('\t');
const head = row('VISI', 'MISI', 'TUJUAN', 'IK TUJUAN', 'TARGET', 'SASARAN');
const first = [
  head,
  row(
    'Maju (contoh)',
    '1. Manusia sehat',
    '1.1 Hidup sehat',
    '"IPM\nUHH"',
    '"73\n75"',
    '1.1.1 Derajat kesehatan',
  ),
  row('', '', '', '', '', '1.1.2 Mutu pendidikan'),
  row('', '2. Ekonomi', '2.1 Ekonomi tumbuh', '', '', ''),
].join('\n');
const second = [
  head,
  row('Maju lagi', '1. SDM', '1.1 SDM unggul', '', '', '1.1.1 Derajat kesehatan masyarakat'),
].join('\n');

const phone = { viewport: { width: 360, height: 740 } };
const field = (page: Page, label: string | RegExp) => page.getByLabel(label);

async function paste(page: Page, text: string, [number, from, to]: [string, string, string]) {
  await field(page, 'Nomor peraturan').fill(number);
  await field(page, 'Tahun pertama').fill(from);
  await field(page, 'Tahun terakhir').fill(to);
  await field(page, 'Tabel dari lembar kerja').fill(text);
  await page.getByRole('button', { name: 'Periksa tabel' }).click();
}

/** A goal of DINKES that its operator may still write. */
async function draftGoal(browser: Browser, title: string) {
  const { page, errors, context } = await person(browser, 'dinkes.operator', purbalingga, phone);
  await page.goto('/perencanaan/sl');
  await page.getByRole('button', { name: 'Tambah tujuan' }).click();
  await page.getByLabel('Nama tujuan baru').fill(title);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  return { page, errors, context };
}

test('the secretariat pastes a tree, looks at it, and takes it', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/keselarasan');
  await expect(page.getByText('Pohon RPJMD belum dimasukkan')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Masukkan RPJMD' }).click();
  await paste(page, 'apa saja', ['5 Tahun ini', '2021', '2026']);
  await expect(page.getByText('Nama kolom tidak ditemukan.')).toBeVisible();
  await paste(page, first, ['5 Tahun ini', '2021', '2026']);
  await expect(
    page.getByRole('heading', { name: 'Terbaca 1 visi, 2 misi, 2 tujuan, 2 sasaran' }),
  ).toBeVisible();
  await expect(page.getByText('Tujuan ini tidak punya sasaran.')).toBeVisible();
  await expectAccessible(page);
  // What is wrong is told at its field, and the table stays.
  await field(page, 'Tahun terakhir').fill('2019');
  await page.getByRole('button', { name: 'Simpan 7 bagian RPJMD' }).click();
  await expect(page.getByRole('link', { name: /Tahun terakhir harus sesudah/ })).toBeVisible();
  await expect(field(page, 'Tabel dari lembar kerja')).toHaveValue(first);
  await field(page, 'Tahun terakhir').fill('2026');
  await page.getByRole('button', { name: 'Simpan 7 bagian RPJMD' }).click();
  await expect(page.getByText('RPJMD sudah disimpan: 1 visi, 2 misi, 2 tujuan, 2 sasaran.')).toBeVisible();
  await page.getByRole('link', { name: 'Lihat keselarasan' }).click();
  await expect(page.locator('.figures')).toContainText('0 dari 33');
  await page.getByText('Teks untuk WhatsApp: yang belum selaras').click();
  await expect(page.getByLabel('Teks untuk WhatsApp')).toHaveValue(/0 dari 33 tujuan dan sasaran tertaut/);
  expect(errors).toEqual([]);
});

test('an operator is warned, finds the target on a phone, links it, and the board changes', async ({
  browser,
}) => {
  const { page, errors } = await draftGoal(browser, 'Terwujudnya kesehatan warga');
  await expect(page.getByText('Belum ditautkan ke RPJMD.')).toBeVisible();
  await page.getByRole('button', { name: 'Cari di RPJMD' }).click();
  const search = page.getByLabel('Cari tujuan atau sasaran RPJMD');
  await expect(search).toBeFocused();
  await expect(page.getByRole('button', { name: /1\.1\.1 Derajat kesehatan/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Mutu pendidikan/ })).toHaveCount(0);
  await search.fill('pendidik');
  await expect(page.getByRole('button', { name: /Mutu pendidikan/ })).toBeVisible();
  await search.fill('zzzz');
  await expect(page.getByText('Tidak ada yang cocok.')).toBeVisible();
  // By keyboard alone from the search on.
  await search.fill('derajat');
  await search.press('Tab');
  await expect(page.getByRole('button', { name: /Derajat kesehatan/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ditautkan: Sasaran 1.1.1 Derajat kesehatan')).toBeVisible();
  await expect(page.getByText('Belum ditautkan ke RPJMD.')).toHaveCount(0);
  await expect(saveLine(page)).toContainText('Tersimpan');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  const link = page.locator('.links li');
  await expect(link).toHaveText(/Sasaran 1\.1\.1 Derajat kesehatan/);
  const board = await person(browser, 'dewan', purbalingga);
  await board.page.goto('/keselarasan?keadaan=tertaut');
  await expect(board.page.locator('.figures')).toContainText('1 dari 34');
  await expect(board.page.getByText('Teks untuk WhatsApp')).toHaveCount(0);
  await board.page
    .getByRole('link', { name: /Terwujudnya kesehatan warga/ })
    .first()
    .click();
  await expect(board.page.getByRole('heading', { level: 1 })).toHaveText('Terwujudnya kesehatan warga');
  await expect(board.page.getByText('Sasaran 1.1.1 Derajat kesehatan').first()).toBeVisible();
  // Letting go puts the warning back, and the focus stays in the field.
  await page.getByRole('button', { name: /Lepas tautan/ }).click();
  await expect(page.getByText('Belum ditautkan ke RPJMD.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cari di RPJMD' })).toBeFocused();
  expect([...errors, ...board.errors]).toEqual([]);
});

test('what is chosen without network waits on the device like any other field', async ({ browser }) => {
  const { page, context } = await draftGoal(browser, 'Terjaganya kesehatan warga desa');
  await page.getByRole('button', { name: 'Cari di RPJMD' }).click();
  await expect(page.getByRole('button', { name: /Derajat kesehatan/ })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: /Derajat kesehatan/ }).click();
  await expect(page.locator('.links li')).toHaveText(/Derajat kesehatan/);
  await expect(saveLine(page)).toContainText('Belum terkirim');
  await context.setOffline(false);
  await expect(saveLine(page)).toContainText('Tersimpan', { timeout: 20_000 });
  await page.reload();
  await expect(page.locator('.links li')).toHaveText(/Derajat kesehatan/);
});

test('without network the search says so, and the form stays', async ({ browser }) => {
  const { page, context } = await draftGoal(browser, 'Terbangunnya budaya sehat');
  await expect(page.getByRole('button', { name: 'Cari di RPJMD' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Cari di RPJMD' }).click();
  await expect(page.getByText('Pohon RPJMD belum termuat.')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Cari di RPJMD' }).click();
  await expect(page.getByLabel('Cari tujuan atau sasaran RPJMD')).toBeVisible();
});

test('a new regional plan: the old links wait for a successor, which aligns them', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/rpjmd');
  await page.getByRole('link', { name: 'Masukkan RPJMD baru' }).click();
  await paste(page, second, ['9 Tahun itu', '2025', '2029']);
  await field(page, /yang lama dicabut mulai/).fill('2025-08-20');
  await page.getByRole('button', { name: /Simpan \d+ bagian RPJMD/ }).click();
  await expect(page.getByText(/sudah disimpan: 1 visi/)).toBeVisible();
  await page.goto('/keselarasan?keadaan=dicabut');
  await expect(page.getByRole('link', { name: /Terjaganya kesehatan warga desa/ })).toBeVisible();
  await expect(page.getByText('RPJMD sudah dicabut').first()).toBeVisible();
  await page.getByRole('link', { name: 'Pilih padanan untuk tautan ke RPJMD yang dicabut' }).click();
  await expect(page.getByText('Dicabut sejak 20 Agustus 2025')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '1 tautan lama menunggu padanan' }).click();
  const heir = page.getByRole('group', { name: /1\.1\.1 Derajat kesehatan/ });
  await expect(heir.getByText('Putuskan nanti')).toBeVisible();
  await expectAccessible(page);
  await heir
    .getByLabel(/1\.1\.1 Derajat kesehatan masyarakat/)
    .first()
    .check();
  await page.getByRole('button', { name: 'Simpan padanan' }).click();
  await expect(page.getByText('1 padanan sudah disimpan.')).toBeVisible();
  await page.goto('/keselarasan?keadaan=tertaut');
  await expect(page.getByRole('link', { name: /Terjaganya kesehatan warga desa/ }).first()).toBeVisible();
  await expect(page.getByText('kini Sasaran 1.1.1 Derajat kesehatan masyarakat').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('a file is read into the same form; one that is no table says so', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/rpjmd/impor');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByLabel(/^Berkas Excel/).setInputFiles(file('lain.csv', 'a;b\nc;d'));
  await expect(page.getByText('Tidak ada lembar dengan kolom TUJUAN dan SASARAN.')).toBeVisible();
  await page.getByLabel(/^Berkas Excel/).setInputFiles(file('rpjmd.csv', 'TUJUAN;SASARAN\nSehat;Gizi baik'));
  await expect(field(page, 'Tabel dari lembar kerja')).toHaveValue('TUJUAN\tSASARAN\nSehat\tGizi baik');
  await page.getByRole('button', { name: 'Periksa tabel' }).click();
  await expect(page.getByRole('heading', { name: 'Terbaca 1 tujuan, 1 sasaran' })).toBeVisible();
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

for (const width of [320, 360, 1366]) {
  test(`at ${width} px every page of the room is accessible and does not scroll sideways`, async ({
    browser,
  }) => {
    const { page, errors } = await person(browser, 'sekretariat', purbalingga, {
      viewport: { width, height: 740 },
    });
    await page.goto('/kelola/rpjmd');
    const trees = await page.locator('a.title').evaluateAll(all => all.map(one => one.getAttribute('href')));
    const own = trees.flatMap(href => [href ?? '', `${href}/alih`]);
    for (const address of ['/kelola/rpjmd', '/kelola/rpjmd/impor', ...own, '/keselarasan', '/lainnya']) {
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
