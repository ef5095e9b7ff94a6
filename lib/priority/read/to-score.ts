import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { counting } from '../criteria';
import { ownersIn, targetsOf } from '../targets';
import { getCriteria } from './stored';

/** A dimension with targets that a person is to score. */
export type ToScore = { slug: string; name: string; left: number };

/**
 * What this person has still to score, by dimension. Scoring has begun once the secretariat has set the weights; until
 * then nobody is asked. What is put in order already is not asked for.
 */
export async function listToScore(actor: Actor, frame: PlanFrame): Promise<ToScore[]> {
  const { regionId, userId } = actor;
  const criteria = await getCriteria(actor, frame);
  if (criteria.isSuggested || frame.isLocked) return [];
  const own = await database(regionId).priorityScore.findMany({
    where: { regionId, userId, planId: frame.plan.id },
    select: { itemId: true, criterion: true },
  });
  const given = new Set(own.map(({ itemId, criterion }) => `${itemId} ${criterion}`));
  const image = await getImage(actor, frame);
  const open = targetsOf(image, frame).filter(
    ({ id, rank }) => rank === null && !counting(criteria).every(({ key }) => given.has(`${id} ${key}`)),
  );
  return frame.dimensions.flatMap(({ id, slug, name }) => {
    const left = open.filter(({ dimensionId }) => dimensionId === id).length;
    const isAsked = left > 0 && can.score(actor, { id, ownerIds: ownersIn(image, id) }, frame);
    return isAsked ? [{ slug, name, left }] : [];
  });
}
