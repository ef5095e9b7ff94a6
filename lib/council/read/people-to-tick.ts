import 'server-only';
import { type Actor, can, decidingRoles } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { attendingAs } from '../attending-as';
import { byRank } from '../capacity';

/** A person of the region as the list of attendance offers them. */
export type ToTick = { id: string; name: string; office: string; isDecider: boolean };

/** Everybody with a role of today, whoever decides first; for the secretariat. */
export async function listPeopleToTick(actor: Actor, frame: PlanFrame): Promise<ToTick[]> {
  if (!can.keepSittings(actor)) return [];
  const { regionId } = actor;
  const people = await database(regionId).user.findMany({
    where: { regionId, disabledAt: null, memberships: { some: heldToday() } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, tenure: true },
          department: { select: { code: true, name: true, kind: true } },
          dimension: { select: { name: true } },
        },
      },
    },
  });
  const told = people.map(({ id, name, memberships }) => ({
    ...{ id, name, office: attendingAs(byRank(memberships, decidingRoles), frame.region.headTitle) },
    isDecider: memberships.some(({ role }) => (decidingRoles as readonly string[]).includes(role)),
  }));
  return [...told.filter(({ isDecider }) => isDecider), ...told.filter(({ isDecider }) => !isDecider)];
}
