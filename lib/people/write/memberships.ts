import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can, managingRole } from '@/lib/access/policy';
import { roleLabels, roleName } from '@/lib/access/roles';
import { heldOn, today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { append, type Entry } from '@/lib/plan/log/append';
import { type Deed, denied, missingPerson, type Problem, refuse, wrong } from '../deed';
import { changedEntry, madeEntry } from '../logged';
import { readDay } from '../names';
import { type PostForm, readPost } from '../post';
import { type DecreeForm, decreeOf } from './decree';
import { isStillRun, knownPlaces, settled } from './ground';
import { withRegion } from './take-region';

const dayMs = 24 * 60 * 60 * 1000;

/** Gives a person one more role, from a day to a day, definitive or acting, by a decree. */
export async function addMembership(
  actor: Actor,
  form: { mutationId: string; userId: string } & PostForm & DecreeForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { mutationId, userId } = form;
  return withRegion(actor, async (tx, head) => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const isThere = await tx.user.count({ where: { regionId: actor.regionId, id: userId } });
    if (isThere === 0) return refuse('missing', missingPerson);
    const made = await makeMembership(tx, actor, userId, form, mutationId);
    if ('problem' in made) return wrong(made.problem);
    await append(tx, actor, head, made.entries);
    return { ok: true, message: `Peran ditambahkan: ${roleLabels[form.role]}.` };
  });
}

/** Stores a role and gives the entries that record it, with the decree it rests on; appends nothing itself. */
export async function makeMembership(
  tx: Transaction,
  actor: Actor,
  userId: string,
  form: PostForm & DecreeForm,
  mutationId: string = randomUUID(),
): Promise<{ entries: Entry[] } | { problem: Problem }> {
  const { regionId } = actor;
  const read = readPost(form, await knownPlaces(tx, actor));
  if ('problem' in read) return read;
  const { role, departmentId, dimensionId } = read.post;
  // The same role twice on one day says nothing and would be counted twice.
  const twice = await tx.membership.count({
    where: {
      ...{ regionId, userId, role, departmentId, dimensionId },
      ...heldOn(read.post.validFrom ?? today()),
    },
  });
  if (twice > 0)
    return { problem: { field: 'role', message: 'Orang ini sudah memegang peran itu pada hari pertama.' } };
  const decree = await decreeOf(tx, actor, form);
  if ('problem' in decree) return decree;
  const row = { id: randomUUID() as string, userId, ...read.post, decreeId: decree.decreeId };
  await tx.membership.create({ data: { regionId, ...row } });
  return { entries: [madeEntry('membership', row, { mutationId }), ...decree.entries] };
}

/** Lets a role end with a day; it stays in the list of what a person held. */
export async function endMembership(
  actor: Actor,
  { mutationId, id, to }: { mutationId: string; id: string; to: string },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const read = readDay(to, 'to');
  if ('problem' in read) return wrong(read.problem);
  const { day } = read;
  if (!day) return refuse('invalid', 'Isi hari terakhir peran ini.', 'to');
  return withRegion(actor, async (tx, head) => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const held = await tx.membership.findUnique({ where: { regionId_id: { regionId, id } } });
    if (!held) return refuse('missing', 'Peran ini tidak ditemukan. Muat ulang halaman.');
    // A role that was entered by mistake ends the day before it begins: it never holds.
    if (held.validFrom && day.getTime() < held.validFrom.getTime() - dayMs)
      return refuse('invalid', 'Hari terakhir tidak boleh sebelum hari pertama.', 'to');
    const next = new Date(Math.max(day.getTime() + dayMs, today().getTime()));
    const runs = held.role === managingRole;
    if (runs && !(await isStillRun(tx, actor, next, { membershipId: id }))) {
      const message = 'Ini satu-satunya sekretariat sesudah hari itu. Beri peran ini kepada orang lain dulu.';
      return refuse('invalid', message, 'to');
    }
    await tx.membership.update({ where: { regionId_id: { regionId, id } }, data: { validTo: day } });
    const change = { before: { validTo: held.validTo }, after: { validTo: day } };
    await append(tx, actor, head, [changedEntry('membership', id, 'end', change, mutationId)]);
    return { ok: true, message: `Peran berakhir: ${roleName(held.role)}.` };
  });
}
