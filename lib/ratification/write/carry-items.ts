import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { insertRows } from '@/lib/database/insert-rows';
import { detailColumns, detailTable, pick, rowsOfLists, trunkFields } from '@/lib/plan/columns';
import { type PlanItem, valuesOf } from '@/lib/plan/item';
import type { Entry } from '@/lib/plan/log/append';
import { difference } from '@/lib/plan/paths';
import { listItemRows } from '@/lib/plan/read/item-rows';
import type { TakenPlan } from '@/lib/plan/write/take-plan';
import { type Carry, carriedItem, inOrderOfNeed } from '../carry';

/**
 * Begins the items of an amendment with those of the plan before: every one that was not put away, with its fields,
 * values, supporters, links and reasons. Returns their events, each with the whole item.
 * @param keys is given the key of each new item
 */
export async function carryItems(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { carry, keys }: { carry: Carry; keys: Map<string, string> },
): Promise<Entry[]> {
  const old = inOrderOfNeed(await listItemRows(actor, tx, { planId: plan.id }));
  for (const { id } of old) keys.set(id, randomUUID());
  const items = old.map(item => carriedItem(item, carry));
  await insertAll(tx, actor, items);
  return items.map(item => ({
    ...{ subject: { type: 'item', id: item.id }, action: 'carry', mutationId: randomUUID() },
    changes: difference({}, { ...valuesOf(item), ...pastOf(item) }),
  }));
}

/** One statement a table, however many items there are. */
async function insertAll(tx: Transaction, { regionId }: Actor, items: readonly PlanItem[]): Promise<void> {
  const lists = items.map(({ id, fields }) => ({ id, ...rowsOfLists(fields) }));
  await insertRows(
    tx,
    'Item',
    items.map(item => ({ ...pick(item.fields, trunkFields), regionId, ...trunkOf(item) })),
  );
  const detailed = items.filter(({ kind }) => detailTable(kind) !== null);
  await insertRows(
    tx,
    'Indicator',
    detailed.map(({ id, kind, fields }) => ({ regionId, id, ...detailColumns(kind, fields) })),
  );
  await insertRows(
    tx,
    'Milestone',
    lists.flatMap(({ id, cells = [] }) => cells.map(cell => ({ regionId, indicatorId: id, ...cell }))),
  );
  await insertRows(
    tx,
    'Supporter',
    lists.flatMap(({ id, supporters = [] }) =>
      supporters.map(departmentId => ({ regionId, itemId: id, departmentId })),
    ),
  );
  await insertRows(
    tx,
    'ItemReference',
    lists.flatMap(({ id, references = [] }) => references.map(nodeId => ({ regionId, itemId: id, nodeId }))),
  );
  await insertRows(
    tx,
    'Reason',
    lists.flatMap(({ id, reasons = {} }) =>
      Object.entries(reasons).flatMap(([check, text]) =>
        text === null ? [] : [{ regionId, itemId: id, check, text }],
      ),
    ),
  );
}

function trunkOf(item: PlanItem) {
  const { id, planId, kind, parentId, dimensionId, departmentId, status, version, position } = item;
  const { illustrative, selfApproved, leftOutReason, copiedFromId } = item;
  return {
    ...{ id, planId, kind, parentId, dimensionId, departmentId, status, version, position },
    ...{ illustrative, selfApproved, leftOutReason, copiedFromId },
    predecessorIds: item.predecessorIds ?? [],
  };
}

/** Whose it was before its department ended; most have no such past. */
function pastOf({ predecessorIds = [] }: PlanItem): { predecessorIds?: string[] } {
  return predecessorIds.length > 0 ? { predecessorIds } : {};
}
