import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { tableWord } from '@/lib/books/word';
import { hostileDocument, hostileTexts, tableDocument } from '@/tests/support/table-document';

async function partsOf(document = tableDocument(12)) {
  const files = unzipSync(await tableWord(document));
  const part = (name: RegExp) =>
    Object.entries(files)
      .filter(([path]) => name.test(path))
      .map(([, bytes]) => strFromU8(bytes))
      .join('\n');
  return { body: part(/document\.xml$/), part };
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const textsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => entities[name] ?? ''),
  );
const count = (text: string, what: string) => text.split(what).length - 1;

test('is one table whose head repeats and whose rows stay whole', async () => {
  const document = tableDocument(12);
  const { body } = await partsOf(document);
  expect(count(body, '<w:tbl>')).toBe(1);
  expect(count(body, '<w:tblHeader')).toBe(1);
  expect(count(body, '<w:cantSplit')).toBe(document.rows.length + 1);
  expect(count(body, '<w:keepNext')).toBe(document.rows.filter(({ kind }) => kind === 'heading').length);
  expect(body).toContain('w:orient="landscape"');
});

test('says what the document says, but not what only sheets show', async () => {
  const document = tableDocument(12);
  const { body } = await partsOf(document);
  const texts = textsOf(body);
  expect(texts[0]).toBe(document.title);
  expect(texts).toEqual(
    expect.arrayContaining(['Daerah', 'Uraian', '2030', '1.062.961.500', ...document.notes]),
  );
  expect(texts).not.toContain('Subdimensi');
  expect(texts).not.toContain('Indikator');
});

test('carries pages, footer and, while it is one, the word draft', async () => {
  const draft = await partsOf();
  expect(draft.part(/footer\d/)).toMatch(/Halaman [\s\S]*PAGE[\s\S]* dari [\s\S]*NUMPAGES/);
  expect(textsOf(draft.part(/footer\d/))).toContain(tableDocument().footer);
  expect(textsOf(draft.part(/header\d/))).toEqual(['DRAF']);
  const final = await partsOf(tableDocument(1, { isDraft: false }));
  expect(final.part(/header\d/)).not.toContain('DRAF');
});

test('names Arial where Inter is missing', async () => {
  const { part } = await partsOf();
  expect(part(/fontTable\.xml$/)).toContain('<w:font w:name="Inter"><w:altName w:val="Arial"/>');
});

test('hostile text stays text', async () => {
  const { body } = await partsOf(hostileDocument());
  expect(textsOf(body)).toEqual(
    expect.arrayContaining([...hostileTexts, 'kendali\ufffd akhir', '=2+2 #strong[y]', '#title[x] <b> =3+3']),
  );
  expect(body).not.toContain('"#fff');
});
