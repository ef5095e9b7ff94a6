import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { isRatified } from '@/lib/plan/workflow';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { OpenSittingForm } from '../schema';
import { readSitting } from '../sitting-form';
import { keeperMessage, nothingToDecideMessage } from './ground';

/** Opens a sitting of the council. At most one is open per plan; it is numbered after those before it. */
export async function openSitting(actor: Actor, form: OpenSittingForm): Promise<Outcome> {
  const { mutationId } = form;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    if (isRatified(plan)) return refused(mutationId, 'locked', nothingToDecideMessage);
    const read = readSitting(form);
    if ('problem' in read) return refused(mutationId, 'invalid', read.problem.message, read.problem.field);
    const where = { regionId, planId: plan.id };
    const open = await tx.sitting.findFirst({
      where: { ...where, closedAt: null },
      select: { title: true },
    });
    if (open) {
      const message = `${open.title} masih dibuka. Tutup dulu, lalu buka sidang baru.`;
      return refused(mutationId, 'status', message);
    }
    const { _max } = await tx.sitting.aggregate({ where, _max: { ordinal: true } });
    const sitting = {
      ...{ planId: plan.id, ordinal: (_max.ordinal ?? 0) + 1, ...read.sitting },
      ...{ openedAt: new Date().toISOString(), openedById: userId },
    };
    const date = new Date(`${sitting.date}T00:00:00Z`);
    await tx.sitting.create({ data: { regionId, id: mutationId, ...sitting, date } });
    const subject = { type: 'sitting', id: mutationId };
    const entry = { subject, action: 'create', mutationId, changes: difference({}, sitting) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
