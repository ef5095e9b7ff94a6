import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person } from '../support/browser';
import { mustTake, signInAs } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ actionTimeout: 20_000, worldOf: 'sidang' });
test.describe.configure({ mode: 'serial', timeout: 90_000 });

let secretariat: Page;
let council: Page;
const watched: string[][] = [];
const shots = 'tests/output/sidang';

async function holds(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [320, 640],
    [360, 740],
    [768, 1024],
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    if (width > 320) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 1366, height: 768 });
}

test('the secretariat opens a sitting; its agenda is drawn from what is open', async ({ browser, world }) => {
  const opened = await person(browser, 'sekretariat', undefined, { baseURL: world.url });
  secretariat = opened.page;
  watched.push(opened.errors);
  await secretariat.getByRole('link', { name: 'Kelola' }).click();
  await secretariat.getByRole('link', { name: 'Sidang Dewan' }).click();
  await expect(secretariat.getByRole('heading', { level: 1, name: 'Sidang Dewan' })).toBeFocused();
  await holds(secretariat, 'daftar-kosong');
  await secretariat.getByRole('button', { name: 'Buka sidang' }).click();
  await expect(secretariat.getByRole('link', { name: 'Isi nama sidang.' })).toBeVisible();
  await secretariat.getByLabel('Nama sidang').fill('Sidang Dewan Smart City ke-1');
  await secretariat.getByLabel('Tanggal').fill('2026-11-26');
  await secretariat.getByLabel('Tempat').fill('Pendopo Dipokusumo');
  await secretariat.getByLabel('Pemimpin sidang').fill('Hj. Siti Aminah Kusumaningrum, S.Sos., M.Si.');
  await secretariat.getByLabel('Jabatan pemimpin').fill('Plt. Sekretaris Daerah');
  await secretariat.getByRole('button', { name: 'Buka sidang' }).click();
  await secretariat.getByRole('link', { name: 'Buka Sidang Dewan Smart City ke-1' }).click();
  await expect(
    secretariat.getByRole('heading', { level: 1, name: 'Sidang Dewan Smart City ke-1' }),
  ).toBeFocused();
  await expect(secretariat.getByRole('heading', { name: /Pengesahan dimensi Smart Living/ })).toBeVisible();
  await expect(secretariat.getByText('Centang dulu anggota Dewan yang hadir.')).toBeVisible();
});

test('it writes down who attends, and what they decided', async () => {
  await secretariat.getByText('Centang yang hadir').click();
  await secretariat.getByRole('checkbox', { name: /^Anggota Dewan Smart City/ }).check();
  await secretariat.getByRole('button', { name: 'Simpan daftar hadir' }).click();
  await expect(secretariat.getByRole('heading', { name: 'Daftar hadir (1)' })).toBeVisible();
  await secretariat.getByText('Catat tamu').first().click();
  await secretariat.getByLabel('Nama tamu').fill('Dr. Ratna Dewi');
  await secretariat.getByLabel('Lembaga asal').fill('Universitas Jenderal Soedirman');
  await secretariat.getByRole('button', { name: 'Catat tamu' }).click();
  await expect(secretariat.getByRole('heading', { name: 'Daftar hadir (2)' })).toBeVisible();
  await secretariat.getByText('Putuskan: Pengesahan dimensi Smart Living').click();
  const form = secretariat.locator('details[open]', { hasText: 'Putuskan: Pengesahan dimensi Smart Living' });
  await form.getByLabel('Keputusan', { exact: true }).selectOption('Sahkan dimensi ini');
  await form.getByRole('button', { name: 'Catat keputusan' }).click();
  await expect(secretariat.getByRole('heading', { name: 'Keputusan (1)' })).toBeVisible();
  await expect(secretariat.getByRole('link', { name: /^Keputusan 01\// })).toBeVisible();
});

test('a member of the council finds the sitting as their next step, and asks for a revision with a note', async ({
  browser,
  world,
}) => {
  const opened = await person(browser, 'dewan', undefined, { baseURL: world.url });
  council = opened.page;
  watched.push(opened.errors);
  await expect(council.getByRole('heading', { name: '5 dimensi menunggu keputusan Dewan' })).toBeVisible();
  await holds(council, 'pekerjaan-dewan');
  await council.getByRole('link', { name: 'Buka sidang', exact: true }).click();
  await expect(council.getByRole('heading', { level: 1, name: /ke-1/ })).toBeFocused();
  await council.getByText('Putuskan: Pengesahan dimensi Smart Governance').click();
  const form = council.locator('details[open]');
  await form.getByLabel('Keputusan', { exact: true }).selectOption('Minta perbaikan');
  await form.getByRole('button', { name: 'Catat keputusan' }).click();
  await expect(form.getByRole('link', { name: 'Tulis apa yang perlu diperbaiki.' })).toBeVisible();
  await form.getByLabel('Catatan').fill('Lengkapi sumber data indeks layanan publik.');
  await form.getByRole('button', { name: 'Catat keputusan' }).click();
  await expect(council.getByRole('heading', { name: 'Keputusan (2)' })).toBeVisible();
  await holds(council, 'sidang');
  await council.goto('/sidang');
  await expect(council.getByText('Diminta perbaikan dengan keputusan 02/')).toBeVisible();
  await holds(council, 'daftar');
});

/** The smallest letter on a page that is read. */
const smallest = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as HTMLElement;
      const isRead = parent.checkVisibility() && !parent.closest('.only-read') && node.textContent?.trim();
      if (isRead) sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return Math.min(...sizes);
  });

test('the presentation: one dimension a screen, by keys and links, large, and it follows the plan', async ({
  world,
}) => {
  await council.setViewportSize({ width: 1280, height: 720 });
  await council.goto('/presentasi');
  await expect(council.getByRole('heading', { level: 1, name: /Rencana Induk/ })).toBeVisible();
  await holds(council, 'presentasi-awal');
  await council.setViewportSize({ width: 1280, height: 720 });
  await council.keyboard.press('PageDown');
  await expect(council).toHaveURL(/\/presentasi\/sg$/);
  await expect(council.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(council).toHaveTitle('Presentasi: Smart Governance – Rembug');
  for (const code of ['sb', 'se', 'sl']) {
    await council.keyboard.press('ArrowRight');
    await expect(council).toHaveURL(new RegExp(`/presentasi/${code}$`));
  }
  await expect(council.getByText('Disahkan Dewan dengan keputusan 01/')).toBeVisible();
  expect(await smallest(council)).toBeGreaterThanOrEqual(24);
  expect(await council.locator('.deck-screen.is-shown tbody tr').count()).toBeLessThanOrEqual(12);
  await holds(council, 'presentasi-dimensi');
  await council.goBack();
  await expect(council).toHaveURL(/\/presentasi\/se$/);
  await council.getByRole('link', { name: 'Berikutnya: Smart Living' }).click();

  // Somebody approves what waits: the figure changes where the council looks, and the endorsement says so.
  const waiting = council.locator('.deck-screen.is-shown .deck-sum').first();
  const before = (await waiting.textContent()) ?? '';
  const [item] = await world.sql<{ id: string; version: number }>(
    `SELECT id, version FROM "Item" WHERE "regionId" = '33-03' AND "dimensionId" = 'p1-sl' AND kind = 'indicator'
      AND status = 'submitted' AND "departmentId" <> 'dinkes' ORDER BY id LIMIT 1`,
  );
  const step = { mutationId: 'setuju-uji', itemId: item?.id, version: item?.version };
  await council.evaluate(() => Object.assign(window, { stays: true }));
  await mustTake(world.url, await signInAs(world.url, 'dinkes'), 'takeStepAction', {
    ...{ step: 'approve', items: [step] },
  });
  await expect(waiting).not.toHaveText(before, { timeout: 10_000 });
  await expect(
    council.locator('.is-shown').getByText('Perlu diperbarui: 1 isian berubah sejak itu.'),
  ).toBeVisible();
  expect(await council.evaluate(() => (window as Window & { stays?: true }).stays)).toBe(true);
  await council.keyboard.press('End');
  await expect(council.getByRole('heading', { level: 1, name: 'Yang masih terbuka' })).toBeFocused();
  await holds(council, 'presentasi-akhir');
  // On paper each screen is a page.
  const paper = await council.pdf({ path: `${shots}/presentasi.pdf`, preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(8);
  await council.goto('/presentasi/tidak-ada');
  await expect(council.getByRole('heading', { level: 1, name: /tidak ditemukan|tidak ada/i })).toBeVisible();
});

test('swiping turns the page on a phone', async ({ browser, world }) => {
  const phone = { baseURL: world.url, viewport: { width: 360, height: 740 }, hasTouch: true };
  const { page, errors } = await person(browser, 'bupati', undefined, phone);
  watched.push(errors);
  await page.goto('/presentasi/sg');
  const swipe = (from: number, to: number) =>
    page.locator('main').evaluate(
      (main, [start, end]) => {
        const at = (x: number) => [new Touch({ identifier: 1, target: main, clientX: x ?? 0, clientY: 300 })];
        main.dispatchEvent(new TouchEvent('touchstart', { touches: at(start ?? 0), bubbles: true }));
        main.dispatchEvent(new TouchEvent('touchend', { changedTouches: at(end ?? 0), bubbles: true }));
      },
      [from, to],
    );
  await swipe(300, 80);
  await expect(page).toHaveURL(/\/presentasi\/sb$/);
  await swipe(60, 290);
  await expect(page).toHaveURL(/\/presentasi\/sg$/);
  await page.context().close();
});

test('the decision tells what changed since, and coordinators and readers see how the dimension stands', async ({
  browser,
  world,
}) => {
  await council.goto('/rencana/dimensi/sl');
  await expect(council.getByText('Perlu diperbarui: 1 isian berubah sejak itu.')).toBeVisible();
  await holds(council, 'dimensi');
  await council.getByRole('link', { name: /^Lihat keputusan/ }).click();
  await expect(council.getByRole('heading', { level: 1, name: /^Keputusan 01\// })).toBeFocused();
  await expect(council.locator('.differences li')).toHaveCount(1);
  await holds(council, 'keputusan');
  const { page, errors } = await person(browser, 'setda', undefined, { baseURL: world.url });
  watched.push(errors);
  await expect(page.getByText('Lengkapi sumber data indeks layanan publik.')).toBeVisible();
  await page.context().close();
});

test('closing makes it read-only and leaves a version; minutes and sheets are taken out', async () => {
  await secretariat.reload();
  await council.goto('/presentasi/sl');
  await expect(
    council.locator('.is-shown').getByText('Perlu diperbarui: 1 isian berubah sejak itu.'),
  ).toBeVisible();
  await secretariat.getByText('Putuskan: Pengesahan dimensi Smart Living').click();
  const form = secretariat.locator('details[open]');
  await form.getByLabel('Keputusan', { exact: true }).selectOption('Sahkan dimensi ini');
  await form.getByRole('button', { name: 'Catat keputusan' }).click();
  // A decision changes no item, and is seen all the same.
  await expect(council.getByText('Disahkan Dewan dengan keputusan 03/')).toBeVisible({ timeout: 10_000 });
  await expect(secretariat.getByRole('heading', { name: 'Keputusan (3)' })).toBeVisible();
  await secretariat.getByText('Tutup sidang', { exact: true }).click();
  await secretariat.getByRole('button', { name: 'Tutup sidang ini' }).click();
  await expect(secretariat.getByText('Berita acara siap ditandatangani.')).toBeVisible();
  await expect(secretariat.getByRole('button')).toHaveCount(1);
  await holds(secretariat, 'sidang-ditutup');
  const download = async (name: string) => {
    const waiting = secretariat.waitForEvent('download');
    await secretariat.getByRole('link', { name }).click();
    const file = await waiting;
    await file.saveAs(`${shots}/${file.suggestedFilename()}`);
    return readFileSync(await file.path());
  };
  expect((await download('Berita acara, PDF')).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await download('Berita acara, Word')).subarray(0, 2).toString()).toBe('PK');
  await secretariat.goto('/sidang');
  expect((await download('Semua lembar, PDF')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('nothing went wrong on any of these pages', () => {
  // A presentation that is asked for under an address that there is not answers 404.
  expect(watched.flat().filter(error => !error.includes('tidak-ada'))).toEqual([]);
});
