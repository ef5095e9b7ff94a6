import { expect, test } from 'vitest';
import { readFile } from '@/lib/exchange/foreign/read-file';
import { packed } from '@/lib/exchange/import/content';
import { openDocument, sharedTexts, workbookOf } from '@/tests/support/workbook-parts';

const row = (at: number) =>
  `<row r="${at}">${[...'ABCDEFGHIJ'].map(name => `<c r="${name}${at}" t="s"><v>0</v></c>`).join('')}</row>`;

/** One long text that thousands of cells point at: a small file, and gigabytes when each cell is written out. */
test('a text that is repeated without end is refused, as one that is long', async () => {
  const bytes = workbookOf(Array.from({ length: 2_000 }, (_, at) => row(at + 1)).join(''), {
    'xl/sharedStrings.xml': sharedTexts(`<si><t>${'panjang '.repeat(4_000)}</t></si>`),
  });
  const opened = await readFile(bytes, 'a.xlsx');
  if (opened.ok) await packed(opened);
  expect(opened).toMatchObject({
    ok: false,
    message: expect.stringContaining('Teks di berkas ini terlalu banyak'),
  });
});

test('so it is in an OpenDocument', async () => {
  const cell = `<table:table-cell table:number-columns-repeated="90" office:value-type="string"><text:p>${'panjang '.repeat(4_000)}</text:p></table:table-cell>`;
  const bytes = openDocument(`<table:table-row table:number-rows-repeated="2000">${cell}</table:table-row>`);
  const opened = await readFile(bytes, 'a.ods');
  expect(opened).toMatchObject({
    ok: false,
    message: expect.stringContaining('Teks di berkas ini terlalu banyak'),
  });
});
