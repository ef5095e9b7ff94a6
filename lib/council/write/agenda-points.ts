import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { nameProblem } from '@/lib/people/names';
import { append } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { AddPointForm, WithdrawPointForm } from '../schema';
import { keeperMessage, takeSitting } from './ground';

/** Puts a point of the secretariat's own on the agenda of an open sitting. */
export async function addPoint(actor: Actor, form: AddPointForm): Promise<Outcome> {
  const { mutationId, sittingId } = form;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId });
    if ('ok' in sitting) return sitting;
    const title = form.title.trim();
    const problem = nameProblem(title, 'title', 'mata acara');
    if (problem) return refused(mutationId, 'invalid', problem.message, problem.field);
    const point = { sittingId, title, at: new Date().toISOString(), authorId: userId };
    await tx.agendaPoint.create({ data: { regionId, id: mutationId, ...point } });
    const subject = { type: 'agendaPoint', id: mutationId };
    const entry = { subject, action: 'create', mutationId, changes: difference({}, point) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Takes a point back on which nothing was decided. */
export async function withdrawPoint(actor: Actor, { mutationId, id }: WithdrawPointForm): Promise<Outcome> {
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const point = await tx.agendaPoint.findFirst({
      where: { regionId, id, withdrawnAt: null },
      select: { sittingId: true, _count: { select: { decisions: true } } },
    });
    if (!point) return refused(mutationId, 'missing', 'Mata acara ini tidak ada lagi. Muat ulang halaman.');
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId: point.sittingId });
    if ('ok' in sitting) return sitting;
    if (point._count.decisions > 0) {
      const message = 'Sudah ada keputusan pada mata acara ini, jadi tidak dapat ditarik.';
      return refused(mutationId, 'status', message);
    }
    const end = { withdrawnAt: new Date().toISOString() };
    await tx.agendaPoint.update({ where: { regionId_id: { regionId, id } }, data: end });
    const subject = { type: 'agendaPoint', id };
    const entry = { subject, action: 'withdraw', mutationId, changes: difference({}, end) };
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
