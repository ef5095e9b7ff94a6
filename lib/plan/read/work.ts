import 'server-only';
import { type Actor, can, formerDepartments, ownDepartments, reach, reviewing } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { obstacles } from '../checks/all';
import type { PlanItem } from '../item';
import { type ItemKind, textOf } from '../kinds/kind';
import { awaitsReview, byUrgency, isEditable, isRatified, isSentBack, type Status } from '../workflow';
import type { DepartmentView, PlanFrame } from './frame';
import { getImage } from './image';
import { listItemRows } from './item-rows';
import { type LastStep, listLastSteps } from './last-steps';
import { listBeside } from './similar';

export type WorkItem = {
  id: string;
  kind: ItemKind;
  code: string;
  title: string;
  status: Status;
  isLeftOut: boolean;
  dimensionId: string | null;
  departmentCode: string;
  /** The department that it came from when that one ended. */
  origin: string | null;
  /** How many findings still stop *Ajukan*; only counted while the item is with its owner. */
  obstacles: number;
  /** The first of them, in words. */
  firstObstacle: string | null;
  last: LastStep | null;
};

export type WorkView = {
  departments: DepartmentView[];
  items: WorkItem[];
  supported: WorkItem[];
  /** Departments of this person that have ended, with what took their place; they only read. */
  ended: { code: string; successors: string[]; items: { id: string; kind: ItemKind; title: string }[] }[];
  /** Items that wait for this person's decision. */
  waiting: number;
  next:
    | { kind: 'returned' | 'draft'; item: WorkItem }
    | { kind: 'review' }
    | { kind: 'begin' }
    | { kind: 'locked' }
    | { kind: 'ratified' }
    | null;
};

/** What is this person's to do: own items, what was returned and why, what waits for review, one next step. */
export async function getWork(actor: Actor, frame: PlanFrame): Promise<WorkView> {
  const db = database(actor.regionId);
  const own = ownDepartments(actor);
  const planId = frame.plan.id;
  const mine = await listItemRows(actor, db, { planId, departmentId: { in: own } });
  const supported = await listItemRows(actor, db, {
    AND: [
      reach.items(actor, frame),
      { planId, departmentId: { notIn: own }, supporters: { some: { departmentId: { in: own } } } },
    ],
  });
  const waiting = await countWaiting(actor, frame);
  const last = await listLastSteps(
    actor,
    [...mine, ...supported].map(({ id }) => id),
  );
  const open = mine.filter(item => can.edit(actor, item)).map(({ id }) => id);
  const beside = await listBeside(actor, frame, open);
  const view = (item: PlanItem): WorkItem => {
    const found = can.edit(actor, item) ? obstacles(item, frame.plan, beside.get(item.id)) : [];
    return {
      ...{ id: item.id, kind: item.kind, status: item.status, dimensionId: item.dimensionId },
      ...{ code: textOf(item.fields, 'code'), title: textOf(item.fields, 'title') },
      departmentCode: frame.departmentCode(item.departmentId),
      isLeftOut: item.leftOutReason !== null,
      origin: frame.departmentCode(item.predecessorIds?.at(-1) ?? '') || null,
      ...{
        obstacles: found.length,
        firstObstacle: found[0]?.message ?? null,
        last: last.get(item.id) ?? null,
      },
    };
  };
  const items = mine.map(view).sort((a, b) => byUrgency.indexOf(a.status) - byUrgency.indexOf(b.status));
  return {
    departments: frame.departments.filter(({ id }) => own.includes(id)),
    items,
    supported: supported.map(view),
    ended: await listEnded(actor, frame),
    waiting,
    next: frame.isLocked
      ? { kind: isRatified(frame.plan) ? 'ratified' : 'locked' }
      : nextStep(items, waiting, can.draft(actor)),
  };
}

/** What became of the departments of this person that have ended. */
async function listEnded(actor: Actor, frame: PlanFrame): Promise<WorkView['ended']> {
  const former = formerDepartments(actor);
  if (former.length === 0) return [];
  const { items } = await getImage(actor, frame);
  const own = ownDepartments(actor);
  const isOwn = (ids: readonly string[]) => ids.length > 0 && ids.every(id => own.includes(id));
  return (
    frame.departments
      // Whoever works for all that took its place has nothing to be told.
      .filter(({ id, successorIds = [] }) => former.includes(id) && !isOwn(successorIds))
      .map(({ id, successorIds = [] }) => ({
        code: frame.departmentCode(id),
        successors: successorIds.map(frame.departmentCode),
        items: items
          .filter(
            ({ departmentId, predecessorIds = [] }) => departmentId === id || predecessorIds.includes(id),
          )
          .map(item => ({ id: item.id, kind: item.kind, title: textOf(item.fields, 'title') })),
      }))
  );
}

/** How many items wait for this person's decision. */
export async function countWaiting(actor: Actor, frame: PlanFrame): Promise<number> {
  if (!can.review(actor)) return 0;
  const { items } = await getImage(actor, frame);
  return items.filter(item => awaitsReview(item.status) && reviewing(actor, item, frame) !== 'no').length;
}

// What was returned comes first: somebody is waiting for it. Then decisions others wait for, then own drafts.
function nextStep(items: readonly WorkItem[], waiting: number, isDrafter: boolean): WorkView['next'] {
  const kept = items.filter(({ isLeftOut }) => !isLeftOut);
  const returned = kept.find(({ status }) => isSentBack(status));
  if (returned) return { kind: 'returned', item: returned };
  if (waiting > 0) return { kind: 'review' };
  const draft = kept.find(({ status }) => isEditable(status));
  if (draft) return { kind: 'draft', item: draft };
  return isDrafter && items.length === 0 ? { kind: 'begin' } : null;
}
