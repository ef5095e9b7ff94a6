import type { Page } from '@playwright/test';
import { launchBrowser } from '../../drills/browsers';
import type { Bench } from '../bench';
import { asked } from '../cluster';
import { atEnd } from '../ending';
import { type Measured, Tally } from '../load';
import { judge, say, show, table } from '../report';

/** So many that one of the larger departments has three hundred. */
const indicators = 6_050;
const slowness = 4;
const pasted = { rows: 300, columns: 10 };

/** The grid of 300 indicators in a browser on a slow machine: walking, typing, and a paste of 3.000 cells. */
export async function measureGrid(bench: Bench): Promise<void> {
  const { report } = bench;
  const world = await bench.world(indicators);
  const [owner] = await asked<{ id: string; count: number }>(
    world.plan.url,
    `SELECT "departmentId" AS id, count(*)::int AS count FROM "Item" WHERE kind = 'indicator' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
  );
  if (!owner) throw new Error('the plan has no indicators');
  // All of them can be written.
  await asked(world.plan.url, `UPDATE "Item" SET status = 'draft' WHERE "departmentId" = '${owner.id}'`);
  const browser = await launchBrowser();
  atEnd(() => browser.close());
  const context = await browser.newContext({ baseURL: world.site, viewport: { width: 1366, height: 800 } });
  const [name = '', value = ''] = (await world.cookieOf(`${owner.id}.operator`)).split('=', 2);
  await context.addCookies([{ name, value, url: world.site }]);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const opened = performance.now();
  await page.goto('/isian-cepat?kolom=semua');
  await page.locator('#sel-0-0').click();
  await page.locator('#sel-0-0:focus').waitFor({ timeout: 120_000 });
  const openMs = performance.now() - opened;
  const [rows, columns] = await page.evaluate(() => {
    const lines = document.querySelectorAll('tr[data-y]');
    return [lines.length, lines[0]?.querySelectorAll('[data-x]').length ?? 0] as const;
  });
  say(`  ${owner.id}: ${rows} baris × ${columns} kolom, CPU diperlambat ${slowness} kali`);
  await watchPaints(page);
  const walked = await timed(page, 60, index =>
    page.keyboard.press(index % 2 === 0 ? 'ArrowDown' : 'ArrowRight'),
  );
  const chosen = await timed(page, 30, () => page.keyboard.press('Shift+ArrowDown'));
  const type = async () => {
    await page.locator('tr[data-y="4"] .in-cell').nth(3).click();
    const measured = await timed(page, 60, index =>
      page.keyboard.press(index % 6 === 5 ? 'Enter' : String(index % 10)),
    );
    await page.locator('p.save').filter({ hasText: 'Tersimpan' }).waitFor({ timeout: 60_000 });
    return measured;
  };
  const typed = await type();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const typedUnslowed = await type();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness });

  const block = Array.from({ length: pasted.rows }, (_, y) =>
    Array.from({ length: pasted.columns }, (_, x) => `${y},${x + 1}`).join('\t'),
  ).join('\n');
  await page.locator('tr[data-y="0"] .in-cell').nth(1).click();
  const asking = performance.now();
  await page.evaluate(text => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
    );
  }, block);
  const accept = page.getByRole('button', { name: /^Simpan \d+ sel$/ });
  await accept.waitFor({ timeout: 120_000 });
  const offeredMs = performance.now() - asking;
  const cells = Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0]);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const accepting = performance.now();
  await accept.click();
  await page.locator('p.save').filter({ hasText: 'Menyimpan' }).waitFor({ timeout: 60_000 });
  await page.locator('p.save').filter({ hasText: 'Tersimpan' }).waitFor({ timeout: 300_000 });
  const savedMs = performance.now() - accepting;

  const line = ({ count, p50, p95, p99 }: Measured) => [String(count), show(p50), show(p95), show(p99)];
  table(
    ['sampai tampak', 'kali', 'p50 ms', 'p95 ms', 'p99 ms'],
    [
      ['berpindah', ...line(walked)],
      ['memilih', ...line(chosen)],
      ['mengetik', ...line(typed)],
      ['mengetik, CPU tidak diperlambat', ...line(typedUnslowed)],
    ],
  );
  say(
    `  Dibuka dalam ${show(openMs)} ms; ${cells} sel: usulan ${show(offeredMs)} ms, tersimpan ${show(savedMs)} ms`,
  );
  report.data.grid = {
    rows,
    columns,
    openMs,
    walked,
    chosen,
    typed,
    typedUnslowed,
    cells,
    offeredMs,
    savedMs,
  };
  const typing = { what: 'tabel, mengetik sampai tampak p95, CPU tidak diperlambat', unit: 'ms', atMost: 50 };
  judge(report, { ...typing, value: typedUnslowed.p95 });
  judge(report, { what: 'tabel, mengetik sampai tampak p95', value: typed.p95, unit: 'ms', atMost: 100 });
  judge(report, { what: 'tabel, berpindah sampai tampak p95', value: walked.p95, unit: 'ms', atMost: 100 });
}

/** Notes for every key how long it took until what it did was painted. */
const watchPaints = (page: Page) =>
  page.evaluate(() => {
    const seen = window as unknown as { paints: number[] };
    seen.paints = [];
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => seen.paints.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        }),
      true,
    );
  });

async function timed(page: Page, times: number, press: (index: number) => Promise<void>): Promise<Measured> {
  await page.evaluate(() => {
    (window as unknown as { paints: number[] }).paints = [];
  });
  for (let index = 0; index < times; index += 1) {
    await press(index);
    await page.waitForFunction(
      count => (window as unknown as { paints: number[] }).paints.length > count,
      index,
    );
  }
  const tally = new Tally();
  for (const ms of await page.evaluate(() => (window as unknown as { paints: number[] }).paints))
    tally.add(ms);
  return tally.over(1);
}
