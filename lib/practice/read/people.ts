import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { practiceAccounts, practiceRegionId, type Side } from '@/lib/access/practice';
import { loadActor } from '@/lib/access/session';
import { database } from '@/lib/database/client';
import { keeperNames } from '../structure';

/** The same person, or the keepers of the examples, as both parts of practice. */
export type Sides = Record<Side, Actor>;

/** Who somebody is at work, and where they practise. */
function placeOf(actor: Actor): { userId: string; regionId: string } {
  const { regionId, userId } = actor.practice ?? actor;
  return { userId, regionId: practiceRegionId(regionId) };
}

/** Both accounts that a person practises as; null before they first did. */
export async function getSides(actor: Actor): Promise<Sides | null> {
  const { regionId, userId } = placeOf(actor);
  const accounts = practiceAccounts(userId);
  const drafter = await loadActor(regionId, accounts.drafter);
  const reviewer = await loadActor(regionId, accounts.reviewer);
  return drafter && reviewer && { drafter, reviewer };
}

/** Both accounts that keep the examples; null while nobody has practised in the region. */
export async function getKeepers(actor: Actor): Promise<Sides | null> {
  const { regionId } = placeOf(actor);
  const keeper = async (username: string) => {
    const user = await database(regionId).user.findUnique({
      where: { regionId_username: { regionId, username } },
      select: { id: true },
    });
    return user && loadActor(regionId, user.id);
  };
  const [drafter, reviewer] = [await keeper(keeperNames.drafter), await keeper(keeperNames.reviewer)];
  return drafter && reviewer && { drafter, reviewer };
}

/** What a practice region takes over from the real one, whether there is one, and the asker's own user name. */
export async function getGround(actor: Actor) {
  const { regionId, userId } = actor;
  const source = database(regionId);
  const { code, province } = await source.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { code: true, province: true },
  });
  const practiceId = practiceRegionId(regionId);
  const founded = await database(practiceId).region.count({ where: { id: practiceId } });
  const { username } = await source.user.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: userId } },
    select: { username: true },
  });
  return { code, province, username, isFounded: founded > 0 };
}
