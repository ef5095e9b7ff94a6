import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

// Generous: what is too long or empty is said at its field, not refused as unreadable.
const typed = plainText(20_000);
const key = z.string().regex(/^[A-Za-z0-9:._-]{0,200}$/);
const deed = { mutationId: z.string().regex(/^[0-9a-f-]{32,36}$/) };

/** What somebody fills in who scanned the code of an invitation. */
export const guestJoinForm = z.strictObject({
  ...{ ...deed, code: plainText(100) },
  ...{ name: typed, institution: typed, kind: typed, contact: typed },
  ...{ username: typed, password: plainText(500), repeated: plainText(500) },
});
export type GuestJoinForm = z.infer<typeof guestJoinForm>;

export const invitationForm = z.strictObject({ ...deed, title: typed, to: typed, most: typed });
export const endInvitationForm = z.strictObject({
  ...{ ...deed, id: key },
  /** With it, everybody who came by it. */
  guests: z.enum(['tetap', 'akhiri']),
});
export const guestDecisionForm = z.strictObject({
  ...{ ...deed, id: key, reason: typed },
  decision: z.enum(['terima', 'tolak']),
});
export const endGuestForm = z.strictObject({ ...deed, id: key, reason: typed });
