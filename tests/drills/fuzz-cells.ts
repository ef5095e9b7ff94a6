import { isDeepStrictEqual } from 'node:util';
import { numberCell, textCell } from '@/lib/exchange/foreign/cell-text';
import { delimitedSheet } from '@/lib/exchange/foreign/delimited';
import type { SheetCell } from '@/lib/exchange/sheet';
import { readForeignValue } from '@/lib/plan/foreign-value';
import { cellOfReading, readValue, showCell } from '@/lib/plan/numbers';
import { dice, mutatedRows } from '../support/mutated-cells';
import { importComplaints } from './fuzz-import';

/** What is asked of a sheet of mutated cells; returns what is wrong, or nothing. */
export type CellProbe = { name: string; complaints: (rows: SheetCell[][], roll: () => number) => string[] };

/** Everything that reads foreign cells is asked here; add a probe for what reads them next. */
export const probes: CellProbe[] = [
  {
    name: 'number grammar',
    complaints: (rows, roll) => rows.flat().flatMap(cell => grammarComplaints(cell, roll)),
  },
  {
    name: 'numbers of a workbook',
    complaints: (rows, roll) => rows.flat().flatMap(() => digitComplaints(roll)),
  },
  { name: 'table text', complaints: delimitedComplaints },
  { name: 'import', complaints: importComplaints },
];

/** Runs every probe over `cells` mutated cells in sheets of a thousand. */
export function fuzzCells(cells: number, seed: number): { cells: number; complaints: string[] } {
  const roll = dice(seed);
  const complaints: string[] = [];
  let seen = 0;
  while (seen < cells && complaints.length < 20) {
    const rows = mutatedRows(roll, Math.min(1_000, cells - seen));
    for (const probe of probes) {
      try {
        complaints.push(...probe.complaints(rows, roll).map(each => `${probe.name}: ${each}`));
      } catch (error) {
        complaints.push(`${probe.name} threw ${String(error)} with seed ${seed} after ${seen} cells`);
      }
    }
    seen += Math.max(
      rows.reduce((sum, row) => sum + row.length, 0),
      1,
    );
  }
  return { cells: seen, complaints };
}

const contexts = ['number', 'range', 'category', ''].flatMap(valueType =>
  [null, 0, 2].map(precision => ({ valueType, precision })),
);

/** Every text has a reading, and what was read as a value reads the same once it is shown. */
function grammarComplaints({ text }: SheetCell, roll: () => number): string[] {
  const from = Math.floor(roll() * contexts.length);
  return [0, 4, 8].flatMap(step => {
    const context = contexts[(from + step) % contexts.length] ?? { valueType: '', precision: null };
    const reading = readValue(text, context);
    readForeignValue(text, { ...context, unit: 'persen', isShareColumn: true });
    const cell = cellOfReading(reading);
    if (!cell || reading.kind === 'empty') return [];
    const again = readValue(showCell(cell), context);
    const isSame = isDeepStrictEqual(again, reading);
    // A point or comma that may be either is asked about, never silently another number.
    const isAsked = again.kind === 'ambiguous' || (reading.kind === 'range' && again.kind === 'unreadable');
    return isSame || isAsked
      ? []
      : [`${JSON.stringify(text)} as ${JSON.stringify(context)} is read otherwise when shown`];
  });
}

/** A number of a workbook is written without exponent and noise, and is the same number again. */
function digitComplaints(roll: () => number): string[] {
  const value = Number(((roll() - 0.5) * 10 ** Math.floor(roll() * 30 - 12)).toPrecision(15));
  const { text } = numberCell(value);
  const isPlain = /^-?\d+(?:,\d+)?$/.test(text);
  return isPlain && Number(text.replace(',', '.')) === value ? [] : [`${value} is written ${text}`];
}

/** Every cell of a table text comes back at its place with its text. */
function delimitedComplaints(rows: SheetCell[][]): string[] {
  const clean = rows.map(row =>
    row.map(({ text }) => (textCell(inFile(text), true).kind === 'empty' ? '' : inFile(text))),
  );
  const file = clean.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(';')).join('\r\n');
  const { sheet } = delimitedSheet(new TextEncoder().encode(`sep=;\r\n${file}`), 'uji');
  return clean.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const read = sheet.rows[at]?.[column]?.text ?? '';
      return read === text ? [] : [`${JSON.stringify(text)} came back as ${JSON.stringify(read)}`];
    }),
  );
}

// What a text file cannot carry: signs that are no text, halves of letters, other line ends.
const inFile = (text: string) =>
  new TextDecoder()
    .decode(new TextEncoder().encode(text))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd\ufeff]/g, '')
    .replace(/\r\n?/g, '\n');
