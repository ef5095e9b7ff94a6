import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const fieldPath = z.string().regex(/^[A-Za-z0-9.-]{1,80}$/);
const version = z.int().min(1).max(1_000_000);
// Generous: what is too long is said at its field.
const typed = plainText(20_000);

/** What is suggested: a value or words on an item as it was read, or an idea for a dimension. */
export const suggestRequest = z.strictObject({
  mutationId: id,
  about: z.discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('item'),
      itemId: id,
      /** The version that was read. */
      version,
      field: fieldPath.nullable(),
      proposed: typed.nullable(),
    }),
    z.strictObject({
      what: z.literal('idea'),
      dimensionId: id,
      kind: z.enum(['target', 'indicator']),
      parentId: id.nullable(),
      ...{ title: typed, unit: typed, direction: typed, target: typed },
    }),
  ]),
  text: typed,
});
export type SuggestRequest = z.infer<typeof suggestRequest>;

export const withdrawRequest = z.strictObject({ mutationId: id, suggestionId: id });
export type WithdrawRequest = z.infer<typeof withdrawRequest>;

export const adoptRequest = z.strictObject({
  ...{ mutationId: id, suggestionId: id },
  /** Of a proposed value: the version of the item whose newer value is knowingly replaced. */
  over: version.nullable(),
  /** Of an idea: under what it begins, and for which department. */
  parentId: id.nullable(),
  departmentId: id.nullable(),
});
export type AdoptRequest = z.infer<typeof adoptRequest>;

export const declineRequest = z.strictObject({ mutationId: id, suggestionId: id, reason: typed });
export type DeclineRequest = z.infer<typeof declineRequest>;

export const handOnRequest = z.strictObject({ mutationId: id, suggestionId: id, departmentId: id });
export type HandOnRequest = z.infer<typeof handOnRequest>;
