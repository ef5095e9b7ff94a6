import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

export const passwordForm = z.strictObject({
  current: plainText(500),
  wanted: plainText(500),
  repeated: plainText(500),
});

export const sessionForm = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });

// Generous: what is too long, empty or no day is said at its field, not refused as unreadable.
const typed = plainText(1000);
const key = z.string().regex(/^[A-Za-z0-9:._-]{0,200}$/);
const deed = { mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/) };
const seen = z.coerce.number().int().min(0).max(2_147_483_647);

const identity = { name: typed, username: typed, position: typed };
const decree = { decreeId: key, decreeNumber: typed, decreeDate: typed, decreeSubject: typed };
const post = {
  ...{ role: typed, departmentId: key, dimensionId: key, tenure: typed, from: typed, to: typed },
  ...decree,
};
const department = { code: typed, name: typed, kind: typed, from: typed, to: typed };

export const newPersonForm = z.strictObject({ ...deed, ...identity, ...post });
export const personForm = z.strictObject({ ...deed, id: key, seen, ...identity });
export const membershipForm = z.strictObject({ ...deed, userId: key, ...post });
export const endMembershipForm = z.strictObject({ ...deed, id: key, to: typed });
export const disableForm = z.strictObject({
  ...{ ...deed, id: key },
  isDisabled: z.enum(['ya', 'tidak']).transform(answer => answer === 'ya'),
});
export const anySessionForm = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/), userId: key });
export const newDepartmentForm = z.strictObject({ ...deed, ...department });
export const departmentForm = z.strictObject({ ...deed, id: key, seen, ...department });
const basis = { name: typed, day: typed, ...decree, decreeKind: typed };
export const startSuccessionForm = z.strictObject({ ...deed, offerId: key, ...basis });
export const basisForm = z.strictObject({ ...deed, id: key, was: typed, ...basis });
export const successionForm = z.strictObject({ ...deed, id: key });
export const releaseForm = z.strictObject({ ...deed, id: key, oldId: key, heirId: key });

/** A successor, and one entry for each old department that it is given ("lama-dinas"). */
export const heirForm = z
  .object({ ...deed, id: key, heirId: key, code: typed, name: typed, kind: typed })
  .catchall(z.literal('ya'))
  .transform(({ mutationId, id, heirId, code, name, kind, ...given }) => ({
    ...{ mutationId, id, heirId, code, name, kind },
    olds: Object.keys(given).flatMap(field => /^lama-(.{1,200})$/.exec(field)?.[1] ?? []),
  }));

/**
 * Choices by their key: what stood when the page was drawn ("was-…") and what is wanted ("pilih-…"); `semua` is wanted
 * for all of them.
 */
export const choicesForm = z
  .object({
    ...{ ...deed, id: key, semua: key.optional() },
    part: z.enum(['owners', 'supporters', 'coordinators', 'posts']),
  })
  .catchall(key)
  .transform(({ mutationId, id, part, semua = '', ...given }) => ({
    ...{ mutationId, id, part },
    choices: Object.entries(given).flatMap(([field, was]) => {
      const name = /^was-([A-Za-z0-9:._/-]{1,140})$/.exec(field)?.[1];
      const wanted = name === undefined ? undefined : semua || given[`pilih-${name}`];
      return name === undefined || wanted === undefined ? [] : [{ key: name, was, wanted }];
    }),
  }));

export const coordinatorForm = z.strictObject({
  ...deed,
  ...{ dimensionId: key, departmentId: key, was: key },
  ...decree,
});

/** Besides the key one entry for each person: what the page showed of their password. */
export const slipForm = z
  .object(deed)
  .catchall(z.enum(['oneUse', 'own']))
  .transform(({ mutationId, ...chosen }) => ({
    mutationId,
    chosen: chosen as Record<string, 'oneUse' | 'own'>,
  }));

/** A pasted text; besides it one entry for each doubtful line that is wanted ("baris-3"). */
export const importForm = z
  .object({
    ...deed,
    what: z.enum(['orang', 'opd']),
    step: z.enum(['periksa', 'tulis']),
    text: plainText(100_000),
  })
  .catchall(z.literal('ya'))
  .transform(({ mutationId, what, step, text, ...lines }) => ({
    ...{ mutationId, what, step, text },
    wanted: Object.keys(lines).flatMap(line => {
      const number = /^baris-(\d{1,4})$/.exec(line)?.[1];
      return number ? Number(number) : [];
    }),
  }));
