import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { pictureOf, type TreePicture } from '../tree-picture';
import type { PlanFrame } from './frame';
import { getImage } from './image';

/** The plan as a tree for each dimension, or of one of them; a dimension that is unknown counts as none named. */
export async function getTreePicture(actor: Actor, frame: PlanFrame, slug?: string): Promise<TreePicture> {
  const one = frame.dimensions.find(dimension => dimension.slug === slug);
  const image = await getImage(actor, frame);
  return image.once(`picture ${one?.id ?? ''}`, () =>
    pictureOf({
      items: image.items.filter(({ dimensionId }) => !one || dimensionId === one.id),
      unseen: unseen(image.hidden.filter(({ dimensionId }) => !one || dimensionId === one.id)),
      dimensionIds: one ? [one.id] : [null, ...frame.dimensions.map(({ id }) => id)],
      plan: frame.plan,
    }),
  );
}

// One each: pictures and summaries add them up by where they hang.
const unseen = <Hidden>(hidden: readonly Hidden[]) => hidden.map(item => ({ ...item, count: 1 }));
