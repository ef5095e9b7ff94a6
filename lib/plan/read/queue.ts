import 'server-only';
import { type Actor, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { checkItem } from '../checks/all';
import { type ItemKind, textOf } from '../kinds/kind';
import { reviewStatuses } from '../workflow';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listLastSteps } from './last-steps';
import { listBeside } from './similar';

export type Waiting = {
  id: string;
  version: number;
  kind: ItemKind;
  code: string;
  title: string;
  dimensionId: string | null;
  departmentCode: string;
  submittedAt: string;
  submittedBy: string;
  warnings: number;
  /** Nobody of these eyes has seen it yet, it is as it was when last seen, or it changed since. */
  seen: 'never' | 'unchanged' | 'changed';
  /** Conversations that are not settled. */
  openThreads: number;
  claim: { by: string; isMine: boolean; at: string } | null;
};

/** What waits for this person's decision, oldest first. */
export async function listWaiting(actor: Actor, frame: PlanFrame): Promise<Waiting[]> {
  const reviewed = reach.reviewed(actor, frame);
  if (reviewed.length === 0) return [];
  const { regionId, userId } = actor;
  const db = database(regionId);
  const items = await listItemRows(actor, db, {
    AND: [{ planId: frame.plan.id, status: { in: [...reviewStatuses] } }, { OR: reviewed }],
  });
  const ids = items.map(({ id }) => id);
  const last = await listLastSteps(actor, ids);
  const marks = await db.readMark.findMany({
    where: { regionId, userId, subjectId: { in: ids } },
    select: { subjectId: true, position: true },
  });
  const claims = await db.claim.findMany({
    where: { regionId, itemId: { in: ids } },
    select: { itemId: true, userId: true, at: true, user: { select: { name: true } } },
  });
  const threads = await db.comment.groupBy({
    by: ['itemId'],
    where: { regionId, itemId: { in: ids }, threadId: null, settledAt: null },
    _count: true,
  });
  const beside = await listBeside(actor, frame, ids);
  return items
    .map((item): Waiting => {
      const mark = marks.find(({ subjectId }) => subjectId === item.id);
      const claim = claims.find(({ itemId }) => itemId === item.id);
      return {
        ...{ id: item.id, version: item.version, kind: item.kind, dimensionId: item.dimensionId },
        ...{ code: textOf(item.fields, 'code'), title: textOf(item.fields, 'title') },
        departmentCode: frame.departmentCode(item.departmentId),
        submittedAt: last.get(item.id)?.at ?? '',
        submittedBy: last.get(item.id)?.by ?? '',
        warnings: checkItem(item, frame.plan, beside.get(item.id)).filter(({ level }) => level === 'warn')
          .length,
        seen: !mark ? 'never' : mark.position < item.version ? 'changed' : 'unchanged',
        openThreads: threads.find(({ itemId }) => itemId === item.id)?._count ?? 0,
        claim: claim
          ? { by: claim.user.name, isMine: claim.userId === userId, at: claim.at.toISOString() }
          : null,
      };
    })
    .sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
}
