import { join } from 'node:path';
import { memoryUsage } from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSpreadsheet } from '@/lib/exchange/open-spreadsheet';
import { readerPool } from '@/lib/server/documents/pool';
import { slot } from '@/lib/server/documents/slot';
import { expectLogMatchesTables } from '../support/fold';
import { hostileFiles } from '../support/hostile-files';
import { edit, makeRegion, save, smallTree } from '../support/small-region';
import { longRows, workbookOf } from '../support/workbook-parts';
import { freshDatabase } from '../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
});
afterAll(() => slot.rembugReader?.stop());

const mb = 1024 * 1024;
const mostMb = 100;

it('saving goes on while hostile files are read, and the server stays small', {
  timeout: 240_000,
}, async () => {
  const files = await Promise.all(hostileFiles.map(async file => ({ ...file, bytes: await file.make() })));
  const largest = workbookOf(longRows(30_100, 20));
  const { indicator } = await smallTree(as);
  const actor = await as('c.operator');
  let isOver = false;
  let saved = 0;
  let slowest = 0;
  const saving = async () => {
    while (!isOver) {
      const since = performance.now();
      expect(await save(actor, edit(indicator, saved + 1, { unit: `orang ${saved}` }))).toMatchObject({
        ok: true,
      });
      slowest = Math.max(slowest, performance.now() - since);
      saved += 1;
    }
  };
  global.gc?.();
  const before = memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, memoryUsage().rss);
  }, 20);
  const busy = saving();
  try {
    for (const { name, fileName, bytes, refused } of files) {
      const opened = await openSpreadsheet(bytes, fileName);
      expect(opened, name).toMatchObject(
        refused === undefined ? { ok: true } : { ok: false, message: refused },
      );
    }
    const read = await openSpreadsheet(largest, 'a.xlsx');
    expect(read.ok && read.sheets[0]?.rows.length).toBe(30_100);
  } finally {
    isOver = true;
    clearInterval(watch);
    await busy;
  }
  expect((most - before) / mb).toBeLessThan(mostMb);
  expect(saved).toBeGreaterThan(files.length);
  expect(slowest).toBeLessThan(2_000);
  await expectLogMatchesTables(url);
});

it('a reader that hangs or dies is one sentence, and the next file is read', {
  timeout: 60_000,
}, async () => {
  const own = slot.rembugReader;
  const file = join(process.cwd(), 'tests/support/bad-worker.mjs');
  try {
    slot.rembugReader = readerPool({ file, limitMs: 3_000 });
    const [hung, died, next] = await Promise.all(
      ['hang', 'exit', 'fine'].map(name => openSpreadsheet(new Uint8Array(1), name)),
    );
    const copy = 'Salin tabelnya saja ke berkas baru, lalu unggah.';
    expect(hung).toEqual({ ok: false, message: `Berkas ini terlalu lama dibaca. ${copy}` });
    expect(died).toEqual({ ok: false, message: `Berkas ini tidak dapat dibaca sampai selesai. ${copy}` });
    expect(next).toEqual({ ok: true, format: 'csv', sheets: [], notes: [] });
  } finally {
    slot.rembugReader?.stop();
    slot.rembugReader = own;
  }
});
