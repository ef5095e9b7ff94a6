import { lookOf } from '@/lib/council/endorsement-words';
import type { Endorsement } from '@/lib/council/read/endorsements';
import { ipmNotes } from '@/lib/plan/ipm-notes';
import { ipmStory } from '@/lib/plan/ipm-story';
import type { PlanItem } from '@/lib/plan/item';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import { isApproved } from '@/lib/plan/workflow';

/** What other rooms know and the checklist only asks for. */
export type Given = {
  /** By dimension; one that the council has not dealt with is not in it. */
  endorsements: ReadonlyMap<string, Endorsement>;
  /** Items of departments that ended and to which nobody has succeeded. */
  withoutSuccessor: readonly { id: string }[];
};

type CheckedItem = Pick<
  PlanItem,
  | 'id'
  | 'kind'
  | 'parentId'
  | 'dimensionId'
  | 'departmentId'
  | 'status'
  | 'selfApproved'
  | 'archivedAt'
  | 'leftOutReason'
  | 'fields'
>;

export type Checked = {
  items: readonly CheckedItem[];
  dimensions: readonly { id: string }[];
  subdimensions: readonly { id: string; explanation: string | null }[];
  plan: Years & { ipmExplanation: string | null };
};

export type LineKey = 'items' | 'parents' | 'dimensions' | 'subdimensions' | 'ipm' | 'successors';

/** One condition of the regent's act: how many of how many, and what stands in the way. */
export type Line = {
  key: LineKey;
  isMet: boolean;
  done: number;
  of: number;
  /** Keys of the items, dimensions or subdimensions concerned; of IPM sentences. */
  open: string[];
};

const line = (key: LineKey, of: number, open: readonly string[]): Line => ({
  ...{ key, of, done: of - open.length, open: [...open] },
  isMet: open.length === 0,
});

/**
 * Whether a draft may become a plan, condition by condition. Pure: the page and the act ask the same.
 * @param checked all items, what was put away included
 */
export function checklistOf(checked: Checked, given: Given): Line[] {
  const kept = checked.items.filter(isKept);
  return [
    ofItems(checked.items, kept),
    ofParents(kept),
    ofDimensions(checked.dimensions, given),
    ofSubdimensions(checked.subdimensions, kept),
    ofIpm(kept, checked.plan),
    ofSuccessors(kept, given),
  ];
}

/** Whether everything is met. */
export const isReady = (lines: readonly Line[]) => lines.every(({ isMet }) => isMet);

const isKept = ({ archivedAt, leftOutReason }: CheckedItem) => archivedAt === null && leftOutReason === null;

const idOf = ({ id }: { id: string }) => id;

/** An empty plan is no plan, so that without any item the answer is no. */
function ofItems(items: readonly CheckedItem[], kept: readonly CheckedItem[]): Line {
  const there = items.filter(({ archivedAt }) => archivedAt === null);
  const open = kept.filter(({ status }) => !isApproved(status));
  return { ...line('items', there.length, open.map(idOf)), isMet: kept.length > 0 && open.length === 0 };
}

/** What is kept hangs under something that is kept and approved. */
function ofParents(kept: readonly CheckedItem[]): Line {
  const sound = new Set(kept.filter(({ status }) => isApproved(status)).map(idOf));
  const children = kept.filter(({ parentId }) => parentId !== null);
  return line(
    'parents',
    children.length,
    children.filter(({ parentId }) => !sound.has(parentId ?? '')).map(idOf),
  );
}

function ofDimensions(dimensions: Checked['dimensions'], { endorsements }: Given): Line {
  const open = dimensions.filter(({ id }) => lookOf(endorsements.get(id)) !== 'endorsed');
  return line('dimensions', dimensions.length, open.map(idOf));
}

/** A subdimension is covered by a target or an indicator that is kept. */
function ofSubdimensions(subdimensions: Checked['subdimensions'], kept: readonly CheckedItem[]): Line {
  const covered = new Set(
    kept.filter(({ kind }) => kind !== 'goal').map(({ fields }) => textOf(fields, 'subdimensionId')),
  );
  const open = subdimensions.filter(({ id, explanation }) => !covered.has(id) && explanation === null);
  return line('subdimensions', subdimensions.length, open.map(idOf));
}

/** What the figures say against each other (lib/plan/ipm-notes), unless somebody has explained it. */
function ofIpm(kept: readonly CheckedItem[], plan: Checked['plan']): Line {
  const doubts = ipmDoubts(kept, plan);
  const open = plan.ipmExplanation === null ? doubts : [];
  return { ...line('ipm', 1, []), isMet: open.length === 0, done: open.length === 0 ? 1 : 0, open };
}

/** Why the figures of IPM do not go together, as sentences. */
export function ipmDoubts(items: readonly CheckedItem[], plan: Years): string[] {
  return ipmNotes(ipmStory(items.filter(isKept), plan))
    .filter(({ level }) => level === 'warn')
    .map(({ message }) => message);
}

function ofSuccessors(kept: readonly CheckedItem[], { withoutSuccessor }: Given): Line {
  const orphans = new Set(withoutSuccessor.map(idOf));
  return line(
    'successors',
    kept.length,
    kept.map(idOf).filter(id => orphans.has(id)),
  );
}
