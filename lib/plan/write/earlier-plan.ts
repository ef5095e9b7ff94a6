import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import type { Source } from '@/lib/database/client';
import { earlierPlanMessage, missingMessage, type Refused, refused } from '../outcome';
import type { TakenPlan } from './take-plan';

/**
 * Why an item is not in the current plan: it was never there or is another's draft, or a page that was open
 * when an amendment began still shows the item of the plan before. Asked only once nothing was found.
 */
export async function notInPlan(
  source: Source,
  actor: Actor,
  plan: TakenPlan,
  itemId: string,
  mutationId: string,
): Promise<Refused> {
  const { regionId } = actor;
  const where = { regionId, id: itemId, planId: { not: plan.id } };
  const isEarlier = isMember(actor) && (await source.item.count({ where })) > 0;
  return isEarlier
    ? refused(mutationId, 'locked', earlierPlanMessage)
    : refused(mutationId, 'missing', missingMessage);
}
