import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { storeVersion } from '@/lib/plan/write/name-version';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import { freeName, hallName } from '../hall-name';
import type { CloseHallRequest } from '../schema';

/**
 * Closes a day in the hall: names the plan as it stands, ends the day and its screens, all of it or nothing.
 * The plan is held meanwhile, so whatever was saved before is in the version and nothing after it is.
 */
export async function closeHall(actor: Actor, { mutationId, hallId }: CloseHallRequest): Promise<Outcome> {
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.runHall(actor))
      return refused(mutationId, 'denied', 'Hanya sekretariat yang dapat menutup hari Bimtek.');
    const found = await tx.hallSession.findFirst({
      where: { regionId, planId: plan.id, id: hallId },
      select: {
        ...{ day: true, closedAt: true, closer: { select: { name: true } } },
        stage: { select: { name: true } },
      },
    });
    if (!found) return refused(mutationId, 'missing', 'Hari Bimtek ini tidak ditemukan. Muat ulang halaman.');
    const hall = { stage: found.stage.name, day: found.day };
    if (found.closedAt) {
      const message = `${hallName(hall)} sudah ditutup ${found.closer?.name ?? ''}. Versinya ada di daftar.`;
      return refused(mutationId, 'status', message);
    }
    const names = await tx.snapshot.findMany({
      where: { regionId, planId: plan.id },
      select: { name: true },
    });
    const name = freeName(hall, candidate => names.some(taken => taken.name === candidate));
    const snapshotId = mutationId;
    const version = await storeVersion(tx, actor, plan, { id: snapshotId, name, mutationId: randomUUID() });
    const end = { closedAt: new Date().toISOString(), closedById: userId, snapshotId };
    await tx.hallSession.update({ where: { regionId_id: { regionId, id: hallId } }, data: end });
    await tx.session.updateMany({
      where: { regionId, hallId, endedAt: null },
      data: { endedAt: end.closedAt },
    });
    const changes = difference({}, end);
    const closing = { subject: { type: 'hall', id: hallId }, action: 'close', mutationId, changes };
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [version, closing])) };
  });
}
