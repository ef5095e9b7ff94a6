import type { Sender } from '@/lib/live/sender';
import { readField } from '@/lib/plan/field-text';
import type { Field, Fields, FieldValue } from '@/lib/plan/kinds/kind';
import { sameValue } from '@/lib/plan/paths';

type Typing = {
  itemId: string;
  sender: Sender;
  fields: Fields;
  change: (path: string, value: FieldValue) => void;
};

/** Hands a typed text over: as the value that it says, or as a text that is kept until it says one. */
export function takeText({ itemId, sender, fields, change }: Typing, field: Field, text: string): void {
  const reading = readField(field, text, fields);
  if (reading.kind !== 'value') sender.hold(itemId, field.path, text, reading.message);
  else if (sameValue(reading.value, fields[field.path])) sender.release(itemId, field.path);
  else change(field.path, reading.value);
}
