import type { SheetCell } from '../sheet';

export const emptyCell: SheetCell = { text: '', kind: 'empty' };

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** A number in the format that it is shown in: 0.65 in `0%` is '65%'. */
export function numberCell(value: number, format = ''): SheetCell {
  if (!Number.isFinite(value)) return errorCell(String(value));
  const digits = decimalDigits(value);
  return isPercent(format)
    ? { text: `${comma(hundredfold(digits))}%`, kind: 'number' }
    : { text: comma(digits), kind: 'number' };
}

/** A point in time of a sheet, which knows no zones: taken as UTC. Without a format it is a full date. */
export function dateCell(value: Date, format = 'yyyy-mm-dd'): SheetCell {
  const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  const [, year, month = '', day = '', hours, minutes] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso) ?? [];
  if (year === undefined) return errorCell('#####');
  const shown = bare(format).toLowerCase();
  const time = `${hours}:${minutes}`;
  if (!/[yd]/.test(shown) && /[hs]/.test(shown)) return { text: time, kind: 'text' };
  const text = `${year}-${month}-${day}${time === '00:00' ? '' : ` ${time}`}`;
  if (shown.includes('d') && shown.includes('m') && !shown.includes('y')) {
    return { text, kind: 'date', note: doubt(Number(day), Number(month), `${Number(day)},${Number(month)}`) };
  }
  if (shown.includes('y') && shown.includes('m') && !shown.includes('d')) {
    return { text, kind: 'date', note: doubt(0, Number(month), `${Number(month)},${year.slice(2)}`) };
  }
  return { text, kind: 'date' };
}

const error =
  /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|GETTING_DATA|#+)|Err:\d{3})$/i;
const typedNumber = /^[-+−]?\s*(?:Rp\.?\s*)?\d[\d.,]*\s*%?$/i;
const monthNames: Record<string, number> = {
  ...{ jan: 1, feb: 2, mar: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, agt: 8, ags: 8, aug: 8 },
  ...{ sep: 9, okt: 10, oct: 10, nov: 11, des: 12, dec: 12 },
};

/** A text as it stands. With `isLoose`, of a file whose cells are all texts, numbers and dates are recognised. */
export function textCell(text: string, isLoose = false): SheetCell {
  const inner = text.trim();
  if (inner === '') return emptyCell;
  if (error.test(inner)) return errorCell(inner);
  const note = monthDoubt(inner);
  if (isLoose && /^\d{4}-\d\d-\d\d$/.test(inner)) return { text: inner, kind: 'date' };
  const kind = isLoose && typedNumber.test(inner) ? 'number' : 'text';
  return note === undefined ? { text, kind } : { text, kind, note };
}

/** What a spreadsheet could not calculate. */
export function errorCell(text: string): SheetCell {
  return { text, kind: 'error', note: `Sel ini berisi galat ${text}. Perbaiki rumusnya atau isi nilainya.` };
}

/** The same cell, said to be the stored result of a formula. */
export function formulaCell(cell: SheetCell): SheetCell {
  if (cell.kind !== 'empty') return { ...cell, isFormula: true };
  const note = 'Rumus di sel ini belum punya hasil. Buka dan simpan berkas di Excel, atau isi nilainya.';
  return { ...cell, isFormula: true, note };
}

/** `10-Mar` in a text: what Excel makes of 10,3 in a file that keeps only what is shown. */
function monthDoubt(text: string): string | undefined {
  const [, before = '', name = '', after = ''] =
    /^(?:(\d{1,2})[-/ ])?(\p{L}{3})(?:[-/ ](\d{1,2}))?$/u.exec(text) ?? [];
  const month = monthNames[name.toLowerCase()];
  if (month === undefined || (before === '') === (after === '')) return undefined;
  const [first, second] = before === '' ? [month, Number(after)] : [Number(before), month];
  return doubt(before === '' ? 0 : Number(before), month, `${first},${second}`);
}

function doubt(day: number, month: number, figure: string): string {
  const date = `${day === 0 ? '' : `${day} `}${months[month - 1] ?? ''}`;
  return `Excel membaca isi ini sebagai ${date}. Jika maksudnya angka, mungkin ${figure}; ketik ulang angkanya.`;
}

/** All digits without an exponent. A sheet keeps 15 of them; what follows is noise of the machine. */
function decimalDigits(value: number): string {
  const [mantissa = '0', power = '0'] = value.toExponential(14).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const figures = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  const point = Number(power) + 1;
  if (point > 400 || point < -400) return '0';
  const whole = point > 0 ? figures.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? figures.slice(point) : `${'0'.repeat(-point)}${figures}`;
  const isNothing = figures === '0';
  return isNothing ? '0' : `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function hundredfold(digits: string): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  const moved = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${sign}${moved}${fraction.length > 2 ? `.${fraction.slice(2)}` : ''}`;
}

const comma = (digits: string) => digits.replace('.', ',');

// What stands in quotes, behind a backslash or in brackets is not read as a sign of the format.
const bare = (format: string) =>
  (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '').replace(/am\/pm|a\/p/gi, '');

const isPercent = (format: string) => bare(format).includes('%');
