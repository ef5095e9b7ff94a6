import { findField, kinds } from '../kinds/all';
import { type Field, type FieldValue, type ItemKind, isCell, type Years } from '../kinds/kind';
import { showCell } from '../numbers';
import { fieldAt, fieldOfPath, type PathValues, sameValue } from '../paths';
import { type Step, steps } from '../workflow';
import { bodyOf, type StoredEvent } from './body';

/** One entry of an item's history, in words. */
export type Told = {
  revision: number;
  at: string;
  by: string;
  action: string;
  deed: string;
  note: string | null;
  changes: { field: string; label: string; before: string; after: string }[];
};

/** Names that values of fields refer to. */
export type Names = Years & {
  departmentCode: (id: string) => string;
  subdimensionName: (id: string) => string;
};

const deeds: Record<string, string> = {
  create: 'Membuat isian',
  change: 'Mengubah isian',
  move: 'Memindah isian',
};

/**
 * The story of one item, oldest first: who did what and when, with each field before and after.
 * @param events all events of the item, in order of revision
 */
export function tell(events: readonly Pick<StoredEvent, 'body'>[], kind: ItemKind, names: Names): Told[] {
  const values: PathValues = {};
  return events.map(event => {
    const { revision, at, actor, action, note, changes } = bodyOf(event);
    const fields = [...new Set(changes.map(({ path }) => fieldOfPath(path)))];
    const before = fields.map(field => fieldAt(values, field));
    for (const { path, after } of changes) values[path] = after;
    const told = fields.flatMap((path, index) => {
      const field = findField(kind, path, names);
      const [old, now] = [before[index] ?? null, fieldAt(values, path)];
      if (!field || sameValue(old, now)) return [];
      return [
        {
          field: path,
          label: field.label,
          before: showValue(field, old, names),
          after: showValue(field, now, names),
        },
      ];
    });
    const deed = deeds[action] ?? steps[action as Step]?.deed ?? action;
    const named = action === 'create' ? `Membuat ${kinds[kind].label.toLowerCase()}` : deed;
    return { revision, at, by: actor.name, action, deed: named, note, changes: told };
  });
}

/** A field's value as people read it; '' when nothing is there. */
export function showValue(
  field: Field,
  value: FieldValue,
  names: Names,
  precision: number | null = null,
): string {
  if (value === null) return '';
  if (isCell(value)) {
    const shown = showCell(value, precision);
    if (shown !== '' || value.skipReason === null) return shown;
    return `${field.path === 'baseline' ? 'tidak ada data' : 'tidak ditargetkan'}: ${value.skipReason}`;
  }
  if (Array.isArray(value)) return value.map(names.departmentCode).join(', ');
  if (field.input === 'subdimension') return names.subdimensionName(String(value));
  return field.options?.find(option => option.value === value)?.label ?? String(value);
}
