import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { type ItemKind, textOf } from '../kinds/kind';
import type { PlanFrame } from './frame';
import { getEverything } from './image';
import { listItemRows } from './item-rows';

/** An item at the other end of a merge; its title only where it may be read. */
export type MergedItem = {
  id: string;
  kind: ItemKind;
  title: string | null;
  departmentCode: string;
  version: number;
};

/** The item that stays in the place of one that was put together with it. */
export async function getKeeper(
  actor: Actor,
  { plan }: PlanFrame,
  { mergedIntoId }: PlanItem,
): Promise<PlanItem | null> {
  if (!mergedIntoId) return null;
  const where = { id: mergedIntoId, planId: plan.id };
  const [keeper] = await listItemRows(actor, database(actor.regionId), where, { withArchived: true });
  return keeper ?? null;
}

/** What was put together with an item. Its owner reads what came along, although it was another's draft. */
export async function listMerged(actor: Actor, frame: PlanFrame, item: PlanItem): Promise<MergedItem[]> {
  if (!can.read(actor, item, frame)) return [];
  const { items } = await getEverything(actor, frame);
  const rows = [...items.values()].filter(({ mergedIntoId }) => mergedIntoId === item.id);
  const isOwner = can.own(actor, item);
  return rows.map(row => mergedView(actor, frame, row, (...asked) => isOwner || can.read(...asked)));
}

export function mergedView(
  actor: Actor,
  frame: PlanFrame,
  item: PlanItem,
  mayRead: typeof can.read,
): MergedItem {
  const { id, kind, version, departmentId, fields } = item;
  const title = mayRead(actor, item, frame) ? textOf(fields, 'title') : null;
  return { id, kind, version, title, departmentCode: frame.departmentCode(departmentId) };
}
