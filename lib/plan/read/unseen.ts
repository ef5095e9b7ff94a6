import 'server-only';
import { type Actor, isMember, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Status } from '../workflow';
import type { PlanFrame } from './frame';

/** Indicators that other departments are drafting under one parent, at one status. */
export type Unseen = { parentId: string | null; dimensionId: string | null; status: Status; count: number };

/** What this person may not read yet, as counts, which are for every member; of one dimension if it is named. */
export async function listUnseen(
  actor: Actor,
  frame: PlanFrame,
  dimensionId?: string | null,
): Promise<Unseen[]> {
  if (!isMember(actor)) return [];
  const { regionId } = actor;
  const groups = await database(regionId).item.groupBy({
    by: ['parentId', 'dimensionId', 'status'],
    where: {
      ...{ regionId, planId: frame.plan.id, archivedAt: null, dimensionId },
      NOT: reach.items(actor, frame),
    },
    _count: true,
  });
  return groups.map(({ _count: count, ...where }) => ({ ...where, count }));
}
