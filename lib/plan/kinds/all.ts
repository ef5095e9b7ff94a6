import { goal } from './goal';
import { indicator } from './indicator';
import type { Field, ItemKind, Kind, Years } from './kind';
import { target } from './target';

/** Every kind of item, in the order of the tree. */
export const kinds: Record<ItemKind, Kind> = { goal, target, indicator };

/** The kind with this address part, e.g. `indikator`. */
export function kindBySlug(slug: string): Kind | undefined {
  return Object.values(kinds).find(kind => kind.slug === slug);
}

/** The address of an item's own page. */
export function itemPath(item: { kind: ItemKind; id: string }): string {
  return `/${kinds[item.kind].slug}/${item.id}`;
}

/** The kind that hangs under this one, if any. */
export function childKind(kind: ItemKind): Kind | undefined {
  return Object.values(kinds).find(candidate => candidate.parents.includes(kind));
}

/** A field of a kind by its path; the answer to a warning (`reasons.…`) counts as one. */
export function findField(kind: ItemKind, path: string, years: Years): Field | undefined {
  if (/^reasons\.[a-z-]{1,30}(?:\.\d{4})?$/.test(path)) {
    return { path, label: 'Alasan', group: 'Alasan', input: 'paragraph', max: 500 };
  }
  return kinds[kind].fields(years).find(field => field.path === path);
}
