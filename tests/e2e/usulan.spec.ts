import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { collectErrors, expectAccessible, expectNoSidewaysScroll, person } from '../support/browser';
import { mustTake, signInAs } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ worldOf: 'usulan' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const phone = { viewport: { width: 360, height: 740 } };
const secret = 'tiga kuda biru lari';

/** Looked at by a person; in the test's output. */
async function look(page: Page, name: string) {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
}

test('a guest joins by code on a phone, is admitted, suggests, is adopted, and stays named', async ({
  browser,
  world,
}) => {
  const [item] = await world.sql<{ id: string; version: number }>(
    `SELECT id, version FROM "Item" WHERE "regionId" = '33-03' AND "departmentId" = 'dinkes' AND kind = 'target'
      AND status = 'approved' AND "archivedAt" IS NULL ORDER BY id LIMIT 1`,
  );
  if (!item) throw new Error('DINKES has no target that was approved');
  const second = await signInAs(world.url, 'bappelitbangda');
  await mustTake(world.url, second, 'takeStepAction', {
    ...{ step: 'reopen', note: 'Konsultasi publik.' },
    items: [{ mutationId: randomUUID(), itemId: item.id, version: item.version }],
  });

  const { page: secretary, errors } = await person(browser, 'sekretariat');
  await secretary.goto('/kelola/tamu');
  await look(secretary, '1-undangan-kosong');
  await secretary.getByLabel('Nama undangan').fill('Konsultasi publik, Pendopo Dipokusumo');
  await secretary.getByLabel('Hari terakhir').fill('2199-01-31');
  await secretary.getByLabel('Paling banyak berapa orang').fill('60');
  await secretary.getByRole('button', { name: 'Buat undangan' }).click();
  await secretary.getByRole('link', { name: 'Konsultasi publik, Pendopo Dipokusumo' }).click();
  const address = secretary.locator('.join-address');
  await expect(address).toContainText('/gabung/tamu/');
  const code = (await address.textContent())?.split('/').at(-1) ?? '';
  await look(secretary, '2-undangan');
  await secretary.getByRole('link', { name: 'Poster untuk dicetak atau ditayangkan' }).click();
  await expect(secretary.getByText('Usulkan untuk kota cerdas kita')).toBeVisible();
  await look(secretary, '3-poster');

  const guest = await (await browser.newContext(phone)).newPage();
  const guestErrors = collectErrors(guest);
  await guest.goto('/gabung/tamu/ZZZZZZZZ');
  await expect(guest.getByText('Kode ini tidak dikenal.')).toBeVisible();
  await guest.goto(`/gabung/tamu/${code}`);
  await look(guest, '4-gabung');
  await guest.getByLabel('Nama lengkap').fill('Sri Rahayu Wulandari Kusumaningtyas');
  await guest.getByLabel('Lembaga').fill('Fakultas Kesehatan Masyarakat Universitas Contoh Purwokerto');
  await guest.getByLabel('Anda datang dari').selectOption({ label: 'Akademisi' });
  await guest.getByLabel('Kata sandi', { exact: true }).fill(secret);
  await guest.getByLabel('Ulangi kata sandi').fill('lain');
  await guest.getByRole('button', { name: 'Minta bergabung' }).click();
  await expect(guest.getByRole('link', { name: 'Ulangi kata sandi dengan huruf yang sama.' })).toBeVisible();
  await expect(guest.getByLabel('Nama lengkap')).toHaveValue('Sri Rahayu Wulandari Kusumaningtyas');
  await guest.getByLabel('Kata sandi', { exact: true }).fill(secret);
  await guest.getByLabel('Ulangi kata sandi').fill(secret);
  await guest.getByRole('button', { name: 'Minta bergabung' }).click();
  await expect(guest.getByText('Menunggu persetujuan sekretariat.')).toBeVisible();
  await look(guest, '5-menunggu');
  await guest.goto('/rencana');
  await expect(guest.getByText('Menunggu persetujuan sekretariat.')).toBeVisible();

  await secretary.goto('/kelola/tamu');
  await look(secretary, '6-persetujuan');
  await secretary.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(secretary.getByText('Tidak ada yang menunggu')).toBeVisible();

  await guest.reload();
  await expect(guest.getByRole('heading', { level: 1, name: 'Usulan' })).toBeVisible();
  await look(guest, '7-usulan-kosong');
  await guest.goto('/rencana');
  await look(guest, '8-rencana-tamu');
  await guest.goto(`/sasaran/${item.id}`);
  await look(guest, '9-sasaran-tamu');
  await guest.getByRole('link', { name: 'Usulkan perbaikan' }).click();
  await guest.getByLabel('Tentang').selectOption({ label: 'Nama sasaran' });
  const proposed = 'Meningkatnya derajat kesehatan masyarakat di semua desa';
  await guest.getByLabel('Nama sasaran yang Anda usulkan').fill(proposed);
  await guest.getByLabel('Alasan atau sumber').fill('Data survei kampus: desa pegunungan tertinggal.');
  await guest.reload();
  await expect(guest.getByLabel('Nama sasaran yang Anda usulkan')).toHaveValue(proposed);
  await look(guest, '10-menulis-usulan');
  await guest.context().setOffline(true);
  await guest.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(guest.getByText('Belum terkirim: jaringan atau server tidak menjawab.')).toBeVisible();
  await guest.context().setOffline(false);
  await guest.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(guest.getByText('Usulan terkirim.')).toBeVisible();
  await look(guest, '11-terkirim');

  const { page: owner, errors: ownerErrors } = await person(browser, 'dinkes', undefined, {
    viewport: { width: 1366, height: 768 },
  });
  await expect(owner.getByRole('link', { name: 'Jawab 1 usulan' })).toBeVisible();
  await owner.goto(`/sasaran/${item.id}`);
  await look(owner, '12-usulan-di-isian');
  await owner.getByRole('link', { name: 'Jawab usulan ini' }).click();
  await look(owner, '13-menjawab');
  await owner.getByRole('button', { name: 'Terima ke draf' }).click();
  await expect(owner.getByText('Usulan diterima ke draf.')).toBeVisible();
  await owner.goto(`/sasaran/${item.id}`);
  await expect(owner.getByRole('heading', { level: 1, name: proposed })).toBeVisible();
  await expect(owner.getByText('Isi nama sasaran berasal dari usulan')).toContainText('Sri Rahayu');
  await look(owner, '14-nama-pengusul');

  await guest.goto('/kabar');
  await expect(guest.getByText('Usulan Anda diterima')).toBeVisible();
  await look(guest, '15-kabar');
  // What was offline was asked for in vain; nothing else went wrong.
  expect(guestErrors.filter(error => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect([...errors, ...ownerErrors]).toEqual([]);
});

test('an idea is handed on and answered; the secretariat ends the guest', async ({ browser }) => {
  const guest = await (await browser.newContext(phone)).newPage();
  await guest.goto('/masuk?nama=tamu.sri.kusumaningtyas&daerah=33-03');
  await guest.getByLabel('Kata sandi', { exact: true }).fill(secret);
  await guest.getByRole('button', { name: 'Masuk' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: 'Usulan' })).toBeVisible();
  await guest.locator('.idea-start a').nth(3).click();
  await guest.getByLabel('Gagasan Anda').fill('Ukur berapa desa yang punya ambulans desa.');
  await look(guest, '16-gagasan');
  await guest.getByRole('button', { name: 'Kirim usulan' }).click();
  await guest.getByRole('link', { name: 'Lihat usulan' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: /^Usulan Sri/ })).toBeVisible();
  const address = new URL(guest.url()).pathname;

  const { page: coordinator } = await person(browser, 'dinkes');
  await coordinator.goto(address);
  await look(coordinator, '17-gagasan-koordinator');
  await coordinator.getByText('Tidak diterima').click();
  await coordinator.getByRole('button', { name: 'Kirim alasan' }).click();
  await expect(coordinator.getByText('Tulis alasannya. Pengusul membacanya.')).toBeVisible();
  await coordinator.getByLabel('Alasan').fill('Sudah dihitung dalam indikator layanan rujukan.');
  await coordinator.getByRole('button', { name: 'Kirim alasan' }).click();
  await expect(coordinator.getByText('Alasan dikirim kepada pengusul.')).toBeVisible();
  await guest.reload();
  await expect(guest.getByText('Sudah dihitung dalam indikator layanan rujukan.')).toBeVisible();

  const { page: secretary } = await person(browser, 'sekretariat');
  await secretary.goto('/kelola/tamu');
  await secretary.getByRole('link', { name: 'Konsultasi publik, Pendopo Dipokusumo' }).click();
  await secretary.getByRole('button', { name: 'Akhiri undangan dan 1 tamunya' }).click();
  await expect(secretary.getByText('Akses diakhiri')).toBeVisible();
  await guest.goto('/usulan');
  await expect(guest.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible();
});
