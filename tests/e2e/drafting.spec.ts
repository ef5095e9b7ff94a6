import { expect, type Page, test } from '@playwright/test';
import {
  collectErrors,
  expectAccessible,
  expectNoSidewaysScroll,
  person,
  saveLine,
  signIn,
} from '../support/browser';

const saved = (page: Page) => expect(saveLine(page)).toHaveText(/^Tersimpan \d\d\.\d\d$/);
const titles = (page: Page) => page.locator('.row.leaf a.title').allInnerTexts();
const row = (page: Page, name: string) =>
  page.locator('.row').filter({ has: page.getByRole('link', { name }) });
const done = (page: Page) => page.getByRole('status', { name: 'Hasil tindakan' });
const flash = (page: Page) => page.getByRole('status', { name: 'Yang baru terjadi' });

async function addIndicator(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Tambah indikator/ })
    .first()
    .click();
  await page.getByLabel('Nama indikator baru').fill(name);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('in the tree an item is reordered, moved, put away and brought back: by menu, keyboard and mouse', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'dkpp.operator');
  const errors = collectErrors(page);
  await page.goto('/perencanaan/se');
  for (const name of ['Nilai tukar petani satu', 'Nilai tukar petani dua', 'Nilai tukar petani tiga']) {
    await addIndicator(page, name);
    await page.getByRole('link', { name: 'Kembali ke Smart Economy' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Smart Economy' })).toBeVisible();
  }
  const mine = async () => (await titles(page)).filter(title => title.includes('Nilai tukar petani'));
  const names = (...ends: string[]) => ends.map(end => expect.stringContaining(`Nilai tukar petani ${end}`));
  await expect.poll(mine).toEqual(names('satu', 'dua', 'tiga'));

  await test.step('by keyboard', async () => {
    await page.getByRole('link', { name: 'Nilai tukar petani tiga' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(done(page)).toContainText('“Nilai tukar petani tiga” dinaikkan.');
    await expect.poll(mine).toEqual(names('satu', 'tiga', 'dua'));
    await done(page).getByRole('button', { name: 'Urungkan' }).click();
    await expect(done(page)).toContainText('Sudah diurungkan.');
    await expect.poll(mine).toEqual(names('satu', 'dua', 'tiga'));
  });

  await test.step('by menu', async () => {
    await page.getByRole('button', { name: 'Menu Nilai tukar petani satu' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Turunkan' }).click();
    await expect.poll(mine).toEqual(names('dua', 'satu', 'tiga'));
    await page.getByRole('button', { name: 'Menu Nilai tukar petani satu' }).click();
    const other = page.getByRole('combobox', { name: 'Pindahkan ke bawah sasaran' });
    const target = (await other.locator('option').allInnerTexts())[1] ?? '';
    await other.selectOption({ label: target });
    await page.getByRole('dialog').getByRole('button', { name: 'Pindahkan' }).click();
    await expect(done(page)).toContainText(`dipindahkan ke bawah “${target}”`);
    const branch = page.locator('.branch').filter({ has: page.getByRole('link', { name: target }) });
    await expect(branch.getByRole('link', { name: 'Nilai tukar petani satu' })).toBeVisible();
  });

  await test.step('by mouse', async () => {
    await row(page, 'Nilai tukar petani tiga').dragTo(row(page, 'Nilai tukar petani dua'), {
      targetPosition: { x: 100, y: 5 },
    });
    await expect(done(page)).toContainText('“Nilai tukar petani tiga” dipindahkan.');
    await expect
      .poll(async () => (await mine()).findIndex(title => title.includes('tiga')))
      .toBeLessThan((await mine()).findIndex(title => title.includes('dua')) + 1);
  });

  await test.step('into the archive and back', async () => {
    await page.getByRole('button', { name: 'Menu Nilai tukar petani dua' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Arsipkan' }).click();
    await expect(done(page)).toContainText('“Nilai tukar petani dua” diarsipkan.');
    await expect(page.getByRole('link', { name: 'Nilai tukar petani dua' })).toHaveCount(0);
    await done(page).getByRole('button', { name: 'Urungkan' }).click();
    await expect(page.getByRole('link', { name: 'Nilai tukar petani dua' })).toBeVisible();
    await page.getByRole('link', { name: 'Nilai tukar petani dua' }).click();
    await page.getByRole('button', { name: 'Arsipkan indikator ini' }).click();
    await expect(page.getByText('Indikator diarsipkan')).toBeVisible();
    await page.getByRole('link', { name: 'Kembali ke arsip' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pulihkan Nilai tukar petani dua' }).click();
    await expect(page.getByText('Arsip kosong.')).toBeVisible();
  });

  await test.step('copied, the copy opens', async () => {
    await page.goto('/perencanaan/se');
    await page.getByRole('button', { name: 'Menu Nilai tukar petani tiga' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Salin indikator' }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Nilai tukar petani tiga (salinan)' }),
    ).toBeVisible();
    await expect(flash(page)).toContainText('Salinan dibuat.');
  });
  expect(errors).toEqual([]);
});

test('what hangs below and is not my draft keeps an item from the archive, and I am told', async ({
  page,
}) => {
  await signIn(page, 'dinkopukm');
  await page.goto('/perencanaan/se');
  await page.getByRole('button', { name: 'Tambah tujuan' }).click();
  await page.getByLabel('Nama tujuan baru').fill('Terwujudnya pasar yang ramai');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Terwujudnya pasar yang ramai' })).toBeVisible();
  const address = page.url();
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const other = await person(browser, 'bakeuda');
  await other.page.goto('/perencanaan/se');
  await other.page.getByRole('button', { name: /Tambah sasaran di bawah Terwujudnya pasar/ }).click();
  await other.page.getByLabel('Nama sasaran baru').fill('Meningkatnya transaksi pasar');
  await other.page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(
    other.page.getByRole('heading', { level: 1, name: 'Meningkatnya transaksi pasar' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Arsipkan tujuan ini' }).click();
  await expect(page.getByText('Masih ada isian di bawahnya.')).toBeVisible();
  await page.goto('/perencanaan/se');
  await page.getByRole('button', { name: 'Menu Terwujudnya pasar yang ramai' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Arsipkan' }).click();
  await expect(done(page)).toContainText('ada isian yang bukan draf Anda');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Terwujudnya pasar yang ramai' })).toBeVisible();
});

test('at 360 px by touch: a recognised indicator, step by step, checked and handed in', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page, errors } = await person(browser, 'dinsosdaldukkbp3a', undefined, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto('/perencanaan/sl');
  await page
    .getByRole('button', { name: /^Tambah indikator/ })
    .first()
    .tap();
  await page.getByLabel('Nama indikator baru').fill('tingkat kemiskinan');
  await page.getByRole('button', { name: /^Tingkat kemiskinan \(P0\)/ }).tap();
  await expect(page.getByLabel('Nama indikator baru')).toHaveValue('Tingkat kemiskinan (P0)');
  await expect(page.getByText('ikut terisi dari indikator baku')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan draf' }).tap();
  await expect(page.getByText('Langkah 1 dari 4')).toBeVisible();
  await expect(page.getByLabel('Definisi operasional')).not.toBeEmpty();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await test.step('an explanation opens by tap', async () => {
    await page.getByText('Penjelasan: Definisi operasional').locator('..').tap();
    await expect(page.getByText('Penjelasan yang membuat dua orang berbeda')).toBeVisible();
  });

  await page.getByRole('link', { name: 'Lanjut' }).tap();
  await expect(page.getByLabel('Satuan')).toHaveValue('%');
  await expect(page.getByRole('radio', { name: 'Turun baik' })).toBeChecked();
  await page.getByRole('radio', { name: 'Tahunan' }).tap();
  await page.getByRole('radio', { name: 'Angka', exact: true }).tap();
  await page.getByLabel('Angka di belakang koma').fill('2');
  await page.getByRole('link', { name: 'Lanjut' }).tap();
  await page.getByLabel('Tahun kondisi awal').fill('2024');
  const values = ['14,18', '13,5', '13', '12,5', '12', '11,5'];
  for (const [index, label] of ['Kondisi awal', '2025', '2026', '2027', '2028', '2029'].entries()) {
    await page
      .getByLabel(label === 'Kondisi awal' ? /^Kondisi awal 2024/ : `Target ${label}`)
      .fill(values[index] ?? '');
  }
  await saved(page);
  await page.getByRole('link', { name: 'Lanjut' }).tap();
  await page.getByRole('link', { name: 'Periksa kembali isian' }).tap();
  await expect(page.getByText('Masih ada 1 hal sebelum isian ini dapat diajukan.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Isi target 2034, atau tulis alasan tidak ditargetkan.' }).tap();
  await expect(page.getByLabel('Target 2034')).toBeFocused();
  await page.getByLabel('Target 2034').fill('9');
  await saved(page);
  await page.goBack();
  await expect(page.getByText('Isian ini lengkap dan siap diajukan.')).toBeVisible();
  await page.getByRole('button', { name: 'Ajukan indikator' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan indikator' }).tap();
  await expect(page.locator('.page-head .tag')).toHaveText('Diajukan');
  expect(errors).toEqual([]);
});

test('the value of before comes back as a new change, and the history stays one story', async ({ page }) => {
  await signIn(page, 'dinarpus');
  await page.goto('/perencanaan/ss');
  await addIndicator(page, 'Indeks pembangunan literasi');
  await page.getByRole('link', { name: 'Tampilkan semua' }).click();
  for (const text of ['Perpusnas', 'Perpusnas RI', 'Perpusnas RI, tahunan']) {
    await page.getByLabel('Sumber data').fill(text);
    await saved(page);
  }
  await page.getByRole('button', { name: 'Urungkan perubahan terakhir' }).click();
  await expect(page.getByLabel('Sumber data')).toHaveValue('');
  await page.getByLabel('Sumber data').fill('Perpusnas RI, tahunan');
  await saved(page);
  await page.reload();
  await page.getByText(/^Riwayat, \d+ catatan$/).click();
  await expect(page.locator('.past').first()).toContainText('Sumber data: kosong → Perpusnas RI, tahunan');
  await page.getByRole('button', { name: 'Kosongkan lagi' }).click();
  await saved(page);
  await expect(page.getByLabel('Sumber data')).toHaveValue('');
  await page.reload();
  await expect(page.getByLabel('Sumber data')).toHaveValue('');
});

test('everything that is ready in a dimension is handed in at once, each with its outcome', async ({
  page,
}) => {
  await signIn(page, 'dinnaker');
  await page.goto('/perencanaan/se');
  for (const name of [
    'Terwujudnya lapangan kerja yang layak',
    'Terwujudnya hubungan industrial yang harmonis',
  ]) {
    await page.getByRole('button', { name: 'Tambah tujuan' }).click();
    await page.getByLabel('Nama tujuan baru').fill(name);
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.getByRole('link', { name: 'Kembali ke Smart Economy' }).click();
  }
  const button = page.getByRole('button', { name: /^Ajukan semua yang siap \(\d+\)$/ });
  const count = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThanOrEqual(2);
  await button.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Terwujudnya lapangan kerja yang layak')).toBeVisible();
  await dialog.getByRole('button', { name: `Ajukan ${count} isian` }).click();
  await expect(dialog.getByRole('status').first()).toHaveText(`${count} isian diajukan.`);
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).last().click();
  await expect(row(page, 'Terwujudnya lapangan kerja yang layak').locator('.tag')).toHaveText('Diajukan');
});

test('a name that is being typed survives a reload of the page', async ({ page }) => {
  await signIn(page, 'dinporapar.operator');
  await page.goto('/perencanaan/sb');
  await page.getByRole('button', { name: 'Tambah tujuan' }).click();
  await page.getByLabel('Nama tujuan baru').fill('Terwujudnya kota yang');
  await page.reload();
  await page.getByRole('button', { name: 'Tambah tujuan' }).click();
  await expect(page.getByLabel('Nama tujuan baru')).toHaveValue('Terwujudnya kota yang');
});
