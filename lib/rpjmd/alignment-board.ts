import type { PlanItem } from '@/lib/plan/item';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import {
  type Alignment,
  alignmentOf,
  followed,
  linksOf,
  type ReferenceNode,
  type References,
  standingLabel,
} from '@/lib/plan/references';
import { treeOf, walk } from '@/lib/plan/tree';
import type { Status } from '@/lib/plan/workflow';
import type { AlignmentFilter } from './alignment-filter';

export type AlignedItem = {
  id: string;
  kind: ItemKind;
  title: string;
  dimensionId: string | null;
  departmentCode: string;
  status: Status;
  alignment: Alignment;
  /** What it is linked to, with where that stands today. */
  links: string[];
};

export type AlignmentCounts = Record<Alignment, number>;

export type AlignedDimension<Dimension> = {
  dimension: Dimension;
  counts: AlignmentCounts;
  items: AlignedItem[];
};

/** A node of a tree in force, with the items that serve it and whether anything below is served. */
export type ServedNode = { node: ReferenceNode; depth: number; isServed: boolean; items: AlignedItem[] };

export type AlignmentBoard<Dimension> = {
  counts: AlignmentCounts;
  /** Counts are of all, items of what the filter lets through. */
  dimensions: AlignedDimension<Dimension>[];
  /** Every node of the trees in force, in order. */
  served: ServedNode[];
  targets: { all: number; unserved: number };
  /** Codes of the departments that own any of it. */
  departments: string[];
};

type Around<Dimension> = {
  dimensions: readonly Dimension[];
  departmentCode: (id: string) => string;
};

/**
 * How goals and targets stand to the regional plan, and what of that plan nothing serves. A link to a repealed tree
 * counts for the successor that was named for it.
 */
export function alignmentBoard<Dimension extends { id: string; slug: string }>(
  items: readonly PlanItem[],
  references: References,
  around: Around<Dimension>,
  filter: AlignmentFilter,
): AlignmentBoard<Dimension> {
  // Each target below its goal, as everywhere.
  const aligned = walk(treeOf(items))
    .map(({ node }) => node.item)
    .filter(({ kind }) => kind !== 'indicator')
    .map(item => align(item, references, around));
  const isWanted = (item: AlignedItem) =>
    (!filter.alignment || item.alignment === filter.alignment) &&
    (!filter.department || item.departmentCode === filter.department);
  const dimensions = around.dimensions
    .filter(({ slug }) => !filter.dimension || slug === filter.dimension)
    .map(dimension => {
      const own = aligned.filter(({ dimensionId }) => dimensionId === dimension.id);
      return { dimension, counts: countsOf(own), items: own.filter(isWanted) };
    });
  const served = servedNodes(references, items, aligned);
  const targets = served.filter(({ node }) => node.kind === 'target');
  return {
    ...{ counts: countsOf(aligned), dimensions, served },
    targets: { all: targets.length, unserved: targets.filter(({ isServed }) => !isServed).length },
    departments: [...new Set(aligned.map(({ departmentCode }) => departmentCode))],
  };
}

function align<Dimension>(item: PlanItem, references: References, { departmentCode }: Around<Dimension>) {
  const links = linksOf(item.fields);
  return {
    ...{ id: item.id, kind: item.kind, title: textOf(item.fields, 'title'), dimensionId: item.dimensionId },
    ...{ departmentCode: departmentCode(item.departmentId), status: item.status },
    alignment: alignmentOf(references, links),
    links: links.flatMap(id => {
      const node = references.nodes.get(id);
      return node ? [standingLabel(references, node)] : [];
    }),
  } satisfies AlignedItem;
}

function countsOf(items: readonly AlignedItem[]): AlignmentCounts {
  const count = (alignment: Alignment) => items.filter(item => item.alignment === alignment).length;
  return { linked: count('linked'), unlinked: count('unlinked'), repealed: count('repealed') };
}

function servedNodes(
  references: References,
  items: readonly PlanItem[],
  aligned: readonly AlignedItem[],
): ServedNode[] {
  const byId = new Map(aligned.map(item => [item.id, item]));
  const serving = new Map<string, AlignedItem[]>();
  for (const { id, fields } of items) {
    const item = byId.get(id);
    if (!item) continue;
    const ends = linksOf(fields).flatMap(link => {
      const way = followed(references, link);
      return way?.isInForce ? way.node.id : [];
    });
    for (const end of new Set(ends)) serving.set(end, [...(serving.get(end) ?? []), item]);
  }
  const served = new Set<string>();
  for (const end of serving.keys()) {
    for (let node = references.nodes.get(end); node; node = references.nodes.get(node.parentId ?? ''))
      served.add(node.id);
  }
  return references.trees
    .filter(({ isInForce }) => isInForce)
    .flatMap(({ id }) => inTreeOrder(references, id))
    .map(({ node, depth }) => ({
      ...{ node, depth, isServed: served.has(node.id), items: serving.get(node.id) ?? [] },
    }));
}

/** The nodes of a tree, each below its parent, with how deep it stands. */
export function inTreeOrder({ nodes }: References, treeId: string): { node: ReferenceNode; depth: number }[] {
  const below = new Map<string | null, ReferenceNode[]>();
  for (const node of nodes.values()) {
    if (node.treeId === treeId) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node]);
  }
  const walk = (parentId: string | null, depth: number): { node: ReferenceNode; depth: number }[] =>
    (below.get(parentId) ?? [])
      .sort((a, b) => a.position - b.position)
      .flatMap(node => [{ node, depth }, ...walk(node.id, depth + 1)]);
  return walk(null, 0);
}
