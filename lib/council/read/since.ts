import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { namesOf } from '@/lib/plan/log/as-of';
import { comparePlans, type ToldDifference } from '@/lib/plan/log/difference';
import { getPlanAsOf } from '@/lib/plan/read/as-of';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getSide, now } from '@/lib/plan/read/versions';
import type { DecisionView } from './decisions';
import { getEndorsements } from './endorsements';

/** What became of a dimension since something was decided about it. */
export type SinceDecision = {
  /** How many of its items differ; the same for whoever asks. */
  changed: number;
  /** Those of them that this person may read. */
  differences: ToldDifference[];
  departmentCode: (id: string) => string;
};

/** What changed since a decision that still holds; null for every other, and for those about no dimension. */
export async function getSince(
  actor: Actor,
  frame: PlanFrame,
  decision: DecisionView,
): Promise<SinceDecision | null> {
  const { id, dimensionId, planRevision, regionRevision } = decision;
  if (!can.readCouncil(actor) || dimensionId === null) return null;
  const holding = (await getEndorsements(actor, frame)).get(dimensionId);
  if (holding?.id !== id) return null;
  const { changed } = holding;
  const after = await getSide(actor, frame, now);
  if (changed === 0 || !after) return { changed, differences: [], departmentCode: frame.departmentCode };
  const before = await getPlanAsOf(actor, frame, { planRevision, regionRevision });
  const isHere = new Set(
    [...before.items, ...after.plan.items]
      .filter(item => item.dimensionId === dimensionId)
      .map(item => item.id),
  );
  return {
    changed,
    differences: comparePlans(before, after.plan).filter(one => isHere.has(one.id)),
    departmentCode: namesOf(after.plan).departmentCode,
  };
}
