import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { bodyOf } from '../log/body';
import { steps } from '../workflow';

export type LastStep = { action: string; by: string; at: string; note: string | null };

/** The last workflow step of each of these items. */
export async function listLastSteps(
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, LastStep>> {
  const { regionId } = actor;
  if (itemIds.length === 0) return new Map();
  const events = await database(regionId).event.findMany({
    where: { regionId, subjectId: { in: [...itemIds] }, action: { in: Object.keys(steps) } },
    orderBy: [{ subjectId: 'asc' }, { revision: 'desc' }],
    distinct: ['subjectId'],
    select: { subjectId: true, body: true },
  });
  return new Map(
    events.map(({ subjectId, body }) => {
      const { action, actor, at, note } = bodyOf({ body });
      return [subjectId, { action, by: actor.name, at, note }];
    }),
  );
}
