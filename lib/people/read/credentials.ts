import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/** What the actor signs in with, and the names that must not be part of it. */
export async function getCredentials({ regionId, userId }: Actor) {
  const { region, ...user } = await database(regionId).user.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: userId } },
    select: { username: true, name: true, passwordHash: true, region: { select: { name: true } } },
  });
  return { ...user, regionName: region.name };
}
