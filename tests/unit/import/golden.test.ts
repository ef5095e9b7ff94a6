import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile } from '@/lib/exchange/foreign/read-file';
import { chooseSheet, readingOf } from '@/lib/exchange/import/choose-reading';
import { tried, view } from '@/tests/support/import-plan';

const golden = join(process.cwd(), 'tests/golden');
const files = readdirSync(golden).filter(name => !name.endsWith('.json'));

/** What an import makes of the same table from three writers; REMBUG_GOLDEN=1 writes it anew, to be looked at. */
test.each(files)('%s is understood as it was looked at', async name => {
  const opened = await readFile(new Uint8Array(readFileSync(join(golden, name))), name);
  if (!opened.ok) throw new Error(opened.message);
  const { labels, meanings, sheet, headRow, headRows } = readingOf(opened.sheets, view.plan, {
    sheet: chooseSheet(opened.sheets, view.plan),
  });
  const at = opened.sheets[sheet];
  if (!at) throw new Error('no sheet');
  const { rows, counts, changes, departments } = tried(at, {
    head: { row: headRow, rows: headRows },
    meanings,
  });
  const report = { sheet: at.name, headRow, headRows, labels, meanings, counts, departments, rows, changes };
  const file = join(golden, `${name}.report.json`);
  if (process.env.REMBUG_GOLDEN) writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
