import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person } from '../support/browser';
import { messyWorkbook } from '../support/messy-workbook';
import { test } from '../support/own-world';

test.use({ worldOf: 'importing' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const filter = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Saring hasil' }).getByRole('link', { name });
const rowOf = (page: Page, title: string) => page.locator('.import-item').filter({ hasText: title });

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/impor');
  await page.getByLabel('Berkas lembar kerja').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('the messy sheet of a department: looked at, answered on the page, applied; the rest goes home with reasons', async ({
  browser,
}) => {
  const { page, errors } = await person(browser, 'dinkes.operator');
  await page.goto('/perencanaan');
  await page.getByRole('link', { name: 'Impor lembar kerja' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Impor lembar kerja' })).toBeVisible();
  await expectAccessible(page);
  await upload(page, 'kacau.xlsx', await messyWorkbook());
  await expect(page.getByText('4 baris siap diterapkan, 5 perlu jawaban Anda.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '85%; 87%; 90%; 95% untuk baris 7' }).click();
  await expect(filter(page, /Dibuat 5/)).toBeVisible();
  await page.getByLabel('Perbaiki sel F11').fill('84,5');
  await rowOf(page, 'Kepuasan pasien uji').getByRole('button', { name: 'Periksa lagi' }).click();
  await expect(filter(page, /Dibuat 6/)).toBeVisible();
  await page.getByLabel('Perbaiki sel F10').fill('70\n8');
  await rowOf(page, 'Kematian ibu uji').getByRole('button', { name: 'Periksa lagi' }).first().click();
  await expect(filter(page, /Dibuat 8/)).toBeVisible();
  await page.getByLabel('Dinas Sehat Bersama').selectOption({ label: 'DINKES, Dinas Kesehatan' });
  await page.getByRole('button', { name: 'Pakai OPD yang dipilih' }).click();
  await page.getByRole('button', { name: 'Tetap jadikan sasaran untuk baris 12' }).click();
  await expect(filter(page, /Dibuat 9/)).toBeVisible();
  await expect(rowOf(page, 'Panjang jalan uji')).toContainText(
    'Hanya kepala dan operator DPUPR yang dapat mengisi baris ini.',
  );

  await page.goto('/rencana?cari=uji&dimensi=sl');
  await expect(page.getByText('Cakupan imunisasi uji')).toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: 'Terapkan 9 baris' }).click();
  await expect(page.getByText('9 baris dari berkas ini sudah diterapkan.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Terapkan/ })).toHaveCount(0);

  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh sisanya dengan alasan' }).click();
  const rest = await (await waiting).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of rest) pieces.push(piece as Buffer);
  await upload(page, 'sisa-impor.xlsx', Buffer.concat(pieces));
  await expect(filter(page, /Ditolak 1/)).toBeVisible();

  await page.goto('/rencana?cari=uji&dimensi=sl');
  await expect(page.getByRole('row', { name: /Jumlah posyandu uji/ })).toContainText('1.100');
  expect(errors).toEqual([]);
});

test('the plan as a workbook, nothing edited, comes back and changes nothing', async ({ browser }) => {
  const { page, errors } = await person(browser, 'dinkes.operator');
  const file = await page.request.get('/rencana/unduh.xlsx');
  await upload(page, 'rencana.xlsx', await file.body());
  await expect(page.getByText('0 baris siap diterapkan, 0 perlu jawaban Anda.')).toBeVisible();
  await expect(filter(page, /Tetap/)).toBeVisible();
  await expect(filter(page, /Diubah|Dibuat|Ditolak|Diragukan|Bentrok/)).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('on a phone nothing is cut off, and columns can be given another meaning', async ({ browser }) => {
  const { page, errors } = await person(browser, 'dinkes', undefined, {
    viewport: { width: 360, height: 740 },
  });
  await page.goto('/impor');
  await expectNoSidewaysScroll(page);
  await upload(page, 'kacau.xlsx', await messyWorkbook());
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByText('Cara membaca: lembar, judul, dan arti kolom').click();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByLabel(/^C SASARAN/).selectOption({ label: 'Penerima manfaat' });
  await page.getByRole('button', { name: 'Baca ulang dengan pilihan ini' }).click();
  await expect(page.getByText('Sasaran baris ini kosong').first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  expect(errors).toEqual([]);
});

test('without scripts a file is uploaded, answered and applied all the same', async ({ browser }) => {
  const { page, context } = await person(browser, 'dinkes');
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const plain = await bare.newPage();
  const table =
    'Dimensi;Tujuan;Sasaran;Indikator;Satuan\nSL;Tujuan polos;Sasaran polos;Indikator polos;orang\n';
  await plain.goto(new URL('/impor', page.url()).href);
  await plain
    .getByLabel('Berkas lembar kerja')
    .setInputFiles({ name: 'polos.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await plain.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(plain.getByText('1 baris siap diterapkan, 0 perlu jawaban Anda.')).toBeVisible();
  await plain.getByRole('button', { name: 'Terapkan 1 baris' }).click();
  await expect(plain.getByText('1 baris dari berkas ini sudah diterapkan.')).toBeVisible();
});

test('what is no spreadsheet is refused in one sentence, and nothing is kept', async ({ browser }) => {
  const { page } = await person(browser, 'dlh');
  await page.goto('/impor');
  const buffer = Buffer.from('%PDF-1.7 bukan lembar kerja');
  await page.getByLabel('Berkas lembar kerja').setInputFiles({ name: 'foto.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Perbaiki:' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('Belum ada impor.')).toBeVisible();
});
