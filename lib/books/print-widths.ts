import type { Column, Row, TableDocument, Value } from './document';

/** A column as it is printed: `cells` of records still have the document's order, so `index` finds them. */
export type PrintedColumn = Column & {
  index: number;
  /** Part of the table's width, 0 to 1. */
  share: number;
  /** Words with more letters than this may be broken anywhere. */
  longestWord: number;
};

/**
 * The columns that print shows, with their shares of a line of `room` em. Widths are as the document asks, but
 * no narrower than the column's longest number or word, so that neither is broken.
 */
export function printedColumns(
  { columns, rows }: Pick<TableDocument, 'columns' | 'rows'>,
  room: number,
): PrintedColumn[] {
  const printed = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ isOnlyInSheets }) => !isOnlyInSheets)
    .map(column => ({ ...column, least: leastWidth(column.label, column.index, rows) }));
  const fixed = new Set<number>();
  for (;;) {
    const free = printed.filter(({ index }) => !fixed.has(index));
    const taken = sum(printed.filter(({ index }) => fixed.has(index)).map(({ least }) => least));
    const asked = sum(free.map(({ width }) => width));
    const widthOf = ({ width }: { width: number }) => (width / asked) * (room - taken);
    const narrow = free.filter(column => widthOf(column) < column.least);
    if (narrow.length === 0 || narrow.length === free.length) {
      const widths = printed.map(column => (fixed.has(column.index) ? column.least : widthOf(column)));
      const whole = sum(widths);
      const isCrowded = narrow.length > 0;
      return printed.map(({ least, ...column }, place) => {
        const share = (widths[place] ?? 0) / whole;
        const letters = Math.max(4, Math.floor((share * room - padding) / letter));
        return { ...column, share, longestWord: isCrowded ? letters : Math.max(letters, longestWord) };
      });
    }
    for (const { index } of narrow) fixed.add(index);
  }
}

// In em of Inter: the mean letter, a digit, punctuation, and what is free left and right of a cell.
const letter = 0.58;
const digit = 0.65;
const point = 0.3;
const padding = 1.1;
const bold = 1.08;
// A longer word is broken rather than given the room of others.
const longestWord = 16;

function leastWidth(label: string, index: number, rows: readonly Row[]): number {
  let least = widthOfWords(label) * bold;
  for (const row of rows) {
    if (row.kind === 'record') least = Math.max(least, widthOf(row.cells[index] ?? null));
  }
  return least + padding;
}

function widthOf(value: Value): number {
  if (value === null) return 0;
  return typeof value === 'string' ? widthOfWords(value) : widthOfWord(value.shown);
}

function widthOfWords(text: string): number {
  const words = text.split(/\s+/).filter(word => word.length <= longestWord);
  return Math.max(0, ...words.map(widthOfWord));
}

function widthOfWord(word: string): number {
  let width = 0;
  for (const character of word) {
    if (/[.,:;!'|()ijl]/.test(character)) width += point;
    else width += /[\dA-Z–*%]/.test(character) ? digit : letter;
  }
  return width;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
