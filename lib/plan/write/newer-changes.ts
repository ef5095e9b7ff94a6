import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Source } from '@/lib/database/client';
import { newerThan } from '../log/newer';
import type { Newer } from '../merge';

/** Fields of an item that were changed after a version. */
export async function newerChanges(
  source: Source,
  { regionId }: Actor,
  itemId: string,
  version: number,
): Promise<Record<string, Newer>> {
  const events = await source.event.findMany({
    where: { regionId, subjectId: itemId, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  return newerThan(events, version);
}
