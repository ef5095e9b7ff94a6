import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { type PlanAsOf, planAsOf } from '../log/as-of';
import { planStream, regionStream } from '../log/body';
import { fold } from '../log/fold';
import { isRatified } from '../workflow';
import type { PlanFrame } from './frame';

/** Where both logs stood. */
export type Moment = {
  planRevision: number;
  regionRevision: number /** Left out: the current plan. */;
  planId?: string;
};

const shared = globalThis as typeof globalThis & { rembugPast?: Map<string, Promise<PlanAsOf>> };
const most = 8;

/**
 * The plan as it was at a moment, as far as this person may read it: what was a colleague's draft then is not
 * shown now either. Kept in memory, since the past does not change.
 */
export async function getPlanAsOf(actor: Actor, frame: PlanFrame, moment: Moment): Promise<PlanAsOf> {
  const past = await whole(actor, frame, moment);
  const isIn = (item: PlanItem) => item.archivedAt === null && !(isRatified(past.plan) && item.leftOutReason);
  const items = past.items.filter(item => isIn(item) && can.read(actor, item, frame));
  return { ...past, items };
}

async function whole({ regionId }: Actor, { plan }: PlanFrame, moment: Moment): Promise<PlanAsOf> {
  shared.rembugPast ??= new Map();
  const kept = shared.rembugPast;
  const { planRevision, regionRevision, planId = plan.id } = moment;
  const key = [process.env.DATABASE_URL, regionId, planId, planRevision, regionRevision].join(' ');
  const known = kept.get(key) ?? read(regionId, planId, moment);
  kept.delete(key);
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return known;
}

async function read(regionId: string, planId: string, moment: Moment): Promise<PlanAsOf> {
  const events = (stream: string, revision: number) =>
    database(regionId).event.findMany({
      where: { regionId, stream, revision: { lte: revision } },
      orderBy: { revision: 'asc' },
      select: { body: true },
    });
  const [ofPlan, ofRegion] = await Promise.all([
    events(planStream(planId), moment.planRevision),
    events(regionStream(regionId), moment.regionRevision),
  ]);
  return planAsOf(fold(ofPlan), fold(ofRegion));
}
