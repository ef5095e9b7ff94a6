import {
  AlignmentType,
  Document,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { stampOf } from './document';
import { plainTexts } from './plain-document';
import { printedColumns } from './print-widths';
import type { Block, Party, TextDocument } from './text-document';
import { grey, proseStyles, wordFontTable, wordFooter, wordHeader } from './word-page';
import { wordTable } from './word-table';

// In twentieths of a point.
const papers = { a4: { width: 11906, height: 16838 }, f4: { width: 12189, height: 18709 } };
const margins = { standing: 1247, lying: 680 };
const tablePoints = 7.5;

/**
 * Prose as a Word file: real headings, lists and tables whose heads repeat, signatures that stay together;
 * DRAF in the header of a draft. Rejects with what the library says.
 */
export async function textWord(document: TextDocument): Promise<Uint8Array> {
  const { title, footer, paper, isLying, blocks } = plainTexts(document);
  const stamp = stampOf(document);
  const { width, height } = papers[paper ?? 'a4'];
  const margin = isLying ? margins.lying : margins.standing;
  const line = (isLying ? height : width) - 2 * margin;
  const file = new Document({
    ...{ title, description: footer, creator: 'Rembug', styles: proseStyles, numbering },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: isLying ? 'landscape' : 'portrait' },
            margin: { top: margin, right: margin, bottom: margin, left: margin, header: 400, footer: 400 },
          },
        },
        headers: stamp === null ? {} : { default: wordHeader(stamp) },
        footers: { default: wordFooter(footer, line) },
        children: blocks.flatMap((block, place) => drawn(block, line, place)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file, undefined, [wordFontTable]));
}

const numbering = {
  config: [
    {
      reference: 'list',
      levels: [
        {
          ...{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
          style: { paragraph: { indent: { left: 420, hanging: 420 } } },
        },
      ],
    },
  ],
};

/** @param place of the block, so that each list counts from one */
function drawn(block: Block, width: number, place: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'masthead':
      return [
        ...block.lines.map(text => new Paragraph({ style: 'Title', text })),
        ...(block.number === undefined ? [] : [new Paragraph({ style: 'Number', text: block.number })]),
      ];
    case 'heading':
      return [new Paragraph({ style: 'Heading2', text: block.text })];
    case 'paragraph':
      return [new Paragraph({ style: 'Prose', text: block.text })];
    case 'facts':
      return block.facts.map(({ label, value }) => fact(label, value));
    case 'list':
      return block.items.map(
        text =>
          new Paragraph({
            style: 'Prose',
            text,
            numbering: { reference: 'list', level: 0, instance: place },
          }),
      );
    case 'table': {
      const columns = printedColumns(block, width / 20 / tablePoints);
      return [wordTable(block.rows, columns, width), new Paragraph({ style: 'Gap' })];
    }
    case 'signatures':
      return [signatures(block.parties, width), new Paragraph({ style: 'Gap' })];
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function fact(label: string, value: string): Paragraph {
  return new Paragraph({
    style: 'Prose',
    tabStops: [{ type: TabStopType.LEFT, position: 2200 }],
    children: [new TextRun({ text: label, color: grey }), new TextRun({ text: `\t${value}` })],
  });
}

function signatures(parties: readonly Party[], width: number): Table {
  const half = Math.floor(width / 2);
  const cells = parties.length === 1 ? [null, ...parties] : [...parties];
  const lines = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => [
    cells[2 * at] ?? null,
    cells[2 * at + 1] ?? null,
  ]);
  return new Table({
    ...{ columnWidths: [half, half], layout: TableLayoutType.FIXED, borders: TableBorders.NONE },
    width: { size: 2 * half, type: WidthType.DXA },
    rows: lines.map(
      line =>
        new TableRow({
          cantSplit: true,
          children: line.map(party => new TableCell({ children: party ? hand(party) : [new Paragraph('')] })),
        }),
    ),
  });
}

function hand({ before, name, after }: Party): Paragraph[] {
  const line = (text: string, isName = false) =>
    new Paragraph({
      ...{ style: 'Signature', keepNext: true },
      children: [new TextRun({ text, bold: isName, underline: isName ? {} : undefined })],
    });
  return [
    ...before.map(text => line(text)),
    ...Array.from({ length: 4 }, () => line('')),
    name === '' ? line('_'.repeat(32)) : line(name, true),
    ...after.map(text => line(text)),
  ];
}
