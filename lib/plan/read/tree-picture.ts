import 'server-only';
import { type Actor, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { pictureOf, type TreePicture } from '../tree-picture';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listUnseen } from './unseen';

/** The plan as a tree for each dimension, or of one of them; a dimension that is unknown counts as none named. */
export async function getTreePicture(actor: Actor, frame: PlanFrame, slug?: string): Promise<TreePicture> {
  const one = frame.dimensions.find(dimension => dimension.slug === slug);
  const items = await listItemRows(actor, database(actor.regionId), {
    AND: [reach.items(actor, frame), { planId: frame.plan.id, dimensionId: one?.id }],
  });
  const unseen = await listUnseen(actor, frame, one?.id);
  const dimensionIds = one ? [one.id] : [null, ...frame.dimensions.map(({ id }) => id)];
  return pictureOf({ items, unseen, dimensionIds, plan: frame.plan });
}
