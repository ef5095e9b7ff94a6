import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { TextDocument } from '@/lib/books/text-document';
import { textPdf } from '@/lib/books/text-pdf';
import { textWord } from '@/lib/books/text-word';

const hostile = '#strong[x] <b> = $a$ \u0007 kata';
const document: TextDocument = {
  ...{ name: 'uji', title: 'Berita acara uji', isDraft: true, footer: 'Kaki halaman' },
  blocks: [
    { kind: 'masthead', lines: ['BERITA ACARA', 'UJI'], number: 'Nomor 1' },
    { kind: 'paragraph', text: hostile },
    { kind: 'heading', text: 'Keputusan' },
    { kind: 'list', items: ['Pertama', 'Kedua'] },
    { kind: 'facts', facts: [{ label: 'Daerah', value: 'Uji' }] },
    { kind: 'page' },
    {
      kind: 'table',
      columns: [
        { label: 'Nama', width: 20, align: 'start' },
        { label: 'Nilai', width: 8, align: 'end' },
      ],
      rows: [
        { kind: 'heading', level: 2, text: 'Kelompok' },
        { kind: 'record', cells: ['Satu', '1'] },
      ],
    },
    {
      kind: 'signatures',
      parties: [
        { before: ['Kota, 1 Januari', 'Plt. Kepala,'], name: 'Budi', after: ['NIP ...'] },
        { before: ['Pencatat,'], name: '', after: ['NIP ...'] },
        { before: ['Saksi,'], name: 'Sari', after: [] },
      ],
    },
  ],
};

async function wordOf(asked: TextDocument) {
  const files = unzipSync(await textWord(asked));
  const part = (name: RegExp) =>
    Object.entries(files)
      .filter(([path]) => name.test(path))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
  return { body: part(/document\.xml$/), header: part(/header\d/), footer: part(/footer\d/) };
}

test('Word has headings, a numbered list, a table and signatures that stay together', async () => {
  const { body, header, footer } = await wordOf(document);
  for (const said of [
    'BERITA ACARA',
    'Nomor 1',
    'Keputusan',
    'Kedua',
    'Kelompok',
    'Budi',
    'Plt. Kepala,',
    'Sari',
  ])
    expect(body).toContain(said);
  expect(body).toContain('#strong[x] &lt;b&gt; = $a$  kata');
  expect(body).toContain('w:val="Heading2"');
  expect(body).toContain('<w:numPr>');
  expect(body.split('<w:tbl>')).toHaveLength(3);
  expect(body).toContain('w:type="page"');
  expect(header).toContain('DRAF');
  expect(footer).toContain('Kaki halaman');
  expect(body).toContain('w:orient="portrait"');
  expect((await wordOf({ ...document, isLying: true, isDraft: false })).body).toContain(
    'w:orient="landscape"',
  );
});

test('PDF is drawn standing or lying, and takes hostile text for text', () => {
  const pdf = (asked: TextDocument) => Buffer.from(textPdf(asked)).toString('latin1');
  expect(pdf(document)).toMatch(/\/MediaBox\s*\[0 0 595\.2\d* 841\.8\d*\]/);
  expect(pdf({ ...document, isLying: true })).toMatch(/\/MediaBox\s*\[0 0 841\.8\d* 595\.2\d*\]/);
  expect(pdf({ ...document, blocks: [] }).startsWith('%PDF-1.')).toBe(true);
});
