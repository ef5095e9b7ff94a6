import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

// Generous: what is too long or empty is said at its field, not refused as unreadable.
const typed = plainText(4000);
const key = z.string().regex(/^[A-Za-z0-9:._-]{0,200}$/);
const deed = { mutationId: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/) };

const about = { title: typed, date: typed, place: typed, leader: typed, leaderOffice: typed };

export const openSittingForm = z.strictObject({ ...deed, ...about });
export type OpenSittingForm = z.infer<typeof openSittingForm>;

/** `version`: how often the sitting had been changed when the form was drawn. */
export const changeSittingForm = z.strictObject({
  ...deed,
  ...about,
  id: key,
  version: z.coerce.number().int().min(1).max(1_000_000),
});
export type ChangeSittingForm = z.infer<typeof changeSittingForm>;

export const closeSittingForm = z.strictObject({ ...deed, id: key });
export type CloseSittingForm = z.infer<typeof closeSittingForm>;

export const addPointForm = z.strictObject({ ...deed, sittingId: key, title: typed });
export type AddPointForm = z.infer<typeof addPointForm>;

export const withdrawPointForm = z.strictObject({ ...deed, id: key });
export type WithdrawPointForm = z.infer<typeof withdrawPointForm>;

export const addGuestForm = z.strictObject({
  ...{ ...deed, sittingId: key },
  ...{ name: typed, institution: typed, office: typed },
});
export type AddGuestForm = z.infer<typeof addGuestForm>;

export const removeAttendanceForm = z.strictObject({ ...deed, id: key });
export type RemoveAttendanceForm = z.infer<typeof removeAttendanceForm>;

const ticks = /^hadir-([A-Za-z0-9._-]{1,64})$/;
const shown = /^tampil-([A-Za-z0-9._-]{1,64})$/;

/** Besides the keys one entry for each person who is ticked, and one for each who was when the form was drawn. */
export const attendanceForm = z
  .object({ ...deed, sittingId: key })
  .catchall(z.literal('ya'))
  .refine(form => Object.keys(form).every(name => name in deed || name === 'sittingId' || isTick(name)))
  .transform(({ mutationId, sittingId, ...rest }) => ({
    ...{ mutationId, sittingId },
    ticked: namesIn(rest, ticks),
    shown: namesIn(rest, shown),
  }));
export type AttendanceForm = z.infer<typeof attendanceForm>;

const isTick = (name: string) => ticks.test(name) || shown.test(name);
const namesIn = (rest: object, pattern: RegExp) =>
  Object.keys(rest).flatMap(name => pattern.exec(name)?.[1] ?? []);

/** `matter`: the agenda's key of what it is about; `postId`: in which office it is decided, which names who. */
export const decideForm = z.strictObject({
  ...{ ...deed, sittingId: key, matter: key, postId: key, text: typed },
  kind: z.enum(['endorse', 'revise', 'resolve']),
});
export type DecideForm = z.infer<typeof decideForm>;

export const revokeForm = z.strictObject({
  ...deed,
  sittingId: key,
  decisionId: key,
  postId: key,
  text: typed,
});
export type RevokeForm = z.infer<typeof revokeForm>;
