import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/** Where a target stands in the decided order of its dimension: the first of nine is 1 of 9. */
export type Ranked = { rank: number; of: number };

/** The decided places of targets, by id; what was put in order and is archived since keeps its place. */
export async function listRanks({ regionId }: Actor, planId: string): Promise<Map<string, Ranked>> {
  const decisions = await database(regionId).priorityDecision.findMany({
    where: { regionId, planId, endedAt: null },
    select: { itemIds: true },
  });
  return new Map(
    decisions.flatMap(({ itemIds }) =>
      itemIds.map((id, at): [string, Ranked] => [id, { rank: at + 1, of: itemIds.length }]),
    ),
  );
}
