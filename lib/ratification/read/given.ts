import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { getEndorsements } from '@/lib/council/read/endorsements';
import { listWithoutSuccessor } from '@/lib/people/read/without-successor';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Given } from '../checklist';

/**
 * What other rooms tell the checklist: which dimensions the council has endorsed (lib/council) and which items have
 * no department any longer (lib/people). The one place where they are asked.
 */
export async function getGiven(actor: Actor, frame: PlanFrame): Promise<Given> {
  return {
    endorsements: await getEndorsements(actor, frame),
    withoutSuccessor: await listWithoutSuccessor(actor, frame),
  };
}
