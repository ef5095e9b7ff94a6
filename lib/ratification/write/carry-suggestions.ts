import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { insertRows } from '@/lib/database/insert-rows';
import { madeEntry } from '@/lib/people/logged';
import type { Entry } from '@/lib/plan/log/append';
import { newerChanges } from '@/lib/plan/write/newer-changes';
import type { TakenPlan } from '@/lib/plan/write/take-plan';

/**
 * What was suggested goes along with what it is about: what waits can be answered in the amendment, and whoever said
 * something still finds it, and is named on what took it up.
 * @param keys leads from what is in the old plan to what came of it; what is not in it was put away
 */
export async function carrySuggestions(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { id: planId, keys }: { id: string; keys: ReadonlyMap<string, string> },
): Promise<Entry[]> {
  const { regionId } = actor;
  const old = await tx.suggestion.findMany({
    where: { regionId, planId: plan.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const keyOf = (id: string | null) => (id === null ? null : (keys.get(id) ?? null));
  const rows: Parameters<typeof madeEntry>[1][] = [];
  for (const { regionId: _, ...row } of old) {
    const [itemId, adoptedItemId] = [keyOf(row.itemId), keyOf(row.adoptedItemId)];
    if ((row.itemId && !itemId) || (row.adoptedItemId && !adoptedItemId)) continue;
    rows.push({
      ...{ ...row, id: randomUUID() as string, planId, itemId, adoptedItemId },
      ...{ dimensionId: keyOf(row.dimensionId), parentId: keyOf(row.parentId) },
      seenVersion: await carriedVersion(tx, actor, row),
    });
  }
  await insertRows(
    tx,
    'Suggestion',
    rows.map(row => ({ regionId, ...row })),
  );
  return rows.map(row => madeEntry('suggestion', row, { action: 'carry' }));
}

type Seen = { itemId: string | null; field: string | null; seenVersion: number | null };

/** Items begin at version 1; a field that was written since its reader saw it still clashes, so that is 0. */
async function carriedVersion(
  tx: Transaction,
  actor: Actor,
  { itemId, field, seenVersion }: Seen,
): Promise<number | null> {
  if (itemId === null || seenVersion === null) return seenVersion;
  const isNewer = field !== null && field in (await newerChanges(tx, actor, itemId, seenVersion));
  return isNewer ? 0 : 1;
}
