import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { type DimensionSummary, summaryOf } from '../dimension-summary';
import type { DimensionView, PlanFrame } from './frame';
import { getImage } from './image';

/** One dimension on one page; null when there is no such dimension. */
export async function getDimensionSummary(
  actor: Actor,
  frame: PlanFrame,
  slug: string,
): Promise<{ dimension: DimensionView; summary: DimensionSummary } | null> {
  const dimension = frame.dimensions.find(candidate => candidate.slug === slug);
  if (!dimension) return null;
  const image = await getImage(actor, frame);
  const isHere = (item: { dimensionId: string | null }) => item.dimensionId === dimension.id;
  const summary = image.once(`summary ${dimension.id}`, () =>
    summaryOf({
      items: image.items.filter(isHere),
      unseen: image.hidden.filter(isHere).map(item => ({ ...item, count: 1 })),
      subdimensions: frame.subdimensions.filter(isHere),
      plan: frame.plan,
    }),
  );
  return { dimension, summary };
}
