import { Document, Packer, Paragraph, TabStopType, TextRun } from 'docx';
import { stampOf, type TableDocument } from './document';
import { plainDocument } from './plain-document';
import { printedColumns } from './print-widths';
import { grey, wordFontTable, wordFooter, wordHeader, wordStyles } from './word-page';
import { wordTable } from './word-table';

// In twentieths of a point; lying on the long side.
const papers = { a4: { width: 11906, height: 16838 }, f4: { width: 12189, height: 18709 } };
const margin = 567;
const fontSize = 7.5;

/**
 * A table as a Word file (landscape): title, facts, one real table whose head repeats and whose rows stay
 * whole, notes; DRAF in the header of a draft, and of a plan the act. Rejects with what the library says.
 */
export async function tableWord(document: TableDocument): Promise<Uint8Array> {
  const clean = plainDocument(document);
  const { title, standing, facts, notes, footer } = clean;
  const mark = stampOf(clean) ?? standing;
  const page = papers[clean.paper ?? 'a4'];
  const width = page.height - 2 * margin;
  const columns = printedColumns(clean, width / 20 / fontSize);
  const file = new Document({
    ...{ title, description: footer, creator: 'Rembug', styles: wordStyles },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height, orientation: 'landscape' },
            margin: { top: margin, right: margin, bottom: margin, left: margin, header: 300, footer: 300 },
          },
        },
        headers: mark ? { default: wordHeader(mark) } : {},
        footers: { default: wordFooter(footer, width) },
        children: [
          new Paragraph({ style: 'Title', text: title }),
          ...facts.map(({ label, value }) => fact(label, value)),
          new Paragraph({ style: 'Gap' }),
          wordTable(clean.rows, columns, width),
          ...notes.map(note => new Paragraph({ style: 'Note', text: note })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, [wordFontTable]));
}

function fact(label: string, value: string): Paragraph {
  return new Paragraph({
    style: 'Fact',
    tabStops: [{ type: TabStopType.LEFT, position: 1300 }],
    children: [new TextRun({ text: label, color: grey }), new TextRun({ text: `\t${value}` })],
  });
}
