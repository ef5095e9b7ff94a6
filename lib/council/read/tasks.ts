import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { isOpen } from '../agenda';
import { type Endorsement, getEndorsements } from './endorsements';
import { getOpenSitting } from './sittings';

/** What somebody has to do with the council. */
export type CouncilTasks = {
  /** The sitting that is open now. */
  sitting: { id: string; title: string; date: string } | null;
  decides: boolean;
  /** Dimensions that wait for this person's decision, or that they coordinate; with how the council sees them. */
  dimensions: { dimension: DimensionView; endorsement: Endorsement | null }[];
};

/** For who decides what waits for them, for who coordinates how their dimensions stand; null when nothing concerns them. */
export async function getCouncilTasks(actor: Actor, frame: PlanFrame): Promise<CouncilTasks | null> {
  const decides = can.decide(actor);
  if (!decides && actor.coordinates.length === 0) return null;
  const endorsements = await getEndorsements(actor, frame);
  const told = frame.dimensions.map(dimension => ({
    ...{ dimension, endorsement: endorsements.get(dimension.id) ?? null },
  }));
  return {
    ...{ sitting: decides ? await getOpenSitting(actor, frame) : null, decides },
    dimensions: told.filter(
      ({ dimension, endorsement }) =>
        (decides && isOpen(endorsement)) || actor.coordinates.includes(dimension.id),
    ),
  };
}
