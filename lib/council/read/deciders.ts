import 'server-only';
import { type Actor, can, decidingRoles } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { decreeLabel } from '@/lib/people/decree-words';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { byRank, officeOf } from '../capacity';

/** An office of today in which a decision may be entered by whoever asks. */
export type Decider = { id: string; name: string; office: string; decree: string | null; isSelf: boolean };

/**
 * Offices in which this person may enter a decision today: their own, and for the secretariat those of
 * whoever attends the sitting.
 */
export async function listDeciders(actor: Actor, frame: PlanFrame, sittingId: string): Promise<Decider[]> {
  if (!can.decide(actor) && !can.keepSittings(actor)) return [];
  const { regionId, userId } = actor;
  const attends = { attended: { some: { regionId, sittingId, removedAt: null } } };
  const who = can.keepSittings(actor) ? { OR: [{ id: userId }, attends] } : { id: userId };
  const held = await database(regionId).membership.findMany({
    where: {
      ...{ regionId, role: { in: [...decidingRoles] }, user: { disabledAt: null, ...who } },
      ...heldToday(),
    },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, userId: true, role: true, tenure: true },
      ...{ user: { select: { name: true } }, decree: { select: { kind: true, number: true } } },
    },
  });
  return byRank(held, decidingRoles).map(post => ({
    ...{ id: post.id, name: post.user.name, office: officeOf(post, frame.region.headTitle) },
    ...{
      decree: post.decree && decreeLabel(post.decree, frame.region.headTitle),
      isSelf: post.userId === userId,
    },
  }));
}
