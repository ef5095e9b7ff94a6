import { describe, expect, test } from 'vitest';
import { dateCell, formulaCell, numberCell, textCell } from '@/lib/exchange/foreign/cell-text';
import { delimitedSheet } from '@/lib/exchange/foreign/delimited';
import { readFile } from '@/lib/exchange/foreign/read-file';
import { openDocument, sheetXml, workbookOf } from '@/tests/support/workbook-parts';

describe('a number', () => {
  test.each([
    [0.1 + 0.2, '0,3'],
    [1e5, '100000'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0,00000015'],
    [-0, '0'],
    [-1234.567, '-1234,567'],
    [73.98, '73,98'],
    [8.885, '8,885'],
  ])('%d is written %s', (value, text) => {
    expect(numberCell(value)).toEqual({ text, kind: 'number' });
  });

  test.each([
    [0.65, '0%', '65%'],
    [0.1134, '0.00%', '11,34%'],
    [0.07 * 3, '0%', '21%'],
    [1, '0%', '100%'],
    [-0.005, '0.0%', '-0,5%'],
    [0.65, '0.00"%"', '0,65'],
    [65, '0\\%', '65'],
    [12, '#,##0 "m"', '12'],
  ])('%d in %s is %s', (value, format, text) => {
    expect(numberCell(value, format).text).toBe(text);
  });
});

describe('a date', () => {
  const day = new Date('2026-03-10T00:00:00Z');

  test.each(['dd/mm/yyyy', 'd mmmm yyyy', '[$-421]dd mmmm yyyy;@', undefined])('in %s is certain', format => {
    expect(dateCell(day, format)).toEqual({ text: '2026-03-10', kind: 'date' });
  });

  test.each([
    ['d-mmm', 'mungkin 10,3;'],
    ['dd/mm', 'mungkin 10,3;'],
    ['mmm-yy', 'mungkin 3,26;'],
  ])('in %s may have been a number', (format, hint) => {
    expect(dateCell(day, format)).toMatchObject({ text: '2026-03-10', note: expect.stringContaining(hint) });
  });

  test('keeps its time, and a time alone is no date', () => {
    expect(dateCell(new Date('2026-03-10T14:05:00Z'), 'dd/mm/yyyy hh:mm').text).toBe('2026-03-10 14:05');
    expect(dateCell(new Date('1899-12-31T14:05:00Z'), 'hh:mm')).toEqual({ text: '14:05', kind: 'text' });
    expect(dateCell(new Date(Number.NaN)).kind).toBe('error');
  });
});

test.each([
  ['10-Mar', 'mungkin 10,3;'],
  ['10-Mei', 'mungkin 10,5;'],
  ['Agu-26', 'mungkin 8,26;'],
])('the text %s may have been a number', (text, hint) => {
  expect(textCell(text).note).toContain(hint);
});

test.each(['Mar', '10-Xyz', '10-Mar-2026', 'Level-3'])('the text %s is a text', text => {
  expect(textCell(text)).toEqual({ text, kind: 'text' });
});

test('a formula without a result says so', () => {
  expect(formulaCell(textCell(''))).toMatchObject({
    text: '',
    isFormula: true,
    note: expect.stringMatching(/^Rumus/),
  });
  expect(formulaCell(numberCell(3))).toEqual({ text: '3', kind: 'number', isFormula: true });
});

describe('a table text', () => {
  const read = (text: string | Uint8Array) =>
    delimitedSheet(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'a').sheet.rows.map(
      row => row.map(cell => cell.text),
    );

  test.each([
    [
      'semicolons beside decimal commas',
      'a;1,5;2,5\nb;3,5;4,5',
      [
        ['a', '1,5', '2,5'],
        ['b', '3,5', '4,5'],
      ],
    ],
    [
      'commas',
      'a,1.5\nb,2',
      [
        ['a', '1.5'],
        ['b', '2'],
      ],
    ],
    [
      'tabs beside both',
      'a;b\t1,5\nc;d\t2,5',
      [
        ['a;b', '1,5'],
        ['c;d', '2,5'],
      ],
    ],
    ['the line of Excel', 'sep=|\na|b', [['a', 'b']]],
    ['a mark at the beginning', '\ufeffa;b', [['a', 'b']]],
    ['quotes with everything', '"a;""b""\r\nc";d\r\n', [['a;"b"\nc', 'd']]],
    ['something behind a quote', '"a"b;c', [['ab', 'c']]],
    [
      'old line ends',
      'a;b\rc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['gaps', 'a;;b\n\n;;c;;\n\n', [['a', '', 'b'], [], ['', '', 'c']]],
    ['a quote within', 'a 5" pipa;b', [['a 5" pipa', 'b']]],
  ])('%s', (_, text, rows) => expect(read(text)).toEqual(rows));

  test('in UTF-16 of both kinds, with and without its mark', () => {
    const little = Buffer.from('a;é', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from('fffe', 'hex'), little]),
      Buffer.concat([Buffer.from('feff', 'hex'), big]),
    ]) {
      expect(read(new Uint8Array(bytes))).toEqual([['a', 'é']]);
    }
  });
});

const firstOf = async (bytes: Uint8Array, name: string) => {
  const file = await readFile(bytes, name);
  if (!file.ok) throw new Error(file.message);
  return file.sheets[0]?.rows.map(row => row.map(({ text }) => text));
};

test('grouped rows, rows of a repeated head and repeated rows of a document are all read', async () => {
  const row = (value: string, more = '') =>
    `<table:table-row ${more}><table:table-cell office:value-type="percentage" office:value="${value}"/></table:table-row>`;
  const rows = `<table:table-header-rows>${row('0.1')}</table:table-header-rows><table:table-row-group>${row('0.2')}<table:table-row-group>${row('0.3', 'table:number-rows-repeated="2"')}</table:table-row-group></table:table-row-group>`;
  expect(await firstOf(openDocument(rows), 'a.ods')).toEqual([['10%'], ['20%'], ['30%'], ['30%']]);
});

test('a comment at a cell of a document is not its text', async () => {
  const cell =
    '<table:table-cell><office:annotation><text:p>catatan</text:p></office:annotation><text:p>isi</text:p></table:table-cell>';
  expect(await firstOf(openDocument(`<table:table-row>${cell}</table:table-row>`), 'a.ods')).toEqual([
    ['isi'],
  ]);
});

test('texts in the cell, runs of a text and prefixes of names are read', async () => {
  const inline =
    '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Na</t></r><r><t>ma</t></r></is></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>Namax</v></c></row>';
  expect(await firstOf(workbookOf(inline), 'a.xlsx')).toEqual([['Nama', '', 'Namax']]);
  const prefixed = sheetXml('<row r="1"><c r="B1"><v>4</v></c></row>')
    .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
    .replace('xmlns=', 'xmlns:x=');
  expect(await firstOf(workbookOf('', { 'xl/worksheets/sheet1.xml': prefixed }), 'a.xlsx')).toEqual([
    ['', '4'],
  ]);
});
