import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { ipmNotes } from '@/lib/plan/ipm-notes';
import { ipmStory } from '@/lib/plan/ipm-story';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getProgress } from '@/lib/plan/read/progress';
import { countUndecided } from '@/lib/plan/read/similar';
import { awaitsReview, isApproved } from '@/lib/plan/workflow';
import type { OpenMatters } from '../agenda';
import { getEndorsements } from './endorsements';

/** What of the plan is open for a council to see to, as far as this person may read it; null: nothing is theirs to know. */
export async function getOpenMatters(actor: Actor, frame: PlanFrame): Promise<OpenMatters | null> {
  if (!can.readCouncil(actor)) return null;
  const { items, hidden } = await getImage(actor, frame);
  const endorsements = await getEndorsements(actor, frame);
  const all = [...items, ...hidden];
  const board = await getProgress(actor, frame);
  return {
    dimensions: frame.dimensions.map(({ id, slug, name }) => {
      const indicators = all.filter(item => item.kind === 'indicator' && item.dimensionId === id);
      const approved = indicators.filter(({ status }) => isApproved(status)).length;
      const standing = endorsements.get(id) ?? null;
      return { id, slug, name, standing, approved, indicators: indicators.length };
    }),
    waiting: all.filter(({ status }) => awaitsReview(status)).length,
    similar: await countUndecided(actor, frame),
    ipm: ipmNotes(ipmStory(items, frame.plan)).flatMap(({ level, message }) =>
      level === 'warn' ? message : [],
    ),
    late: board.totals.late,
  };
}
