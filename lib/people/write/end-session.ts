import 'server-only';
import { forget } from '@/lib/access/known';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/** Ends one of the actor's own sessions; others' are out of reach. */
export async function endSession(actor: Actor, { id }: { id: string }): Promise<{ ok: boolean }> {
  return end(actor, { id, userId: actor.userId });
}

/** Ends a session of anybody in the region, as who manages people. */
export async function endSessionOf(
  actor: Actor,
  session: { id: string; userId: string },
): Promise<{ ok: boolean }> {
  return can.managePeople(actor) ? end(actor, session) : { ok: false };
}

async function end({ regionId }: Actor, { id, userId }: { id: string; userId: string }) {
  const { count } = await database(regionId).session.updateMany({
    where: { id, regionId, userId, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count === 1) forget(id);
  return { ok: count === 1 };
}
