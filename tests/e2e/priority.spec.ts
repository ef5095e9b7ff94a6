import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person, purbalingga } from '../support/browser';
import { mustTake, signInAs } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ worldOf: 'priority' });
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const phone = { viewport: { width: 360, height: 740 } };
const scoresOf = (page: Page) => page.locator('.score-card');

/** Scores every target that this person has not scored yet. */
async function scoreAll(page: Page, pick: (target: number, criterion: number) => number) {
  const count = await scoresOf(page).count();
  for (let target = 0; target < count; target += 1) {
    const card = scoresOf(page).nth(target);
    if (!(await card.evaluate(element => (element as HTMLDetailsElement).open)))
      await card.locator('summary').click();
    const groups = card.getByRole('group');
    for (let at = 0; at < (await groups.count()); at += 1)
      await groups
        .nth(at)
        .getByRole('radio')
        .nth(pick(target, at) - 1)
        .check({ force: true });
    await expect(card.locator('.score-state')).toHaveText('Lengkap');
  }
}

async function open(browser: Browser, who: string, options = {}) {
  const found = await person(browser, who, purbalingga, options);
  await found.page.goto('/prioritas/sl');
  return found;
}

/** How much waits in the browser's outbox. */
const keptInOutbox = () =>
  new Promise<number>((resolve, reject) => {
    const request = indexedDB.open('rembug');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      if (!request.result.objectStoreNames.contains('outbox')) return resolve(0);
      const count = request.result.transaction('outbox').objectStore('outbox').count();
      count.onsuccess = () => resolve(count.result);
    };
  });

const revision = (world: { sql: <Row extends object>(text: string) => Promise<Row[]> }) =>
  world.sql<{ revision: number }>(`SELECT revision FROM "Plan" WHERE "regionId" = '33-03'`);

test('the seven published figures come out of the page, and trying leaves no trace', async ({
  browser,
  world,
}) => {
  const before = await revision(world);
  const { page, errors } = await person(browser, 'dewan', purbalingga);
  await page.goto('/ipm');
  const years = (await page.locator('.chain-table tbody th').allTextContents()).map(Number);
  expect(years).toHaveLength(7);
  const vectors: [number, number, number, number, number][] = [
    ...([
      [73.93, 13.15, 8.77, 11_899_000, 74.39],
      [74.15, 13.21, 8.85, 12_341_000, 75.02],
      [69.46, 12.7, 8.37, 11_470_000, 70.96],
      [72.8, 11.51, 6.84, 8_539_000, 66.23],
      [73.98, 12.02, 7.34, 10_964_000, 70.51],
      [73.22, 11.94, 6.41, 8_546_000, 66.32],
      [73.4, 11.95, 6.42, 8_461_000, 66.32],
    ] as [number, number, number, number, number][]),
  ];
  const local = (amount: number) => amount.toLocaleString('id-ID');
  const query = new URLSearchParams(
    vectors.flatMap((vector, at) =>
      ['uhh', 'hls', 'rls', 'pengeluaran'].map((name, part) => [
        `${name}-${years[at]}`,
        local(vector[part] ?? 0),
      ]),
    ),
  );
  const expectVectors = async (shown: Page) => {
    const told = await shown.locator('.chain-ipm output').allTextContents();
    for (const [at, [, , , , published]] of vectors.entries())
      expect(Math.abs(Number(told[at]?.replace(',', '.')) - published)).toBeLessThanOrEqual(0.0101);
  };
  await page.goto(`/ipm?${query}`);
  await expectVectors(page);
  // The same without script, from the server alone.
  const cookies = await page.context().cookies();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(cookies);
  const still = await plain.newPage();
  await still.goto(new URL(`/ipm?${query}`, page.url()).href);
  await expectVectors(still);
  await still.getByLabel(`Umur harapan hidup ${years[0]}, coba angka lain`).fill('70');
  await still.getByRole('button', { name: 'Hitung' }).click();
  await expect(still).toHaveURL(new RegExp(`uhh-${years[0]}=70(&|$)`));
  await expect(still.locator('.chain-ipm output').first()).not.toHaveText('74,39');
  // In the browser at once, and the address carries it.
  const field = page.getByLabel(`Umur harapan hidup ${years[1]}, coba angka lain`);
  await field.fill('80');
  await expect(page.locator('.chain-ipm output').nth(1)).not.toHaveText('75,02');
  await expect(page).toHaveURL(new RegExp(`uhh-${years[1]}=80`));
  await field.fill('abc');
  await expect(page.getByText('Tulis satu angka, misalnya 12,50.')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('button', { name: /Simpan/ })).toHaveCount(0);
  await expect(page.getByLabel('Teks usulan')).toHaveValue(/Untuk DINKES:/);
  await page.getByRole('button', { name: 'Kosongkan simulasi' }).click();
  await expect(page).toHaveURL(/\/ipm$/);
  expect(await revision(world)).toEqual(before);
  expect(await page.evaluate(keptInOutbox)).toBe(0);
  expect(errors).toEqual([]);
});

test('who owns a component saves what was tried into its own indicator; the rest is words for its owner', async ({
  browser,
  world,
}) => {
  const find = `SELECT id, version FROM "Item" WHERE "regionId" = '33-03' AND code = 'SL-01'`;
  const [item] = await world.sql<{ id: string; version: number }>(find);
  const target = `SELECT low::float AS low FROM "Milestone" WHERE "regionId" = '33-03' AND year = 2026 AND "indicatorId" = $1`;
  const { page, errors } = await person(browser, 'dinkes.operator', purbalingga, phone);
  await page.goto('/ipm?uhh-2026=74,9&pengeluaran-2026=11.500.000');
  // Approved: nobody writes it now.
  await expect(page.getByRole('button', { name: /Simpan/ })).toHaveCount(0);
  await expect(page.getByLabel('Teks usulan')).toHaveValue(/Untuk DINKES:.*Untuk BAPPELITBANGDA:/s);
  const reviewer = await signInAs(world.url, 'bappelitbangda');
  const reopen = {
    ...{ step: 'reopen', note: 'Angka baru.' },
    items: [{ mutationId: randomUUID(), itemId: item?.id, version: item?.version }],
  };
  await mustTake(world.url, reviewer, 'takeStepAction', reopen);
  await page.reload();
  await page.getByRole('button', { name: 'Simpan 1 angka ke rencana' }).click();
  await expect(page.locator('.chain-outcome p.save')).toContainText('Tersimpan');
  await expect(page).toHaveURL(/\/ipm\?pengeluaran-2026=11\.500\.000$/);
  expect(await world.sql(target, [item?.id])).toEqual([{ low: 74.9 }]);
  await expect(page.locator('#uhh-2026-ket')).toContainText('rencana 74,90');
  await expect(page.getByLabel('Teks usulan')).not.toHaveValue(/DINKES/);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  expect(errors).toEqual([]);
});

test('a team of a dimension scores on a phone, the coordinator decides, the council notes', async ({
  browser,
  world,
}) => {
  const scorer = await open(browser, 'dpupr.operator', phone);
  await expect(scorer.page.getByText('Urutan dan nilai rekan tampil sesudah Anda menilai')).toBeVisible();
  await expectAccessible(scorer.page);
  await expectNoSidewaysScroll(scorer.page);
  const first = scoresOf(scorer.page).first();
  // What is tapped without network waits on this device, through a reload.
  await scorer.context.setOffline(true);
  await first.getByRole('group').first().getByRole('radio').nth(3).check({ force: true });
  await expect(scorer.page.locator('.scores p.save')).toContainText('Belum terkirim');
  await scorer.context.setOffline(false);
  await expect(scorer.page.locator('.scores p.save')).toContainText('Tersimpan', { timeout: 20_000 });
  await scoreAll(scorer.page, (target, criterion) => 1 + ((target + criterion) % 5));
  await expect(scorer.page.locator('.scores p.save')).toContainText('Tersimpan');
  await scorer.page.getByRole('link', { name: 'Muat ulang untuk melihat urutannya' }).click();
  await expect(scorer.page.getByRole('heading', { name: 'Urutan menurut nilai' })).toBeVisible();
  await expectNoSidewaysScroll(scorer.page);
  await expectAccessible(scorer.page);

  const coordinator = await open(browser, 'dinkes');
  const rows = coordinator.page.locator('.decide-rows > li');
  const title = await rows.nth(1).locator('.decide-title').textContent();
  const up = rows.nth(1).getByRole('button', { name: /^Naik/ });
  await up.focus();
  await coordinator.page.keyboard.press('Enter');
  await expect(rows.first().locator('.decide-title')).toHaveText(title ?? '');
  await expect(rows.first().getByRole('button', { name: /^Turun/ })).toBeFocused();
  await coordinator.page.getByRole('button', { name: 'Putuskan peringkat' }).click();
  await expect(coordinator.page.getByText('Urutan ini berbeda dari nilai. Tulis alasannya.')).toBeVisible();
  await coordinator.page.getByLabel('Alasan berbeda dari nilai').fill('Anggarannya sudah tersedia.');
  await coordinator.page.getByRole('button', { name: 'Putuskan peringkat' }).click();
  await expect(coordinator.page.getByRole('heading', { name: 'Peringkat sudah diputuskan' })).toBeVisible();
  await expectAccessible(coordinator.page);

  // Scored after the decision: refused in words, and let go.
  const late = await scorer.context.newPage();
  await late.goto('/prioritas/sl');
  await expect(late.getByText('Alasan berbeda dari nilai: Anggarannya sudah tersedia.')).toBeVisible();
  await expect(scoresOf(late)).toHaveCount(0);

  const council = await open(browser, 'dewan');
  await council.page.getByRole('button', { name: 'Catat Dewan mengetahui' }).click();
  await expect(council.page.getByText(/Dewan mengetahui: /)).toBeVisible();
  await council.page.goto('/rencana?dimensi=sl');
  await expect(council.page.getByText(/peringkat 1/).first()).toBeVisible();
  const [{ count } = { count: '0' }] = await world.sql<{ count: string }>(
    `SELECT count(*) FROM "Event" WHERE "regionId" = '33-03' AND "subjectType" = 'priorityDecision'`,
  );
  expect(Number(count)).toBe(2);
  expect(
    [...scorer.errors, ...coordinator.errors, ...council.errors].filter(text => !/ERR_INTERNET/.test(text)),
  ).toEqual([]);
});

test('the secretariat sets the weights, by a form that says what is wrong', async ({ browser }) => {
  const { page, errors } = await person(browser, 'sekretariat', purbalingga, phone);
  await page.goto('/prioritas');
  await expect(page.getByText('Bobot ini usulan program')).toBeVisible();
  await page.getByText('Ubah kriteria dan bobot').click();
  await page.getByLabel('Bobot Dampak').fill('x');
  await page.getByRole('button', { name: 'Simpan kriteria' }).click();
  await expect(
    page.getByRole('link', { name: 'Bobot Dampak harus bilangan bulat 0 sampai 100.' }),
  ).toBeVisible();
  await page.getByLabel('Bobot Dampak').fill('55');
  await page.getByRole('button', { name: 'Simpan kriteria' }).click();
  await expect(page.getByText('Bobot ini usulan program')).toHaveCount(0);
  await expect(page.locator('.criteria li').first()).toContainText('bobot 55');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(errors).toEqual([]);
});
