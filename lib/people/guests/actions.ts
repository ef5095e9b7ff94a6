'use server';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { action, openAction } from '@/lib/access/action';
import { writeSessionCookies } from '@/lib/access/request';
import { openSession } from '@/lib/access/session';
import type { Deed } from '../deed';
import * as forms from './schema';
import { decideOnGuest, endGuest } from './write/guests';
import { endInvitation, makeInvitation } from './write/invitations';
import { joinAsGuest } from './write/join';

/** Asks for a guest account and signs in with it; until it is admitted that shows only how the request stands. */
export const joinAsGuestAction = openAction(forms.guestJoinForm, async form => {
  const list = await headers();
  const origin = { address: list.get('x-forwarded-for') ?? '', device: list.get('user-agent') ?? '' };
  const joined = await joinAsGuest(form, origin.address);
  if (!joined.ok) return { ...joined, typed: typedOf(form) };
  const { regionId, username } = joined;
  const opened = await openSession({ regionId, username, password: form.password, ...origin });
  if (!opened.ok) {
    const message = 'Permintaan ini sudah pernah dikirim. Masuk dengan nama pengguna dan kata sandinya.';
    return { ok: false as const, reason: 'credentials' as const, message, typed: typedOf(form) };
  }
  await writeSessionCookies(opened.token, regionId, username);
  redirect('/gabung/tamu');
});

export const makeInvitationAction = action(forms.invitationForm, async (actor, form) =>
  answer(form, await makeInvitation(actor, form)),
);

export const endInvitationAction = action(forms.endInvitationForm, async (actor, form) =>
  answer({}, await endInvitation(actor, form)),
);

export const decideOnGuestAction = action(forms.guestDecisionForm, async (actor, form) =>
  answer(form, await decideOnGuest(actor, form)),
);

export const endGuestAction = action(forms.endGuestForm, async (actor, form) =>
  answer(form, await endGuest(actor, form)),
);

// A password is typed again, never sent back.
function typedOf({ name, institution, kind, contact, username }: forms.GuestJoinForm) {
  return { name, institution, kind, contact, username };
}

// What was typed goes back with a refusal, and the page reads again what stands now.
function answer(typed: Record<string, unknown>, outcome: Deed) {
  if (outcome.ok) refresh();
  return outcome.ok ? outcome : { ...outcome, typed };
}
