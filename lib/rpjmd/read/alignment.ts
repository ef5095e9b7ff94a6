import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getReferences } from '@/lib/plan/read/references';
import type { ReferenceTree } from '@/lib/plan/references';
import { type AlignmentBoard, alignmentBoard } from '../alignment-board';
import type { AlignmentFilter } from '../alignment-filter';

export type AlignmentView = AlignmentBoard<DimensionView> & {
  /** Trees in force, the newest first. */
  inForce: ReferenceTree[];
  hasAny: boolean;
};

/** How the plan's goals and targets stand to the regional plan; goals and targets are everybody's frame. */
export async function getAlignment(
  actor: Actor,
  frame: PlanFrame,
  filter: AlignmentFilter,
): Promise<AlignmentView> {
  const references = await getReferences(actor, frame);
  const { items } = await getImage(actor, frame);
  return {
    ...alignmentBoard(items, references, frame, filter),
    inForce: references.trees.filter(({ isInForce }) => isInForce),
    hasAny: references.trees.length > 0,
  };
}
