import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

// Generous: what is too long, empty or no day is said at its field, not refused as unreadable.
const typed = plainText(2000);
const key = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const deed = { mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/) };
const version = z.coerce.number().int().min(1).max(1_000_000);

/** `item`: key and version of what was chosen from the list; '' for none. */
export const leaveOutForm = z
  .strictObject({
    ...{ ...deed, reason: typed },
    item: z.string().regex(/^(?:[A-Za-z0-9._-]{1,64} [1-9]\d{0,6})?$/),
  })
  .transform(({ item, ...rest }) => {
    const [itemId = '', at = '0'] = item.split(' ');
    return { ...rest, itemId, version: Number(at) };
  });
export type LeaveOutForm = z.infer<typeof leaveOutForm>;

export const takeInForm = z.strictObject({ ...deed, itemId: key, version });
export type TakeInForm = z.infer<typeof takeInForm>;

/** `about`: a subdimension, or `ipm`. `was`: what the page showed. */
export const explainForm = z.strictObject({ ...deed, about: key, was: typed, text: typed });
export type ExplainForm = z.infer<typeof explainForm>;

export const ratifyForm = z.strictObject({
  ...{ ...deed, planId: key },
  ...{ kind: typed, number: typed, date: typed, subject: typed },
});
export type RatifyForm = z.infer<typeof ratifyForm>;

export const amendForm = z.strictObject({ ...deed, planId: key, number: typed, reason: typed });
export type AmendForm = z.infer<typeof amendForm>;
