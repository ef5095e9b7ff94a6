import { type Cell, emptyCell, type Field, type Fields, hasValue, inSentence } from '@/lib/plan/kinds/kind';
import { cellOfReading, normalise, readValue, showDecimal } from '@/lib/plan/numbers';
import type { SheetCell } from '../sheet';
import { cleanLines, oneLine, saysNothing, squeezed, withoutGuard, wordsOf } from './wording';

/** A cell on its way into a field. `isAnswered`: somebody looked at it and wrote or chose this. */
export type Given = SheetCell & { isAnswered?: boolean };

export type ReadCell =
  | { kind: 'value'; cell: Cell; hasPercent: boolean; note?: string }
  | { kind: 'problem'; level: 'doubt' | 'refusal'; reason: string; remedy: string; options?: ValueOption[] };

export type ValueOption = { label: string; text: string };

const absences = /^(?:tidak ditargetkan|tidak ada target|tidak ada data|belum ada data)(?:\s*:.*)?$/i;
const plainNumber = /^([-+]?)(\d+)(?:[.,](\d+))?\s*(%?)$/;
/** In a table text every cell is what somebody saw, and a point before three digits may group thousands. */
const mayBeGrouped = /^[-+]?[1-9]\d{0,2}\.\d{3}\s*%?$/;

/** Reads one figure of a series: what a spreadsheet knows to be a number is one, text is read as people write. */
export function readCell(
  given: Given,
  field: Field,
  context: { valueType: string; precision: number | null; unit: string },
): ReadCell {
  const illustrative = /\d\s*\*$/.test(given.text.trim());
  const text = oneLine(withoutGuard(given.text)).replace(/(?<=\d)\s*\*$/, '');
  const problem = problemOf(given, text, field);
  if (problem) return problem;
  // So our own files tell of a year whose value stands with what replaces the indicator, or what it replaces.
  if (/^[→←] /.test(text)) return { kind: 'value', cell: emptyCell, hasPercent: false };
  if (absences.test(text) || (saysNothing(text) && /\p{L}/u.test(text))) {
    const note = `“${text}” dibaca sebagai tidak ada data. Tulis alasannya pada isian nanti.`;
    return { kind: 'value', cell: emptyCell, hasPercent: false, note };
  }
  const [, sign = '', whole, fraction = '', percent = ''] = plainNumber.exec(text) ?? [];
  const isNumber = given.kind === 'number' && whole !== undefined && !mayBeGrouped.test(text);
  if (isNumber && context.valueType !== 'category') {
    const low = normalise(`${sign.replace('+', '')}${whole}.${fraction}`);
    if (whole.length > 18 || fraction.length > 8) return unread(text, field);
    return { kind: 'value', cell: { ...emptyCell, low, illustrative }, hasPercent: percent !== '' };
  }
  return readText(text, field, context, illustrative);
}

function readText(
  text: string,
  field: Field,
  { valueType, precision, unit }: { valueType: string; precision: number | null; unit: string },
  illustrative: boolean,
): ReadCell {
  const bare = withoutUnit(text, unit);
  const reading = readValue(bare, { valueType, precision });
  if (reading.kind === 'ambiguous') {
    const [first, second] = reading.options;
    return {
      kind: 'problem',
      level: 'doubt',
      reason: `${field.label}: “${text}” dapat dibaca ${showDecimal(first)} atau ${showDecimal(second)}.`,
      remedy: 'Pilih salah satu.',
      options: reading.options.map(option => ({
        label: showDecimal(option),
        // One more zero, and it can be read in one way only.
        text: option.includes('.') ? `${option.replace('.', ',')}0` : option,
      })),
    };
  }
  const cell = cellOfReading(reading);
  if (!cell) return unread(text, field);
  return {
    kind: 'value',
    cell: hasValue(cell) ? { ...cell, illustrative } : cell,
    hasPercent: /%\s*$/.test(text),
  };
}

// “65 orang” beside the unit “orang” says it twice.
function withoutUnit(text: string, unit: string): string {
  const tail = unit === '' ? '' : oneLine(unit).toLowerCase();
  const isTold = tail !== '' && /\d/.test(text) && text.toLowerCase().endsWith(tail);
  return isTold ? text.slice(0, -tail.length).trim() : text;
}

function problemOf({ kind, note }: Given, text: string, field: Field): ReadCell | null {
  const refused = (reason: string, remedy: string, options?: ValueOption[]): ReadCell => ({
    ...{ kind: 'problem', level: options ? 'doubt' : 'refusal', reason, remedy },
    ...(options ? { options } : {}),
  });
  if (kind === 'error')
    return refused(`${field.label}: rumus di sel ini gagal (${text}).`, 'Tulis angkanya, lalu periksa lagi.');
  if (kind === 'boolean')
    return refused(`${field.label}: “${text}” bukan angka.`, 'Tulis angkanya, lalu periksa lagi.');
  if (kind === 'date')
    return refused(
      `${field.label}: sel ini berisi tanggal (${text}).${note ? ` ${note}` : ''}`,
      'Pilih angkanya, atau tulis sendiri.',
      datesAsNumbers(text),
    );
  if (text.startsWith('#') && /^#[A-Z/0]+[!?]?$/.test(text) && !saysNothing(text))
    return refused(`${field.label}: rumus di sel ini gagal (${text}).`, 'Tulis angkanya, lalu periksa lagi.');
  return null;
}

// A spreadsheet makes 10 March of “10,3”.
function datesAsNumbers(text: string): ValueOption[] {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)/.exec(text) ?? [];
  if (!month || !day) return [];
  const [d, m] = [Number(day), Number(month)];
  return [...new Set([`${d},${m}`, `${m},${d}`])].map(option => ({ label: option, text: option }));
}

function unread(text: string, field: Field): ReadCell {
  return {
    kind: 'problem',
    level: 'refusal',
    reason: `${field.label}: “${short(text)}” bukan angka yang dapat dibaca.`,
    remedy: 'Tulis satu angka seperti 10,5, atau rentang seperti 9,5–10,5.',
  };
}

/** A text that fits into a sentence. */
export const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

export type ReadPlain =
  | { kind: 'value'; value: string | number | null; note?: string }
  | { kind: 'problem'; level: 'doubt' | 'refusal'; reason: string; remedy: string };

/** Reads a text, a choice or a whole number. */
export function readPlain(given: Given, field: Field): ReadPlain {
  const refused = (reason: string, remedy: string): ReadPlain => ({
    ...{ kind: 'problem', level: 'refusal', reason, remedy },
  });
  if (given.kind === 'error' && !saysNothing(given.text))
    return refused(
      `${field.label}: rumus di sel ini gagal (${given.text}).`,
      'Tulis isinya, lalu periksa lagi.',
    );
  const text =
    field.input === 'paragraph' ? cleanLines(withoutGuard(given.text)) : oneLine(withoutGuard(given.text));
  if (saysNothing(text)) return { kind: 'value', value: null };
  if (field.input === 'choice') {
    const wanted = squeezed(text);
    const option = field.options?.find(({ value, label }) =>
      [squeezed(value), squeezed(label)].includes(wanted),
    );
    const labels = field.options?.map(({ label }) => label).join(', ');
    return option
      ? { kind: 'value', value: option.value }
      : refused(`${field.label}: “${short(text)}” tidak ada dalam daftar.`, `Pilih salah satu: ${labels}.`);
  }
  if (field.input === 'integer') {
    const whole = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    const [min, max] = [field.min ?? 0, field.max ?? 100];
    return whole >= min && whole <= max
      ? { kind: 'value', value: whole }
      : refused(`${field.label} harus bilangan bulat ${min} sampai ${max}.`, `Ubah “${short(text)}”.`);
  }
  const max = field.max ?? 250;
  if (text.length > max)
    return refused(
      `${field.label} paling banyak ${max} huruf. Sekarang ${text.length}.`,
      `Pendekkan ${inSentence(field.label)}.`,
    );
  if (text.includes('\u0000') || !text.isWellFormed())
    return refused(
      `${field.label} berisi huruf yang tidak dapat disimpan.`,
      'Hapus huruf aneh, lalu ketik ulang.',
    );
  return { kind: 'value', value: text };
}

/** Whether two texts say the same but for spaces and line breaks. */
export const sameText = (a: unknown, b: unknown) =>
  oneLine(typeof a === 'string' ? a : '') === oneLine(typeof b === 'string' ? b : '');

/** Whether two figures are the same, whatever is said about why one is absent. */
export function sameFigure(a: Cell, b: Cell): boolean {
  const text = (cell: Cell) => (cell.text === null ? '' : wordsOf(cell.text));
  return a.low === b.low && a.high === b.high && text(a) === text(b);
}

/** The form of values that a new indicator's figures tell. */
export function valueTypeOf(fields: Fields, unit: string): string {
  if (typeof fields.valueType === 'string') return fields.valueType;
  return /^(?:predikat|opini|kategori|grade|peringkat huruf)$/.test(wordsOf(unit)) ? 'category' : 'number';
}
