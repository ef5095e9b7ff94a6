import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Below } from '../plain-words';
import { isApproved } from '../workflow';
import type { PlanFrame } from './frame';

/** How many items hang below one, however deep; counts are for every member, drafts of others included. */
export async function countBelow(actor: Actor, frame: PlanFrame, id: string): Promise<Below> {
  const below: Below = {};
  const { regionId } = actor;
  const planId = isMember(actor) ? frame.plan.id : '';
  for (let parents = [id]; parents.length > 0; ) {
    const items = await database(regionId).item.findMany({
      where: { regionId, planId, archivedAt: null, parentId: { in: parents } },
      select: { id: true, kind: true, status: true },
    });
    for (const { kind, status } of items) {
      const { all, approved } = below[kind] ?? { all: 0, approved: 0 };
      below[kind] = { all: all + 1, approved: approved + (isApproved(status) ? 1 : 0) };
    }
    parents = items.map(item => item.id);
  }
  return below;
}
