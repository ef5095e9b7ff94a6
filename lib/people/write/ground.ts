import 'server-only';
import { type Actor, can, managingRole, type ratifyingRoles } from '@/lib/access/policy';
import { heldOn, heldToday } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { regionStream } from '@/lib/plan/log/body';
import { type Deed, denied, refuse } from '../deed';
import { type Newer, newerPaths } from '../newer';
import type { Known } from '../post';

/** Said to a retry: what it asks for is done, once. */
export const doneMessage = 'Sudah tersimpan.';

/**
 * Why nothing is to be written, or what was answered to the same mutation before. Asked after the region
 * was taken, of the database itself: two secretaries who shut each other out must not both succeed.
 */
export async function settled(tx: Transaction, actor: Actor, mutationId: string): Promise<Deed | null> {
  if (!can.managePeople(actor) || !(await holdsStill(tx, actor, [managingRole]))) return denied();
  return answeredBefore(tx, actor, mutationId);
}

/** Whether the asker holds one of these roles today, as the database says. */
export async function holdsStill(
  tx: Transaction,
  { regionId, userId }: Actor,
  roles: readonly (typeof managingRole | (typeof ratifyingRoles)[number])[],
): Promise<boolean> {
  const held = { regionId, userId, role: { in: [...roles] }, user: { disabledAt: null }, ...heldToday() };
  return (await tx.membership.count({ where: held })) > 0;
}

/** What was answered to the same mutation before; null when it is new. */
export async function answeredBefore(
  tx: Transaction,
  { regionId, userId }: Actor,
  mutationId: string,
): Promise<Deed | null> {
  const event = await tx.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { actorId: true, subjectId: true },
  });
  if (!event) return null;
  if (event.actorId !== userId)
    return refuse('invalid', 'Permintaan ini milik orang lain. Muat ulang halaman, lalu coba lagi.');
  return { ok: true, message: doneMessage, id: event.subjectId };
}

/** What was written about a subject after the revision of the region that a page was read at. */
export async function newerSince(
  tx: Transaction,
  { regionId }: Actor,
  subject: { type: string; id: string },
  seen: number,
): Promise<Newer> {
  const events = await tx.event.findMany({
    where: {
      ...{ regionId, stream: regionStream(regionId), revision: { gt: seen } },
      ...{ subjectType: subject.type, subjectId: subject.id },
    },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  return newerPaths(events);
}

/** Departments that are open and the dimensions of the current plan. */
export async function knownPlaces(tx: Transaction, { regionId }: Actor): Promise<Known> {
  const departments = await tx.department.findMany({
    where: { regionId, ...heldToday() },
    select: { id: true },
  });
  const plan = await tx.plan.findFirst({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: { dimensions: { select: { id: true } } },
  });
  const ids = (rows: { id: string }[] = []) => new Set(rows.map(({ id }) => id));
  return { departments: ids(departments), dimensions: ids(plan?.dimensions) };
}

/**
 * Whether somebody else still runs the region on a day.
 * @param without a person, or one role of somebody
 */
export async function isStillRun(
  tx: Transaction,
  { regionId }: Actor,
  day: Date,
  without: { userId: string } | { membershipId: string },
): Promise<boolean> {
  const others =
    'userId' in without ? { userId: { not: without.userId } } : { id: { not: without.membershipId } };
  const count = await tx.membership.count({
    where: { regionId, role: managingRole, user: { disabledAt: null }, ...others, ...heldOn(day) },
  });
  return count > 0;
}
