import {
  AlignmentType,
  BorderStyle,
  type ITableCellBorders,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Row, Value } from './document';
import type { PrintedColumn } from './print-widths';
import { grey, ink, pale, tableSize } from './word-page';

type Heading = Extract<Row, { kind: 'heading' }>;

const thin: ITableCellBorders = { bottom: { style: BorderStyle.SINGLE, size: 4, color: pale } };
const strong: ITableCellBorders = { bottom: { style: BorderStyle.SINGLE, size: 8, color: ink } };

/** The rows as one table of `width` twentieths of a point. */
export function wordTable(rows: readonly Row[], columns: readonly PrintedColumn[], width: number): Table {
  const columnWidths = columns.map(({ share }) => Math.floor(share * width));
  return new Table({
    ...{ columnWidths, layout: TableLayoutType.FIXED, borders: TableBorders.NONE },
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 50, right: 50 },
    rows: [headRow(columns), ...rows.map(row => tableRow(row, columns))],
  });
}

function headRow(columns: readonly PrintedColumn[]): TableRow {
  return new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: columns.map(
      ({ label, align }) =>
        new TableCell({
          ...{ borders: strong, verticalAlign: VerticalAlign.BOTTOM },
          children: [line(label, { align, isBold: true })],
        }),
    ),
  });
}

function tableRow(row: Row, columns: readonly PrintedColumn[]): TableRow {
  if (row.kind === 'heading') return headingRow(row, columns.length);
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ index, align }) => {
      const value = row.cells[index] ?? null;
      return new TableCell({
        borders: thin,
        children: [line(shownOf(value), { align: sideOf(value, align) })],
      });
    }),
  });
}

function headingRow({ level, text, aside, colour }: Heading, columnSpan: number): TableRow {
  const bar = level === 1 && /^#[0-9a-f]{6}$/i.test(colour ?? '') ? colour?.slice(1) : undefined;
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        ...{
          columnSpan,
          margins: { top: level === 1 ? 140 : 60, bottom: 60, left: level === 1 ? 160 : level * 60 },
        },
        borders: {
          ...(level === 1 ? strong : thin),
          ...(bar ? { left: { style: BorderStyle.SINGLE, size: 48, color: bar } } : {}),
        },
        children: [
          new Paragraph({
            keepNext: true,
            children: [
              new TextRun({ text, bold: true, size: level === 1 ? 19 : tableSize }),
              ...(aside ? [new TextRun({ text: `   ${aside}`, color: grey })] : []),
            ],
          }),
        ],
      }),
    ],
  });
}

function shownOf(value: Value): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.shown;
}

// Words among numbers (why there is none) read from the left.
function sideOf(value: Value, align: PrintedColumn['align']): PrintedColumn['align'] {
  return typeof value === 'string' && value.includes(' ') ? 'start' : align;
}

function line(text: string, { align, isBold = false }: { align: PrintedColumn['align']; isBold?: boolean }) {
  const lines = text.split('\n');
  return new Paragraph({
    alignment: align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: lines.map((part, index) => new TextRun({ text: part, bold: isBold, break: index > 0 ? 1 : 0 })),
  });
}
