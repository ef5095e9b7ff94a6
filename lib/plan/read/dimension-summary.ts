import 'server-only';
import { type Actor, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type DimensionSummary, summaryOf } from '../dimension-summary';
import type { DimensionView, PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listUnseen } from './unseen';

/** One dimension on one page; null when there is no such dimension. */
export async function getDimensionSummary(
  actor: Actor,
  frame: PlanFrame,
  slug: string,
): Promise<{ dimension: DimensionView; summary: DimensionSummary } | null> {
  const dimension = frame.dimensions.find(candidate => candidate.slug === slug);
  if (!dimension) return null;
  const items = await listItemRows(actor, database(actor.regionId), {
    AND: [reach.items(actor, frame), { planId: frame.plan.id, dimensionId: dimension.id }],
  });
  const unseen = await listUnseen(actor, frame, dimension.id);
  const subdimensions = frame.subdimensions.filter(({ dimensionId }) => dimensionId === dimension.id);
  return { dimension, summary: summaryOf({ items, unseen, subdimensions, plan: frame.plan }) };
}
