import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getReferences } from '@/lib/plan/read/references';
import { linksOf, type ReferenceNode, type ReferenceTree } from '@/lib/plan/references';
import { inTreeOrder } from '../alignment-board';
import { needsDecision } from '../succession';
import { countInWords } from '../tree-from-rows';

export type TreeRow = ReferenceTree & {
  /** "1 visi, 4 misi, …". */
  counts: string;
  /** Items of the current plan that are linked to it. */
  items: number;
  /** Nodes that items are linked to, and that nothing was decided of since it was repealed. */
  undecided: number;
};

/** The trees of the regional plan, the newest first; none for who may not keep them. */
export async function listTrees(actor: Actor, frame: PlanFrame): Promise<TreeRow[]> {
  if (!can.keepReferences(actor)) return [];
  const references = await getReferences(actor, frame);
  const { items } = await getImage(actor, frame);
  const linked = items.map(({ fields }) => linksOf(fields)).filter(links => links.length > 0);
  return references.trees.map(tree => {
    const isOwn = (id: string) => references.nodes.get(id)?.treeId === tree.id;
    return {
      ...tree,
      counts: countInWords([...references.nodes.values()].filter(({ treeId }) => treeId === tree.id)),
      items: linked.filter(links => links.some(isOwn)).length,
      undecided: needsDecision(references, items, tree.id).length,
    };
  });
}

export type TreeView = {
  tree: TreeRow;
  nodes: { node: ReferenceNode; depth: number }[];
  /** What came in its place. */
  repealedBy: ReferenceTree | null;
  /** Where the region's log stood when this was read. */
  seen: number;
};

/** One tree with all its nodes; null when there is none, or for who may not keep it. */
export async function getTree(actor: Actor, frame: PlanFrame, id: string): Promise<TreeView | null> {
  const trees = await listTrees(actor, frame);
  const tree = trees.find(one => one.id === id);
  if (!tree) return null;
  return {
    ...{ tree, nodes: inTreeOrder(await getReferences(actor, frame), id) },
    repealedBy: trees.find(one => one.id === tree.repealedById) ?? null,
    seen: frame.region.revision,
  };
}
