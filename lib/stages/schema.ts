import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

// Generous: what is too long, empty or no hour is said at its field, not refused as unreadable.
const typed = plainText(1000);
const key = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const deed = { mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/) };
const fields = { name: typed, day: typed, hour: typed };

export const newStageForm = z.strictObject({ ...deed, ...fields });
export type NewStageForm = z.infer<typeof newStageForm>;

/** `seen`: the plan's revision that the page was drawn at. */
export const stageForm = z.strictObject({
  ...{ ...deed, id: key, seen: z.coerce.number().int().min(0).max(2_147_483_647) },
  ...fields,
});
export type StageForm = z.infer<typeof stageForm>;

const state = z.enum(['open', 'closed', 'locked']);
/** `was`: the state that the page showed. */
export const stageMoveForm = z.strictObject({ ...deed, id: key, was: state, to: state });
export type StageMoveForm = z.infer<typeof stageMoveForm>;
