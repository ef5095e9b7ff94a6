import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { openSessions } from '@/lib/access/settings';
import { database } from '@/lib/database/client';
import { describeSession, type SessionView } from '../session-view';
import type { ToldDeed } from '../story';
import { dayText, postWords, whenOf } from '../words';
import { listHistory } from './history';

/** One role that a person holds, held or will hold. */
export type HeldPost = {
  id: string;
  words: string;
  from: string | null;
  to: string | null;
  decree: string | null;
  when: 'now' | 'past' | 'ahead';
};

/** Everything that the secretariat sees of one person. */
export type PersonView = {
  id: string;
  username: string;
  name: string;
  position: string | null;
  isDisabled: boolean;
  /** The password is one that was handed out and must be replaced. */
  isOneUse: boolean;
  hasEverSignedIn: boolean;
  isSelf: boolean;
  posts: HeldPost[];
  sessions: SessionView[];
  history: ToldDeed[];
};

/** One person with roles, open sessions and history; null when there is none, or who asks may not see it. */
export async function getPerson(actor: Actor, id: string): Promise<PersonView | null> {
  if (!can.managePeople(actor)) return null;
  const { regionId, userId, sessionId } = actor;
  const user = await database(regionId).user.findUnique({
    where: { regionId_id: { regionId, id } },
    select: {
      ...{ id: true, username: true, name: true, position: true, disabledAt: true, mustChangePassword: true },
      memberships: {
        orderBy: [{ validFrom: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
        select: {
          ...{ id: true, role: true, tenure: true, validFrom: true, validTo: true },
          department: { select: { code: true, name: true, kind: true, validTo: true } },
          dimension: { select: { name: true } },
          decree: { select: { number: true } },
        },
      },
      sessions: { where: openSessions(), orderBy: { lastSeenAt: 'desc' }, take: 50 },
      _count: { select: { sessions: true } },
    },
  });
  if (!user) return null;
  const { memberships, sessions, disabledAt, mustChangePassword, _count, ...person } = user;
  const words = new Map(memberships.map(held => [held.id, postWords(held)]));
  const subjects = [{ type: 'user', id }, ...[...words.keys()].map(key => ({ type: 'membership', id: key }))];
  return {
    ...person,
    ...{ isDisabled: disabledAt !== null, isOneUse: mustChangePassword, isSelf: id === userId },
    hasEverSignedIn: _count.sessions > 0,
    posts: memberships.map(({ id: key, validFrom, validTo, decree }) => ({
      ...{ id: key, words: words.get(key) ?? '', from: dayText(validFrom), to: dayText(validTo) },
      ...{ decree: decree?.number ?? null, when: whenOf(validFrom, validTo) },
    })),
    sessions: sessions.map(session => describeSession(session, sessionId)),
    history: await listHistory(actor, subjects, words),
  };
}
