import { kinds } from '@/lib/plan/kinds/all';
import type { Arranged } from './arrange';

/** An item in the tree as far as arranging needs it. */
export type TreePlace = Arranged & {
  /** This person may move it and put it away now. */
  isMovable: boolean;
  /** Others' drafts below it that this person does not see. */
  hidden: number;
  isMine: boolean;
};

/**
 * The siblings of an item as shown: the one before, the one before that, and the one after. Own branches
 * are shown before those of others, whatever their place; an item changes places only within its lot.
 */
export function neighbours(places: readonly TreePlace[], item: TreePlace) {
  const siblings = places.filter(
    other =>
      other.parentId === item.parentId &&
      other.kind === item.kind &&
      isOwnBranch(places, other) === isOwnBranch(places, item),
  );
  const at = siblings.findIndex(({ id }) => id === item.id);
  return { beforeThat: siblings[at - 2], before: siblings[at - 1], next: siblings[at + 1] };
}

/** Whether the item or something below it is the reader's. */
function isOwnBranch(places: readonly TreePlace[], item: TreePlace): boolean {
  return item.isMine || places.some(below => below.parentId === item.id && isOwnBranch(places, below));
}

/** An item with all that hangs below it, what hangs lowest first. */
export function subtreeOf(places: readonly TreePlace[], item: TreePlace): TreePlace[] {
  const below = places.filter(({ parentId }) => parentId === item.id);
  return [...below.flatMap(child => subtreeOf(places, child)), item];
}

/** Where else an item may hang. */
export function parentsFor(places: readonly TreePlace[], item: TreePlace): TreePlace[] {
  return places.filter(
    ({ id, kind }) => kinds[item.kind].parents.includes(kind) && id !== item.parentId && id !== item.id,
  );
}

export type Drop = { parentId: string | null; after: string | null | undefined; mark: string };

/** What dropping an item on a row would do: under a parent, or before or after a sibling by where the pointer is. */
export function dropAt(
  places: readonly TreePlace[],
  item: TreePlace,
  over: TreePlace | undefined,
  { clientY }: { clientY: number },
  row: Element,
): Drop | null {
  if (!item.isMovable || !over || over.id === item.id) return null;
  if (kinds[item.kind].parents.includes(over.kind)) {
    return over.id === item.parentId ? null : { parentId: over.id, after: undefined, mark: 'is-drop-under' };
  }
  // Beside a sibling of the other lot it would be shown where it was.
  const isOtherLot = over.parentId === item.parentId && !isOwnBranch(places, over);
  if (over.kind !== item.kind || isOtherLot) return null;
  const { top, height } = row.getBoundingClientRect();
  const isBefore = clientY < top + height / 2;
  const { before } = neighbours(places, over);
  return isBefore
    ? { parentId: over.parentId, after: before?.id ?? null, mark: 'is-drop-before' }
    : { parentId: over.parentId, after: over.id, mark: 'is-drop-after' };
}
