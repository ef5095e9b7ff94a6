import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import type { Row, Value } from '@/lib/books/document';
import { tableWorkbook } from '@/lib/exchange/workbook';
import { amount, hostileDocument, hostileTexts, tableDocument } from '@/tests/support/table-document';

/** Read by another library than the one that wrote it. */
async function sheetOf(document = tableDocument(60)) {
  const book = new Workbook();
  await book.xlsx.load(await tableWorkbook(document));
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const record = (...cells: Value[]): Row => ({ kind: 'record', cells });

test('title, facts, heads and rows follow each other', async () => {
  const document = tableDocument(60);
  const sheet = await sheetOf(document);
  expect(sheet.name).toBe('Rencana');
  expect(sheet.getCell('A1').value).toBe(document.title);
  expect(sheet.getCell('A2').value).toBe('Daerah');
  expect(sheet.getCell('B2').value).toBe('Kabupaten Uji');
  expect(sheet.getCell('E7').value).toBe('Uraian');
  expect(sheet.getCell('A8').value).toBe('D1 Tata Kelola Pemerintahan yang Bersih, Terbuka, dan Melayani');
  expect(sheet.getCell('A8').font?.bold).toBe(true);
  expect(sheet.getCell('A9').value).toBe('D1');
  expect(sheet.getCell('E9').font?.bold).toBe(true);
  expect(sheet.getCell(`A${7 + document.rows.length + 2}`).value).toBe(document.notes[0]);
});

test('numbers are numbers, shown as people read them', async () => {
  const year: Value = { amount: 2024, digits: 0, shown: '2024' };
  const rows = [
    record(amount(1_062_961_500), amount(73.86, 2), amount(73.9, 1, '*'), year, amount(2024)),
    record(amount(5, 3), amount(-3.25, 2), '12,5–13,75', 'tidak ditargetkan: belum ada aturan', null),
  ];
  const sheet = await sheetOf(tableDocument(0, { rows }));
  const shown = (row: number) =>
    [1, 2, 3, 4, 5].map(column => [sheet.getCell(row, column).value, sheet.getCell(row, column).numFmt]);
  expect(shown(8)).toEqual([
    [1_062_961_500, '#,##0'],
    [73.86, '#,##0.00'],
    [73.9, '#,##0.0"*"'],
    [2024, '0'],
    [2024, '#,##0'],
  ]);
  expect(shown(9).slice(0, 2)).toEqual([
    [5, '#,##0.000'],
    [-3.25, '#,##0.00'],
  ]);
  expect(sheet.getCell('C9').value).toBe('12,5–13,75');
  expect(sheet.getCell('D9').value).toBe('tidak ditargetkan: belum ada aturan');
  expect(sheet.getCell('E9').value).toBeNull();
});

test('the numbers of a column add up', async () => {
  const document = tableDocument(60);
  const sheet = await sheetOf(document);
  const expected = document.rows.reduce((sum, { cells }) => {
    const value = cells?.[10];
    return sum + (typeof value === 'object' && value ? value.amount : 0);
  }, 0);
  let sum = 0;
  for (let row = 8; row < 8 + document.rows.length; row++) {
    const { value } = sheet.getCell(row, 11);
    if (typeof value === 'number') sum += value;
  }
  expect(sum).toBeCloseTo(expected, 6);
});

test('head and description stay in sight, on the screen and on paper', async () => {
  const document = tableDocument(60);
  const sheet = await sheetOf(document);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 5, ySplit: 7 });
  expect(sheet.getColumn(5).width).toBe(52);
  expect(sheet.autoFilter).toBe(`A7:Q${7 + document.rows.length}`);
  expect(sheet.pageSetup).toMatchObject({
    ...{ orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    printTitlesRow: '7:7',
  });
  expect(sheet.headerFooter.oddHeader).toBe('&RDRAF');
  expect(sheet.headerFooter.oddFooter).toContain('Halaman &P dari &N');
  expect(sheet.headerFooter.oddFooter).toContain('Siti && Uji.');
});

test('only a draft says so, and a long footer is cut where Excel would repair the file', async () => {
  const sheet = await sheetOf(tableDocument(1, { isDraft: false, footer: '&'.repeat(400) }));
  expect(sheet.headerFooter.oddHeader ?? '').toBe('');
  expect(sheet.headerFooter.oddFooter?.length).toBeLessThan(255);
});

test('hostile text stays text', async () => {
  const sheet = await sheetOf(hostileDocument());
  const texts = hostileTexts.map((_, index) => {
    const cell = sheet.getCell(9 + index, 5);
    expect(cell.formula).toBeFalsy();
    return cell.text;
  });
  expect(texts).toEqual(hostileTexts);
  expect(sheet.getCell(9 + hostileTexts.length, 5).text).toBe('kendali\ufffd akhir');
  expect(sheet.getCell('A8').text).toBe('=2+2 #strong[y]');
});
