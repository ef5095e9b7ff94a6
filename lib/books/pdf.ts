import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Row, stampOf, type TableDocument, type Value } from './document';
import { template } from './pdf-template';
import { plainDocument } from './plain-document';
import { type PrintedColumn, printedColumns } from './print-widths';

// Millimetres, lying on the long side.
export const papers = { a4: { width: 297, height: 210 }, f4: { width: 330, height: 215 } };
const margin = 10;
const fontSize = 7.5;
export const millimetresPerPoint = 25.4 / 72;

/**
 * A table as a tagged PDF, landscape: heads on every page, headings never last on one, DRAF behind the text of
 * a draft. Texts reach Typst as data and are never read as its markup. Throws with Typst's reason.
 */
export function tablePdf(document: TableDocument): Uint8Array {
  const clean = plainDocument(document);
  const page = papers[clean.paper ?? 'a4'];
  const room = (page.width - 2 * margin) / (fontSize * millimetresPerPoint);
  const columns = printedColumns(clean, room);
  const { title, standing = null, facts, notes, footer, rows } = clean;
  const data = {
    ...{ page, margin, size: fontSize, title, stamp: stampOf(clean), standing, facts, notes, footer },
    ...printedTable(columns, rows),
  };
  return compile(template, JSON.stringify(data));
}

/** Columns and rows as the templates draw them. */
export function printedTable(columns: readonly PrintedColumn[], rows: readonly Row[]) {
  return {
    columns: columns.map(({ label, share, align, longestWord }) => ({
      label: breakable(label, longestWord),
      share,
      align,
    })),
    rows: rows.map(row => printedRow(row, columns)),
  };
}

function printedRow(row: Row, columns: readonly PrintedColumn[]) {
  if (row.kind === 'record')
    return columns.map(({ index, longestWord }) => shownOf(row.cells[index] ?? null, longestWord));
  const colour = /^#[0-9a-f]{6}$/i.test(row.colour ?? '') ? row.colour : null;
  return { level: row.level, text: breakable(row.text, 90), aside: row.aside ?? '', colour };
}

function shownOf(value: Value, longestWord: number): string {
  if (value === null) return '';
  return typeof value === 'string' ? breakable(value, longestWord) : value.shown;
}

/** Lets a word that may be longer than its line be broken anywhere, without a sign that was not typed. */
export function breakable(text: string, longestWord: number): string {
  if (text.length <= longestWord) return text;
  return text.replace(/\S+/gu, word => {
    const characters = [...word];
    return characters.length > longestWord ? broken(characters) : word;
  });
}

// A comma goes with the letter before it.
const broken = (characters: readonly string[]) =>
  characters.reduce((text, next) => (/[\p{P}\p{M}]/u.test(next) ? text + next : `${text}\u200b${next}`));

let kept: NodeCompiler | undefined;

/** A template with its data as a tagged PDF. Throws with Typst's reason. */
export function compile(mainFileContent: string, data: string): Uint8Array {
  kept ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [font('400Regular'), font('600SemiBold')] }] });
  const result = kept.compile({ mainFileContent, inputs: { data } });
  const made = result.result;
  if (!made) throw new Error(`Typst: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  const pdf = kept.pdf(made, { pdfTags: true });
  kept.evictCache(0);
  return pdf;
}

function font(weight: string): Buffer {
  const home = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  return readFileSync(join(home, weight, `Inter_${weight}.ttf`));
}
