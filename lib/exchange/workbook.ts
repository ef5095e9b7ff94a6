import { type Cell, type CellValue, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Column, stampOf, type TableDocument } from '@/lib/books/document';
import { plainDocument } from '@/lib/books/plain-document';
import { looks } from './workbook-looks';
import { rowHeights, sheetWidths } from './workbook-measures';
import { commonFormats, plainCells, styledCells, textCell } from './workbook-rows';

/**
 * A table as an Excel workbook, on one sheet unless it brings further ones: title, facts, heads, rows, notes. Numbers are numbers with a
 * format, text is text whatever it begins with. Rejects when the table has more rows than a sheet.
 */
export function tableWorkbook(document: TableDocument): Promise<Uint8Array> {
  const clean = plainDocument(document);
  return writeXlsx({
    sheets: [clean, ...(clean.sheets ?? [])].map(sheetOf),
    properties: { title: clean.title, description: clean.footer },
  });
}

function sheetOf(document: TableDocument): WriteSheet {
  const { name, title, facts, columns, rows, notes, footer, standing } = document;
  const head = facts.length + 1;
  const first = head + 1;
  const below = first + rows.length;
  const widths = sheetWidths(columns, rows);
  const formats = commonFormats(rows, columns.length);
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell);

  put(0, 0, textCell(title, looks.title));
  facts.forEach(({ label, value }, index) => {
    put(index + 1, 0, textCell(label, looks.fact));
    put(index + 1, 1, textCell(value, looks.aside));
  });
  columns.forEach(({ label, align }, index) => {
    put(head, index, textCell(label, looks.head[align]));
  });
  rows.forEach((row, index) => {
    for (const [column, cell] of styledCells(row, columns, formats)) put(first + index, column, cell);
  });
  notes.forEach((note, index) => {
    put(below + 1 + index, 0, textCell(note, looks.aside));
  });

  const above = Array.from({ length: first }, (): CellValue[] => []);
  return {
    name: tabOf(name),
    columns: columns.map(({ align }, index) => ({
      width: widths[index],
      style: { ...looks.record[align], numFmt: formats[index] },
    })),
    rows: [...above, ...rows.map(row => plainCells(row, columns.length))],
    cells,
    rowDefs: rowHeights(rows, widths, first),
    freezePane: { rows: first, columns: widest(columns) + 1 },
    ...choices(columns, first),
    autoFilter: { range: `A${first}:${colToLetter(columns.length - 1)}${below}` },
    ...printSetUp(first, footer, stampOf(document) ?? standing),
  };
}

const rowsWithChoices = 1_000;

/** Drop-downs below the heads. They advise: what is not on the list is asked about when it comes back. */
function choices(columns: readonly Column[], first: number): Partial<WriteSheet> {
  const dataValidations = columns.flatMap(({ choices }, index) => {
    const letter = colToLetter(index);
    const range = `${letter}${first + 1}:${letter}${first + rowsWithChoices}`;
    return choices
      ? [{ type: 'list' as const, formula1: choices, allowBlank: true, showErrorMessage: false, range }]
      : [];
  });
  return dataValidations.length > 0 ? { dataValidations } : {};
}

function printSetUp(headRow: number, footer: string, mark?: string | null): Partial<WriteSheet> {
  return {
    pageSetup: {
      ...{ orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ printTitlesRow: `$${headRow}:$${headRow}`, margins },
    },
    headerFooter: {
      ...(mark ? { oddHeader: `&R${footerText(mark, 120)}` } : {}),
      oddFooter: `&L&8 ${footerText(footer)}&R&8 Halaman &P dari &N`,
    },
  };
}

// In inches, as Excel keeps them.
const margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

// Excel repairs a file whose footer has more than 255 characters.
const footerText = (footer: string, most = 100) => footer.slice(0, most).replaceAll('&', '&&');

const tabOf = (name: string) =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/^./, letter => letter.toUpperCase())
    .slice(0, 31);

function widest(columns: readonly Column[]): number {
  const most = Math.max(...columns.map(({ width }) => width));
  return columns.findIndex(({ width }) => width === most);
}
