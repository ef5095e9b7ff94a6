import type { Cell, CellStyle, CellValue } from 'hucre/xlsx';
import type { Column, Row, Value } from '@/lib/books/document';
import { formatOfNumber, type NumberValue } from './number-format';
import { headingStyle, looks } from './workbook-looks';

/** What each cell of a row holds in a sheet; a heading without cells stands in the first column. */
export function sheetValues(row: Row): readonly Value[] {
  return row.cells ?? [row.kind === 'heading' ? row.text : null];
}

/** The row as values, one per column, to be shown in the style of the column. */
export function plainCells(row: Row, length: number): CellValue[] {
  const values = sheetValues(row);
  return Array.from({ length }, (_, index) => {
    const value = values[index] ?? null;
    if (isNumber(value)) return value.amount;
    return value === null ? null : literal(value);
  });
}

/** For each column the format that most of its numbers have, so that only the others need one of their own. */
export function commonFormats(rows: readonly Row[], length: number): (string | undefined)[] {
  const counts = Array.from({ length }, () => new Map<string, number>());
  for (const row of rows) {
    sheetValues(row).forEach((value, index) => {
      if (!isNumber(value)) return;
      const format = formatOfNumber(value);
      counts[index]?.set(format, (counts[index]?.get(format) ?? 0) + 1);
    });
  }
  return counts.map(column => [...column].sort(([, a], [, b]) => b - a)[0]?.[0]);
}

/** The cells of a row that the style of their column does not fit, by the number of the column. */
export function* styledCells(
  row: Row,
  columns: readonly Column[],
  formats: readonly (string | undefined)[],
): Generator<[column: number, cell: Partial<Cell>]> {
  const values = sheetValues(row);
  for (const [index, { align }] of columns.entries()) {
    const value = values[index] ?? null;
    const numFmt = isNumber(value) ? formatOfNumber(value) : undefined;
    const content = isNumber(value) ? value.amount : value;
    if (row.kind === 'heading') {
      yield [index, textCell(content, { ...headingStyle(row.level, align), numFmt })];
    } else if (numFmt !== undefined && numFmt !== formats[index]) {
      yield [index, { value: content, style: formattedStyle(align, numFmt) }];
    } else if (typeof value === 'string' && isErrorWord(value)) {
      yield [index, textCell(value, looks.record[align])];
    }
  }
}

/** A cell that keeps what it is given, as text or number. */
export function textCell(value: CellValue, style: CellStyle): Partial<Cell> {
  if (typeof value !== 'string') return { value, style };
  return isErrorWord(value) ? { richText: [{ text: value }], style } : { value: literal(value), style };
}

const isNumber = (value: Value): value is NumberValue => typeof value === 'object' && value !== null;

// hucre makes an error cell of these words; as a run of rich text they stay what somebody typed.
const isErrorWord = (text: string) => text.startsWith('#') && /^#[A-Z_/0]+[!?]?$/.test(text);

// Spreadsheets read _x0041_ as an A; with its first line escaped, what was typed is what is read.
const literal = (text: string) =>
  text.includes('_x') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text;

const kept = new Map<string, CellStyle>();

function formattedStyle(align: Column['align'], numFmt: string): CellStyle {
  const key = `${align}${numFmt}`;
  const style = kept.get(key) ?? { ...looks.record[align], numFmt };
  kept.set(key, style);
  return style;
}
