import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { nameProblem, tooLong } from '@/lib/people/names';
import { append, type Entry } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { AddGuestForm, AttendanceForm, RemoveAttendanceForm } from '../schema';
import { calledToday } from './called-today';
import { keeperMessage, takeSitting } from './ground';

/** Writes down who of the region attends. Only what the form changed is written: others may tick at the same time. */
export async function tickAttendance(actor: Actor, form: AttendanceForm): Promise<Outcome> {
  const { mutationId, sittingId } = form;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId });
    if ('ok' in sitting) return sitting;
    const came = form.ticked.filter(id => !form.shown.includes(id));
    const went = form.shown.filter(id => !form.ticked.includes(id));
    const entries: Entry[] = [];
    for (const userId of came) entries.push(...(await attend(tx, actor, sittingId, userId)));
    for (const userId of went) entries.push(...(await leave(tx, actor, sittingId, userId)));
    const [first, ...rest] = entries;
    const stored = await append(tx, actor, plan.head, first ? [{ ...first, mutationId }, ...rest] : []);
    return { mutationId, ok: true, version: 1, ...stored };
  });
}

/** What records that a person attends; nothing when they do already, or are nobody of the region. */
export async function attend(
  tx: Transaction,
  actor: Actor,
  sittingId: string,
  userId: string,
): Promise<Entry[]> {
  const { regionId } = actor;
  const known = await tx.attendance.findFirst({
    where: { regionId, sittingId, userId },
    select: { id: true, removedAt: true },
  });
  if (known && known.removedAt === null) return [];
  if (known) {
    const changes = difference({ removedAt: known.removedAt?.toISOString() ?? null }, { removedAt: null });
    await tx.attendance.update({
      where: { regionId_id: { regionId, id: known.id } },
      data: { removedAt: null },
    });
    return [entryOf(known.id, 'return', changes)];
  }
  const called = await calledToday(tx, actor, userId);
  if (!called) return [];
  const row = { sittingId, userId, ...called, at: new Date().toISOString(), recordedById: actor.userId };
  const id = randomUUID();
  await tx.attendance.create({ data: { regionId, id, ...row } });
  return [entryOf(id, 'create', difference({}, row))];
}

async function leave(
  tx: Transaction,
  { regionId }: Actor,
  sittingId: string,
  userId: string,
): Promise<Entry[]> {
  const known = await tx.attendance.findFirst({
    where: { regionId, sittingId, userId, removedAt: null },
    select: { id: true },
  });
  return known ? [await remove(tx, regionId, known.id)] : [];
}

async function remove(tx: Transaction, regionId: string, id: string): Promise<Entry> {
  const end = { removedAt: new Date().toISOString() };
  await tx.attendance.update({ where: { regionId_id: { regionId, id } }, data: end });
  return entryOf(id, 'remove', difference({}, end));
}

const entryOf = (id: string, action: string, changes: Entry['changes']): Entry => ({
  ...{ subject: { type: 'attendance', id }, action, mutationId: randomUUID(), changes },
});

/** Writes down a guest by name, institution and office. */
export async function addGuest(actor: Actor, form: AddGuestForm): Promise<Outcome> {
  const { mutationId, sittingId } = form;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId });
    if ('ok' in sitting) return sitting;
    const guest = {
      ...{ name: form.name.trim(), institution: form.institution.trim(), office: form.office.trim() },
    };
    const problem =
      nameProblem(guest.name, 'name', 'nama tamu') ??
      nameProblem(guest.institution, 'institution', 'lembaga asal') ??
      tooLong(guest.office, 'office', 'jabatan');
    if (problem) return refused(mutationId, 'invalid', problem.message, problem.field);
    const row = { sittingId, ...guest, at: new Date().toISOString(), recordedById: userId };
    await tx.attendance.create({ data: { regionId, id: mutationId, ...row } });
    const subject = { type: 'attendance', id: mutationId };
    const entry = { subject, action: 'create', mutationId, changes: difference({}, row) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Takes an entry of the list back, a guest's above all; it stays in the history. */
export async function removeAttendance(
  actor: Actor,
  { mutationId, id }: RemoveAttendanceForm,
): Promise<Outcome> {
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const known = await tx.attendance.findFirst({
      where: { regionId, id, removedAt: null },
      select: { sittingId: true },
    });
    if (!known)
      return refused(mutationId, 'missing', 'Nama ini tidak ada lagi di daftar. Muat ulang halaman.');
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId: known.sittingId });
    if ('ok' in sitting) return sitting;
    const entry = { ...(await remove(tx, regionId, id)), mutationId };
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [entry])) };
  });
}
