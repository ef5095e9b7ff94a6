import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '@/lib/plan/item';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { keptDepartments } from '../structure';

/**
 * Everything that newcomers left in a practice plan and that is not put away.
 * @param departmentId of one newcomer; null: of all
 */
export async function listLeftBehind(
  actor: Actor,
  frame: PlanFrame,
  departmentId: string | null,
): Promise<PlanItem[]> {
  return listItemRows(actor, database(actor.regionId), {
    planId: frame.plan.id,
    departmentId: departmentId ?? { notIn: keptDepartments },
  });
}

/** How many of the examples are there and agreed to. */
export async function countExamples(actor: Actor, frame: PlanFrame): Promise<number> {
  const { regionId } = actor;
  return database(regionId).item.count({
    where: {
      ...{ regionId, planId: frame.plan.id, departmentId: { in: keptDepartments }, archivedAt: null },
      ...{ kind: 'target', status: 'approved' },
    },
  });
}
