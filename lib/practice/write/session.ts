import 'server-only';
import { forget } from '@/lib/access/known';
import type { Actor } from '@/lib/access/policy';
import { practiceAccounts, practiceRegionId, type Side } from '@/lib/access/practice';
import { database } from '@/lib/database/client';

/** From now on whoever holds the session is in practice, in one of its parts. False when the session has ended. */
export async function takeSide(actor: Actor, side: Side): Promise<boolean> {
  const { regionId, userId } = actor.practice ?? actor;
  return move(actor, {
    practiceRegionId: practiceRegionId(regionId),
    practiceUserId: practiceAccounts(userId)[side],
  });
}

/** From now on whoever holds the session is at work again. */
export async function leaveSide(actor: Actor): Promise<boolean> {
  return move(actor, { practiceRegionId: null, practiceUserId: null });
}

type Place = { practiceRegionId: string | null; practiceUserId: string | null };

// The session itself stays as it is: its person, how long it lasts, and all that ends it.
async function move({ sessionId, practice, ...actor }: Actor, place: Place): Promise<boolean> {
  const { regionId, userId } = practice ?? actor;
  if (sessionId === null) return false;
  const { count } = await database(regionId).session.updateMany({
    where: { id: sessionId, regionId, userId, kind: 'person', endedAt: null },
    data: place,
  });
  if (count === 1) forget(sessionId);
  return count === 1;
}
