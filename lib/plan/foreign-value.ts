import { type NumberContext, normalise, type Reading, readValue } from './numbers';

/** A value of a foreign cell as read, with a sentence where more was guessed than its digits say. */
export type ForeignReading = { reading: Reading; note: string | null };

/**
 * Reads what a foreign cell holds as `readValue` reads what is typed. Where percents are kept, a fraction up to 1
 * without a percent sign (0.65) is taken for the share that a spreadsheet keeps, if the whole column is written so.
 * @param isShareColumn whether every number of the column lies between 0 and 1; see `isShareColumn`
 */
export function readForeignValue(
  text: string,
  context: NumberContext & { unit: string | null; isShareColumn?: boolean },
): ForeignReading {
  const reading = readValue(text, context);
  const plain = { reading, note: null };
  if (reading.kind !== 'number' || !context.isShareColumn || !isPercentUnit(context.unit)) return plain;
  if (text.includes('%') || !isShare(reading.low)) return plain;
  const low = hundredfold(reading.low);
  if (low === reading.low) return plain;
  const shown = (decimal: string) => decimal.replace('.', ',');
  const note = `Angka ${shown(reading.low)} dibaca sebagai ${shown(low)}%. Periksa, lalu ubah jika bukan itu maksudnya.`;
  return { reading: { kind: 'number', low }, note };
}

/** Whether a column of texts holds shares of 1: only numbers from 0 to 1, and at least one broken one. */
export function isShareColumn(texts: readonly string[]): boolean {
  const numbers = texts
    .map(text => (text.includes('%') ? null : readValue(text, { valueType: 'number', precision: null })))
    .filter(reading => reading !== null && reading.kind !== 'empty' && reading.kind !== 'absent');
  const isEach = numbers.every(reading => reading.kind === 'number' && isShare(reading.low));
  return isEach && numbers.some(reading => reading.kind === 'number' && reading.low.includes('.'));
}

const isPercentUnit = (unit: string | null) => /^(?:%|persen|prosen|percent)$/i.test(unit?.trim() ?? '');

const isShare = (decimal: string) => /^(?:0(?:\.\d+)?|1)$/.test(decimal);

function hundredfold(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0')}`;
  return normalise(`${digits.slice(0, whole.length + 2)}.${digits.slice(whole.length + 2)}`);
}
