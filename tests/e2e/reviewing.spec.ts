import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person } from '../support/browser';

const done = (page: Page) => page.getByRole('status', { name: 'Yang baru terjadi' });

async function handInGoals(page: Page, names: string[]): Promise<void> {
  for (const name of names) {
    await page.goto('/perencanaan/sn');
    await page.getByRole('button', { name: 'Tambah tujuan' }).click();
    await page.getByLabel('Nama tujuan baru').fill(name);
    await page.getByRole('button', { name: 'Simpan draf' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.getByRole('button', { name: 'Ajukan tujuan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ajukan tujuan' }).click();
    await expect(page.locator('.page-head .tag')).toHaveText('Diajukan');
  }
}

test('a coordinator returns many with one note; each department sees its own, answers, and is approved', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const farm = await person(browser, 'dinpertan');
  const housing = await person(browser, 'dinrumkim');
  const coordinator = await person(browser, 'dlh');
  const [soil, water] = ['Terwujudnya lahan tani yang lestari', 'Terjaganya mata air desa'];
  const homes = 'Terwujudnya permukiman yang bersih';
  await handInGoals(farm.page, [soil, water]);
  await handInGoals(housing.page, [homes]);

  await test.step('the queue stands by department, and arrow keys walk through it', async () => {
    const { page } = coordinator;
    await page.goto('/tinjau');
    await expect(page.getByRole('region', { name: 'DINPERTAN' }).getByRole('listitem')).toHaveCount(2);
    await page.getByRole('link', { name: soil }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: water })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: homes })).toBeFocused();
    await expectAccessible(page);
  });

  await test.step('two are returned with one note, and the text for WhatsApp names both departments', async () => {
    const { page } = coordinator;
    await page.getByLabel(`Pilih ${water}`).check();
    await page.getByLabel(`Pilih ${homes}`).check();
    await page.getByRole('button', { name: 'Kembalikan 2 isian' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Kembalikan 2 isian' }).click();
    await expect(dialog.getByText('Tulis catatan: isian mana dan apa yang perlu diubah.')).toBeVisible();
    await dialog.getByLabel('Catatan').fill('Sebutkan kelompok penerima manfaatnya.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Kembalikan 2 isian' }).click();
    await expect(dialog.getByRole('status').first()).toHaveText('2 isian dikembalikan.');
    const text = await dialog.getByLabel('Teks untuk WhatsApp').inputValue();
    expect(text).toContain(`*DINPERTAN*\n1. ${water} http://localhost`);
    expect(text).toContain(`*DINRUMKIM*\n1. ${homes} http://localhost`);
    expect(text).toContain('“Sebutkan kelompok penerima manfaatnya.”');
    await dialog.getByRole('button', { name: 'Tutup', exact: true }).last().click();
    await expect(page.getByRole('link', { name: homes })).toHaveCount(0);
  });

  await test.step('the department finds it in its news, answers the note, corrects, hands in again', async () => {
    const { page } = farm;
    await page.goto('/kabar');
    const entry = page.getByRole('listitem').filter({ hasText: water });
    await expect(entry).toContainText('Dikembalikan');
    await expect(entry).toContainText('baru');
    await expect(page.getByText(homes)).toHaveCount(0);
    await expectAccessible(page);
    await page.getByText('Teks untuk WhatsApp').first().click();
    expect(await page.getByLabel('Teks untuk WhatsApp').inputValue()).toContain(`Dikembalikan: ${water}`);
    await entry.getByRole('link', { name: water }).click();
    await page.getByRole('link', { name: '1 catatan belum ditanggapi' }).click();
    await page.getByRole('button', { name: 'Balas' }).click();
    await page.getByLabel('Balasan tentang seluruh isian').fill('Sudah kami pertegas namanya.');
    await page.getByRole('button', { name: 'Kirim balasan' }).click();
    await expect(page.locator('.thread')).toContainText('Sudah kami pertegas namanya.');
    await page.getByRole('button', { name: 'Tandai selesai' }).click();
    await expect(page.getByText('1 percakapan selesai')).toBeVisible();
    await page.getByLabel('Nama tujuan').fill(`${water} bagi petani`);
    await expect(page.getByRole('heading', { level: 1, name: `${water} bagi petani` })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Ajukan tujuan' }).click();
    await expect(page.locator('.page-head .tag')).toHaveText('Diajukan');
    await page.goto('/kabar');
    await expect(page.getByText('Tidak ada kabar baru')).toBeVisible();
  });

  await test.step('the coordinator takes it in hand and reads just what changed', async () => {
    const { page } = coordinator;
    await page.goto('/tinjau');
    const row = page.getByRole('listitem').filter({ hasText: `${water} bagi petani` });
    await row.getByRole('link').click();
    await page.getByRole('button', { name: 'Ambil untuk ditinjau' }).click();
    await expect(page.getByText(/^Anda meninjau ini sejak hari ini/)).toBeVisible();
    await page.goto('/tinjau');
    await expect(row).toContainText('diambil Anda');
    await row.getByRole('link').click();
    await page.getByRole('button', { name: 'Tulis komentar' }).click();
    await page.getByLabel('Tulis komentar').fill('Namanya sudah jelas.');
    await page.getByLabel('Tentang', { exact: true }).selectOption({ label: 'Nama tujuan' });
    await page.getByRole('button', { name: 'Kirim komentar' }).click();
    await expect(page.getByText('Percakapan, 1 belum selesai')).toBeVisible();
  });

  await test.step('and approves by keyboard, with one question before and one line after', async () => {
    const { page } = coordinator;
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog', { name: 'Setujui tujuan ini?' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Setujui 1 isian' }).click();
    await expect(done(page)).toContainText(`Tujuan disetujui: ${water} bagi petani.`);
  });

  await test.step('the comment reaches the department, at its field', async () => {
    const { page } = farm;
    await page.goto('/kabar');
    await expect(page.getByText('2 kabar baru')).toBeVisible();
    const entry = page.getByRole('listitem').filter({ hasText: 'Namanya sudah jelas.' });
    await expect(entry).toContainText('Komentar tentang nama tujuan');
  });
});

test('a note about a field stands at that field, on the phone too', async ({ browser }) => {
  test.setTimeout(90_000);
  const owner = await person(browser, 'dinperindag', undefined, { viewport: { width: 360, height: 740 } });
  const coordinator = await person(browser, 'dlh', undefined, { viewport: { width: 360, height: 740 } });
  const name = 'Terwujudnya industri yang hemat energi';
  await handInGoals(owner.page, [name]);
  const { page } = coordinator;
  await page.goto('/tinjau');
  await page.getByRole('link', { name }).click();
  await page.getByLabel(/^Catatan( untuk|$)/).fill('Utama atau pendukung?');
  await page.getByLabel('Catatan ini tentang').selectOption({ label: 'Prioritas' });
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Kembalikan tujuan' }).click();
  await expect(done(page)).toContainText(`Tujuan dikembalikan: ${name}.`);
  await owner.page.reload();
  const field = owner.page.getByRole('group', { name: 'Prioritas' });
  await expect(field.locator('.note-from')).toContainText('Utama atau pendukung?');
  await expectNoSidewaysScroll(owner.page);
  await expectAccessible(owner.page);
});

test('a parent and what waits below it are approved along, when the reviewer says so', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const owner = await person(browser, 'dpmptsp.operator');
  const coordinator = await person(browser, 'dinporapar');
  const [goal, target] = ['Terwujudnya daerah yang ramah usaha', 'Meningkatnya minat berusaha di daerah'];
  const { page } = owner;
  await page.goto('/perencanaan/sb');
  await page.getByRole('button', { name: 'Tambah tujuan' }).click();
  await page.getByLabel('Nama tujuan baru').fill(goal);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await page.getByRole('link', { name: 'Kembali ke Smart Branding' }).click();
  await page.getByRole('button', { name: `Tambah sasaran di bawah ${goal}` }).click();
  await page.getByLabel('Nama sasaran baru').fill(target);
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await page.getByRole('link', { name: 'Kembali ke Smart Branding' }).click();
  await page.getByRole('button', { name: /^Ajukan semua yang siap/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ajukan \d+ isian$/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('status').first()).toHaveText(/^\d+ isian diajukan\.$/);
  await coordinator.page.goto('/tinjau');
  await coordinator.page.getByRole('link', { name: goal }).click();
  await coordinator.page.getByRole('button', { name: 'Setujui tujuan' }).click();
  const dialog = coordinator.page.getByRole('dialog');
  await dialog.getByLabel('Setujui juga 1 isian di bawahnya').check();
  await dialog.getByRole('button', { name: 'Setujui 2 isian' }).click();
  await expect(done(coordinator.page)).toContainText(`Tujuan disetujui: ${goal}.`);
  await page.reload();
  const row = (name: string) => page.locator('.row').filter({ has: page.getByRole('link', { name }) });
  await expect(row(goal).locator('.tag')).toHaveText('Disetujui');
  await expect(row(target).locator('.tag')).toHaveText('Disetujui');
});

test('words written before approving go along, and reach the department', async ({ browser }) => {
  test.setTimeout(90_000);
  const owner = await person(browser, 'dinhub.operator');
  const coordinator = await person(browser, 'dlh');
  const name = 'Terwujudnya angkutan yang hemat energi';
  await handInGoals(owner.page, [name]);
  const { page } = coordinator;
  await page.goto('/tinjau');
  await page.getByRole('link', { name }).click();
  await page.getByLabel('Catatan untuk DINHUB').fill('Bagus, lanjutkan ke sasarannya.');
  await page.getByRole('button', { name: 'Setujui tujuan' }).click();
  await expect(page.getByRole('dialog')).toContainText('Catatan Anda ikut dikirim');
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui 1 isian' }).click();
  await expect(done(page)).toContainText(`Tujuan disetujui: ${name}.`);
  await owner.page.goto('/kabar');
  await expect(owner.page.getByRole('listitem').filter({ hasText: name })).toContainText(
    'Bagus, lanjutkan ke sasarannya.',
  );
});

test('the same words said twice are two comments', async ({ browser }) => {
  const { page } = await person(browser, 'dinkes');
  await page.goto('/perencanaan/sl');
  await page.locator('.goal a.title').first().click();
  await expect(page.getByRole('heading', { level: 2, name: /^Percakapan/ })).toBeVisible();
  const said = page.locator('.thread').filter({ hasText: 'Baik, lanjutkan.' });
  for (const count of [1, 2]) {
    await page.getByRole('button', { name: 'Tulis komentar' }).click();
    await page.getByLabel('Tulis komentar').fill('Baik, lanjutkan.');
    await page.getByRole('button', { name: 'Kirim komentar' }).click();
    await expect(said).toHaveCount(count);
  }
  await page.reload();
  await expect(said).toHaveCount(2);
});
