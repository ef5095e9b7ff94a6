import 'server-only';
import { forget } from '@/lib/access/known';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/** Ends one of the actor's own sessions; others' are out of reach. */
export async function endSession(actor: Actor, { id }: { id: string }): Promise<{ ok: boolean }> {
  const { regionId, userId } = actor;
  const { count } = await database(regionId).session.updateMany({
    where: { id, regionId, userId, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count === 1) forget(id);
  return { ok: count === 1 };
}
