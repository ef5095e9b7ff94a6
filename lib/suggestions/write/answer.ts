import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { append } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import { mostLetters } from '../proposal';
import type { DeclineRequest, HandOnRequest, WithdrawRequest } from '../schema';
import { standing, store } from './standing';

/** Answers a suggestion with why it is not taken up. */
export async function declineSuggestion(actor: Actor, request: DeclineRequest): Promise<Outcome> {
  const { mutationId } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await standing(tx, actor, plan, request);
    if ('ok' in found) return found;
    if (!can.answer(actor, found.asked)) return refused(mutationId, 'denied', answererMessage);
    const answer = request.reason.trim();
    if (answer === '') return refused(mutationId, 'note', 'Tulis alasannya. Pengusul membacanya.', 'reason');
    if (answer.length > mostLetters) {
      const message = `Alasan paling banyak ${mostLetters} huruf. Sekarang ${answer.length}.`;
      return refused(mutationId, 'note', message, 'reason');
    }
    const change = { state: 'declined' as const, answer };
    const { entry, version } = await store(tx, actor, found, { action: 'decline', mutationId, change });
    return { mutationId, ok: true, version, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

export const answererMessage =
  'Usulan ini dijawab OPD pengampunya. Untuk gagasan, dijawab koordinator dimensi atau OPD yang diserahi.';

/** Takes an own suggestion back, as long as nobody has answered it. */
export async function withdrawSuggestion(actor: Actor, request: WithdrawRequest): Promise<Outcome> {
  const { mutationId } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await standing(tx, actor, plan, request);
    if ('ok' in found) return found;
    if (found.authorId !== actor.userId)
      return refused(mutationId, 'denied', 'Hanya pengusulnya yang dapat menarik usulan ini.');
    const change = { state: 'withdrawn' as const };
    const { entry, version } = await store(tx, actor, found, {
      action: 'withdrawSuggestion',
      mutationId,
      change,
    });
    return { mutationId, ok: true, version, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Hands an idea for a dimension to the department that is to answer it. */
export async function handOnSuggestion(actor: Actor, request: HandOnRequest): Promise<Outcome> {
  const { mutationId, departmentId } = request;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await standing(tx, actor, plan, request);
    if ('ok' in found) return found;
    if (!can.handOn(actor, found.dimensionId))
      return refused(mutationId, 'denied', 'Hanya koordinator dimensi yang dapat menyerahkan gagasan ini.');
    const isThere = await tx.department.count({ where: { regionId, id: departmentId, ...heldToday() } });
    if (isThere === 0) return refused(mutationId, 'invalid', 'Pilih OPD dari daftar.', 'departmentId');
    if (found.departmentId === departmentId)
      return refused(mutationId, 'status', 'Gagasan ini sudah diserahkan kepada OPD itu.');
    const { entry, version } = await store(tx, actor, found, {
      action: 'handOn',
      mutationId,
      change: { departmentId },
    });
    return { mutationId, ok: true, version, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
