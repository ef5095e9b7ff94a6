import { z } from 'zod';
import { plainText } from '@/lib/access/schema';
import { otherChoice } from './decision';
import { longestText } from './table-text';

// Generous: what is too long, empty or no year is said at its field, not refused as unreadable.
const typed = plainText(1000);
const key = z.string().regex(/^[A-Za-z0-9._-]{0,64}$/);
const deed = { mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/) };

/** A tree as pasted, with the regulation that enacted it. */
export const importForm = z.strictObject({
  ...deed,
  step: z.enum(['periksa', 'tulis']),
  ...{ name: typed, kind: typed, number: typed, date: typed, subject: typed },
  ...{ firstYear: typed, lastYear: typed, repealFrom: typed },
  /** The tree that the page showed as not repealed; '' for none. */
  inForce: key,
  text: plainText(longestText),
});
export type ImportForm = z.infer<typeof importForm>;

export const repealForm = z.strictObject({
  ...deed,
  id: key,
  seen: z.coerce.number().int().min(0).max(2_147_483_647),
  from: typed,
});
export type RepealForm = z.infer<typeof repealForm>;

/** One choice for each old node: what stood when the page was drawn, and what is chosen now. */
export const successorForm = z
  .object({ ...deed, treeId: key })
  .catchall(key)
  .transform(({ mutationId, treeId, ...given }) => ({
    ...{ mutationId, treeId },
    choices: Object.entries(given).flatMap(([name, chosen]) => {
      const nodeId = /^n-([A-Za-z0-9._-]{1,64})$/.exec(name)?.[1];
      if (nodeId === undefined) return [];
      const was = given[`was-${nodeId}`] ?? '';
      const other = given[`lain-${nodeId}`] ?? '';
      // Whoever chose from the list and left "later" as it stood wants what they chose.
      const isOther = chosen === otherChoice || (chosen === '' && other !== was && other !== '');
      return [{ nodeId, was, wanted: isOther ? other || otherChoice : chosen }];
    }),
  }));
export type SuccessorForm = z.infer<typeof successorForm>;
