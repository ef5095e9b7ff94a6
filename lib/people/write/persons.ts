import 'server-only';
import { hashPassword } from '@/lib/access/password';
import { type Actor, actsForDepartment, can } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { append } from '@/lib/plan/log/append';
import { type Deed, denied, missingPerson, type Problem, refuse, wrong } from '../deed';
import { changedEntry, madeEntry } from '../logged';
import { nameProblem, proposeUsername, tooLong, usernameProblem } from '../names';
import { mergeForm } from '../newer';
import { newPassword } from '../one-use-password';
import { suffixOf } from '../people-rows';
import type { PostForm } from '../post';
import { drawSlips } from '../read/slips';
import type { DecreeForm } from './decree';
import { isStillRun, newerSince, settled } from './ground';
import { makeMembership } from './memberships';
import { endSessions } from './passwords';
import { withRegion } from './take-region';

type Identity = { name: string; username: string; position: string };

const trimmed = ({ name, username, position }: Identity) => ({
  ...{ name: name.trim(), username: username.trim().toLowerCase(), position: position.trim() },
});

function identityProblem({ name, username, position }: Identity): Problem | null {
  return nameProblem(name) ?? tooLong(position, 'position', 'jabatan') ?? usernameProblem(username);
}

const takenProblem = (username: string, owner: string): Problem => ({
  field: 'username',
  message: `Nama pengguna ${username} sudah dipakai ${owner}. Pilih yang lain.`,
});

/**
 * Makes one account with its first role and hands out its one-use password, which is told once.
 * @param site the address that the slip leads to
 */
export async function createPerson(
  actor: Actor,
  form: { mutationId: string } & Identity & PostForm & DecreeForm,
  site: string,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId } = form;
  const password = newPassword();
  // Hashing is slow on purpose, so it is done before the region's row is taken.
  const passwordHash = await hashPassword(password);
  const made = await withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop?.ok === true)
      return refuse(
        'shown',
        'Akun ini sudah dibuat. Kata sandinya hanya tampil sekali; buat yang baru di halaman orangnya.',
      );
    if (stop) return stop;
    const person = trimmed(form);
    if (person.username === '') person.username = await proposed(tx, actor, form);
    const problem = identityProblem(person) ?? (await ownerProblem(tx, actor, person.username, ''));
    if (problem) return wrong(problem);
    const row = {
      ...{ id: mutationId, username: person.username, name: person.name },
      ...{ position: person.position || null, isDemo: false, disabledAt: null },
      ...{ passwordSetAt: new Date(), mustChangePassword: true },
    };
    const entry = madeEntry('user', row, { mutationId });
    await tx.user.create({ data: { regionId, ...row, passwordHash } });
    const post = await makeMembership(tx, actor, row.id, form);
    if ('problem' in post) throw new NotTaken(post.problem);
    await append(tx, actor, head, [entry, ...post.entries]);
    return { ok: true, message: `Akun ${row.name} sudah dibuat.`, id: row.id };
  }).catch((error: unknown): Deed => {
    if (error instanceof NotTaken) return wrong(error.problem);
    throw error;
  });
  if (!made.ok || !made.id) return made;
  return { ...made, slips: await drawSlips(actor, new Map([[made.id, password]]), site) };
}

// Thrown, so that nothing of the transaction stays.
class NotTaken extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

async function proposed(tx: Transaction, { regionId }: Actor, form: Identity & PostForm): Promise<string> {
  const users = await tx.user.findMany({ where: { regionId }, select: { username: true } });
  const department = actsForDepartment(form.role)
    ? await tx.department.findUnique({
        where: { regionId_id: { regionId, id: form.departmentId } },
        select: { code: true },
      })
    : null;
  const suffix = department ? suffixOf(form.role) : null;
  const taken = new Set(users.map(({ username }) => username));
  return proposeUsername({ name: form.name, code: department?.code ?? null, suffix }, taken);
}

async function ownerProblem(
  tx: Transaction,
  { regionId }: Actor,
  username: string,
  ownId: string,
): Promise<Problem | null> {
  const owner = await tx.user.findUnique({
    where: { regionId_username: { regionId, username } },
    select: { id: true, name: true },
  });
  return owner && owner.id !== ownId ? takenProblem(username, owner.name) : null;
}

const labels: Record<string, string> = { name: 'nama', username: 'nama pengguna', position: 'jabatan' };

/** Changes name, user name and position. What somebody else wrote into the same field since is not overwritten. */
export async function changePerson(
  actor: Actor,
  form: { mutationId: string; id: string; seen: number } & Identity,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId, id, seen } = form;
  const typed = trimmed(form);
  const problem = identityProblem(typed);
  if (problem) return wrong(problem);
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const where = { regionId_id: { regionId, id } };
    const stored = await tx.user.findUnique({
      where,
      select: { name: true, username: true, position: true },
    });
    if (!stored) return refuse('missing', missingPerson);
    const newer = await newerSince(tx, actor, { type: 'user', id }, seen);
    const merged = mergeForm(stored, { ...typed, position: typed.position || null }, newer);
    if ('clash' in merged) {
      const { path, by, now } = merged.clash;
      const message = `${by} baru saja mengubah ${labels[path]} menjadi “${now ?? 'kosong'}”. Periksa, lalu simpan lagi.`;
      return { ok: false, reason: 'conflict', field: path, message };
    }
    const { values } = merged;
    if (Object.keys(values).length === 0) return { ok: true, message: 'Tidak ada yang berubah.' };
    const taken =
      typeof values.username === 'string' ? await ownerProblem(tx, actor, values.username, id) : null;
    if (taken) return wrong(taken);
    await tx.user.update({ where, data: values });
    const change = { before: stored, after: values as Record<string, string | null> };
    await append(tx, actor, head, [changedEntry('user', id, 'change', change, mutationId)]);
    return { ok: true, message: 'Data orang ini sudah disimpan.' };
  });
}

/** Shuts an account and ends its sessions, or opens it again. Nobody shuts themselves or the last secretariat out. */
export async function disablePerson(
  actor: Actor,
  { mutationId, id, isDisabled }: { mutationId: string; id: string; isDisabled: boolean },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId, userId } = actor;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const where = { regionId_id: { regionId, id } };
    const person = await tx.user.findUnique({ where, select: { name: true, disabledAt: true } });
    if (!person) return refuse('missing', missingPerson);
    if (isDisabled && id === userId)
      return refuse('invalid', 'Anda tidak dapat menonaktifkan akun sendiri. Minta sekretariat lain.');
    if (isDisabled && !(await isStillRun(tx, actor, today(), { userId: id })))
      return refuse(
        'invalid',
        'Ini satu-satunya sekretariat. Beri peran sekretariat kepada orang lain dulu.',
      );
    const said = isDisabled ? 'dinonaktifkan' : 'diaktifkan lagi';
    if ((person.disabledAt !== null) === isDisabled)
      return { ok: true, message: `Akun ${person.name} sudah ${said}.` };
    const after = { disabledAt: isDisabled ? new Date() : null };
    await tx.user.update({ where, data: after });
    if (isDisabled) await endSessions(tx, actor, id);
    const change = { before: { disabledAt: person.disabledAt }, after };
    const action = isDisabled ? 'disable' : 'enable';
    await append(tx, actor, head, [changedEntry('user', id, action, change, mutationId)]);
    return { ok: true, message: `Akun ${person.name} ${said}.` };
  });
}
