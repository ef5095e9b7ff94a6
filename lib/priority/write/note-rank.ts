import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { lockedWords, type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { isRatified } from '@/lib/plan/workflow';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { NoteRequest } from '../schema';
import { endedDecision, missingDecision } from './decide-rank';

/**
 * The council takes note (*mengetahui*) of a decided order, with its date and the name. It decides nothing, so that a
 * locked stage does not stop it; a ratified plan does.
 */
export async function noteRank(actor: Actor, { mutationId, decisionId }: NoteRequest): Promise<Outcome> {
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const decision = await tx.priorityDecision.findFirst({
      where: { regionId, planId: plan.id, id: decisionId },
      select: { endedAt: true, noter: { select: { name: true } } },
    });
    if (!decision) return refused(mutationId, 'missing', missingDecision);
    if (!can.noteRank(actor))
      return refused(mutationId, 'denied', 'Hanya anggota Dewan yang mencatat mengetahui.');
    if (isRatified(plan)) return refused(mutationId, 'locked', lockedWords(plan));
    if (decision.endedAt !== null) return refused(mutationId, 'status', endedDecision);
    if (decision.noter)
      return refused(mutationId, 'status', `Peringkat ini sudah diketahui ${decision.noter.name}.`);
    const data = { notedAt: new Date().toISOString(), notedById: userId };
    await tx.priorityDecision.update({ where: { regionId_id: { regionId, id: decisionId } }, data });
    const subject = { type: 'priorityDecision', id: decisionId };
    const entry = { subject, action: 'note', mutationId, changes: difference({}, data) };
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
