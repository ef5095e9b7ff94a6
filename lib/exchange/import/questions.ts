import { type Cell, cellOf, type Fields } from '@/lib/plan/kinds/kind';
import { showDecimal } from '@/lib/plan/numbers';
import type { Ground } from './ground';
import type { RowFields } from './read-fields';
import { type Choice, cellKey } from './report';
import { answerFor } from './row-parts';
import { figureColumn, type TableRow } from './table';
import { short } from './values';
import { oneLine } from './wording';

export type Unsure = { column: number; reason: string; options: { label: string; text: string }[] };

/** Points that may group thousands or begin decimals: one hand wrote the row, so it is asked once for all of them. */
export function askOfSigns(row: TableRow, read: RowFields, unsure: readonly Unsure[]): void {
  const [first] = unsure;
  if (!first) return;
  const choice = (at: number): Choice => ({
    label: unsure.map(({ options }) => options[at]?.label ?? '').join('; '),
    cells: answersFor(
      row,
      unsure.map(({ column, options }) => [column, options[at]?.text ?? '']),
    ),
  });
  read.findings.push({
    ...{ level: 'doubt', column: first.column },
    reason: first.reason,
    remedy: unsure.length > 1 ? 'Pilih angka yang dimaksud untuk baris ini.' : 'Pilih salah satu.',
    choices: [choice(0), choice(1)],
  });
}

const answersFor = (row: TableRow, texts: readonly [number, string][]): Record<string, string> =>
  Object.assign({}, ...texts.map(([column, text]) => answerFor(row, column, text)));

/** A share written as 0.65 where others write 65 %: never guessed, asked once for the whole row. */
export function askOfShares(
  ground: Ground,
  row: TableRow,
  read: RowFields,
  unit: string,
  { fields }: { fields: Fields },
): void {
  if (!/^(?:%|persen|persentase)\b|^%/i.test(unit)) return;
  const isPart = ({ low, high }: Cell) =>
    low !== null && high === null && Math.abs(Number(low)) < 1 && Number(low) !== 0;
  const figures = [...read.wanted].flatMap(([path, { value, column }]) => {
    const text = row.cells.get(column)?.text ?? '';
    const isFigure =
      figureColumn(ground.meanings[column] ?? '') && typeof value === 'object' && value !== null;
    if (!isFigure || Array.isArray(value) || /%\s*$/.test(text)) return [];
    const stored = cellOf(fields, path);
    return stored.low === value.low ? [] : [{ column, value, stored }];
  });
  const parts = figures.filter(({ value, stored }) => isPart(value) && !isPart(stored));
  const [first] = parts;
  if (!first) return;
  const asked = figures.filter(({ value }) => isPart(value) || value.low === '1');
  const answers = (factor: number) =>
    Object.assign(
      {},
      ...asked.map(({ column, value }) =>
        answerFor(row, column, `${showDecimal(times(value.low ?? '0', factor)).replaceAll('.', '')}%`),
      ),
    ) as Record<string, string>;
  const shown = (factor: number) =>
    asked.map(({ value }) => `${showDecimal(times(value.low ?? '0', factor))}%`).join('; ');
  read.findings.push({
    ...{ level: 'doubt', column: first.column },
    reason: `Satuannya %, tetapi sel ini berisi ${showDecimal(first.value.low ?? '')}. Mungkin persen yang ditulis sebagai pecahan.`,
    remedy: 'Pilih angka yang dimaksud untuk baris ini.',
    choices: [
      { label: shown(100), cells: answers(100) },
      { label: shown(1), cells: answers(1) },
    ],
  });
}

/** A decimal a hundredfold, digit by digit: floats would make 7.000000000000001 of 0.07. */
function times(decimal: string, factor: number): string {
  if (factor === 1) return decimal;
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = fraction.padEnd(2, '0');
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = digits.slice(2).replace(/0+$/, '');
  return `${decimal.startsWith('-') ? '-' : ''}${moved}${rest === '' ? '' : `.${rest}`}`;
}

/** A figure in a merged cell over several rows or years is one figure; whether it holds for each is asked. */
export function askOfCovered(row: TableRow, read: RowFields): void {
  for (const [column, text] of row.covered) {
    const answers = (value: string) => ({ [cellKey(row.row, column)]: value });
    read.findings.push({
      ...{ level: 'doubt', column },
      reason: `Sel ini digabung dengan sel lain yang berisi “${short(oneLine(text))}”.`,
      remedy: 'Pilih apakah nilainya sama, atau tulis nilainya sendiri.',
      choices: [
        { label: `Pakai ${short(oneLine(text))}`, cells: answers(text) },
        { label: 'Kosongkan', cells: answers('') },
      ],
    });
  }
}
