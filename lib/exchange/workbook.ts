import { type Cell, type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Column, Row, TableDocument, Value } from '@/lib/books/document';

const line = { style: 'hair', color: { rgb: '8A8A8A' } } as const;
const styles = {
  title: { font: { bold: true, size: 14 } },
  label: { font: { color: { rgb: '595959' } } },
  head: {
    font: { bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } },
    alignment: { vertical: 'center', wrapText: true },
    border: { bottom: { style: 'thin' } },
  },
  start: { alignment: { vertical: 'top', wrapText: true }, border: { bottom: line } },
  end: {
    alignment: { vertical: 'top', horizontal: 'right', wrapText: true },
    border: { bottom: line },
    numFmt: '#,##0',
  },
  note: { alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Record<string, CellStyle>;

/**
 * The table as a workbook of one sheet: title, one row a fact, the head, the rows, the notes.
 * An amount is a number with its digits, everything else is text that no spreadsheet calculates.
 * Printed on A4 across, one page wide, the head on every page.
 */
export function tableWorkbook(document: TableDocument): Promise<Uint8Array> {
  const { title, facts, columns, rows, notes } = document;
  const name = sheetName(document.name);
  const sheet = new Sheet();
  sheet.add([title], { first: styles.title });
  for (const { label, value } of facts) {
    sheet.add(factCells(label, value, document), { first: styles.label, others: {} });
  }
  sheet.add([]);
  const head = sheet.add(
    columns.map(({ label }) => label),
    { of: index => headStyle(columns[index]) },
  );
  for (const row of rows) sheet.add(cellsOf(row), styleOf(row, columns));
  const last = sheet.rows.length;
  if (notes.length > 0) sheet.add([]);
  for (const note of notes) sheet.addAcross(note, columns);
  return writeXlsx({
    properties: { title, creator: 'Rembug' },
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${name}'!$${head}:$${head}`, scope: name }],
    sheets: [
      {
        ...{ name, rows: sheet.rows, cells: sheet.cells, merges: sheet.merges, rowDefs: sheet.heights },
        columns: columns.map(({ width, align }) => ({ width: width + 1, style: styles[align] })),
        freezePane: { rows: head, columns: frozenColumns(columns) },
        autoFilter: { range: `A${head}:${colToLetter(columns.length - 1)}${last}` },
        ...printing(document),
      },
    ],
  });
}

type Styling = { first?: CellStyle; others?: CellStyle; of?: (index: number) => CellStyle | undefined };

/** Collects rows; what differs from its column's style becomes a cell of its own, which costs more. */
class Sheet {
  readonly rows: NonNullable<WriteSheet['rows']> = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: NonNullable<WriteSheet['merges']> = [];
  readonly heights = new Map<number, { height: number }>();

  /** Adds a row and answers its number as people count it. */
  add(values: readonly Value[], { first, others, of }: Styling = {}): number {
    const row = this.rows.length;
    this.rows.push(values.map(value => (isAmount(value) ? value.amount : value && literal(value))));
    for (const [index, value] of values.entries()) {
      const own = (index === 0 && first) || others || of?.(index);
      const format = isAmount(value) ? formatOf(value) : undefined;
      const isPlain = !own && (!format || format === styles.end.numFmt);
      const isLikeError = typeof value === 'string' && likeError.test(value);
      if (isPlain && !isLikeError) continue;
      const style = { ...(own ?? (format ? styles.end : undefined)), ...(format && { numFmt: format }) };
      this.cells.set(`${row},${index}`, {
        ...(Object.keys(style).length > 0 && { style }),
        ...(isLikeError && { richText: [{ text: value }] }),
      });
    }
    return row + 1;
  }

  addAcross(text: string, columns: readonly Column[]): void {
    const row = this.add([text], { first: styles.note }) - 1;
    this.merges.push({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 });
    this.heights.set(row, { height: 15 * Math.ceil((text.length * 1.1) / widthOf(columns)) });
  }
}

const isAmount = (value: Value | undefined) => typeof value === 'object' && value !== null;
