import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { TakenPlan } from '@/lib/plan/write/take-plan';
import { dimensionTitle, matterTitles } from '../agenda';

/** What a decision is about, with its name of now. */
export type Matter = {
  matter: string;
  matterTitle: string;
  dimensionId: string | null;
  pointId: string | null;
};

/** What the agenda's key of a sitting names; null when there is nothing of the kind. */
export async function matterOf(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { sittingId, matter }: { sittingId: string; matter: string },
): Promise<Matter | null> {
  const about = { matter, dimensionId: null, pointId: null };
  const [what, id = ''] = matter.split(/:(.*)/s);
  if (what === 'dimension') {
    const dimension = await tx.dimension.findFirst({
      where: { regionId, planId: plan.id, id },
      select: { name: true },
    });
    return dimension && { ...about, matterTitle: dimensionTitle(dimension.name), dimensionId: id };
  }
  if (what === 'point') {
    const point = await tx.agendaPoint.findFirst({
      where: { regionId, sittingId, id, withdrawnAt: null },
      select: { title: true },
    });
    return point && { ...about, matterTitle: point.title, pointId: id };
  }
  const matterTitle = Object.hasOwn(matterTitles, matter) ? matterTitles[matter] : undefined;
  return matterTitle ? { ...about, matterTitle } : null;
}
