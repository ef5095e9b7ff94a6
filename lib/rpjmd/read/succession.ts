import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getReferences } from '@/lib/plan/read/references';
import { type ReferenceNode, type ReferenceTree, treeLabel } from '@/lib/plan/references';
import { type Heir, heirsOf, possibleHeirs } from '../succession';

export type SuccessionView = {
  tree: ReferenceTree;
  heirs: Heir[];
  /** What may be chosen, by the tree that it belongs to. */
  choices: { label: string; nodes: ReferenceNode[] }[];
};

/** The old tree's nodes that items lead to, with what may take their place; null for who may not decide it. */
export async function getSuccession(
  actor: Actor,
  frame: PlanFrame,
  treeId: string,
): Promise<SuccessionView | null> {
  if (!can.keepReferences(actor)) return null;
  const references = await getReferences(actor, frame);
  const tree = references.trees.find(({ id }) => id === treeId);
  if (!tree) return null;
  const { items } = await getImage(actor, frame);
  const possible = possibleHeirs(references, treeId);
  return {
    ...{ tree, heirs: heirsOf(references, items, treeId) },
    choices: references.trees
      .map(one => ({ label: treeLabel(one), nodes: possible.filter(node => node.treeId === one.id) }))
      .filter(({ nodes }) => nodes.length > 0),
  };
}
