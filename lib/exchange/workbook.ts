import { type Cell, type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Column, Row, TableDocument, Value } from '@/lib/books/document';
import { plainDocument } from '@/lib/books/plain-document';
import { formatOfNumber, type NumberValue } from './number-format';
import { styles } from './workbook-looks';

/**
 * The table as a workbook of one sheet: title, one row a fact, the head, the rows, the notes.
 * An amount is a number with its digits; everything else is text that no spreadsheet calculates.
 * Printed on A4 across, one page wide, the head repeated on every page.
 */
export function tableWorkbook(document: TableDocument): Promise<Uint8Array> {
  const { title, facts, columns, rows, notes, footer, isDraft } = plainDocument(document);
  const name = sheetName(document.name);
  const sheet = new Sheet();
  sheet.add([title], () => styles.title);
  const factPlace = columnAfter(Math.max(0, ...facts.map(({ label }) => label.length)), columns);
  for (const { label, value } of facts) {
    const cells = [label, ...Array<null>(factPlace - 1).fill(null), value];
    sheet.add(cells, index => (index === 0 ? styles.label : styles.fact));
  }
  sheet.add([]);
  const head = sheet.add(
    columns.map(({ label }) => label),
    index => styles.head[columns[index]?.align ?? 'start'],
  );
  for (const row of rows) addRow(sheet, row, columns);
  const last = sheet.rows.length;
  if (notes.length > 0) sheet.add([]);
  for (const note of notes) sheet.addAcross(note, columns);
  return writeXlsx({
    properties: { title: literal(title), creator: 'Rembug' },
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `'${name}'!$${head}:$${head}`, scope: name }],
    sheets: [
      {
        ...{ name, rows: sheet.rows, cells: sheet.cells, merges: sheet.merges, rowDefs: sheet.heights },
        columns: columns.map(({ width, align }) => ({ width, style: styles[align] })),
        freezePane: { rows: head, columns: frozenColumns(columns) },
        autoFilter: { range: `A${head}:${colToLetter(columns.length - 1)}${last}` },
        ...printSetUp(footer, isDraft),
      },
    ],
  });
}

function addRow(sheet: Sheet, row: Row, columns: readonly Column[]): void {
  if (row.kind === 'record') {
    sheet.add(row.cells);
    return;
  }
  const cells = row.cells ?? [row.aside ? `${row.text} · ${row.aside}` : row.text];
  const all = columns.map((_, index) => cells[index] ?? null);
  const wraps = row.cells !== undefined;
  sheet.add(all, index => {
    const style = wraps ? styles.heading[columns[index]?.align ?? 'start'] : styles.heading.across;
    return index === 0 && row.colour ? styles.withBar(style, row.colour) : style;
  });
}

/** Collects rows. What differs from the style of its column becomes a cell of its own, which costs more. */
class Sheet {
  readonly rows: NonNullable<WriteSheet['rows']> = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: NonNullable<WriteSheet['merges']> = [];
  readonly heights = new Map<number, { height: number }>();

  /** Adds a row and answers its number as people count it. */
  add(values: readonly Value[], styleOf?: (index: number) => CellStyle): number {
    const row = this.rows.length;
    this.rows.push(values.map(value => (isAmount(value) ? value.amount : value && literal(value))));
    for (const [index, value] of values.entries()) {
      const style = styleOf?.(index) ?? (isAmount(value) ? this.#numberStyle(value) : undefined);
      const isError = typeof value === 'string' && likeError.test(value);
      if (!style && !isError) continue;
      const cell: Partial<Cell> = style ? { style } : {};
      if (isAmount(value) && styleOf) cell.style = { ...style, numFmt: formatOfNumber(value) };
      if (isError) cell.richText = [{ text: value }];
      this.cells.set(`${row},${index}`, cell);
    }
    return row + 1;
  }

  readonly #numberStyles = new Map<string, CellStyle>();

  /** The style of an amount, one object for each format; nothing when its column says so already. */
  #numberStyle(value: NumberValue): CellStyle | undefined {
    const numFmt = formatOfNumber(value);
    if (numFmt === styles.end.numFmt) return undefined;
    const style = this.#numberStyles.get(numFmt) ?? { ...styles.end, numFmt };
    this.#numberStyles.set(numFmt, style);
    return style;
  }

  addAcross(text: string, columns: readonly Column[]): void {
    const row = this.add([text], () => styles.note) - 1;
    const characters = columns.reduce((sum, { width }) => sum + width, 0);
    this.merges.push({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 });
    this.heights.set(row, { height: 15 * Math.ceil((text.length * 1.1) / characters) });
  }
}

const isAmount = (value: Value): value is NumberValue => typeof value === 'object' && value !== null;

// hucre writes these words as error values; as rich text they stay the words that somebody typed.
const likeError = /^#[A-Z0-9_/]+[!?]?$/;

// Office reads _x0041_ in a text as an escaped character.
const literal = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The first column, after the first, that leaves this many characters free on its left. */
function columnAfter(characters: number, columns: readonly Column[]): number {
  let free = 0;
  const index = columns.findIndex(({ width }) => {
    free += width;
    return free >= characters + 2;
  });
  return index + 1 || 1;
}

/** Up to the description, which is the widest text, so that it stays beside what is read; four at most. */
function frozenColumns(columns: readonly Column[]): number {
  const texts = columns.map(({ align, width }) => (align === 'start' ? width : 0));
  return Math.min(texts.indexOf(Math.max(...texts)) + 1, 4);
}

/** What Excel allows on a tab: no signs of paths and ranges, 31 characters. */
function sheetName(name: string): string {
  const tab = name
    .replace(/[^\p{L}\p{N} _-]/gu, ' ')
    .trim()
    .slice(0, 31);
  return tab === '' ? 'Tabel' : tab.charAt(0).toUpperCase() + tab.slice(1);
}

function printSetUp(footer: string, isDraft: boolean): Partial<WriteSheet> {
  // More than 255 characters and Excel calls the file damaged.
  const left = literal(footer).slice(0, 200).replaceAll('&', '&&');
  return {
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      // Lines of its own for every cell would double what a large sheet costs to write.
      showGridLines: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.25, footer: 0.25 },
    },
    headerFooter: {
      ...(isDraft && { oddHeader: '&C&BDRAF' }),
      oddFooter: `&L${left}&RHalaman &P dari &N`,
    },
  };
}
