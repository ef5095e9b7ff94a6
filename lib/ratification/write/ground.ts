import 'server-only';
import { type Actor, managingRole, ratifyingRoles } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { doneMessage } from '@/lib/people/write/ground';
import { denied, notRatifying } from '../answer';

const offices = {
  prepare: { roles: [managingRole] as const, refusal: denied },
  ratify: { roles: ratifyingRoles, refusal: notRatifying },
};

/**
 * Why nothing is to be written, or what was answered to the same mutation before. Asked of the database after the
 * plan was taken: whoever left office while they waited does nothing.
 */
export async function stopped(
  tx: Transaction,
  { regionId, userId }: Actor,
  mutationId: string,
  office: keyof typeof offices,
): Promise<Deed | null> {
  const { roles, refusal } = offices[office];
  const held = { regionId, userId, role: { in: [...roles] }, user: { disabledAt: null }, ...heldToday() };
  if ((await tx.membership.count({ where: held })) === 0) return refusal();
  const event = await tx.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { actorId: true, subjectId: true },
  });
  if (!event) return null;
  if (event.actorId !== userId)
    return refuse('invalid', 'Permintaan ini milik orang lain. Muat ulang halaman, lalu coba lagi.');
  return { ok: true, message: doneMessage, id: event.subjectId };
}
