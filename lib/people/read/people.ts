import 'server-only';
import { type Actor, can, guestRole } from '@/lib/access/policy';
import { openSessions } from '@/lib/access/settings';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { postWords } from '../words';

/** One account in the list: who it is, what it may do today, and whether its person is here. */
export type PersonRow = {
  id: string;
  username: string;
  name: string;
  position: string | null;
  /** The roles of today in words, and what they can be searched by. */
  posts: string[];
  roles: string[];
  departmentIds: string[];
  departmentNames: string[];
  state: 'active' | 'disabled' | 'never';
  isHere: boolean;
  lastSeenAt: string | null;
};

/** Every account of the region, by name; nothing for who may not manage people. */
export async function listPeople(actor: Actor): Promise<PersonRow[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId } = actor;
  const db = database(regionId);
  const users = await db.user.findMany({
    // Guests have a room of their own; one who was given an office since is found here too.
    where: { regionId, OR: [{ guest: null }, { memberships: { some: { role: { not: guestRole } } } }] },
    orderBy: [{ name: 'asc' }, { username: 'asc' }],
    select: {
      ...{ id: true, username: true, name: true, position: true, disabledAt: true },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, tenure: true, departmentId: true },
          department: { select: { code: true, name: true, kind: true } },
          dimension: { select: { name: true } },
        },
      },
    },
  });
  const seen = await lastSeen(actor);
  return users.map(({ memberships, disabledAt, ...user }) => {
    const visit = seen.get(user.id);
    return {
      ...user,
      posts: memberships.map(postWords),
      roles: memberships.map(({ role }) => role),
      departmentIds: memberships.flatMap(({ departmentId }) => departmentId ?? []),
      departmentNames: memberships.flatMap(({ department }) => department?.name ?? []),
      state: disabledAt ? 'disabled' : visit ? 'active' : 'never',
      isHere: !disabledAt && (visit?.isHere ?? false),
      lastSeenAt: visit?.at.toISOString() ?? null,
    };
  });
}

/** When each person was last seen, and whether a session of theirs is open now. */
async function lastSeen({ regionId }: Actor): Promise<Map<string, { at: Date; isHere: boolean }>> {
  const db = database(regionId);
  const last = await db.session.groupBy({
    by: ['userId'],
    where: { regionId },
    _max: { lastSeenAt: true },
  });
  const here = await db.session.findMany({
    where: { regionId, ...openSessions(), kind: 'person' },
    distinct: ['userId'],
    select: { userId: true },
  });
  const present = new Set(here.map(({ userId }) => userId));
  return new Map(
    last.flatMap(({ userId, _max: { lastSeenAt } }): [string, { at: Date; isHere: boolean }][] =>
      lastSeenAt ? [[userId, { at: lastSeenAt, isHere: present.has(userId) }]] : [],
    ),
  );
}
