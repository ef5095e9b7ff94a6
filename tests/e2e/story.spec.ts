import { expect, type Page, test } from '@playwright/test';
import { neighbour, person } from '../support/browser';
import { approve, expectSaved, submit } from '../support/steps';

// In the neighbour's empty plan: BAPPEDA drafts, DINKES coordinates Smart Living, the council reads.
const goal = 'Meningkatnya kualitas hidup warga';
const target = 'Meningkatnya derajat kesehatan warga';
const indicator = 'Cakupan jaminan kesehatan';

async function add(page: Page, button: string, name: string) {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByLabel(/^Nama .* baru$/).fill(name);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  // A new indicator opens step by step; here all of it is filled in on one page.
  const all = page.getByRole('link', { name: 'Tampilkan semua' });
  if (await all.isVisible()) await all.click();
}

test('from an empty plan to what the council sees', async ({ browser }) => {
  test.setTimeout(150_000);
  const owner = await person(browser, 'bappeda', neighbour);
  const coordinator = await person(browser, 'dinkes', neighbour);
  const council = await person(browser, 'dewan', neighbour);

  await test.step('the department finds an empty plan and one next step', async () => {
    const { page } = owner;
    await expect(page.getByRole('heading', { name: 'Mulai isian pertama OPD Anda' })).toBeVisible();
    await page.getByRole('link', { name: 'Pilih dimensi' }).click();
    await page.getByRole('link', { name: 'Smart Living' }).click();
    await expect(page.getByText('Belum ada tujuan di sini.')).toBeVisible();
  });

  await test.step('it begins a goal, a target and an indicator', async () => {
    const { page } = owner;
    await page.getByLabel('Nama tujuan baru').fill(goal);
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await expect(page.getByRole('heading', { level: 1, name: goal })).toBeVisible();
    await page.getByRole('link', { name: 'Kembali ke Smart Living' }).click();
    await add(page, 'Tambah sasaran', target);
    await page.getByLabel('Penerima manfaat').fill('Seluruh warga');
    await page.getByLabel('Subdimensi').selectOption({ label: 'SL2 Prasarana Kesehatan' });
    await expectSaved(page);
    await page.getByRole('link', { name: 'Kembali ke Smart Living' }).click();
    await add(page, 'Tambah indikator', indicator);
  });

  await test.step('an incomplete indicator is not handed in; each fault leads to its field', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Ajukan indikator' }).click();
    const summary = page.getByRole('alert', { name: /^Ada/ });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('heading')).toHaveText('Ada 6 hal yang perlu diperbaiki');
    await expect(page).toHaveTitle(/^Galat: /);
    await summary
      .getByRole('link', { name: 'Isi target 2026, atau tulis alasan tidak ditargetkan.' })
      .click();
    await expect(page.getByLabel('Target 2026')).toBeFocused();
  });

  await test.step('every field saves by itself', async () => {
    const { page } = owner;
    await page.getByLabel('Satuan').fill('%');
    await page.getByRole('radio', { name: 'Naik baik' }).check();
    await page.getByRole('radio', { name: 'Angka', exact: true }).check();
    await page.getByRole('radio', { name: 'Tahunan' }).check();
    await page.getByLabel('Angka di belakang koma').fill('1');
    await page.getByLabel('Tahun kondisi awal').fill('2024');
    for (const [label, value] of [
      ['Kondisi awal 2024', '84,5'],
      ['Target 2025', '87'],
      ['Target 2026', '86.5'],
      ['Target 2027', '90'],
    ] as const) {
      await page.getByLabel(label, { exact: false }).fill(value);
    }
    await page.getByLabel('Sumber data').fill('BPJS Kesehatan');
    await expectSaved(page);
    await expect(page.locator('.check-warn')).toContainText(
      'target 2026 (86,5) lebih rendah daripada 2025 (87,0)',
    );
    await page.reload();
    await expect(page.getByLabel('Target 2026')).toHaveValue('86,5');
    await expect(page.getByLabel('Sumber data')).toHaveValue('BPJS Kesehatan');
  });

  await test.step('a warning asks for a reason, then the indicator goes to its reviewer', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Ajukan indikator' }).click();
    await expect(page.getByRole('alert', { name: /^Ada/ })).toContainText('Ada 1 hal yang perlu diperbaiki');
    await page.getByLabel('Alasan', { exact: true }).fill('Pendataan ulang peserta pada 2026.');
    await expectSaved(page);
    await submit(page, 'indikator');
    await expect(page.getByRole('button', { name: 'Tarik indikator' })).toBeVisible();
  });

  await test.step('the coordinator returns it, which needs a note', async () => {
    const { page } = coordinator;
    await page.goto('/pekerjaan');
    await expect(page.getByRole('heading', { name: 'Tinjau 1 isian yang menunggu Anda' })).toBeVisible();
    await page.getByRole('link', { name: 'Tinjau sekarang' }).click();
    await page.getByRole('link', { name: indicator }).click();
    await expect(page.locator('.check-warn')).toContainText('Pendataan ulang peserta pada 2026.');
    await page.getByRole('button', { name: 'Kembalikan indikator' }).click();
    await expect(page.getByText('Tulis catatan: isian mana dan apa yang perlu diubah.')).toBeVisible();
    await page.getByLabel(/^Catatan( untuk|$)/).fill('Tulis definisi operasionalnya.');
    await page.getByRole('button', { name: 'Kembalikan indikator' }).click();
    await expect(page).toHaveURL(/\/tinjau$/);
    await expect(page.getByText('Tidak ada yang menunggu.')).toBeVisible();
  });

  await test.step('the department sees what was returned and why, corrects it and hands it in again', async () => {
    const { page } = owner;
    await page.goto('/pekerjaan');
    await expect(page.getByRole('heading', { name: `Perbaiki: ${indicator}` })).toBeVisible();
    await expect(page.getByText('Tulis definisi operasionalnya.').first()).toBeVisible();
    await page.getByRole('link', { name: 'Perbaiki sekarang' }).click();
    await page.getByLabel('Definisi operasional').fill('Peserta aktif dibagi penduduk, dikali 100.');
    await expectSaved(page);
    await submit(page, 'indikator');
    await page.goto('/perencanaan/sl');
    for (const [name, kind] of [
      [target, 'sasaran'],
      [goal, 'tujuan'],
    ] as const) {
      await page.locator('a.title', { hasText: name }).click();
      await submit(page, kind);
      await page.getByRole('link', { name: 'Kembali ke Smart Living' }).click();
    }
  });

  await test.step('the coordinator reads what changed and approves all three', async () => {
    const { page } = coordinator;
    await page.goto('/tinjau');
    await page.getByRole('link', { name: indicator }).click();
    const changed = page.getByRole('region', { name: '1 isian berubah sejak Anda lihat' });
    await expect(changed.getByRole('row').filter({ hasText: 'Definisi operasional' })).toContainText(
      'Peserta aktif dibagi penduduk, dikali 100.',
    );
    await approve(page, 'indikator');
    await expect(page.getByRole('heading', { level: 1, name: target })).toBeVisible();
    await approve(page, 'sasaran');
    await expect(page.getByRole('heading', { level: 1, name: goal })).toBeVisible();
    await approve(page, 'tujuan');
    await expect(page.getByText('Tidak ada yang menunggu.')).toBeVisible();
  });

  await test.step('the council sees the consolidated plan', async () => {
    const { page } = council;
    await page.goto('/rencana?status=disetujui');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(indicator) }) });
    await expect(row.getByRole('cell')).toHaveText(['84,5', '87,0', '86,5', '90,0', '', /Disetujui/]);
    await expect(page.getByRole('row').filter({ hasText: goal })).toContainText('Disetujui');
  });

  await test.step('an approved item is reopened with a reason', async () => {
    const { page } = coordinator;
    await page.goto('/rencana');
    await page.getByRole('link', { name: indicator }).click();
    await page.getByRole('button', { name: 'Buka kembali indikator' }).click();
    await expect(page.getByText('Tulis alasan membuka kembali')).toBeVisible();
    await page.getByLabel(/^Catatan( untuk|$)/).fill('Angka dasar direvisi BPJS.');
    await page.getByRole('button', { name: 'Buka kembali indikator' }).click();
    await expect(
      page
        .getByText('Masih disusun oleh BAPPEDA')
        .or(page.locator('.page-head .tag').getByText('Dikembalikan')),
    ).toBeVisible();
  });

  for (const { errors } of [owner, coordinator, council]) expect(errors).toEqual([]);
});
