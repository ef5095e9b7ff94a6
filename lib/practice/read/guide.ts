import 'server-only';
import { type Actor, can, ownDepartments } from '@/lib/access/policy';
import { practiceRegionId } from '@/lib/access/practice';
import { database } from '@/lib/database/client';
import { obstacles } from '@/lib/plan/checks/all';
import type { PlanItem } from '@/lib/plan/item';
import { bodyOf } from '@/lib/plan/log/body';
import { getFrame, type PlanFrame } from '@/lib/plan/read/frame';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { getBeside } from '@/lib/plan/read/similar';
import { isEditable } from '@/lib/plan/workflow';
import { type Guide, guideAnew, guideOf } from '../steps';
import { suggestionFor } from '../suggestions';
import { getSides } from './people';

/** The department that somebody practises for, whichever part they are in; '' for whoever does not practise. */
const practisedFor = (actor: Actor) => actor.reviewsOnly ?? ownDepartments(actor).at(0) ?? '';

/** The indicator that somebody practises on: the first of their department that is not put away. */
export async function getPractised(actor: Actor, frame: PlanFrame): Promise<PlanItem | null> {
  const where = { planId: frame.plan.id, kind: 'indicator' as const, departmentId: practisedFor(actor) };
  return (await listItemRows(actor, database(actor.regionId), where)).at(0) ?? null;
}

/** Where somebody who practises stands, worked out from the plan and its log. */
export async function getGuide(actor: Actor, frame: PlanFrame): Promise<Guide> {
  const item = await getPractised(actor, frame);
  if (!item) return guideAnew(await whoPutAway(actor));
  const beside = isEditable(item.status) ? await getBeside(actor, frame, item.id) : [];
  return guideOf(
    {
      ...{ id: item.id, status: item.status },
      obstacles: isEditable(item.status) ? obstacles(item, frame.plan, beside) : [],
      deeds: (await listDeeds(actor, [item.id])).get(item.id) ?? [],
    },
    suggestionFor(item.departmentId),
  );
}

/** The same for somebody at work; null before they first practised. */
export async function getOwnGuide(actor: Actor): Promise<Guide | null> {
  const sides = await getSides(actor);
  return sides && getGuide(sides.drafter, await getFrame(sides.drafter));
}

/** How far somebody is: a step of so many, or how many minutes all of it took. */
export type Progress = { name: string; guide: Guide };

/** Everybody who has practised, for the secretariat, in the order in which they began. */
export async function listProgress(actor: Actor): Promise<Progress[]> {
  if (!can.keepPractice(actor)) return [];
  const regionId = practiceRegionId(actor.regionId);
  const people = await database(regionId).membership.findMany({
    where: { regionId, reviewsOnlyId: { not: null } },
    orderBy: { reviewsOnly: { position: 'asc' } },
    select: { reviewsOnlyId: true, reviewsOnly: { select: { name: true } } },
  });
  const plan = await database(regionId).plan.findFirst({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: { id: true, baselineYear: true, years: true },
  });
  if (!plan) return [];
  const keeper = { ...actor, regionId };
  const items = await listItemRows(keeper, database(regionId), { planId: plan.id, kind: 'indicator' });
  const deeds = await listDeeds(
    keeper,
    items.map(({ id }) => id),
  );
  return people.map(({ reviewsOnlyId, reviewsOnly }) => {
    const item = items.find(({ departmentId }) => departmentId === reviewsOnlyId);
    const name = reviewsOnly?.name ?? '';
    if (!item) return { name, guide: guideAnew(null) };
    const practised = { id: item.id, status: item.status, deeds: deeds.get(item.id) ?? [] };
    const open = isEditable(item.status) ? obstacles(item, plan) : [];
    return { name, guide: guideOf({ ...practised, obstacles: open }, suggestionFor(item.departmentId)) };
  });
}

type Deeds = { action: string; at: string }[];

async function listDeeds({ regionId }: Actor, itemIds: string[]): Promise<Map<string, Deeds>> {
  const events = await database(regionId).event.findMany({
    where: { regionId, subjectType: 'item', subjectId: { in: itemIds } },
    orderBy: { revision: 'asc' },
    select: { subjectId: true, action: true, at: true },
  });
  const deeds = new Map<string, Deeds>();
  for (const { subjectId, action, at } of events)
    deeds.set(subjectId, [...(deeds.get(subjectId) ?? []), { action, at: at.toISOString() }]);
  return deeds;
}

/** Who put away what somebody practised on; null when they did it themselves, or nothing was there. */
async function whoPutAway(actor: Actor): Promise<string | null> {
  const { regionId } = actor;
  const item = await database(regionId).item.findFirst({
    where: { regionId, kind: 'indicator', departmentId: practisedFor(actor), archivedAt: { not: null } },
    orderBy: { archivedAt: 'desc' },
    select: { id: true },
  });
  const event =
    item &&
    (await database(regionId).event.findFirst({
      where: { regionId, subjectType: 'item', subjectId: item.id, action: 'archive' },
      orderBy: { revision: 'desc' },
      select: { body: true },
    }));
  if (!event) return null;
  const { id, name } = bodyOf(event).actor;
  const sides = await getSides(actor);
  return sides && [sides.drafter.userId, sides.reviewer.userId].includes(id) ? null : name;
}
