import 'server-only';
import { type Actor, can, reviewing } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type ItemKind, textOf } from '../kinds/kind';
import { type Told, tell } from '../log/story';
import { type Status, type Step, stepsFrom } from '../workflow';
import type { PlanFrame } from './frame';
import { listItemRows, type PlanItem } from './item-rows';

export type Relative = {
  id: string;
  kind: ItemKind;
  title: string;
  status: Status;
  departmentCode: string;
};

export type ItemView = {
  item: PlanItem;
  owner: { code: string; name: string };
  /** From the top down to the parent. */
  ancestors: Relative[];
  children: Relative[];
  siblings: Relative[];
  canEdit: boolean;
  /** Steps that this person may take now. */
  steps: Step[];
  /** The reviewer approves the own department's item, which asks for a reason. */
  needsReason: boolean;
  /** Who reviews it, in words. */
  reviewer: string;
  history: Told[];
};

export type ItemAnswer =
  | { kind: 'missing' }
  | { kind: 'hidden'; owner: string }
  | { kind: 'open'; view: ItemView };

/** One item with its surroundings and history; a colleague's draft answers only who is drafting it. */
export async function getItem(actor: Actor, frame: PlanFrame, id: string): Promise<ItemAnswer> {
  const { regionId } = actor;
  const db = database(regionId);
  const [item] = await listItemRows(actor, db, { id, planId: frame.plan.id });
  if (!item) return { kind: 'missing' };
  if (!can.read(actor, item, frame)) {
    // Only members of the region learn even who owns it.
    return actor.grants.length > 0
      ? { kind: 'hidden', owner: frame.departmentCode(item.departmentId) }
      : { kind: 'missing' };
  }
  const ancestors = await listAncestors(actor, frame, item);
  const children = await listChildren(actor, frame, item.id);
  const siblings = item.parentId ? await listChildren(actor, frame, item.parentId) : [];
  const events = await db.event.findMany({
    where: { regionId, subjectId: id, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  const department = frame.departments.find(candidate => candidate.id === item.departmentId);
  const subdimensionName = (key: string) => frame.subdimensions.find(({ id }) => id === key)?.name ?? '';
  const names = { ...frame.plan, departmentCode: frame.departmentCode, subdimensionName };
  return {
    kind: 'open',
    view: {
      item,
      owner: { code: department?.code ?? '', name: department?.name ?? '' },
      ancestors,
      children,
      siblings: siblings.filter(sibling => sibling.id !== id),
      canEdit: can.edit(actor, item) && !frame.isLocked,
      steps: frame.isLocked ? [] : stepsFrom(item.status).filter(step => can.take(actor, step, item, frame)),
      needsReason: reviewing(actor, item, frame) === 'with-reason',
      reviewer: reviewerOf(item, frame),
      history: tell(events, item.kind, names),
    },
  };
}

function reviewerOf(item: PlanItem, frame: PlanFrame): string {
  if (item.dimensionId === null) return 'Sekretariat Smart City';
  const coordinatorId = frame.coordinatorOf(item.dimensionId);
  if (coordinatorId === null) return 'Belum ada koordinator dimensi';
  if (coordinatorId !== item.departmentId)
    return `${frame.departmentCode(coordinatorId)} (koordinator)${frame.exampleMark}`;
  return `${frame.secondApprovers.join(', ') || 'Belum ditunjuk'} (penyetuju kedua)${frame.exampleMark}`;
}

async function listAncestors(actor: Actor, frame: PlanFrame, item: PlanItem): Promise<Relative[]> {
  const ancestors: Relative[] = [];
  let parentId = item.parentId;
  while (parentId) {
    const [parent] = await listItemRows(actor, database(actor.regionId), { id: parentId });
    if (!parent) break;
    ancestors.unshift(relative(parent, frame));
    parentId = parent.parentId;
  }
  return ancestors;
}

async function listChildren(actor: Actor, frame: PlanFrame, parentId: string): Promise<Relative[]> {
  const children = await listItemRows(actor, database(actor.regionId), { parentId });
  return children.filter(child => can.read(actor, child, frame)).map(child => relative(child, frame));
}

function relative(item: PlanItem, frame: PlanFrame): Relative {
  const { id, kind, status, departmentId, fields } = item;
  return {
    id,
    kind,
    status,
    title: textOf(fields, 'title'),
    departmentCode: frame.departmentCode(departmentId),
  };
}
