import { expect, type Page, test } from '@playwright/test';
import { enterName, expectNoSidewaysScroll, person, saveLine, signIn } from '../support/browser';

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Tersimpan \d\d\.\d\d$/ })).toBeVisible();

async function openDraft(page: Page, slug: string, title: string) {
  await page.goto(`/perencanaan/${slug}`);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('two people change the same field: both values are shown, none is lost', async ({ browser }) => {
  const head = await person(browser, 'bakeuda');
  const operator = await person(browser, 'bakeuda.operator');
  for (const { page } of [head, operator])
    await openDraft(page, 'se', 'Indeks Elektronifikasi Transaksi Pemda');
  await head.page.getByLabel('Target 2026').fill('94,5');
  await head.page.getByLabel('Sumber data').fill('Bank Indonesia');
  await saved(head.page);
  await operator.page.getByLabel('Definisi operasional').fill('Skor championship.');
  await operator.page.getByLabel('Target 2026').fill('95,5');
  const clash = operator.page.getByRole('region', { name: 'Bentrok pada Target 2026' });
  await expect(clash).toContainText('Kepala BAKEUDA');
  await expect(clash).toContainText('95,5');
  await expect(clash).toContainText('94,5');
  await expect(clash).toContainText('Sebelumnya: 94');
  await expect(saveLine(operator.page)).toContainText('Bentrok');
  await clash.getByRole('button', { name: 'Pakai punya saya' }).click();
  await saved(operator.page);
  await operator.page.reload();
  await expect(operator.page.getByLabel('Target 2026')).toHaveValue('95,5');
  await expect(operator.page.getByLabel('Sumber data')).toHaveValue('Bank Indonesia');
  await expect(operator.page.getByLabel('Definisi operasional')).toHaveValue('Skor championship.');
});

test('numbers are read the Indonesian way, and asked about when they may mean two things', async ({
  page,
}) => {
  await signIn(page, 'dinporapar');
  await openDraft(page, 'sb', 'Jumlah event masuk kalender wisata nasional');
  const box = page.getByLabel('Target 2034');
  await page.getByLabel('Angka di belakang koma').fill('3');
  await box.fill('10.5');
  await box.blur();
  await expect(box).toHaveValue('10,500');
  await box.fill('');
  await box.pressSequentially('1.234');
  await expect(page.locator('.years .check-block')).toContainText(
    'maksud Anda 1.234 (ribuan) atau 1,234 (koma)? Pilih salah satu.',
  );
  await expect(saveLine(page)).toContainText('Belum tersimpan: Target 2034');
  await page.getByRole('button', { name: '1,234', exact: true }).click();
  await saved(page);
  await expect(box).toHaveValue('1,234');
  await box.fill('abc');
  await expect(page.locator('.years .check-block')).toContainText(
    'Target 2034 harus berupa angka, misalnya 10,5.',
  );
  await page.getByRole('button', { name: 'Ajukan indikator' }).click();
  await expect(page.getByRole('alert', { name: /^Ada/ })).toContainText('Target 2034 harus berupa angka');
  await expect(box).toHaveValue('abc');
  await box.fill('');
  await saved(page);
  await expect(page.getByRole('alert', { name: /^Ada/ })).toContainText(
    'Isi target 2034, atau tulis alasan tidak ditargetkan.',
  );
  await page.getByText('tidak ditargetkan? Tulis alasannya').click();
  await page.getByLabel('Alasan 2034 tidak ditargetkan').fill('Di luar masa rencana.');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Alasan 2034 tidak ditargetkan')).toHaveValue('Di luar masa rencana.');
});

test('when the network is away the text stays, says so, and is sent once it is back', async ({
  page,
  context,
}) => {
  await signIn(page, 'satpolpp');
  await openDraft(page, 'ss', 'Persentase aduan trantibum selesai');
  await context.setOffline(true);
  await page.getByLabel('Sumber data').fill('Register aduan Satpol PP');
  await page.getByLabel('Target 2027').fill('83');
  await expect(saveLine(page)).toContainText('Belum terkirim (2)');
  await expect(page.getByLabel('Sumber data')).toHaveValue('Register aduan Satpol PP');
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Target 2027')).toHaveValue('83');
  await expect(page.getByLabel('Sumber data')).toHaveValue('Register aduan Satpol PP');
});

test('when the session ends while typing the text stays: sign in again, same page, and it is sent', async ({
  page,
  context,
}) => {
  await signIn(page, 'dlh.operator');
  await openDraft(page, 'sn', 'Persentase sampah terkelola');
  const address = page.url();
  await context.clearCookies();
  await page.getByLabel('Sumber data').fill('SIPSN');
  await expect(saveLine(page)).toContainText('Sesi Anda sudah berakhir');
  page.on('dialog', dialog => dialog.accept());
  await page.getByRole('link', { name: 'Masuk lagi' }).click();
  await enterName(page, 'dlh.operator');
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel('Sumber data')).toHaveValue('SIPSN');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Sumber data')).toHaveValue('SIPSN');
});

test('going back shows what was saved and what was not, and typing on overwrites nothing', async ({
  page,
  context,
}) => {
  await signIn(page, 'dinkes.operator');
  await openDraft(page, 'sl', 'Persentase penduduk terlindungi JKN aktif');
  await page.getByLabel('Sumber data').fill('BPJS Kesehatan');
  await saved(page);
  await page.getByLabel('Target 2026').fill('90 orang');
  await page.getByRole('link', { name: 'Kembali ke Smart Living' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Smart Living/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Sumber data')).toHaveValue('BPJS Kesehatan');
  await expect(page.getByLabel('Target 2026')).toHaveValue('90 orang');
  await page.getByLabel('Target 2026').fill('90');
  await page.getByLabel('Sumber data').fill('BPJS Kesehatan, bulanan');
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Sumber data')).toHaveValue('BPJS Kesehatan, bulanan');
  await expect(other.getByLabel('Target 2026')).toHaveValue('90');
});

test('an older page that the browser brings back shows what was saved since, and overwrites nothing', async ({
  page,
}) => {
  await signIn(page, 'bakesbangpol');
  await page.goto('/perencanaan/ss');
  await page
    .getByRole('button', { name: /^Tambah indikator/ })
    .first()
    .click();
  await page.getByLabel('Nama indikator baru').fill('Indeks kerukunan warga');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByText('Langkah 1 dari 4')).toBeVisible();
  await page.getByLabel('Kode', { exact: true }).fill('UJI-9');
  await saved(page);
  await page.getByRole('link', { name: 'Kembali ke Smart Society' }).click();
  await page.getByRole('link', { name: 'Indeks kerukunan warga' }).click();
  await expect(page.getByLabel('Kode', { exact: true })).toHaveValue('UJI-9');
  await page.goBack();
  await page.goBack();
  await expect(page.getByText('Langkah 1 dari 4')).toBeVisible();
  await expect(page.getByLabel('Kode', { exact: true })).toHaveValue('UJI-9');
});

test('an address with a broken part after the # opens its page all the same', async ({ page }) => {
  await signIn(page, 'dinkes');
  await openDraft(page, 'sl', 'Prevalensi stunting');
  const address = page.url();
  for (const part of ['#komentar-%', '#komentar-__proto__', '#percakapan-%E0%A4%A']) {
    await page.goto('about:blank');
    await page.goto(`${address}${part}`);
    await expect(page.getByRole('heading', { level: 1, name: /Prevalensi stunting/ })).toBeVisible();
  }
});

test('on a shared device nothing that one person typed is sent under the name of the next', async ({
  page,
  context,
}) => {
  await signIn(page, 'bpbd.operator');
  await page.goto('/perencanaan/ss');
  await page.getByRole('button', { name: 'Tambah indikator' }).first().click();
  await page.getByLabel('Nama indikator baru').fill('Indeks risiko bencana');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Indeks risiko bencana' })).toBeVisible();
  await page.getByRole('link', { name: 'Tampilkan semua' }).click();
  const second = await context.newPage();
  await second.goto('/pekerjaan');
  await second.getByRole('button', { name: 'Bukan Anda? Ganti pengguna' }).click();
  await expect(second.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
  await signIn(second, 'bpbd');
  await page.getByLabel('Sumber data').fill('inaRISK');
  await expect(saveLine(page)).toContainText('sekarang masuk orang lain');
  await expect(page.getByLabel('Sumber data')).toHaveValue('inaRISK');
  await second.goto(page.url());
  await expect(second.getByLabel('Sumber data')).toHaveValue('');
});

test('a name that is too long stays as it was typed, with what to do, and pushes no page sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'dpmptsp');
  await page.goto('/perencanaan/sb');
  await page.getByRole('button', { name: 'Tambah indikator' }).first().click();
  await page.getByLabel('Nama indikator baru').fill('Persentase izin yang dipertanggungjawabkan');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /dipertanggungjawabkan/ })).toBeVisible();
  await page.getByRole('link', { name: 'Tampilkan semua' }).click();
  await expectNoSidewaysScroll(page);
  const long = 'Persentase izin yang terbit tepat waktu '.repeat(7).trim();
  await page.getByLabel('Nama indikator').fill(long);
  await expect(saveLine(page)).toContainText(`paling banyak 250 huruf. Sekarang ${long.length}.`);
  await expect(saveLine(page)).toBeInViewport();
  await expect(page.getByLabel('Nama indikator')).toHaveValue(long);
  await page.getByLabel('Tahun kondisi awal').fill('24');
  await page.getByRole('button', { name: 'Ajukan indikator' }).click();
  await expect(page.getByRole('alert', { name: /^Ada/ })).toContainText(
    'Tahun kondisi awal harus bilangan bulat 1900 sampai 2100.',
  );
});

test("a colleague's draft says who is drafting it and shows nothing of it", async ({ browser }) => {
  const owner = await person(browser, 'satpolpp.operator');
  await openDraft(owner.page, 'ss', 'Persentase aduan trantibum selesai');
  const address = new URL(owner.page.url()).pathname;
  const other = await person(browser, 'dinhub');
  const answer = await other.page.goto(address);
  expect(await answer?.text()).not.toContain('trantibum');
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('Masih disusun oleh SATPOLPP');
});

test("the coordinating department's own item goes to the second approver, with the decree of the region", async ({
  browser,
}) => {
  const coordinator = await person(browser, 'dinkes');
  await coordinator.page.goto('/tinjau');
  await expect(coordinator.page.getByRole('link', { name: /rekam medis elektronik/ })).toHaveCount(0);
  const second = await person(browser, 'bappelitbangda');
  await second.page.goto('/tinjau');
  await second.page.getByRole('link', { name: /rekam medis elektronik/ }).click();
  await expect(second.page.getByText(/DINKES mengoordinasi dimensi ini.*penyetuju kedua/)).toBeVisible();
  await expect(second.page.getByRole('button', { name: 'Setujui indikator' })).toBeVisible();
});
