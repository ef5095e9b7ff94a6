import { adviceOf } from './echo';
import {
  type Cell,
  cellOf,
  emptyCell,
  type Field,
  type Fields,
  type FieldValue,
  hasValue,
  inSentence,
  isCell,
  precisionOf,
  textOf,
} from './kinds/kind';
import { cellOfReading, type Habit, type Reading, readValue, showCell, showDecimal } from './numbers';

/** What a text says for one field. */
export type FieldReading =
  | { kind: 'value'; value: FieldValue }
  /** Two readings are possible; the writer chooses. */
  | { kind: 'doubtful'; options: { label: string; value: FieldValue }[]; message: string }
  | { kind: 'refused'; message: string };

/** Longer ones are not even sent: the server reads no request of that size, and what is behind it would wait. */
const mostLetters = 20_000;

/**
 * Reads what is typed, pasted or imported for one field.
 * @param fields the other fields of the item: the form of values and the decimals decide how a number is read
 * @param habit how the numbers around it are written, when that is known
 */
export function readField(
  field: Field,
  text: string,
  fields: Fields,
  habit: Habit | null = null,
): FieldReading {
  switch (field.input) {
    case 'cell':
      return readCell(field, text, fields, habit);
    case 'integer':
      return readInteger(field, text);
    case 'choice':
      return readChoice(field, text);
    default:
      return text.length > mostLetters ? refused(tooLongMessage(field, text)) : taken(text || null);
  }
}

/** A field's value as it is typed and copied: "10,5", "Naik baik"; '' when there is none. */
export function fieldText(field: Field, value: FieldValue, precision: number | null): string {
  if (isCell(value)) return showCell(value, precision);
  if (value === null) return '';
  if (field.input === 'choice') return field.options?.find(option => option.value === value)?.label ?? '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}

const taken = (value: FieldValue): FieldReading => ({ kind: 'value', value });
const refused = (message: string): FieldReading => ({ kind: 'refused', message });

const tooLongMessage = ({ label, max = 250 }: Field, { length }: string) =>
  `${label} paling banyak ${max} huruf. Sekarang ${length}.`;

function readCell(field: Field, text: string, fields: Fields, habit: Habit | null): FieldReading {
  const context = { valueType: textOf(fields, 'valueType'), precision: precisionOf(fields), habit };
  const reading = readValue(text, context);
  if (reading.kind === 'unreadable') return refused(unreadableMessage(field, text));
  if (reading.kind !== 'ambiguous') return taken(cellFor(reading, cellOf(fields, field.path)));
  const options = reading.options.map(low => ({ label: showDecimal(low), value: { ...emptyCell, low } }));
  const [whole, fraction] = options.map(({ label }) => label);
  const message = `${field.label}: maksud Anda ${whole} (ribuan) atau ${fraction} (koma)? Pilih salah satu.`;
  return { kind: 'doubtful', options, message };
}

/** The cell that a text stands for. Saying that there is nothing keeps the reason why. */
function cellFor(reading: Reading, cell: Cell): Cell {
  if ((reading.kind === 'absent' || reading.kind === 'empty') && !hasValue(cell)) return cell;
  return cellOfReading(reading) ?? emptyCell;
}

function unreadableMessage(field: Field, text: string): string {
  const advice = adviceOf(text);
  if (advice) return `${field.label}: ${advice}`;
  return `${field.label} harus berupa angka, misalnya 10,5. Untuk huruf seperti BB, pilih bentuk nilai Predikat.`;
}

function readInteger({ label, min = 0, max = 100 }: Field, text: string): FieldReading {
  const typed = text.trim();
  if (typed === '') return taken(null);
  const number = Number(typed);
  return /^\d+$/.test(typed) && number >= min && number <= max
    ? taken(number)
    : refused(`${label} harus bilangan bulat ${min} sampai ${max}.`);
}

/** By its label, as it is shown, or by the beginning of just one of them: "naik" is "Naik baik". */
function readChoice({ label, options = [] }: Field, text: string): FieldReading {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase();
  if (typed === '') return taken(null);
  const labels = options.map(option => ({ ...option, words: option.label.toLowerCase() }));
  const begun = labels.filter(({ words }) => words.startsWith(typed));
  const found = labels.find(({ words, value }) => words === typed || value.toLowerCase() === typed);
  const only = found ?? (begun.length === 1 ? begun[0] : undefined);
  if (only) return taken(only.value);
  const all = options.map(option => option.label).join('; ');
  return refused(`Pilih ${inSentence(label)} dari daftar: ${all}.`);
}
