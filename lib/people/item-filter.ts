import type { ItemToGive } from './read/department-succession';

/** What is looked for among the items that are given one by one. */
export type ItemFilter = { search: string; department: string; dimension: string; isOpenOnly: boolean };

type Asked = Record<string, string | string[] | undefined>;

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** A filter as the address says it. */
export function itemFilterOf(asked: Asked): ItemFilter {
  return {
    search: oneOf(asked.cari).trim().slice(0, 200),
    department: oneOf(asked.opd),
    dimension: oneOf(asked.dimensi),
    isOpenOnly: oneOf(asked.keadaan) === 'belum',
  };
}

/** Those items that fit; a word is sought in name, code and what it hangs under. */
export function itemsThatFit(
  items: readonly ItemToGive[],
  { search, department, dimension, isOpenOnly }: ItemFilter,
): ItemToGive[] {
  const sought = search.toLowerCase();
  return items.filter(
    item =>
      (department === '' || item.oldId === department) &&
      (dimension === '' || (item.dimensionId ?? '-') === dimension) &&
      (!isOpenOnly || item.chosen === '') &&
      (sought === '' || `${item.code} ${item.title} ${item.parent ?? ''}`.toLowerCase().includes(sought)),
  );
}
