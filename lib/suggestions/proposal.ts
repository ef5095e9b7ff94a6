import { fieldText, readField } from '@/lib/plan/field-text';
import { type Field, type Fields, type FieldValue, inSentence, precisionOf } from '@/lib/plan/kinds/kind';

const inputs: readonly Field['input'][] = ['text', 'paragraph', 'choice', 'integer', 'cell'];

/** Whether a value can be proposed for a field in one text; what refers to something else is said in words. */
export const isProposable = ({ input, path }: Field) =>
  inputs.includes(input) && path !== 'code' && !path.startsWith('reasons.');

/** The longest words that go with a suggestion. */
export const mostLetters = 2000;

/**
 * What a text proposes for a field, or why it cannot stand there.
 * @param fields the other fields of the item, which decide how a number is read
 */
export function readProposal(
  field: Field,
  text: string,
  fields: Fields,
): { value: FieldValue } | { message: string } {
  const { label, max = 250 } = field;
  if (text.trim() === '') return { message: `Tulis ${inSentence(label)} yang Anda usulkan.` };
  if ((field.input === 'text' || field.input === 'paragraph') && text.length > max)
    return { message: `${label} paling banyak ${max} huruf. Sekarang ${text.length}.` };
  const reading = readField(field, text.trim(), fields);
  if (reading.kind === 'value') return { value: reading.value };
  if (reading.kind === 'refused') return { message: reading.message };
  return { message: `${label} dapat dibaca dua cara. Tulis tanpa titik ribuan, misalnya 1234 atau 12,5.` };
}

/** A field's value as it is compared and shown beside a proposal; '' when nothing stands there. */
export function valueText(field: Field, fields: Fields): string {
  const value = fields[field.path] ?? null;
  return Array.isArray(value) ? '' : fieldText(field, value, precisionOf(fields));
}
