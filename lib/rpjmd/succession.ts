import type { PlanItem } from '@/lib/plan/item';
import { textOf } from '@/lib/plan/kinds/kind';
import { isLinkable } from '@/lib/plan/reference-label';
import { linksOf, type ReferenceNode, type References } from '@/lib/plan/references';
import { rankSimilar } from '@/lib/plan/similarity';

/** A node of a later tree that may take the place of an old one. */
export type Proposal = { node: ReferenceNode; likeness: 'same' | 'alike' | 'near' };

/** An old node that items are linked to. */
export type Heir = {
  node: ReferenceNode;
  items: { id: string; kind: PlanItem['kind']; title: string }[];
  proposals: Proposal[];
};

/** What items of the plan lead to in a tree: their own links, and those that come here over successors. */
function linkedNodes({ nodes }: References, items: readonly PlanItem[], treeId: string) {
  const linked = new Map<string, PlanItem[]>();
  for (const item of items) {
    for (const link of linksOf(item.fields)) {
      const seen = new Set<string>();
      let node = nodes.get(link);
      while (node && node.treeId !== treeId && !seen.has(node.id)) {
        seen.add(node.id);
        node = nodes.get(node.successorId ?? '');
      }
      if (node?.treeId !== treeId) continue;
      const others = linked.get(node.id) ?? [];
      if (!others.includes(item)) linked.set(node.id, [...others, item]);
    }
  }
  return linked;
}

/** Nodes of a repealed tree that items lead to and that nothing was decided of. */
export function needsDecision(
  references: References,
  items: readonly PlanItem[],
  treeId: string,
): ReferenceNode[] {
  const tree = references.trees.find(({ id }) => id === treeId);
  if (!tree || tree.repealedAt === null) return [];
  return [...linkedNodes(references, items, treeId).keys()].flatMap(id => {
    const node = references.nodes.get(id);
    return node && node.successorId === null && !node.hasNoSuccessor ? [node] : [];
  });
}

/** Nodes that can take the place of one of a tree: those of later trees that are in force, in their order. */
export function possibleHeirs({ trees, nodes }: References, treeId: string): ReferenceNode[] {
  const old = trees.find(({ id }) => id === treeId);
  const later = trees.filter(
    tree => tree.isInForce && tree.id !== treeId && old && tree.firstYear >= old.firstYear,
  );
  const held = new Set(later.map(({ id }) => id));
  return [...nodes.values()].filter(node => held.has(node.treeId) && isLinkable(node.kind));
}

const most = 3;

/** Every node of a tree that items lead to, with what is proposed for its place: by likeness, kind and code. */
export function heirsOf(references: References, items: readonly PlanItem[], treeId: string): Heir[] {
  const possible = possibleHeirs(references, treeId);
  return [...linkedNodes(references, items, treeId)]
    .flatMap(([id, own]) => {
      const node = references.nodes.get(id);
      return node ? [{ node, items: own.map(plainItem), proposals: proposalsFor(node, possible) }] : [];
    })
    .sort((a, b) => a.node.position - b.node.position);
}

const plainItem = ({ id, kind, fields }: PlanItem) => ({ id, kind, title: textOf(fields, 'title') });

function proposalsFor(node: ReferenceNode, possible: readonly ReferenceNode[]): Proposal[] {
  const candidates = possible.map(({ id, title: text }) => ({ id, text, code: null }));
  const byId = new Map(possible.map(one => [one.id, one]));
  return rankSimilar([node.title], candidates, { most: 10 })
    .flatMap(({ id, score }) => {
      const other = byId.get(id);
      if (!other) return [];
      // A goal takes the place of a goal; numbers say little, for each plan counts anew.
      const isSameKind = other.kind === node.kind;
      const isSameCode = isSameKind && node.code !== null && other.code === node.code;
      return [{ node: other, score, rank: score + (isSameKind ? 0.15 : 0) + (isSameCode ? 0.05 : 0) }];
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ node: other, score }) => ({ node: other, likeness: likenessOf(node, other, score) }));
}

function likenessOf(node: ReferenceNode, other: ReferenceNode, score: number): Proposal['likeness'] {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (plain(node.title) === plain(other.title)) return 'same';
  return score >= 0.6 ? 'alike' : 'near';
}
