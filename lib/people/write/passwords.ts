import 'server-only';
import { randomUUID } from 'node:crypto';
import { hashPassword, passwordProblem, verifyPassword } from '@/lib/access/password';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Author, append, type Entry } from '@/lib/plan/log/append';
import { difference } from '@/lib/plan/paths';
import { newPassword } from '../one-use-password';
import { getCredentials } from '../read/credentials';
import { withRegion } from './take-region';

export type PasswordOutcome = { ok: true } | { ok: false; reason: 'invalid'; field: string; message: string };

/** Replaces the actor's own password and ends their other sessions. */
export async function changePassword(
  actor: Actor,
  { current, wanted, repeated }: { current: string; wanted: string; repeated: string },
): Promise<PasswordOutcome> {
  const wrong = (field: string, message: string) => ({
    ok: false as const,
    reason: 'invalid' as const,
    field,
    message,
  });
  if (wanted !== repeated) return wrong('repeated', 'Ulangi kata sandi baru dengan huruf yang sama.');
  const { regionId, userId } = actor;
  const user = await getCredentials(actor);
  if (!(await verifyPassword(user.passwordHash, current))) {
    return wrong('current', 'Kata sandi sekarang belum cocok. Ketik lagi.');
  }
  if (wanted === current) return wrong('wanted', 'Kata sandi baru harus berbeda dari yang sekarang.');
  const problem = passwordProblem(wanted, [user.username, user.name, user.regionName]);
  if (problem) return wrong('wanted', problem);
  // Hashing is slow on purpose, so it is done before the region's row is taken.
  const passwordHash = await hashPassword(wanted);
  return withRegion(actor, async (tx, head) => {
    const isUnchanged = await tx.user.count({
      where: { regionId, id: userId, passwordHash: user.passwordHash },
    });
    if (!isUnchanged)
      return wrong('current', 'Kata sandi Anda baru saja diganti dari tempat lain. Masuk lagi.');
    const data = { passwordSetAt: new Date(), mustChangePassword: false };
    await append(tx, actor, head, [await setUser(tx, actor, userId, 'password', data, passwordHash)]);
    await endSessions(tx, actor, userId, actor.sessionId);
    return { ok: true };
  });
}

/** Gives an account a new one-use password and ends all its sessions. Returns the password to hand over. */
export async function resetPassword(author: Author, userId: string): Promise<string> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  await withRegion(author, async (tx, head) => {
    const data = { passwordSetAt: new Date(), mustChangePassword: true };
    await append(tx, author, head, [await setUser(tx, author, userId, 'reset', data, passwordHash)]);
    await endSessions(tx, author, userId);
  });
  return password;
}

/** Disables an account (ending its sessions) or enables it again. */
export async function setDisabled(author: Author, userId: string, isDisabled: boolean): Promise<void> {
  await withRegion(author, async (tx, head) => {
    const data = { disabledAt: isDisabled ? new Date() : null };
    await append(tx, author, head, [
      await setUser(tx, author, userId, isDisabled ? 'disable' : 'enable', data),
    ]);
    if (isDisabled) await endSessions(tx, author, userId);
  });
}

type UserChange = { passwordSetAt?: Date; mustChangePassword?: boolean; disabledAt?: Date | null };

// The hash itself never reaches the log: only that, when and by whom it was set.
async function setUser(
  tx: Transaction,
  { regionId }: Author,
  userId: string,
  action: string,
  data: UserChange,
  passwordHash?: string,
): Promise<Entry> {
  const where = { regionId_id: { regionId, id: userId } };
  const before = await tx.user.findUniqueOrThrow({
    where,
    select: { passwordSetAt: true, mustChangePassword: true, disabledAt: true },
  });
  await tx.user.update({ where, data: { ...data, ...(passwordHash ? { passwordHash } : {}) } });
  const image = (user: UserChange) =>
    Object.fromEntries(
      Object.entries(user).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString() : value,
      ]),
    );
  const changes = difference(image(before), image(data));
  return { subject: { type: 'user', id: userId }, action, mutationId: randomUUID(), changes };
}

/** Ends the open sessions of a person, all but one. Sessions are not logged. */
export async function endSessions(
  tx: Transaction,
  { regionId }: Author,
  userId: string,
  except?: string | null,
) {
  await tx.session.updateMany({
    where: { regionId, userId, endedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { endedAt: new Date() },
  });
}
