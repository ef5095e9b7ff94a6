import { type Cell, emptyCell, hasValue } from './kinds/kind';

/** What was understood of a typed value. Decimals are plain text with a point ("1234.5"), never floats. */
export type Reading =
  | { kind: 'empty' }
  | { kind: 'number'; low: string }
  | { kind: 'range'; low: string; high: string }
  | { kind: 'category'; text: string }
  /** Said to be absent: `N/A`, `tidak ada data`. */
  | { kind: 'absent' }
  /** Two readings are possible; the writer chooses. */
  | { kind: 'ambiguous'; options: [string, string] }
  | { kind: 'unreadable' };

export type NumberContext = { valueType: string; precision: number | null };

const absentWords = /^(?:#?n\/?a|tidak ada data|t\.?a\.?d\.?|belum ada data)$/i;
const dashes = /^[-–—−]$/;
const rangeDash = /\s*(?:[–—−]|(?<![a-z])s\.?d\.?(?![a-z])|\bsampai\b|(?<=\d)\s*-)\s*/i;

/** Reads what an official types or pastes for one value, in Indonesian or Excel habit. */
export function readValue(typed: string, context: NumberContext): Reading {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '' || dashes.test(text)) return { kind: 'empty' };
  if (absentWords.test(text)) return { kind: 'absent' };
  if (context.valueType === 'category') return { kind: 'category', text };
  const parts = text.split(rangeDash);
  if (parts.length === 2 && parts[0] !== '') return readRange(parts as [string, string], context);
  return readNumber(text, context);
}

function readRange([first, second]: [string, string], context: NumberContext): Reading {
  const low = readNumber(first, context);
  const high = readNumber(second, context);
  return low.kind === 'number' && high.kind === 'number'
    ? { kind: 'range', low: low.low, high: high.low }
    : { kind: 'unreadable' };
}

function readNumber(text: string, { precision }: NumberContext): Reading {
  const bare = text
    .replace(/^rp\.?\s*/i, '')
    .replace(/\s*%$/, '')
    .replace(/^([-−+])\s*/, (_, sign) => (sign === '+' ? '' : '-'))
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '');
  const match = /^(-?)(\d[\d.,]*)$/.exec(bare);
  if (!match) return { kind: 'unreadable' };
  const [, sign = '', digits = ''] = match;
  const readings = decimals(digits, precision).map(value => sign + value);
  const [only, other] = readings;
  if (only === undefined) return { kind: 'unreadable' };
  return other === undefined
    ? { kind: 'number', low: normalise(only) }
    : { kind: 'ambiguous', options: [normalise(only), normalise(other)] };
}

/** All decimals that a run of digits, dots and commas may mean: none, one, or two. */
function decimals(digits: string, precision: number | null): string[] {
  const isGrouped = (whole: string, separator: string) =>
    new RegExp(`^[1-9]\\d{0,2}(?:\\${separator}\\d{3})+$`).test(whole);
  const plain = (text: string) => text.replace(/[.,]/g, '');
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastDot < 0 && lastComma < 0) return [digits];
  if (lastDot >= 0 && lastComma >= 0) {
    const at = Math.max(lastDot, lastComma);
    const group = lastDot > lastComma ? ',' : '.';
    const whole = digits.slice(0, at);
    const fraction = digits.slice(at + 1);
    const isSound = (isGrouped(whole, group) || /^\d+$/.test(whole)) && /^\d+$/.test(fraction);
    return isSound ? [`${plain(whole)}.${fraction}`] : [];
  }
  const separator = lastDot >= 0 ? '.' : ',';
  const pieces = digits.split(separator);
  if (pieces.length > 2) return isGrouped(digits, separator) ? [plain(digits)] : [];
  const [whole = '', fraction = ''] = pieces;
  if (!/^\d+$/.test(whole) || !/^\d+$/.test(fraction)) return [];
  // A comma is the Indonesian decimal sign; a point may be either.
  if (separator === ',' || !isGrouped(digits, '.')) return [`${whole}.${fraction}`];
  return precision === 0 ? [plain(digits)] : [plain(digits), `${whole}.${fraction}`];
}

/** One spelling per number: "007.50" → "7.5", "-0" → "0". */
export function normalise(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const integer = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const bare = rest === '' ? integer : `${integer}.${rest}`;
  return decimal.startsWith('-') && bare !== '0' ? `-${bare}` : bare;
}

/**
 * Shows a decimal the Indonesian way: "1234.5" → "1.234,5". With a precision, at least that many
 * digits follow the comma; digits that were stated are never cut.
 */
export function showDecimal(decimal: string, precision: number | null = null): string {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  const rest = fraction.padEnd(precision ?? 0, '0');
  return `${decimal.startsWith('-') ? '-' : ''}${grouped}${rest === '' ? '' : `,${rest}`}`;
}

/** A cell as people read it; '' when it has no value. */
export function showCell(cell: Cell, precision: number | null = null): string {
  if (cell.text !== null) return cell.text;
  if (cell.low === null) return '';
  const low = showDecimal(cell.low, precision);
  return cell.high === null ? low : `${low}–${showDecimal(cell.high, precision)}`;
}

/** The cell that a reading stands for, or null when it has to be asked or corrected first. */
export function cellOfReading(reading: Reading): Cell | null {
  switch (reading.kind) {
    case 'empty':
      return emptyCell;
    case 'number':
      return { ...emptyCell, low: reading.low };
    case 'range':
      return { ...emptyCell, low: reading.low, high: reading.high };
    case 'category':
      return { ...emptyCell, text: reading.text };
    default:
      return null;
  }
}

/** The middle of a cell as a number for comparing and drawing; null for a category or nothing. */
export function amountOf(cell: Cell): number | null {
  if (!hasValue(cell) || cell.low === null) return null;
  return cell.high === null ? Number(cell.low) : (Number(cell.low) + Number(cell.high)) / 2;
}
