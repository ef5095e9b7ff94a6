import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Sheet } from '../sheet';
import type { Head } from './columns';
import { headLabels } from './columns';
import { coverOf } from './cover';
import { fieldPathOf, ignored, type Meaning, titleMeanings, unknown } from './meaning';
import { type CellFate, cellKey, fates } from './report';
import { apart, mostParts } from './row-parts';
import type { Given } from './values';
import { oneLine, saysNothing, squeezed, titleKey, withoutGuard } from './wording';

/** How a sheet is read: where its heads are, what its columns mean, and what was answered to its cells. */
export type Reading = {
  head: Head;
  meanings: readonly Meaning[];
  /** Texts that take the place of cells, by `cellKey`. */
  cells: Readonly<Record<string, string>>;
};

/** Where a text of the tree was found, so that what is said of it can name the cell. */
export type Placed = { text: string; row: number; column: number; isAnswered: boolean };

/** One item as a table tells it: a row, or a part of a row in which several were stacked. */
export type TableRow = {
  row: number;
  part: number;
  parts: number;
  /** Deepest of goal, target and indicator that the row itself names; null in a table of one item a row. */
  leaf: ItemKind | null;
  titles: Partial<Record<ItemKind, Placed>>;
  dimension: Placed | null;
  cells: Map<number, Given>;
  /** The texts of the parts of a stacked cell, to put one of them right. */
  stacks: Map<number, string[]>;
  /** Cells that a merged one above or beside covers, with the text that stands in it. */
  covered: Map<number, string>;
  /** Stacked cells that do not come apart evenly. */
  unequal: { count: number; columns: { column: number; count: number }[] } | null;
};

/** A row that is no item, and why. */
export type AsideRow = { row: number; reason: string; text: string };

export type Table = {
  rows: TableRow[];
  aside: AsideRow[];
  fate: Uint8Array;
  width: number;
  columnOf: ReadonlyMap<Meaning, number>;
};

const codeOf = (fate: CellFate) => fates.indexOf(fate);

/** Notes what became of a cell; what asks for an answer stays so. */
export function markCell(table: Pick<Table, 'fate' | 'width'>, row: number, column: number, fate: CellFate) {
  const at = row * table.width + column;
  if (table.fate[at] !== codeOf('finding')) table.fate[at] = codeOf(fate);
}

/**
 * Takes a sheet apart into items: goals, targets and dimensions hold for the rows below until others come,
 * merged cells for all that they cover, headings and totals are set aside, stacked cells come apart.
 * @param isDimension whether a text names a dimension
 */
export function* readTable(
  sheet: Sheet,
  reading: Reading,
  isDimension: (text: string) => boolean,
): Generator<undefined, Table> {
  const labels = headLabels(sheet, reading.head).map(squeezed);
  const width = Math.max(labels.length, reading.meanings.length, ...widths(sheet), 1);
  const fate = new Uint8Array(sheet.rows.length * width);
  const columnOf = new Map<Meaning, number>();
  reading.meanings.forEach((meaning, column) => {
    if (meaning !== ignored && meaning !== unknown && !columnOf.has(meaning)) columnOf.set(meaning, column);
  });
  const table: Table = { rows: [], aside: [], fate, width, columnOf };
  const cover = coverOf(sheet, width);
  const context: Context = { dimension: null, goal: null, target: null };
  const first = reading.head.row + reading.head.rows;
  for (const [row, cells] of sheet.rows.entries()) {
    if (row % 500 === 499) yield undefined;
    const filled = cells.flatMap(({ text }, column) => (oneLine(text) === '' ? [] : [column]));
    if (row < first) {
      const place = row < reading.head.row ? 'above' : 'head';
      for (const column of filled) markCell(table, row, column, place);
      continue;
    }
    for (const column of filled) {
      if (columnOf.get(reading.meanings[column] ?? unknown) !== column)
        markCell(table, row, column, 'ignored');
    }
    readRow({ sheet, reading, table, cover, context, labels, isDimension }, row, filled);
  }
  return table;
}

// A spread of tens of thousands of arguments would not fit onto the stack.
function* widths(sheet: Sheet): Generator<number> {
  let most = 0;
  for (const { length } of sheet.rows) most = Math.max(most, length);
  yield most;
}

type Context = Record<'dimension' | 'goal' | 'target', Placed | null>;

type Work = {
  sheet: Sheet;
  reading: Reading;
  table: Table;
  cover: ReturnType<typeof coverOf>;
  context: Context;
  labels: readonly string[];
  isDimension: (text: string) => boolean;
};

function readRow(work: Work, row: number, filled: readonly number[]): void {
  const { table, reading, context } = work;
  const isTouched =
    filled.length > 0 || [...table.columnOf.values()].some(column => cellKey(row, column) in reading.cells);
  if (!isTouched) return;
  const cells = givenCells(work, row);
  const aside = asideReason(work, row, filled, cells);
  if (aside !== null) {
    for (const column of filled) markCell(table, row, column, 'aside');
    table.aside.push({
      row,
      reason: aside,
      text: oneLine(work.sheet.rows[row]?.[filled[0] ?? 0]?.text ?? ''),
    });
    return;
  }
  const placed = (meaning: Meaning): Placed | null => {
    const column = table.columnOf.get(meaning);
    const given = column === undefined ? undefined : cells.get(column);
    if (column === undefined || !given || saysNothing(given.text)) return null;
    return { text: withoutGuard(given.text), row, column, isAnswered: given.isAnswered === true };
  };
  const own = {
    dimension: placed('dimension'),
    goal: placed('goal'),
    target: placed('target'),
    indicator: placed('indicator'),
  };
  if (own.dimension && squeezed(own.dimension.text) !== squeezed(context.dimension?.text ?? ''))
    Object.assign(context, { dimension: own.dimension, goal: null, target: null });
  if (own.goal) {
    if (titleKey(own.goal.text) !== titleKey(context.goal?.text ?? '')) context.target = null;
    context.goal = own.goal;
  }
  if (own.target) context.target = own.target;
  const leaf = titleMeanings.findLast(kind => own[kind] !== null) ?? null;
  const isOfItems = table.columnOf.has('title');
  if (leaf === null && !isOfItems && ![...cells.keys()].some(column => isMapped(work, column))) return;
  const tableRow: TableRow = {
    ...{ row, part: 0, parts: 1, leaf, cells, stacks: new Map(), unequal: null },
    dimension: own.dimension ?? context.dimension,
    titles: {
      ...(context.goal ? { goal: context.goal } : {}),
      ...(context.target && leaf !== 'goal' ? { target: context.target } : {}),
      ...(own.indicator ? { indicator: own.indicator } : {}),
    },
    covered: coveredBy(work, row, cells),
  };
  const room = mostParts.ofTable - table.rows.length;
  table.rows.push(...(isOfItems ? [tableRow] : apart(reading.meanings, tableRow, room)));
}

const isMapped = ({ table, reading }: Work, column: number) =>
  table.columnOf.get(reading.meanings[column] ?? unknown) === column;

/** The cells of the columns that mean something, with answers in the place of what stands in the file. */
function givenCells(work: Work, row: number): Map<number, Given> {
  const { sheet, reading, table } = work;
  const cells = new Map<number, Given>();
  for (const column of table.columnOf.values()) {
    const answer = reading.cells[cellKey(row, column)];
    const cell = sheet.rows[row]?.[column];
    if (answer !== undefined) cells.set(column, { text: answer, kind: 'text', isAnswered: true });
    else if (cell && (oneLine(cell.text) !== '' || cell.note)) cells.set(column, cell);
    if (cell && oneLine(cell.text) !== '') markCell(table, row, column, 'used');
  }
  return cells;
}

const counted = /^\(?\d{1,3}\)?$/;

/** Why a row is no item; null when it may be one. A heading of a dimension holds for what follows. */
function asideReason(
  work: Work,
  row: number,
  filled: readonly number[],
  cells: Map<number, Given>,
): string | null {
  const { sheet, labels, context, isDimension, table, reading } = work;
  const texts = filled.map(column => oneLine(sheet.rows[row]?.[column]?.text ?? ''));
  if (filled.length > 1 && filled.every((column, index) => labels[column] === squeezed(texts[index] ?? '')))
    return 'Judul kolom yang berulang.';
  const isCounting = texts.length > 2 && texts.every(text => counted.test(text));
  const counts = texts.map(text => Number(text.replace(/\D/g, '')));
  if (isCounting && counts.every((count, index) => index === 0 || count === (counts[index - 1] ?? 0) + 1))
    return 'Nomor kolom.';
  const [column = 0] = filled;
  const [text = ''] = texts;
  if (/^(?:jumlah|total|rata-rata|sub ?total)\b[\s:]*(?:keseluruhan|seluruh)?$/i.test(text))
    return 'Baris jumlah.';
  if (filled.length !== 1) return null;
  const meaning = isMapped(work, column) ? reading.meanings[column] : undefined;
  if (isDimension(text)) {
    Object.assign(context, { dimension: { text, row, column, isAnswered: false }, goal: null, target: null });
    return 'Judul dimensi, berlaku untuk baris di bawahnya.';
  }
  const named = /^(tujuan|sasaran)(?:\s+[\w.]{1,6})?\s*:\s*(.{5,})$/i.exec(text);
  if (named?.[1] && named[2] && meaning !== 'indicator') {
    const kind = named[1].toLowerCase() === 'tujuan' ? 'goal' : 'target';
    context[kind] = { text: named[2], row, column, isAnswered: false };
    if (kind === 'goal') context.target = null;
    return 'Judul bagian, berlaku untuk baris di bawahnya.';
  }
  const isName = meaning !== undefined && [...titleMeanings, 'title'].includes(meaning);
  const isAnsweredElsewhere = [...cells.values()].some(({ isAnswered }) => isAnswered);
  const isFigure = meaning !== undefined && figureColumn(meaning);
  if (
    isName ||
    isFigure ||
    isAnsweredElsewhere ||
    (table.columnOf.has('id') && cells.has(table.columnOf.get('id') ?? -1))
  )
    return null;
  return 'Catatan, bukan isian.';
}

/** Whether a column holds figures of a series. */
export function figureColumn(meaning: Meaning): boolean {
  const path = fieldPathOf(meaning);
  return path === 'baseline' || path?.startsWith('milestones.') === true;
}

/** Empty cells that a merged cell covers. A shared word is taken; a shared figure is left to be asked about. */
function coveredBy(work: Work, row: number, cells: Map<number, Given>): Map<number, string> {
  const { table, cover, sheet, reading } = work;
  const covered = new Map<number, string>();
  for (const [meaning, column] of table.columnOf) {
    if (cells.has(column)) continue;
    const from = cover(row, column);
    const source = from && sheet.rows[from.row]?.[from.column];
    if (!source || oneLine(source.text) === '') continue;
    const answer = reading.cells[cellKey(from.row, from.column)];
    const given: Given = answer === undefined ? source : { text: answer, kind: 'text' };
    // The tree's own columns hold for what follows anyhow; an item's identity is never shared.
    if (['goal', 'target', 'indicator', 'dimension', 'id', 'version', 'title', 'kind'].includes(meaning))
      continue;
    if (figureColumn(meaning)) covered.set(column, given.text);
    else if (from.column === column) cells.set(column, given);
  }
  return covered;
}
