import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { PlanItem } from '../item';
import { difference, flatten } from '../paths';
import { listItemRows } from '../read/item-rows';
import { isLocked } from '../workflow';
import { changeItem, type ItemChange } from './change-item';
import { withPlan } from './take-plan';

/** Who answers for an item, and who supports it. */
export type Holders = { departmentId: string; supporterIds: string[] };

/** What became of one item: taken over, as it is already, still to be decided, or not to be touched. */
export type Succeeded = 'done' | 'same' | 'undecided' | 'refused';

/**
 * Gives one item of the current plan, put away or not, to the departments that took the place of others. Status and
 * content stay as they are, so what was approved stays approved; the version rises and the log says by what right.
 * @param decide who holds the item from now on, as it stands when its turn comes; null while nobody has decided
 * @param basis the decree, in words
 */
export async function succeedItem(
  actor: Actor,
  itemId: string,
  decide: (item: PlanItem) => Holders | null,
  basis: string,
): Promise<Succeeded> {
  return withPlan(actor, async (tx, plan) => {
    // A ratified plan says who answered for what when it was ratified; a locked stage is no bar to the law.
    if (!can.managePeople(actor) || isLocked(plan, null)) return 'refused';
    const where = { id: itemId, planId: plan.id };
    const [item] = await listItemRows(actor, tx, where, { withArchived: true });
    const after = item && decide(item);
    if (!item || !after) return 'undecided';
    const change = changeFor(item, after);
    if (change.changes.length === 0) return 'same';
    const written = await changeItem(tx, actor, plan, item, {
      ...{ action: 'succeed', mutationId: randomUUID(), note: basis, ...change },
    });
    if (!written) throw new Error('an item changed although its plan was taken');
    return 'done';
  });
}

function changeFor(
  item: PlanItem,
  { departmentId, supporterIds }: Holders,
): Pick<ItemChange, 'changes' | 'fields' | 'trunk'> {
  const { predecessorIds = [] } = item;
  const left = [item.departmentId, ...item.supporterIds].filter(
    id => id !== departmentId && !supporterIds.includes(id),
  );
  const supporters = supporterIds.filter(id => id !== departmentId).sort();
  const after = { departmentId, predecessorIds: [...new Set([...predecessorIds, ...left])] };
  const changes = difference(
    { departmentId: item.departmentId, predecessorIds, ...flatten({ supporters: item.supporterIds }) },
    { ...after, ...flatten({ supporters }) },
  );
  const isTouched = (path: string) => changes.some(change => change.path === path);
  return {
    changes,
    fields: isTouched('supporters') ? { supporters } : {},
    trunk: Object.fromEntries(Object.entries(after).filter(([path]) => isTouched(path))),
  };
}
