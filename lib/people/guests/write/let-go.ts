import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, guestRole } from '@/lib/access/policy';
import { heldToday, today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import type { Entry } from '@/lib/plan/log/append';
import { changedEntry } from '../../logged';
import { endSessions } from '../../write/passwords';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Refuses a guest who waits, or ends one who was admitted: state, role and sessions. Gives the entries that record
 * it and appends nothing itself. What they suggested stays, under their name.
 */
export async function letGo(
  tx: Transaction,
  actor: Actor,
  id: string,
  {
    state,
    reason,
    mutationId = randomUUID() as string,
  }: { state: 'refused' | 'ended'; reason: string; mutationId?: string },
): Promise<Entry[]> {
  const { regionId, userId } = actor;
  const where = { regionId_id: { regionId, id } };
  const before = await tx.guest.findUniqueOrThrow({
    where,
    select: { state: true, reason: true, decidedAt: true, decidedById: true },
  });
  const after = { state, reason, decidedAt: new Date(), decidedById: userId };
  await tx.guest.update({ where, data: after });
  const action = state === 'ended' ? 'end' : 'refuse';
  const entries = [changedEntry('guest', id, action, { before, after }, mutationId)];
  const held = await tx.membership.findMany({
    where: { regionId, userId: id, role: guestRole, ...heldToday() },
    select: { id: true, validTo: true },
  });
  // The day before today, so that it holds no longer from now on.
  const validTo = new Date(today().getTime() - dayMs);
  for (const membership of held) {
    await tx.membership.update({
      where: { regionId_id: { regionId, id: membership.id } },
      data: { validTo },
    });
    const change = { before: { validTo: membership.validTo }, after: { validTo } };
    entries.push(changedEntry('membership', membership.id, 'end', change));
  }
  await endSessions(tx, actor, id);
  return entries;
}
