import { parseCsv } from 'hucre/csv';
import { expect, test } from 'vitest';
import { tableCsv } from '@/lib/exchange/csv';
import { amount, hostileDocument, hostileTexts, tableDocument } from '@/tests/support/table-document';

const linesOf = (document = tableDocument(12)) =>
  parseCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableCsv(document)).slice(1), {
    delimiter: ';',
  });

test('begins with the mark that tells Excel how to read it', () => {
  expect([...tableCsv(tableDocument(0)).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(tableCsv(tableDocument(0)))).toContain(
    'Dimensi;Subdimensi;Jenis;Kode;Uraian',
  );
});

test('has a line for each row, as wide as the head', () => {
  const document = tableDocument(12);
  const lines = linesOf(document);
  expect(lines).toHaveLength(document.rows.length + 1);
  expect(new Set(lines.map(line => line.length))).toEqual(new Set([document.columns.length]));
});

test('writes numbers with a comma and nothing else', () => {
  const cells = [
    amount(1_062_961_500),
    amount(-3.25, 2),
    amount(73.9, 2, '*'),
    '12,5–13,75',
    'tidak ditargetkan: belum\nada; "aturan"',
  ];
  const lines = linesOf(tableDocument(0, { rows: [{ kind: 'record', cells }] }));
  expect(lines[1]?.slice(0, 5)).toEqual(['1062961500', '-3,25', '73,90', '12,5–13,75', cells[4]]);
});

test('hostile text is what was typed, behind an apostrophe where it could be calculated', () => {
  const texts = linesOf(hostileDocument())
    .slice(2)
    .map(line => line[4]);
  const inert = hostileTexts.map(text => (/^[=+\-@]/.test(text) ? `'${text}` : text));
  expect(texts).toEqual([...inert, 'kendali\ufffd akhir']);
});
