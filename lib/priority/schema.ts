import { z } from 'zod';
import { plainText } from '@/lib/access/schema';
import { spareKeys, suggestion } from './criteria';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const known: string[] = [...suggestion.map(({ key }) => key), ...spareKeys];

/** Own scores, one entry for each target that they are given to. */
export const scoresRequest = z.strictObject({
  scores: z
    .array(
      z.strictObject({
        ...{ mutationId: id, itemId: id },
        scores: z.record(
          z.string().refine(key => known.includes(key)),
          z.int().min(1).max(5),
        ),
      }),
    )
    .min(1)
    .max(200)
    .refine(all => new Set(all.map(({ mutationId }) => mutationId)).size === all.length),
});
export type ScoresRequest = z.infer<typeof scoresRequest>;

export const decideRequest = z.strictObject({
  ...{ mutationId: id, dimensionId: id },
  /** The decision that the page showed; null: none. */
  seen: id.nullable(),
  /** All targets of the dimension, the first first. */
  itemIds: z.array(id).min(1).max(1000),
  /** Why the order differs from the scores; '' where it does not. */
  reason: plainText(500),
});
export type DecideRequest = z.infer<typeof decideRequest>;

export const reopenRequest = z.strictObject({ mutationId: id, decisionId: id, reason: plainText(500) });
export type ReopenRequest = z.infer<typeof reopenRequest>;

export const noteRequest = z.strictObject({ mutationId: id, decisionId: id });
export type NoteRequest = z.infer<typeof noteRequest>;

const typed = plainText(1000);

/** The form of criteria: a weight for each key ("bobot-impact"), a name for the region's own ("nama-own1"). */
export const criteriaForm = z
  .object({
    mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/),
    seen: z.coerce.number().int().min(0).max(1_000_000),
  })
  .catchall(typed)
  .transform(({ mutationId, seen, ...fields }) => ({ mutationId, seen, fields }));
export type CriteriaForm = z.infer<typeof criteriaForm>;
