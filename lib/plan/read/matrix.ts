import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { type IpmStory, ipmStory } from '../ipm-story';
import { type Matrix, matrixOf } from '../matrix';
import { type MatrixFilter, queryOf } from '../matrix-filter';
import type { PlanFrame } from './frame';
import { getImage, type Image } from './image';

export type ReadMatrix = Matrix & { image: Image; ipm: IpmStory };

/** The whole plan as this person may read it: items × baseline and years, in the order of the tree. */
export async function getMatrix(actor: Actor, frame: PlanFrame, filter: MatrixFilter): Promise<ReadMatrix> {
  const image = await getImage(actor, frame);
  const matrix = image.once(`matrix ${queryOf(filter)}`, () =>
    matrixOf(image.items, image.hidden, frame, filter, image.ranks),
  );
  return { ...matrix, image, ipm: image.once('ipm', () => ipmStory(image.items, frame.plan)) };
}
