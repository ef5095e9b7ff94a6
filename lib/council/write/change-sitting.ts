import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { planStream } from '@/lib/plan/log/body';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { ChangeSittingForm } from '../schema';
import { readSitting } from '../sitting-form';
import { keeperMessage, takeSitting } from './ground';

/** Changes what is said of an open sitting; refused when somebody else changed it since the form was drawn. */
export async function changeSitting(actor: Actor, form: ChangeSittingForm): Promise<Outcome> {
  const { mutationId, id } = form;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const taken = await takeSitting(tx, actor, plan, { mutationId, sittingId: id });
    if ('ok' in taken) return taken;
    const read = readSitting(form);
    if ('problem' in read) return refused(mutationId, 'invalid', read.problem.message, read.problem.field);
    const where = { regionId_id: { regionId, id } };
    const { date, ...old } = await tx.sitting.findUniqueOrThrow({
      where,
      select: { title: true, date: true, place: true, leader: true, leaderOffice: true },
    });
    const changes = difference({ ...old, date: date.toISOString().slice(0, 10) }, read.sitting);
    const version = await tx.event.count({
      where: { regionId, stream: planStream(plan.id), subjectType: 'sitting', subjectId: id },
    });
    if (changes.length > 0 && version !== form.version) {
      const message =
        'Data sidang ini diubah orang lain sejak Anda buka. Salin ketikan Anda, lalu muat ulang halaman.';
      return refused(mutationId, 'status', message);
    }
    // Saving what already stands changes nothing, and nothing is recorded of it.
    if (changes.length === 0) return { mutationId, ok: true, version, revision: plan.head.revision, at: '' };
    const day = new Date(`${read.sitting.date}T00:00:00Z`);
    await tx.sitting.update({ where, data: { ...read.sitting, date: day } });
    const entry = { subject: { type: 'sitting', id }, action: 'change', mutationId, changes };
    const stored = await append(tx, actor, plan.head, [entry]);
    return { mutationId, ok: true, version: version + 1, ...stored };
  });
}
