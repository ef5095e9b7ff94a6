import 'server-only';
import { type Actor, can, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { kinds } from '../kinds/all';
import type { Fields } from '../kinds/kind';
import { sameValue } from '../paths';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import type { Side } from './versions';

/** An item that its owner may give the fields of a version again, as a new change. */
export type Restorable = {
  version: number;
  /** Not put away. */
  isInPlan: boolean;
  /** Only those that differ now. */
  fields: Fields;
};

/** By item: what this person may bring back from a version. Place and status stay as they are. */
export async function listRestorable(
  actor: Actor,
  frame: PlanFrame,
  { version, plan }: Side,
): Promise<ReadonlyMap<string, Restorable>> {
  if (!version || frame.isLocked || !can.draft(actor)) return new Map();
  const then = new Map(plan.items.map(item => [item.id, item]));
  // Whose it is today: it may have been another department's then.
  const where = { planId: frame.plan.id, departmentId: { in: ownDepartments(actor) } };
  const today = await listItemRows(actor, database(actor.regionId), where, { withArchived: true });
  return new Map(
    today.flatMap(item => {
      const old = then.get(item.id);
      if (!old || !can.edit(actor, item)) return [];
      const fields = changedFields(old, item, frame);
      const isInPlan = item.archivedAt === null;
      if (Object.keys(fields).length === 0 && isInPlan) return [];
      return [[item.id, { version: item.version, isInPlan, fields }] as const];
    }),
  );
}

function changedFields(old: PlanItem, item: PlanItem, frame: PlanFrame): Fields {
  const paths = kinds[item.kind].fields(frame.plan).map(({ path }) => path);
  const differing = paths.filter(path => !sameValue(old.fields[path], item.fields[path]));
  return Object.fromEntries(differing.map(path => [path, old.fields[path] ?? null]));
}
