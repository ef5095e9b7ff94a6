import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { listen } from '@/lib/database/listen';

/**
 * Hears for this whole process, from the first viewer on, of which region more was written.
 * @param onGap something may have been missed
 */
export function hearPlans(
  actor: Actor,
  onMore: (regionId: string, stream: string, revision: number) => void,
  onGap: () => void,
): void {
  const hear = (payload: string) => {
    const [regionId = actor.regionId, stream = '', revision] = payload.split(' ');
    onMore(regionId, stream, Number(revision));
  };
  listen('rembug_plan', hear, onGap);
}

/** Hears for this process what others on the same database announce (`announce`). */
export function hearAnnouncements(actor: Actor, hear: (said: string) => void): boolean {
  return isMember(actor) && listen('rembug_presence', hear, () => {});
}

/** How far the current plan of the actor's region has come. */
export async function getRevision({ regionId }: Actor): Promise<number> {
  const { revision } = await database(regionId).plan.findFirstOrThrow({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: { revision: true },
  });
  return revision;
}
