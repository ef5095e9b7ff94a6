import 'server-only';
import { type Actor, can, type GuestState } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { listHistory } from '../../read/history';
import type { ToldDeed } from '../../story';
import { dayText } from '../../words';
import { guestOffice } from '../kinds';

/** Somebody who asked for a guest account, as the secretariat sees them. */
export type GuestView = {
  id: string;
  name: string;
  username: string;
  office: string;
  contact: string | null;
  state: GuestState;
  reason: string | null;
  joinedAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
  suggestions: number;
};

/** An invitation with those who came by it. */
export type InvitationView = {
  id: string;
  title: string;
  code: string;
  lastDay: string;
  most: number;
  madeBy: string;
  /** Why its code opens nothing any more; null while it does. */
  closed: 'ended' | 'over' | 'full' | null;
  guests: GuestView[];
};

/** All invitations with their guests, those that are open first, each the newest first; for the secretariat. */
export async function listInvitations(actor: Actor): Promise<InvitationView[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId } = actor;
  const rows = await database(regionId).guestInvitation.findMany({
    where: { regionId },
    orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
    select: {
      ...{ id: true, title: true, joinCode: true, validTo: true, most: true, endedAt: true },
      maker: { select: { name: true } },
      guests: {
        orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
        select: {
          ...{ id: true, institution: true, kind: true, contact: true, state: true, reason: true },
          ...{ joinedAt: true, decidedAt: true, decider: { select: { name: true } } },
          user: { select: { name: true, username: true, _count: { select: { suggestions: true } } } },
        },
      },
    },
  });
  const views = rows.map(({ joinCode, validTo, endedAt, maker, guests, ...row }): InvitationView => {
    const full = guests.length >= row.most ? 'full' : null;
    return {
      ...{ ...row, code: joinCode, lastDay: dayText(validTo) ?? '', madeBy: maker.name },
      closed: endedAt ? 'ended' : validTo < today() ? 'over' : full,
      guests: guests.map(({ user, decider, joinedAt, decidedAt, institution, kind, ...guest }) => ({
        ...{ ...guest, name: user.name, username: user.username, office: guestOffice({ institution, kind }) },
        ...{ joinedAt: joinedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null },
        ...{ decidedBy: decider?.name ?? null, suggestions: user._count.suggestions },
      })),
    };
  });
  return [...views.filter(({ closed }) => closed === null), ...views.filter(({ closed }) => closed !== null)];
}

/** One invitation; null when there is none, or who asks may not see it. */
export async function getInvitation(actor: Actor, id: string): Promise<InvitationView | null> {
  return (await listInvitations(actor)).find(invitation => invitation.id === id) ?? null;
}

/** What was done to an invitation and its guests, newest first. */
export async function listGuestHistory(actor: Actor, { id, guests }: InvitationView): Promise<ToldDeed[]> {
  const names = new Map(guests.map(guest => [guest.id, guest.name]));
  const subjects = [...names.keys()].map(key => ({ type: 'guest', id: key }));
  return listHistory(actor, [{ type: 'invitation', id }, ...subjects], names);
}

/** How many people wait for the secretariat to admit them. */
export async function countGuestsWaiting(actor: Actor): Promise<number> {
  if (!can.managePeople(actor)) return 0;
  const { regionId } = actor;
  return database(regionId).guest.count({ where: { regionId, state: 'waiting' } });
}

/** What a guest reads of their own request; null for who never asked. */
export type OwnRequest = {
  name: string;
  username: string;
  office: string;
  state: GuestState;
  reason: string | null;
  region: string;
  contact: string;
};

/** The own request for a guest account, whatever became of it. */
export async function getOwnRequest({ regionId, userId }: Actor): Promise<OwnRequest | null> {
  const guest = await database(regionId).guest.findUnique({
    where: { regionId_id: { regionId, id: userId } },
    select: {
      ...{ institution: true, kind: true, state: true, reason: true },
      user: {
        select: { name: true, username: true, region: { select: { name: true, contact: true } } },
      },
    },
  });
  if (!guest) return null;
  const { institution, kind, state, reason, user } = guest;
  const { name, username, region } = user;
  return {
    ...{ name, username, office: guestOffice({ institution, kind }), state, reason },
    ...{ region: region.name, contact: region.contact },
  };
}
