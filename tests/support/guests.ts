import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import { getInvitation, listInvitations } from '@/lib/people/guests/read/invitations';
import { decideOnGuest } from '@/lib/people/guests/write/guests';
import { makeInvitation } from '@/lib/people/guests/write/invitations';
import { type Joined, joinAsGuest } from '@/lib/people/guests/write/join';
import { actorNamed } from '@/prisma/seed/people';

export const guestPassword = 'tiga kuda biru lari';
const farDay = '2199-01-01';

/** What a guest fills in, valid but for what `more` says. */
export const guestForm = (code: string, more: Record<string, string> = {}) => ({
  ...{ mutationId: randomUUID() as string, code, name: 'Sri Rahayu', institution: 'Universitas Contoh' },
  ...{ kind: 'academic', contact: '', username: '', password: guestPassword, repeated: guestPassword },
  ...more,
});

/** An invitation that is open, with its code. */
export async function invite(secretary: Actor, { most = '50', to = farDay } = {}) {
  const made = await makeInvitation(secretary, {
    mutationId: randomUUID(),
    title: 'Diskusi publik',
    to,
    most,
  });
  if (!made.ok || !made.id) throw new Error(made.message);
  const { id } = made;
  const code = (await getInvitation(secretary, id))?.code ?? '';
  return { id, code };
}

let address = 0;
/** Asks for an account from an address of its own, so that no throttle speaks. */
export function join(form: ReturnType<typeof guestForm>): Promise<Joined> {
  address += 1;
  return joinAsGuest(form, `10.1.${address >> 8}.${address & 255}`);
}

/** A guest who was admitted, as the program knows them after signing in. */
export async function makeGuest(secretary: Actor, more: Record<string, string> = {}): Promise<Actor> {
  const open = (await listInvitations(secretary)).find(({ closed }) => closed === null);
  const code = open?.code ?? (await invite(secretary)).code;
  const joined = await join(guestForm(code, more));
  if (!joined.ok) throw new Error(joined.message);
  const waiting = await actorNamed(secretary.regionId, joined.username);
  const request = { mutationId: randomUUID(), id: waiting.userId, decision: 'terima' as const, reason: '' };
  const admitted = await decideOnGuest(secretary, request);
  if (!admitted.ok) throw new Error(admitted.message);
  return actorNamed(secretary.regionId, joined.username);
}
