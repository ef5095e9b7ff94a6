import type { Actor } from '@/lib/access/policy';
import { loadActor } from '@/lib/access/session';
import { database } from '@/lib/database/client';

/** The person with this user name, as the program would know them after signing in. Throws when there is none. */
export async function actorNamed(regionId: string, username: string): Promise<Actor> {
  const user = await database(regionId).user.findUnique({
    where: { regionId_username: { regionId, username } },
    select: { id: true },
  });
  const actor = user && (await loadActor(regionId, user.id));
  if (!actor) throw new Error(`there is no active account ${username} in ${regionId}`);
  return actor;
}
