import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { planStream } from '@/lib/plan/log/body';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getEverything } from '@/lib/plan/read/image';
import { changedSince, type Since } from '../changed-since';
import { type Standing, standingsOf } from '../standing';

/** How a dimension stands with the council, and what became of it since. */
export type Endorsement = Standing & {
  /** How many of its items are no longer as they were then; the same for whoever asks. */
  changed: number;
};

/** By dimension what the council decided last, unless that was revoked; dimensions without are left out. */
export async function getEndorsements(actor: Actor, frame: PlanFrame): Promise<Map<string, Endorsement>> {
  if (!can.readCouncil(actor)) return new Map();
  const { regionId } = actor;
  const decisions = await database(regionId).decision.findMany({
    where: { regionId, planId: frame.plan.id },
    orderBy: { ordinal: 'asc' },
    select: {
      ...{ id: true, ordinal: true, year: true, kind: true, dimensionId: true, revokesId: true, text: true },
      ...{ planRevision: true, deciderName: true, office: true, at: true },
    },
  });
  const standings = [...standingsOf(decisions)];
  const changed = await countChanged(
    actor,
    frame,
    standings.map(([dimensionId, { planRevision }]) => ({ dimensionId, revision: planRevision })),
  );
  return new Map(
    standings.map(([dimensionId, standing]) => {
      const count = changed.get(dimensionId) ?? 0;
      return [dimensionId, { ...standing, changed: count }];
    }),
  );
}

type Counts = ReadonlyMap<string, number>;
const kept = new WeakMap<object, Map<string, Promise<Counts>>>();

/** Counted once per revision of the plan: only an item that is written can change what this says. */
async function countChanged(actor: Actor, frame: PlanFrame, since: readonly Since[]): Promise<Counts> {
  if (since.length === 0) return new Map();
  const everything = await getEverything(actor, frame);
  const known = kept.get(everything.once) ?? new Map<string, Promise<Counts>>();
  kept.set(everything.once, known);
  const key = JSON.stringify(since);
  const counting = known.get(key) ?? readChanged(actor, frame, since, everything.items);
  known.set(key, counting);
  counting.catch(() => known.delete(key));
  return counting;
}

async function readChanged(
  { regionId }: Actor,
  { plan }: PlanFrame,
  since: readonly Since[],
  items: Awaited<ReturnType<typeof getEverything>>['items'],
): Promise<Counts> {
  const events = await database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(plan.id), subjectType: 'item' },
      revision: { gt: Math.min(...since.map(({ revision }) => revision)) },
    },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  const dimensionOf = (id: string) => items.get(id)?.dimensionId ?? null;
  return new Map(since.map(one => [one.dimensionId, changedSince(events, one, dimensionOf).length]));
}
