import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import { type Database, database } from '@/lib/database/client';
import { standingOf } from '../act';
import type { ItemKind } from '../kinds/kind';
import type { PlanFrame } from './frame';

/** An item of a plan that an amendment has taken the place of. */
export type EarlierItem = {
  kind: ItemKind;
  plan: { name: string; standing: string | null };
  /** The old plan as its act left it. */
  version: { id: string; name: string } | null;
  /** What became of it in the current plan; null when nothing did. */
  now: { id: string; kind: ItemKind } | null;
};

/** Where an item of an earlier plan is found today; null when there is none of this key. Tells nothing of its content. */
export async function getEarlierItem(
  actor: Actor,
  frame: PlanFrame,
  id: string,
): Promise<EarlierItem | null> {
  if (!isMember(actor)) return null;
  const { regionId } = actor;
  const db = database(regionId);
  const item = await db.item.findFirst({
    where: { regionId, id, planId: { not: frame.plan.id } },
    select: {
      kind: true,
      plan: {
        select: {
          ...{ name: true, decree: { select: { kind: true, number: true, date: true } } },
          snapshots: { orderBy: { planRevision: 'desc' }, take: 1, select: { id: true, name: true } },
        },
      },
    },
  });
  if (!item) return null;
  const { name, decree, snapshots } = item.plan;
  const date = decree?.date?.toISOString().slice(0, 10) ?? null;
  return {
    kind: item.kind,
    plan: { name, standing: standingOf(decree && { ...decree, date }, frame.region.headTitle) },
    version: snapshots[0] ?? null,
    now: await latestCopy(db, regionId, frame.plan.id, id),
  };
}

/** The item of a plan that came of another over any number of amendments. */
async function latestCopy(db: Database, regionId: string, planId: string, id: string) {
  for (let copiedFromId = id; ; ) {
    const copy = await db.item.findFirst({
      where: { regionId, copiedFromId },
      select: { id: true, kind: true, planId: true },
    });
    if (!copy) return null;
    if (copy.planId === planId) return { id: copy.id, kind: copy.kind };
    copiedFromId = copy.id;
  }
}
