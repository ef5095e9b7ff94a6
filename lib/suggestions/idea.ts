import { kinds } from '@/lib/plan/kinds/all';
import { type Fields, type ItemKind, mediumYear, type Years } from '@/lib/plan/kinds/kind';
import { readProposal } from './proposal';

/** An idea for a new item, as far as its author put it into fields. */
export type Idea = {
  kind: ItemKind;
  title: string | null;
  unit: string | null;
  direction: string | null;
  target: string | null;
};

/** The year that an idea's target is for: where the medium term ends. */
export const ideaYear = (plan: Years) => mediumYear(plan);

/**
 * The fields that an item begins with which takes up an idea: what was said as fields, and the words where they fit.
 * What cannot be read is told with the field it was typed in.
 */
export function ideaFields(
  { kind, title, unit, direction, target }: Idea,
  text: string,
  plan: Years,
): { fields: Fields } | { field: string; message: string } {
  const all = kinds[kind].fields(plan);
  const max = all.find(({ path }) => path === 'title')?.max ?? 250;
  const isLong = text.length > max;
  const fields: Fields = { ...kinds[kind].startsWith?.(plan), title: cut(text.replace(/\s+/g, ' '), max) };
  const parts: [name: string, path: string, typed: string | null][] = [
    ['title', 'title', title],
    ['unit', 'unit', unit],
    ['direction', 'direction', direction],
    ['target', `milestones.${ideaYear(plan)}`, target],
  ];
  for (const [name, path, typed] of parts) {
    if ((typed ?? '').trim() === '') continue;
    const field = all.find(one => one.path === path);
    if (!field) continue;
    const read = readProposal(field, typed ?? '', fields);
    if ('message' in read) return { field: name, message: read.message };
    fields[path] = read.value;
  }
  const definition = all.find(({ path }) => path === 'definition');
  const isToldApart = isLong || (title ?? '').trim() !== '';
  if (definition && isToldApart) fields.definition = cut(text, definition.max ?? 250);
  return { fields };
}

/** As much of a text as fits, whole letters only. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.trim();
}
