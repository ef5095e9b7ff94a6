import 'server-only';
import { type Actor, can, isMember } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { isRatified } from '@/lib/plan/workflow';
import { type Criteria, counting } from '../criteria';
import type { Rated, Score } from '../ranking';
import { type Standing, standingOf } from '../standing';
import { ownersIn, type TargetRow, targetsOf } from '../targets';
import { getCriteria, listDecisions, listScores } from './stored';

export type PlanPriorities = {
  criteria: Criteria;
  dimensions: { dimension: DimensionView; standing: Standing }[];
  /** Targets of all dimensions together that this person may compare, the highest first. */
  order: { target: TargetRow; rated: Rated }[];
  canSetCriteria: boolean;
};

/** The priorities of the whole plan, as far as this person may see them. */
export async function getPriorities(actor: Actor, frame: PlanFrame): Promise<PlanPriorities> {
  const criteria = await getCriteria(actor, frame);
  const [scores, decisions] = [await listScores(actor, frame), await listDecisions(actor, frame)];
  const image = await getImage(actor, frame);
  const targets = isMember(actor) ? targetsOf(image, frame) : [];
  const dimensions = frame.dimensions.map(dimension => {
    const own = targets.filter(({ dimensionId }) => dimensionId === dimension.id);
    const ids = new Set(own.map(({ id }) => id));
    const standing = standingOf({
      ...{ targets: own, criteria: counting(criteria), userId: actor.userId },
      scores: scores.filter(({ itemId }) => ids.has(itemId)),
      decision: decisions.find(({ dimensionId }) => dimensionId === dimension.id) ?? null,
      ...viewerOf(actor, frame, dimension.id, ownersIn(image, dimension.id)),
    });
    return { dimension, standing };
  });
  return {
    ...{ criteria, dimensions, order: together(dimensions.map(({ standing }) => standing)) },
    canSetCriteria: can.setCriteria(actor) && !frame.isLocked,
  };
}

/** The targets of several dimensions in one order; what has no total yet comes last. */
function together(standings: readonly Standing[]): PlanPriorities['order'] {
  const all = standings.flatMap(({ targets, order }) =>
    (order ?? []).flatMap(one => {
      const target = targets.find(({ id }) => id === one.id);
      return target ? [{ target, rated: one }] : [];
    }),
  );
  const first = all.filter(({ rated }) => rated.total !== null);
  const rest = all.filter(({ rated }) => rated.total === null);
  return [...first.sort((a, b) => (b.rated.total ?? 0) - (a.rated.total ?? 0)), ...rest];
}

/** One person's single scores, for who may see them. */
export type Single = { name: string; scores: Record<string, Record<string, number>> };

export type DimensionPriorities = {
  dimension: DimensionView;
  criteria: Criteria;
  standing: Standing;
  /** null for who may not see single scores, or not yet. */
  singles: Single[] | null;
  /** Scores can be given now. */
  isOpen: boolean;
  canDecide: boolean;
  canNote: boolean;
};

/** The priorities of one dimension; null where there is none at this address. */
export async function getDimensionPriorities(
  actor: Actor,
  frame: PlanFrame,
  slug: string,
): Promise<DimensionPriorities | null> {
  const dimension = frame.dimensions.find(one => one.slug === slug);
  if (!dimension) return null;
  const criteria = await getCriteria(actor, frame);
  const scores = await listScores(actor, frame, dimension.id);
  const decision = (await listDecisions(actor, frame)).find(one => one.dimensionId === dimension.id) ?? null;
  const image = await getImage(actor, frame);
  const viewer = viewerOf(actor, frame, dimension.id, ownersIn(image, dimension.id));
  const targets = isMember(actor) ? targetsOf(image, frame) : [];
  const standing = standingOf({
    ...{ scores, criteria: counting(criteria), decision, userId: actor.userId, ...viewer },
    targets: targets.filter(({ dimensionId }) => dimensionId === dimension.id),
  });
  const { isScorer, seesAll } = viewer;
  const isFinished = isScorer && standing.finished === standing.targets.length;
  return {
    ...{ dimension, criteria, standing, isOpen: isScorer && !frame.isLocked },
    singles: seesAll || isFinished ? await singlesOf(actor, scores) : null,
    canDecide: can.rank(actor, dimension.id) && !frame.isLocked,
    canNote: can.noteRank(actor) && !isRatified(frame.plan),
  };
}

function viewerOf(actor: Actor, frame: PlanFrame, id: string, ownerIds: ReadonlySet<string>) {
  return { isScorer: can.score(actor, { id, ownerIds }, frame), seesAll: can.seeScores(actor, id) };
}

async function singlesOf({ regionId }: Actor, scores: readonly Score[]): Promise<Single[]> {
  const ids = [...new Set(scores.map(({ userId }) => userId))];
  const people = await database(regionId).user.findMany({
    where: { regionId, id: { in: ids } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  return people.map(({ id, name }) => {
    const own: Single['scores'] = {};
    for (const { itemId, criterion, score } of scores.filter(({ userId }) => userId === id))
      own[itemId] = { ...own[itemId], [criterion]: score };
    return { name, scores: own };
  });
}
