import { kinds } from '@/lib/plan/kinds/all';
import { type Field, fitsCell, type ItemKind, type Years } from '@/lib/plan/kinds/kind';

/**
 * What a column of a foreign table stands for: something of the tree (`goal`, `department`), a field of a
 * kind (`field:unit`), nothing that the plan has (`ignore`), or not known yet (`unknown`).
 */
export type Meaning = string;

export const ignored = 'ignore';
export const unknown = 'unknown';

export type MeaningOption = { value: Meaning; label: string; group: string };

const trunk: MeaningOption[] = [
  { value: 'goal', label: 'Tujuan', group: 'Pohon rencana' },
  { value: 'target', label: 'Sasaran', group: 'Pohon rencana' },
  { value: 'indicator', label: 'Indikator', group: 'Pohon rencana' },
  { value: 'dimension', label: 'Dimensi', group: 'Pohon rencana' },
  { value: 'department', label: 'OPD pengampu', group: 'Pohon rencana' },
];

const exported: MeaningOption[] = [
  { value: 'id', label: 'ID', group: 'Berkas dari Rembug' },
  { value: 'version', label: 'Versi', group: 'Berkas dari Rembug' },
  { value: 'kind', label: 'Jenis isian', group: 'Berkas dari Rembug' },
  { value: 'title', label: 'Uraian', group: 'Berkas dari Rembug' },
  { value: 'status', label: 'Status', group: 'Berkas dari Rembug' },
];

/** The columns that hold the name of an item, by kind. */
export const titleMeanings: readonly ItemKind[] = ['goal', 'target', 'indicator'];

/** Fields that a column can stand for, each once, though several kinds may have it. */
export function importableFields(years: Years): Field[] {
  const fields = new Map<string, Field>();
  for (const kind of Object.values(kinds)) {
    for (const field of kind.fields(years).filter(fitsCell))
      if (field.path !== 'title') fields.set(field.path, field);
  }
  return [...fields.values()];
}

/** The field that a meaning names, or null. */
export function fieldPathOf(meaning: Meaning): string | null {
  return meaning.startsWith('field:') ? meaning.slice('field:'.length) : null;
}

/** All that a column can be said to mean, for a list to choose from. */
export function meaningOptions(years: Years): MeaningOption[] {
  const fields = importableFields(years).map(({ path, label, group }) => ({
    ...{ value: `field:${path}`, label, group },
  }));
  return [...trunk, ...fields, ...exported];
}
