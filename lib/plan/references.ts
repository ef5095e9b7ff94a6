import { type ReferenceKind, type ReferenceList, referenceLabel } from './reference-label';

/** A regional plan (RPJMD) that this plan serves. Days are text ("2026-01-31"). */
export type ReferenceTree = {
  id: string;
  name: string;
  kind: string;
  number: string;
  date: string | null;
  subject: string | null;
  firstYear: number;
  lastYear: number;
  /** The first day on which it no longer holds. */
  repealedAt: string | null;
  repealedById: string | null;
  isInForce: boolean;
};

export type ReferenceNode = {
  id: string;
  treeId: string;
  parentId: string | null;
  kind: ReferenceKind;
  code: string | null;
  title: string;
  position: number;
  /** One text each; see `indicatorParts`. */
  indicators: string[];
  successorId: string | null;
  hasNoSuccessor: boolean;
};

/** Everything that items can be linked to, and where it stands. */
export type References = {
  /** The newest first. */
  trees: readonly ReferenceTree[];
  /** By key, in the order of their trees. */
  nodes: ReadonlyMap<string, ReferenceNode>;
};

/** The tree as people call it in a line: "RPJMD Kabupaten …, 2021–2026". */
export const treeLabel = ({ name, firstYear, lastYear }: ReferenceTree) =>
  `${name}, ${firstYear}–${lastYear}`;

/** An indicator of a node, taken apart. */
export function indicatorParts(line: string) {
  const [name = '', baseline = '', target = '', unit = '', department = ''] = line.split('\t');
  return { name, baseline, target, unit, department };
}

/**
 * Where a link leads today: to the node itself, or over the successors that the secretariat named, as far as the
 * next tree in force. `isInForce` is false where that way ends in a repealed tree.
 */
export function followed(
  { trees, nodes }: References,
  nodeId: string,
): { node: ReferenceNode; isInForce: boolean } | null {
  const inForce = new Set(trees.filter(tree => tree.isInForce).map(({ id }) => id));
  const seen = new Set<string>();
  let node = nodes.get(nodeId);
  while (node && !inForce.has(node.treeId)) {
    seen.add(node.id);
    const next: ReferenceNode | undefined = nodes.get(node.successorId ?? '');
    if (!next || seen.has(next.id)) return { node, isInForce: false };
    node = next;
  }
  return node ? { node, isInForce: true } : null;
}

/** How an item stands to the regional plan of today. */
export type Alignment = 'linked' | 'repealed' | 'unlinked';

/** One link that leads to a tree in force is enough; links that end in a repealed tree need a decision. */
export function alignmentOf(references: References, nodeIds: readonly string[]): Alignment {
  const ways = nodeIds.flatMap(id => followed(references, id) ?? []);
  if (ways.some(({ isInForce }) => isInForce)) return 'linked';
  return ways.length > 0 ? 'repealed' : 'unlinked';
}

/** A node with what the reader must know of it beside its name. */
export function standingLabel(references: References, node: ReferenceNode): string {
  const way = followed(references, node.id);
  if (!way || (way.isInForce && way.node.id === node.id)) return referenceLabel(node);
  if (way.isInForce) {
    const now = referenceLabel(way.node);
    const isSame = now === referenceLabel(node);
    return `${referenceLabel(node)} (${isSame ? 'berlanjut di RPJMD sekarang' : `kini ${now}`})`;
  }
  return `${referenceLabel(node)} (RPJMD sudah dicabut)`;
}

/** The nodes above one, from the top. */
export function pathTo({ nodes }: References, node: ReferenceNode): ReferenceNode[] {
  const parent = nodes.get(node.parentId ?? '');
  return parent ? [...pathTo({ trees: [], nodes }, parent), parent] : [];
}

/** The keys in the field of an item that links it. */
export function linksOf(fields: { references?: unknown }): string[] {
  const { references } = fields;
  return Array.isArray(references) ? references.filter(id => typeof id === 'string') : [];
}

/** The trees without what only their own pages show. */
export function referenceList({ trees, nodes }: References): ReferenceList {
  return {
    trees: trees.map(({ id, isInForce }) => ({ id, isInForce })),
    nodes: [...nodes.values()].map(({ id, treeId, parentId, kind, code, title }) => ({
      ...{ id, treeId, parentId, kind, code, title },
    })),
  };
}
