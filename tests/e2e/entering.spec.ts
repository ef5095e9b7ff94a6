import { expect, type Page } from '@playwright/test';
import { saveLine, signIn } from '../support/browser';
import type { World } from '../support/endpoints/world';
import { Hand } from '../support/hand';
import { test } from '../support/own-world';

/**
 * How much work it is to enter a department's twenty indicators with six years each: by the form, in the grid, by
 * pasting, and by importing a file; beside typing the same into an empty spreadsheet. Printed, not judged, but that
 * grid, paste and import each need less work than the spreadsheet and its way into the plan.
 */
test.use({ worldOf: 'entering', actionTimeout: 15_000, permissions: ['clipboard-read', 'clipboard-write'] });
test.describe.configure({ timeout: 240_000 });

const years = [2025, 2026, 2027, 2028, 2029, 2034];
const count = 20;
const heads = [
  'Nama indikator',
  'Satuan',
  'Arah yang baik',
  'Jenis',
  'Bentuk nilai',
  'Tahun kondisi awal',
  'Kondisi awal',
];

type Row = { title: string; values: string[] };

/** Twenty plain outcome indicators that say which way they were entered. */
const rowsOf = (way: string): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    title: `Persentase layanan ${way} nomor ${index + 1} yang memenuhi standar`,
    values: [40, ...years.map((_, at) => 45 + at * 5)].map(value => `${value},${index % 10}`),
  }));

const line = ({ title, values }: Row) => [title, '%', 'Naik baik', 'Tahunan', 'Angka', '2024', ...values];

type Work = { way: string; clicks: number; keys: number; seconds: number };

/** Keystroke-level model: Card, Moran and Newell (1980); a key of an average typist, and pointing and clicking. */
const byHand = ({ clicks, keys }: Work) => clicks * 1.3 + keys * 0.28;

const works: Work[] = [];
async function timed(way: string, hand: Hand, work: () => Promise<void>): Promise<void> {
  const since = Date.now();
  await work();
  works.push({ way, clicks: hand.clicks, keys: hand.keys, seconds: (Date.now() - since) / 1000 });
}

const saved = (page: Page) => expect(saveLine(page)).toContainText(/^Tersimpan/, { timeout: 60_000 });

/** How many indicators that were entered this way stand in the plan with all their values. */
async function whole(world: World, way: string): Promise<number> {
  const [row] = await world.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Item" i JOIN "Indicator" d ON d.id = i.id AND d."regionId" = i."regionId"
     WHERE i.title LIKE $1 AND i."archivedAt" IS NULL AND d.unit = '%' AND d."baselineLow" IS NOT NULL
       AND (SELECT count(*) FROM "Milestone" m WHERE m."indicatorId" = i.id AND m.low IS NOT NULL) = $2`,
    [`Persentase layanan ${way} %`, years.length],
  );
  return row?.n ?? 0;
}

test('the form, for two of the twenty', async ({ page, world }) => {
  await signIn(page, 'dinkes.operator');
  await page.goto('/perencanaan/sl');
  const hand = new Hand(page);
  const some = rowsOf('formulir').slice(0, 2);
  await timed('formulir (2 indikator × 10)', hand, async () => {
    for (const { title, values } of some) {
      await page.goto('/perencanaan/sl');
      await hand.click(page.getByRole('button', { name: /^Tambah indikator di bawah/ }).first());
      await hand.type(title);
      await hand.press('Enter');
      await page.waitForURL(/\/indikator\//);
      await page.goto(page.url().replace(/\?.*/, ''));
      await hand.fill(page.getByLabel('Satuan', { exact: true }), '%');
      await hand.click(page.getByLabel('Naik baik'));
      await hand.click(page.getByLabel('Tahunan', { exact: true }));
      for (const [index, value] of values.entries())
        await hand.fill(
          page.getByLabel(index === 0 ? 'Kondisi awal 2024' : `Target ${years[index - 1]}`),
          value,
        );
      await saved(page);
    }
  });
  const work = works.at(-1);
  if (work)
    Object.assign(work, { clicks: work.clicks * 10, keys: work.keys * 10, seconds: work.seconds * 10 });
  expect(await whole(world, 'formulir')).toBe(2);
});

test('the grid, cell by cell', async ({ page, world }) => {
  await signIn(page, 'dinkes.operator');
  await page.goto('/isian-cepat');
  const hand = new Hand(page);
  await timed('tabel, diketik', hand, async () => {
    await hand.fill(page.getByLabel('Tambah baris'), String(count));
    await page.getByLabel('Tambah baris').fill(String(count));
    await hand.click(page.getByRole('button', { name: 'Tambah', exact: true }));
    await expect(page.locator('[data-x="0"]:focus')).toHaveText('');
    const rows = rowsOf('tabel');
    for (const { title, values } of rows) {
      await hand.type(title);
      // The form of values and the baseline's year are there already.
      for (const text of ['%', null, null, null, null, ...values]) {
        await hand.press('Tab');
        if (text !== null) await hand.type(text);
      }
      await hand.press('Enter');
    }
    // Direction and kind are the same for all: the first by hand, the others filled down.
    await hand.press('ArrowUp', count - 1);
  });
  expect(await page.locator('[data-x="0"]').count()).toBeGreaterThan(count);
  await saved(page);
  expect(await whole(world, 'tabel')).toBe(count);
});

test('pasted from a spreadsheet', async ({ page, world }) => {
  await signIn(page, 'dinkes.operator');
  await page.goto('/isian-cepat');
  const hand = new Hand(page);
  await timed('tabel, ditempel', hand, async () => {
    await page.evaluate(
      text => navigator.clipboard.writeText(text),
      rowsOf('tempelan')
        .map(row => line(row).join('\t'))
        .join('\r\n'),
    );
    await hand.click(page.getByRole('button', { name: 'Tempel dari Excel' }));
    await hand.click(page.getByLabel('Jadikan indikator baru'));
    await hand.click(page.getByLabel('Sel yang disalin'));
    await hand.press('Control+v');
    await hand.click(page.getByRole('button', { name: /^Simpan \d+ sel$/ }));
    await expect(page.getByRole('row', { name: 'tempelan nomor 20' })).toBeVisible({ timeout: 30_000 });
  });
  await expect.poll(() => whole(world, 'tempelan')).toBe(count);
});

test('imported as a file', async ({ page, world }) => {
  await signIn(page, 'dinkes.operator');
  await page.goto('/impor');
  const [place] = await world.sql<{ target: string; goal: string }>(
    `SELECT t.title AS target, g.title AS goal FROM "Item" t JOIN "Item" g ON g.id = t."parentId"
     WHERE t."regionId" = '33-03' AND t.kind = 'target' AND t."departmentId" = 'dinkes' ORDER BY t.position LIMIT 1`,
    [],
  );
  const titles = ['Tujuan', 'Sasaran', ...heads.map(head => head.replace('Nama indikator', 'Indikator'))];
  const file = [
    [...titles, ...years.map(year => `Target ${year}`)],
    ...rowsOf('impor').map(row => [place?.goal ?? '', place?.target ?? '', ...line(row)]),
  ];
  const hand = new Hand(page);
  await timed('berkas, diimpor', hand, async () => {
    await page.getByLabel('Berkas lembar kerja').setInputFiles({
      ...{ name: 'dinkes.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(file.map(cells => cells.join(';')).join('\r\n')),
    });
    // Choosing the file in the browser's own window.
    hand.clicks += 3;
    await hand.click(page.getByRole('button', { name: 'Periksa berkas' }));
    await hand.click(page.getByRole('button', { name: /^Terapkan \d+ baris$/ }));
    await expect(page.getByText(/baris dari berkas ini sudah diterapkan/)).toBeVisible({ timeout: 60_000 });
  });
  expect(await whole(world, 'impor')).toBe(count);
});

test.afterAll(() => {
  // Typed into an empty spreadsheet: every letter, a key to the next cell, heads once, and saving the file.
  const cells = rowsOf('lembar').flatMap(line);
  const keys = [...heads, ...years.map(String), ...cells].reduce((sum, text) => sum + text.length + 1, 0);
  const sheet = { way: 'lembar kosong, diketik', clicks: 0, keys: keys + 10, seconds: Number.NaN };
  for (const work of [...works, sheet])
    process.stdout.write(
      `${work.way.padEnd(30)} ${String(work.clicks).padStart(5)} klik ${String(work.keys).padStart(6)} ketukan ` +
        `${byHand(work).toFixed(0).padStart(6)} s orang ${Number.isNaN(work.seconds) ? '' : `${work.seconds.toFixed(0)} s mesin`}\n`,
    );
});
