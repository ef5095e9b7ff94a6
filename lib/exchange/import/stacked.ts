import { cleanLines, oneLine, saysNothing } from './wording';

/** What one cell may hold: one text, or several that somebody stacked in it. */
export type Stack = {
  /** The texts when each line, or each line that follows a mark, stands for itself. */
  entries: string[];
  /** Marks (1. 2. 3., a) b), •) say that there are several; lines alone may be one text that was broken. */
  isMarked: boolean;
};

/** More than a cell is ever taken apart into; what is behind is not looked at for that. */
const mostLines = 1_000;
const marks: readonly RegExp[] = [/^\(?(\d{1,2})[.)]\s*(?=\D|$)/, /^\(?([a-z])[.)]\s+/i, /^([•●▪◦*–-])\s+/];
const inlineMark = /(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\p{L})/gu;

/** Takes a cell apart: by the marks before its lines, by numbers within a line, or by its lines. */
export function stackOf(text: string): Stack {
  const lines = cleanLines(text)
    .split('\n')
    .filter(line => line !== '')
    .slice(0, mostLines);
  for (const mark of marks) {
    const entries = byMarks(lines, mark);
    if (entries && entries.length > 1) return { entries, isMarked: true };
  }
  if (lines.length === 1) {
    const entries = byNumbers(lines[0] ?? '');
    if (entries) return { entries, isMarked: true };
  }
  return { entries: lines, isMarked: false };
}

/** Lines that begin with a mark each begin an entry; the first line must. Counted marks must count up. */
function byMarks(lines: readonly string[], mark: RegExp): string[] | null {
  const entries: string[] = [];
  let last: string | null = null;
  for (const line of lines) {
    const [whole, sign = ''] = mark.exec(line) ?? [];
    if (whole === undefined) {
      if (entries.length === 0) return null;
      entries[entries.length - 1] += ` ${line}`;
      continue;
    }
    if (!follows(sign, last)) return null;
    last = sign;
    entries.push(line.slice(whole.length));
  }
  return entries.map(oneLine);
}

function follows(sign: string, last: string | null): boolean {
  if (/^\d/.test(sign)) return Number(sign) === Number(last ?? 0) + 1;
  if (/^[a-z]/i.test(sign))
    return sign.toLowerCase().charCodeAt(0) === (last ?? '`').toLowerCase().charCodeAt(0) + 1;
  return last === null || sign === last;
}

/** “1. Satu 2. Dua” on one line: numbers from 1, each before a letter. */
function byNumbers(line: string): string[] | null {
  const found = [...line.matchAll(inlineMark)];
  if (found.length < 2 || found[0]?.index !== 0) return null;
  if (found.some(([, number], index) => Number(number) !== index + 1)) return null;
  return found.map((match, index) =>
    oneLine(line.slice(match.index + match[0].length, found[index + 1]?.index ?? line.length)),
  );
}

/** The values beside stacked names: one a line, or on one line between semicolons. */
export function valuesOf(text: string): string[] {
  const { entries, isMarked } = stackOf(text);
  if (entries.length !== 1 || isMarked) return entries;
  const parts = (entries[0] ?? '').split(';').map(oneLine);
  return parts.length > 1 && parts.every(part => part !== '') ? parts : entries;
}

/** How stacked names and what stands beside them come apart. */
export type Split =
  | { kind: 'single' }
  | { kind: 'split'; names: string[]; values: Map<number, string[]> }
  /** The counts do not agree; nothing is guessed. */
  | { kind: 'unequal'; count: number; columns: { column: number; count: number }[] };

/**
 * Decides whether a row is several. Names with marks are several for certain; names on bare lines only where
 * the figures beside them are as many. Every cell beside them must then hold as many, or nothing.
 * @param beside texts of the cells that belong to the name, by column; `isFigure` for years and baseline
 */
export function splitRow(
  name: string,
  beside: ReadonlyMap<number, { text: string; isFigure: boolean }>,
): Split {
  const stack = stackOf(name);
  const values = new Map<number, string[]>();
  const figures: number[] = [];
  for (const [column, { text, isFigure }] of beside) {
    const parts = valuesOf(text);
    // A dash beside several says of each that there is nothing.
    if (parts.length === 0 || (parts.length === 1 && saysNothing(text))) continue;
    values.set(column, parts);
    if (isFigure) figures.push(parts.length);
  }
  const several = figures.filter(count => count > 1);
  if (stack.entries.length <= 1 && several.length === 0) return { kind: 'single' };
  if (!stack.isMarked && several.length === 0) return { kind: 'single' };
  // Lines that go on in small letters are one name, broken to fit its column.
  const isBroken = !stack.isMarked && stack.entries.some(line => !/^[\p{Lu}\d%]/u.test(line));
  const count = isBroken ? 1 : stack.entries.length;
  const odd = [...values].filter(([, parts]) => parts.length !== count);
  if (odd.length === 0 && count > 1) return { kind: 'split', names: stack.entries, values };
  return {
    kind: 'unequal',
    count,
    columns: odd.map(([column, parts]) => ({ column, count: parts.length })),
  };
}
