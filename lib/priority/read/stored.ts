import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { type Criteria, criteriaOf } from '../criteria';
import type { Score } from '../ranking';
import type { Decision } from '../standing';

/** By what the plan's targets are weighed. */
export async function getCriteria({ regionId }: Actor, { plan }: PlanFrame): Promise<Criteria> {
  const where = { regionId_id: { regionId, id: plan.id } };
  return criteriaOf(await database(regionId).priorityCriteria.findUnique({ where }));
}

/** Everybody's scores of the plan, or of one dimension; cut to what a person may see before they are shown. */
export async function listScores(
  { regionId }: Actor,
  { plan }: PlanFrame,
  dimensionId?: string,
): Promise<Score[]> {
  return database(regionId).priorityScore.findMany({
    where: { regionId, planId: plan.id, ...(dimensionId ? { item: { dimensionId } } : {}) },
    select: { itemId: true, userId: true, criterion: true, score: true },
  });
}

/** The orders that hold, at most one for each dimension. */
export async function listDecisions({ regionId }: Actor, { plan }: PlanFrame): Promise<Decision[]> {
  const rows = await database(regionId).priorityDecision.findMany({
    where: { regionId, planId: plan.id, endedAt: null },
    select: {
      ...{ id: true, dimensionId: true, itemIds: true, reason: true, at: true, notedAt: true },
      ...{ author: { select: { name: true } }, noter: { select: { name: true } } },
    },
  });
  return rows.map(({ author, noter, at, notedAt, ...row }) => ({
    ...{ ...row, by: author.name, at: at.toISOString() },
    noted: noter && notedAt ? { by: noter.name, at: notedAt.toISOString() } : null,
  }));
}
