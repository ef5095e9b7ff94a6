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

/** Which signs a hand or a program uses: 1.234,5 or 1,234.5. */
export type Habit = 'local' | 'english';

export type NumberContext = {
  valueType: string;
  precision: number | null;
  /** How the numbers around it are written; settles what could be read both ways. */
  habit?: Habit | null;
};

const absentWords =
  /^(?:#?n\/?a|n\.a\.?|t\.?a\.?d\.?|(?:tidak|belum) ada data|data (?:tidak|belum) (?:ada|tersedia))$/i;
const spreadsheetError = /^(?:#[\w/]+[!?]|#+|err:\d+)$/i;
const rangeSign = /\s*(?:(?<=[\d%]\s*)-|(?<![a-z])s[./]?d\.?(?![a-z])|\b(?:sampai(?: dengan)?|hingga)\b)\s*/i;

/** Indonesian, then English: what groups thousands and what begins the decimals. A lone space groups in both. */
const conventions = [
  /^(\d+|[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,(\d+))?$/,
  /^(\d+|[1-9]\d{0,2}(?:[, ]\d{3})+)(?:\.(\d+))?$/,
] as const;

/** What a cell can keep: more digits could only be cut, and digits that were stated are never cut. */
const kept = /^-?\d{1,18}(?:\.\d{1,8})?$/;

/** Two amounts of money with all their digits are shorter; what is longer is a text. */
const longest = 100;

/** Reads what an official types, pastes or imports for one value, in Indonesian or Excel habit. */
export function readValue(typed: string, context: NumberContext): Reading {
  const text = withoutUnseen(typed);
  const bare = withPlainDashes(text.replace(/^['"‘’“”](.*?)['"‘’“”]?$/s, '$1')).trim();
  const words = inOneLine(bare);
  if (/^-*$/.test(words)) return { kind: 'empty' };
  if (absentWords.test(words)) return { kind: 'absent' };
  if (spreadsheetError.test(words)) return { kind: 'unreadable' };
  if (context.valueType === 'category') return { kind: 'category', text: inOneLine(text) };
  const [first = '', second, ...more] = withPlainSpaces(bare)
    .replace(/\bpersen\b/gi, '%')
    .replace(/(?<=\d),-+(?=\s|$)/g, ',0') // "25.000,-" is how sums of money end
    .split(rangeSign);
  if (more.length > 0 || bare.length > longest) return { kind: 'unreadable' };
  return second === undefined ? readNumber(first, context) : readRange(first, second, context);
}

function readNumber(text: string, { precision, habit }: NumberContext): Reading {
  const readings = readingsOf(text);
  const only = onlyOf(readings);
  if (only !== undefined) return { kind: 'number', low: only };
  const [local, english] = readings;
  if (local === undefined || english === undefined) return { kind: 'unreadable' };
  if (habit) return { kind: 'number', low: habit === 'local' ? local : english };
  if (isLocal(text, precision)) return { kind: 'number', low: local };
  return { kind: 'ambiguous', options: text.includes(',') ? [english, local] : [local, english] };
}

/**
 * How a block of numbers is written, by those that can be read in one way only; null when none tells, or when
 * they disagree.
 */
export function habitOf(texts: readonly string[]): Habit | null {
  const found = new Set<Habit>();
  for (const text of texts) {
    const [local, english] = readingsOf(withPlainSpaces(withPlainDashes(withoutUnseen(text))));
    if (local !== undefined && english === undefined) found.add('local');
    if (english !== undefined && local === undefined) found.add('english');
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

/** One hand writes both ends, so an end that can only be Indonesian settles the other; otherwise each stands alone. */
function readRange(first: string, second: string, { precision }: NumberContext): Reading {
  const [lows, highs] = [readingsOf(first), readingsOf(second)];
  const [local, english] = conventions.map((_, index) => endsOf(lows[index], highs[index]));
  if (!local) return endsOf(onlyOf(lows), onlyOf(highs)) ?? { kind: 'unreadable' };
  if (!english || (local.low === english.low && local.high === english.high)) return local;
  const both = first + second;
  if (both.includes(',') && both.includes('.')) return { kind: 'unreadable' };
  const isMeant = isLocal(both, precision) || (isRising(local) && !isRising(english));
  return isMeant ? local : { kind: 'unreadable' };
}

/** A comma is the Indonesian decimal sign; a point may be either, unless the indicator has no decimals. */
function isLocal(text: string, precision: number | null): boolean {
  return text.includes(',') ? precision !== 0 : precision === 0;
}

/** The number by each convention; undefined where it is none. */
function readingsOf(text: string): (string | undefined)[] {
  const [, before = '', after = '', digits = ''] =
    /^([-+]?)\s*(?:(?:rp\.?|idr)\s*)?([-+]?)\s*(\d[\d., ]*?)\s*%?$/i.exec(text) ?? [];
  if (before !== '' && after !== '') return [];
  return conventions.map(convention => {
    const [all, whole = '', fraction = ''] = convention.exec(digits) ?? [];
    if (all === undefined) return undefined;
    const value = normalise(`${(before || after).replace('+', '')}${whole.replace(/\D/g, '')}.${fraction}`);
    return kept.test(value) ? value : undefined;
  });
}

/** The one number that the conventions agree on, or that only one of them can read. */
function onlyOf([local, english]: (string | undefined)[]): string | undefined {
  return local === undefined || english === undefined || local === english ? (local ?? english) : undefined;
}

type Ends = Extract<Reading, { kind: 'range' }>;

function endsOf(low: string | undefined, high: string | undefined): Ends | undefined {
  return low === undefined || high === undefined ? undefined : { kind: 'range', low, high };
}

const isRising = ({ low, high }: Ends) => Number(low) <= Number(high);

// Marks of direction, joiners and places to break come along from Word, WhatsApp and web pages.
const withoutUnseen = (text: string) =>
  text
    .replace(/[\u200e\u200f\u2060]/g, '')
    .replaceAll('\u200b', '\n')
    .trim();

const withPlainDashes = (text: string) => text.replace(/[‐‑‒–—―−﹣－]/g, '-');

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

// A tab, a line break or a wide gap stands between two values, so it must not group thousands.
const withPlainSpaces = (text: string) =>
  text.replace(/\s+/g, gap => (/^[^\S\t\r\n]$/.test(gap) ? ' ' : '\n'));

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

/** A cell as people read it; '' when it has no value. Both ends of a range have the same number of decimals. */
export function showCell(cell: Cell, precision: number | null = null): string {
  if (cell.text !== null) return cell.text;
  if (cell.low === null) return '';
  if (cell.high === null) return showDecimal(cell.low, precision);
  const digits = Math.max(precision ?? 0, decimalsOf(cell.low), decimalsOf(cell.high));
  return `${showDecimal(cell.low, digits)}–${showDecimal(cell.high, digits)}`;
}

/** How many digits follow the point. */
export const decimalsOf = (decimal: string) => decimal.split('.')[1]?.length ?? 0;

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
