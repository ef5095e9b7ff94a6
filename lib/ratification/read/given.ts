import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Given } from '../checklist';

/**
 * What other rooms tell the checklist: which dimensions the council has endorsed (lib/council) and which items have
 * no department any longer (lib/people). The one place where they are asked.
 */
export async function getGiven(_actor: Actor, _frame: PlanFrame): Promise<Given> {
  return { endorsements: new Map(), withoutSuccessor: [] };
}
