import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tablePdf } from '@/lib/books/pdf';
import { hostileDocument, tableDocument } from '@/tests/support/table-document';

/** The objects of a PDF as they stand, with its compressed streams opened. */
function opened(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf);
  const text = raw.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const start = index + mark.length;
    try {
      return inflateSync(raw.subarray(start, text.indexOf('endstream', start))).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

const pagesOf = (pdf: Uint8Array) => Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/.exec(opened(pdf))?.[1]);

test('is a tagged PDF in Indonesian with a title', () => {
  const text = opened(tablePdf(tableDocument(12)));
  expect(text.startsWith('%PDF-1.')).toBe(true);
  expect(text).toContain('/MarkInfo');
  expect(text).toMatch(/\/Lang\s*\(id/);
  expect(text).toContain('<dc:title>');
  expect(text).toContain('Rencana Induk Kota Cerdas Kabupaten Uji');
});

test('grows with the rows and fits the paper', () => {
  expect(pagesOf(tablePdf(tableDocument(6, { isDraft: false })))).toBeLessThan(3);
  expect(pagesOf(tablePdf(tableDocument(60)))).toBeGreaterThan(4);
  expect(opened(tablePdf(tableDocument(1)))).toMatch(/\/MediaBox\s*\[0 0 841\.8\d* 595\.2\d*\]/);
  expect(opened(tablePdf(tableDocument(1, { paper: 'f4' })))).toMatch(
    /\/MediaBox\s*\[0 0 935\.4\d* 609\.4\d*\]/,
  );
});

test('what looks like markup is drawn as it was typed', () => {
  const text = opened(tablePdf(hostileDocument()));
  expect(text).toContain('#title[x] &lt;b&gt; =3+3');
});

test('an empty table is a page too', () => {
  expect(pagesOf(tablePdf(tableDocument(0, { rows: [], facts: [], notes: [] })))).toBe(1);
});
