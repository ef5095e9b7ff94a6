import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person, purbalingga } from '../support/browser';
import { mustTake, signInAs } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ worldOf: 'succession', actionTimeout: 15_000 });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const phone = { viewport: { width: 360, height: 740 } };
const sound = async (page: Page) => {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
};
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Langkah' }).getByRole('link', { name });

/** Items of the two departments that are split; the published plan has none of them. */
test.beforeAll(async ({ world: { url } }) => {
  for (const [department, count] of [
    ['dinperindag', 58],
    ['dinsosdaldukkbp3a', 3],
  ] as const) {
    const cookie = await signInAs(url, `${department}.operator`);
    const begin = (kind: 'goal' | 'target', parentId: string | null, title: string) => {
      const create = { kind, parentId, departmentId: department, dimensionId: 'p1-se' };
      return { mutationId: randomUUID(), itemId: randomUUID(), version: 0, create, fields: { title } };
    };
    const goal = begin('goal', null, `Meningkatnya daya saing (${department})`);
    const targets = Array.from({ length: count - 1 }, (_, at) =>
      begin('target', goal.itemId, `Berkembangnya sentra nomor ${at + 1} (${department})`),
    );
    await mustTake(url, cookie, 'saveChangesAction', [goal, ...targets]);
  }
});

/** A draft of an old department, open on its operator's page while the department ends. */
async function openDraft(browser: Browser) {
  const { page, errors } = await person(browser, 'dlh.operator', purbalingga);
  const draft = page.locator('li.work', { hasText: 'SN-05' }).locator('a.title');
  await draft.click();
  await expect(page.getByLabel('Sumber data')).toBeVisible();
  return { page, errors };
}

test('on a phone: a known succession becomes a plan of one’s own, choice by choice', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga, phone);
  await page.goto('/kelola/opd');
  await page.getByRole('link', { name: 'Alihkan OPD' }).click();
  await expect(page.getByText('10 OPD lama diteruskan 6 OPD; 2 di antaranya dipecah.')).toBeVisible();
  await expect(page.getByText(/^Nyata:/)).toBeVisible();
  await expect(page.getByText('Tidak ada. Setiap isian dipegang OPD')).toBeVisible();
  await sound(page);
  await page.getByText('Pakai usulan ini').click();
  const form = page.locator('form', { has: page.getByLabel('Hari pertama OPD penerus') }).first();
  await form.getByRole('button', { name: 'Mulai menyiapkan' }).click();
  await expect(form.getByText('Isi hari pertama OPD penerus.').first()).toBeVisible();
  await form.getByLabel('Hari pertama OPD penerus').fill('2025-09-01');
  await form.getByLabel('Jenis peraturan baru').selectOption('Peraturan Bupati');
  await form.getByLabel('Nomor keputusan baru').fill('50 Tahun 2025');
  await form.getByRole('button', { name: 'Mulai menyiapkan' }).click();
  await page.getByRole('link', { name: 'Penataan OPD September 2025' }).click();
  // Whoever comes back is led to what is left.
  await expect(page.getByRole('heading', { name: /isian belum punya penerus/ })).toBeVisible();
  await sound(page);

  const name = 'Meningkatnya daya saing (dinperindag)';
  const first = page.getByRole('group', { name });
  await first.getByRole('radio').first().check();
  await expect(page.getByText(/^Tersimpan\./)).toBeVisible();
  await page.reload();
  const again = page.getByRole('group', { name });
  await expect(again.getByRole('radio').first()).toBeChecked();
  // With the keyboard alone.
  await again.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(again.getByRole('radio').nth(1)).toBeChecked();

  // Sixty of them: one press for what is shown, or for what their parent says.
  await page.getByLabel('OPD lama').selectOption('DINSOSDALDUKKBP3A');
  await page.getByRole('button', { name: 'Saring' }).click();
  await page.getByRole('button', { name: '3 isian ke DINSOSPMDPPPA' }).click();
  await expect(page.getByText(/^Tersimpan\. Sisa \d+ isian/)).toBeVisible();
  await page.getByLabel('OPD lama').selectOption('DINPERINDAG');
  await page.getByRole('button', { name: 'Saring' }).click();
  await page.getByRole('button', { name: /^Pakai 57 usulan/ }).click();
  await expect(page.getByText(/^Tersimpan\. Pukul/)).toBeVisible();
  await step(page, 'OPD penerus').click();
  await expect(page.getByRole('heading', { name: 'Siapa meneruskan siapa' })).toBeVisible();
  await sound(page);
  await step(page, 'Koordinator dan orang').click();
  await expect(page.getByRole('heading', { name: 'Orang di OPD lama' })).toBeVisible();
  await sound(page);
  const head = page.getByRole('group', { name: 'Kepala DLH' });
  await head.getByRole('radio', { name: 'Pindah ke DLHPKP' }).check();
  await expect(page.getByText(/^Tersimpan\./).first()).toBeVisible();
  const operator = page.getByRole('group', { name: 'Operator DLH' });
  await operator.getByRole('radio', { name: 'Tetap, hanya membaca' }).check();
  await step(page, 'Periksa dan terapkan').click();
  await expect(page.getByText('10 OPD lama berakhir, 6 OPD meneruskan')).toBeVisible();
  await expect(page.getByText('Peraturan Bupati Nomor 50 Tahun 2025')).toBeVisible();
  await sound(page);
  expect(errors).toEqual([]);
});

test('applied: typed text stays with its writer, the old account reads, the successor goes on', async ({
  browser,
}) => {
  const old = await openDraft(browser);
  const { page, errors } = await person(browser, 'sekretariat', purbalingga);
  await page.goto('/kelola/opd/alih');
  await page.getByRole('link', { name: 'Penataan OPD September 2025' }).click();
  await page.getByRole('button', { name: /^Alihkan \d+ isian$/ }).click();
  await expect(page.getByText('Semua isian, koordinator, dan OPD pendukung sudah beralih.')).toBeVisible();
  await sound(page);

  await old.page.getByLabel('Sumber data').fill('Laporan DLH 2025');
  await old.page.getByLabel('Sumber data').blur();
  await expect(old.page.getByText('DLH sudah beralih ke DLHPKP').first()).toBeVisible();
  await expect(old.page.getByLabel('Sumber data')).toHaveValue('Laporan DLH 2025');
  await old.page.goto('/pekerjaan');
  await expect(old.page.getByText('DLH sudah beralih ke DLHPKP')).toBeVisible();
  await sound(old.page);
  await old.page.getByText(/isian yang beralih/).click();
  await old.page.locator('section.next-step .support a').first().click();
  await expect(old.page.getByText(/Beralih dari DLH ke DLHPKP/).first()).toBeVisible();
  await expect(old.page.getByRole('button', { name: 'Ajukan' })).toHaveCount(0);

  const successor = await person(browser, 'dlh', purbalingga, phone);
  await expect(successor.page.getByText(/, dari DLH/).first()).toBeVisible();
  await successor.page.goto('/kabar');
  await expect(successor.page.getByText(/isian beralih dari DLH ke DLHPKP/)).toBeVisible();
  await sound(successor.page);
  expect([...errors, ...successor.errors]).toEqual([]);
});
