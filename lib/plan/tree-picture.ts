import { courseOf, type Stop } from './course';
import { type Fields, type ItemKind, precisionOf, textOf, type Years } from './kinds/kind';
import { type Node, treeOf, walk } from './tree';
import type { Status } from './workflow';

/** An item as far as the picture shows it. */
export type PictureItem = {
  id: string;
  kind: ItemKind;
  parentId: string | null;
  dimensionId: string | null;
  departmentId: string;
  status: Status;
  selfApproved: boolean;
  fields: Fields;
};

export type Bough = Omit<PictureItem, 'fields'> & {
  title: string;
  code: string;
  subdimensionId: string | null;
  start: Stop | null;
  aim: Stop | null;
  unit: string;
  precision: number | null;
  /** Indicators right below that are counted but not drawn: other departments draft them, or there are too many. */
  undrawn: number;
};

export type Limb = {
  /** null: the region's own, outside the dimensions. */
  dimensionId: string | null;
  tree: Node<Bough>[];
  targets: number;
  indicators: number;
};

export type TreePicture = {
  limbs: Limb[];
  /** The whole plan has more indicators than a picture can hold; they are drawn one dimension at a time. */
  isCut: boolean;
};

type Around = {
  items: readonly PictureItem[];
  unseen: readonly { parentId: string | null; dimensionId: string | null; count: number }[];
  /** The dimensions to draw, in their order; null stands for the region's own. */
  dimensionIds: readonly (string | null)[];
  plan: Years;
};

/** More leaves than anybody looks at in one picture, and than a phone draws at once. */
const mostLeaves = 600;

/** The plan as one tree for each dimension. */
export function pictureOf({ items, unseen, dimensionIds, plan }: Around): TreePicture {
  const shown = items.filter(({ dimensionId }) => dimensionIds.includes(dimensionId));
  const leaves = shown.filter(isLeaf).length;
  const isCut = dimensionIds.length > 1 && leaves > mostLeaves;
  const undrawn = new Map<string | null, number>();
  const add = (parentId: string | null, count: number) =>
    undrawn.set(parentId, (undrawn.get(parentId) ?? 0) + count);
  for (const { parentId, count } of unseen) add(parentId, count);
  if (isCut) for (const { parentId } of shown.filter(isLeaf)) add(parentId, 1);
  const boughs = shown
    .filter(item => !isCut || !isLeaf(item) || item.dimensionId === null)
    .map(item => bough(item, plan, undrawn.get(item.id) ?? 0));
  const limbs = dimensionIds.map(dimensionId => {
    const isHere = (one: { dimensionId: string | null }) => one.dimensionId === dimensionId;
    const readable = shown.filter(isHere);
    return {
      dimensionId,
      tree: treeOf(boughs.filter(isHere)),
      targets: readable.filter(({ kind }) => kind === 'target').length,
      indicators:
        readable.filter(isLeaf).length + unseen.filter(isHere).reduce((sum, { count }) => sum + count, 0),
    };
  });
  return { limbs: limbs.filter(({ dimensionId, tree }) => dimensionId !== null || tree.length > 0), isCut };
}

/** How many leaves of a picture are drawn. */
export function leavesOf({ limbs }: TreePicture): number {
  return limbs.flatMap(({ tree }) => walk(tree)).filter(({ node }) => isLeaf(node.item)).length;
}

const isLeaf = ({ kind }: { kind: ItemKind }) => kind === 'indicator';

function bough({ fields, ...trunk }: PictureItem, plan: Years, undrawn: number): Bough {
  const { start, aim, beyond } = courseOf(fields, plan);
  return {
    ...{ id: trunk.id, kind: trunk.kind, parentId: trunk.parentId, dimensionId: trunk.dimensionId },
    ...{ departmentId: trunk.departmentId, status: trunk.status, selfApproved: trunk.selfApproved },
    ...{ title: textOf(fields, 'title'), code: textOf(fields, 'code'), unit: textOf(fields, 'unit') },
    subdimensionId: textOf(fields, 'subdimensionId') || null,
    precision: precisionOf(fields),
    ...{ start, aim: beyond ?? aim, undrawn },
  };
}
