import type { PlanItem } from '@/lib/plan/item';
import { emptyCell, type Fields, type FieldValue, isCell, precisionOf } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import { sameValue } from '@/lib/plan/paths';
import type { Ground } from './ground';
import { note, type RowFields } from './read-fields';
import type { ClashFound, FieldChange, Finding, PlannedChange } from './report';
import { sameFigure, sameText } from './values';

/** What a row would change of an item that is there. */
export type Compared = {
  fields: Fields;
  before: PlannedChange['before'];
  changes: FieldChange[];
  clashes: ClashFound[];
  findings: Finding[];
};

/**
 * Holds what a row says against an item: with the fields that others changed since the row was taken out, a
 * value that the file left as it was is no change, and one that both changed is a clash until somebody chooses.
 * @param isWhole the row stands for the whole item, so that an empty cell empties
 */
export function compare(
  ground: Ground,
  item: PlanItem,
  wanted: RowFields['wanted'],
  isWhole: boolean,
): Compared {
  const compared: Compared = { fields: {}, before: {}, changes: [], clashes: [], findings: [] };
  const newer = ground.newer.get(item.id) ?? {};
  for (const [path, { value, column }] of wanted) {
    const stored = item.fields[path] ?? null;
    if (same(stored, value) || (!isWhole && isNothing(value))) continue;
    const field = ground.fieldOf(item.kind, path);
    if (!field) continue;
    const precision = precisionOf(item.fields);
    const say = (one: FieldValue) => showValue(field, one, ground.names, precision);
    const since = newer[path];
    if (since && same(since.before, value)) {
      compared.findings.push(
        note(
          column,
          `${field.label} diubah ${since.by} sejak berkas ${isWhole ? 'diunduh' : 'diterapkan'}. Nilai yang tersimpan tetap dipakai.`,
        ),
      );
      continue;
    }
    const choice = since && ground.answers.clashes[`${item.id} ${path} ${since.at}`];
    if (since && choice === 'theirs') continue;
    if (since && choice !== 'mine') {
      compared.clashes.push({
        ...{ path, label: field.label, mine: say(value), theirs: say(stored), before: say(since.before) },
        ...{ by: since.by, at: since.at },
      });
      continue;
    }
    compared.fields[path] = value;
    compared.before[path] = stored;
    compared.changes.push({ path, label: field.label, before: say(stored), after: say(value) });
  }
  return compared;
}

function same(a: FieldValue, b: FieldValue): boolean {
  if (isCell(a) || isCell(b)) return sameFigure(isCell(a) ? a : emptyCell, isCell(b) ? b : emptyCell);
  if (Array.isArray(a) || Array.isArray(b)) return sameValue(a, b);
  if (typeof a === 'string' || typeof b === 'string')
    return typeof a !== 'number' && typeof b !== 'number' && sameText(a, b);
  return a === b;
}

function isNothing(value: FieldValue): boolean {
  if (isCell(value)) return value.low === null && value.text === null;
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The fields that say something, for an item that begins. */
export function filledFields(wanted: RowFields['wanted']): Fields {
  return Object.fromEntries(
    [...wanted].filter(([, { value }]) => !isNothing(value)).map(([path, { value }]) => [path, value]),
  );
}
