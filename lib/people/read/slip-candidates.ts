import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { postWords } from '../words';

/** Somebody a sheet can be made for, by what becomes of the password they have. */
export type SlipCandidate = {
  id: string;
  name: string;
  username: string;
  words: string;
  departmentIds: string[];
  /** none: no sheet was made yet; oneUse: a sheet was made and waits; own: they chose a password. */
  password: 'none' | 'oneUse' | 'own';
  /** When the present password was set. */
  since: string;
};

/** Everybody but the actor whose account is open, by department and name. */
export async function listSlipCandidates(actor: Actor): Promise<SlipCandidate[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId, userId } = actor;
  const db = database(regionId);
  const users = await db.user.findMany({
    where: { regionId, disabledAt: null, id: { not: userId }, guest: null },
    orderBy: { name: 'asc' },
    select: {
      ...{ id: true, name: true, username: true, passwordSetAt: true, mustChangePassword: true },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, tenure: true, departmentId: true },
          department: { select: { code: true, name: true, kind: true, position: true } },
          dimension: { select: { name: true } },
        },
      },
    },
  });
  // An account that was pasted has a password that nobody was told, until a sheet is made.
  const pasted = await db.event.findMany({
    where: { regionId, subjectType: 'user', action: { in: ['import', 'reset'] } },
    orderBy: { revision: 'asc' },
    select: { subjectId: true, action: true },
  });
  const last = new Map(pasted.map(({ subjectId, action }) => [subjectId, action]));
  const place = ({ memberships: [held] }: (typeof users)[number]) => held?.department?.position ?? -1;
  return users
    .sort((a, b) => place(a) - place(b))
    .map(({ id, name, username, passwordSetAt, mustChangePassword, memberships }) => ({
      ...{ id, name, username, since: passwordSetAt.toISOString() },
      words: memberships.map(postWords).join(', ') || 'Tanpa peran hari ini',
      departmentIds: memberships.flatMap(({ departmentId }) => departmentId ?? []),
      password: !mustChangePassword ? 'own' : last.get(id) === 'import' ? 'none' : 'oneUse',
    }));
}
