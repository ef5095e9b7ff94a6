import { type Browser, expect, type Page } from '@playwright/test';
import { person } from '../support/browser';
import { look as lookAt } from '../support/look';
import { test } from '../support/own-world';

test.use({ actionTimeout: 30_000, worldOf: 'pengesahan' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const look = (page: Page, name: string) => lookAt(page, 'pengesahan', name);

const signedIn = (browser: Browser, name: string, url: string) =>
  person(browser, name, undefined, { baseURL: url });

test('closing a stage leaves a version and who is late; whoever drafts on is warned; a lock refuses', async ({
  browser,
  world,
}) => {
  const { page, errors } = await signedIn(browser, 'sekretariat', world.url);
  await page.goto('/kelola/tahap');
  const first = page.locator('.deed-card').filter({ hasText: 'Tahap sekarang' });
  await first.getByText('Ubah nama atau tenggat').click();
  await first.getByLabel('Jam tenggat').fill('9');
  await first.getByRole('button', { name: 'Simpan tahap' }).click();
  await expect(first.getByRole('alert')).toContainText('Tulis jam seperti 16.00.');
  await first.getByLabel('Jam tenggat').fill('9.30');
  await first.getByRole('button', { name: 'Simpan tahap' }).click();
  await expect(first).toContainText('pukul 09.30');
  await expect(first.getByLabel('Jam tenggat')).toHaveValue('09.30');
  await first.getByText('Tutup tahap', { exact: true }).click();
  await first.getByRole('button', { name: 'Tutup tahap: Bimtek I' }).click();
  const closed = page
    .locator('.deed-card')
    .filter({ has: page.getByRole('heading', { name: 'Bimtek I', exact: true }) });
  await expect(closed).toContainText('Ditutup');
  await expect(closed.getByRole('link', { name: 'Bimtek I ditutup' })).toBeVisible();
  await closed.getByText('OPD terlambat saat Bimtek I ditutup').click();
  const text = closed.getByRole('textbox', { name: 'Teks untuk WhatsApp' });
  await expect(text).toHaveValue(/- DINKES: 1 dikembalikan, 1 draf/);
  await closed.getByRole('button', { name: 'Salin teks' }).click();
  await expect(closed.getByText(/Tersalin|Teks sudah dipilih/)).toBeVisible();
  await look(page, '1-tahap');

  const owner = await signedIn(browser, 'dinkes.operator', world.url);
  await expect(owner.page.getByText('Bimtek I sudah ditutup.')).toBeVisible();
  await look(owner.page, '2-peringatan');
  const current = page.locator('.deed-card').filter({ hasText: 'Tahap sekarang' });
  await current.getByText('Kunci tahap', { exact: true }).click();
  await current.getByRole('button', { name: /^Kunci tahap: / }).click();
  await expect(current).toContainText('Dikunci');
  await owner.page.reload();
  await expect(owner.page.getByRole('heading', { name: 'Rencana sedang dikunci' })).toBeVisible();
  await current.getByText('Buka tahap', { exact: true }).click();
  await current.getByRole('button', { name: /^Buka tahap: / }).click();
  await expect(current).toContainText('Dibuka');
  expect([...errors, ...owner.errors]).toEqual([]);
});

test('the checklist says what is missing; an item is left out with a reason that stands where it stands', async ({
  browser,
  world,
}) => {
  // The demo plan has something for every subdimension.
  await world.sql(`INSERT INTO "Subdimension" ("regionId", id, "planId", "dimensionId", code, name, position)
    VALUES ('33-03', 'p1-uji', 'p1', 'p1-sg', 'SG9', 'Subdimensi uji', 99)`);
  const { page, errors } = await signedIn(browser, 'sekretariat', world.url);
  await page.goto('/pengesahan');
  await expect(page.getByText(/\d dari 6 syarat terpenuhi/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tetapkan rencana' })).toHaveCount(0);
  await page.getByText('Keluarkan satu isian dari rencana').click();
  await page.getByRole('button', { name: 'Keluarkan isian' }).click();
  await expect(page.locator('.summary')).toContainText('Pilih isian yang dikeluarkan.');
  const choice = page.getByLabel('Isian', { exact: true });
  const label = (await choice.locator('option').nth(1).textContent()) ?? '';
  await choice.selectOption({ index: 1 });
  await page.getByLabel('Alasan').fill('Belum ada anggaran.');
  await page.getByRole('button', { name: 'Keluarkan isian' }).click();
  const title = label.replace(/ \([^)]*\)$/, '');
  const row = page.locator('.concerned > .panel').filter({ hasText: 'Belum ada anggaran.' }).first();
  await expect(row).toContainText(title);
  await page.getByText('Jelaskan satu subdimensi').click();
  await page.getByLabel('Penjelasan').first().fill('Bukan kewenangan kabupaten.');
  await page.getByRole('button', { name: 'Simpan penjelasan' }).first().click();
  await expect(page.getByText('Bukan kewenangan kabupaten.').first()).toBeVisible();
  await look(page, '3-pengesahan');
  await row.getByRole('link').click();
  await expect(page.getByText('Dikeluarkan dari rencana: Belum ada anggaran.')).toBeVisible();
  await look(page, '4-dikeluarkan');
  expect(errors).toEqual([]);
});

test('a ratified plan says by which act on every page; an amendment goes on, and the old stays readable', async ({
  browser,
  world,
}) => {
  // What the council and the coordinators still owe the demo plan is not this test's matter.
  await world.sql(`INSERT INTO "Decree" ("regionId", id, kind, number, date)
    VALUES ('33-03', 'penetapan', 'PERATURAN_BUPATI', '12 Tahun 2026', '2026-12-03')`);
  await world.sql(
    `UPDATE "Plan" SET phase = 'ratified', "decreeId" = 'penetapan' WHERE "regionId" = '33-03'`,
  );
  const standing = 'Ditetapkan dengan Peraturan Bupati Nomor 12 Tahun 2026 tanggal 3 Desember 2026';
  const owner = await signedIn(browser, 'dinkes.operator', world.url);
  const href = (await owner.page.locator('a[href^="/indikator/"]').first().getAttribute('href')) ?? '';
  for (const address of ['/pekerjaan', '/rencana', '/kemajuan', href]) {
    await owner.page.goto(address);
    await expect(owner.page.getByText(standing).first()).toBeVisible();
    await expect(owner.page.locator('.draft-mark')).toHaveCount(0);
  }
  await owner.page.goto('/rencana');
  await look(owner.page, '5-ditetapkan');
  await owner.page.emulateMedia({ media: 'print' });
  await expect(owner.page.locator('.print-head')).toContainText(standing);
  await owner.page.emulateMedia({ media: 'screen' });
  await owner.page.goto(href);

  const { page, errors } = await signedIn(browser, 'sekretariat', world.url);
  await page.goto('/pengesahan');
  await look(page, '6-rencana-ditetapkan');
  await page.getByText('Mulai Perubahan ke-1').first().click();
  await page.getByLabel('Alasan perubahan').fill('Penggabungan perangkat daerah.');
  await page.getByRole('button', { name: 'Mulai Perubahan ke-1' }).click();
  await expect(page.getByRole('heading', { name: 'Perubahan ke-1' })).toBeVisible();
  await expect(page.getByText('Penggabungan perangkat daerah.')).toBeVisible();
  await look(page, '7-perubahan');

  // The page of the old plan's item is still open.
  await expect(owner.page.getByText(/isian ini milik rencana lama/)).toBeVisible({ timeout: 30_000 });
  await owner.page.reload();
  await expect(
    owner.page.getByRole('heading', { level: 1, name: 'Indikator ini milik rencana lama' }),
  ).toBeVisible();
  await look(owner.page, '8-isian-lama');
  await owner.page.getByRole('link', { name: 'Buka indikator ini di rencana sekarang' }).click();
  await expect(owner.page.getByText(standing)).toHaveCount(0);

  await page.goto('/versi');
  await expect(page.getByRole('heading', { name: /^Rencana sebelumnya: / })).toBeVisible();
  await look(page, '9-versi');
  await page
    .getByRole('link', { name: /^Bandingkan dengan rencana sekarang/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Perbedaan dua rencana' })).toBeVisible();
  await look(page, '10-perbedaan');
  expect(errors).toEqual([]);
});
