import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { type Outcome, ratifiedMessage, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { isRatified } from '@/lib/plan/workflow';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import { newCode } from '../code';
import { hallName } from '../hall-name';
import type { OpenHallRequest } from '../schema';

/** Opens a day of drafting in a hall. At most one is open per plan. */
export async function openHall(actor: Actor, request: OpenHallRequest): Promise<Outcome> {
  const { mutationId, stageId, day } = request;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.runHall(actor))
      return refused(mutationId, 'denied', 'Hanya sekretariat yang dapat membuka hari Bimtek.');
    if (isRatified(plan)) return refused(mutationId, 'locked', ratifiedMessage);
    const where = { regionId, planId: plan.id };
    const stage = await tx.stage.findFirst({ where: { ...where, id: stageId }, select: { name: true } });
    if (!stage)
      return refused(mutationId, 'missing', 'Tahap ini tidak ada lagi. Muat ulang halaman, lalu pilih.');
    const open = await tx.hallSession.findFirst({
      where: { ...where, closedAt: null },
      select: { day: true, stage: { select: { name: true } }, opener: { select: { name: true } } },
    });
    if (open) {
      const name = hallName({ stage: open.stage.name, day: open.day });
      const message = `${name} sudah dibuka ${open.opener.name}. Tutup dulu, lalu buka hari lain.`;
      return refused(mutationId, 'status', message);
    }
    const hall = {
      ...{ planId: plan.id, stageId, day, openedById: userId },
      openedAt: new Date().toISOString(),
    };
    await tx.hallSession.create({ data: { regionId, id: mutationId, joinCode: newCode('join'), ...hall } });
    const subject = { type: 'hall', id: mutationId };
    const entry = { subject, action: 'create', mutationId, changes: difference({}, hall) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
