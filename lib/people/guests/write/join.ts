import 'server-only';
import { randomUUID } from 'node:crypto';
import { hashPassword, passwordProblem } from '@/lib/access/password';
import { today } from '@/lib/access/tenure';
import { takeJoin } from '@/lib/access/throttle';
import type { Transaction } from '@/lib/database/client';
import { append } from '@/lib/plan/log/append';
import type { Problem } from '../../deed';
import { madeEntry } from '../../logged';
import { proposeUsername } from '../../names';
import { withRegion } from '../../write/take-region';
import { guestProblem, tidyGuest } from '../guest-form';
import { type GuestKind, guestPrefix } from '../kinds';
import { findGuestJoin } from '../read/guest-join';
import type { GuestJoinForm } from '../schema';

export type Joined =
  | { ok: true; regionId: string; username: string }
  | { ok: false; reason: 'invalid' | 'credentials'; message: string; field?: string };

const closed = {
  ok: false,
  reason: 'credentials',
  message: 'Undangan ini sudah ditutup atau penuh. Hubungi panitia untuk undangan baru.',
} as const;

const wrong = ({ field, message }: Problem) => ({ ok: false, reason: 'invalid', field, message }) as const;

/**
 * Makes the account that a guest asked for by the code of an invitation. It may do nothing until the secretariat
 * admits it. Whether a name is taken is told of guests only: theirs begin alike.
 * @param address where the request comes from; so many may ask in a quarter of an hour
 */
export async function joinAsGuest(form: GuestJoinForm, address: string): Promise<Joined> {
  const join = await findGuestJoin(form.code, address);
  if (join.kind === 'wait')
    return {
      ok: false,
      reason: 'credentials',
      message: `Terlalu banyak kode keliru. Coba lagi dalam ${join.minutes} menit.`,
    };
  if (join.kind === 'wrong')
    return {
      ok: false,
      reason: 'credentials',
      message: 'Kode ini tidak dikenal. Pindai lagi kode QR pada poster.',
    };
  if (join.kind === 'closed') return closed;
  const seconds = await takeJoin(address);
  if (seconds > 0)
    return {
      ok: false,
      reason: 'credentials',
      message: `Terlalu banyak permintaan dari jaringan ini. Coba lagi dalam ${seconds} detik.`,
    };
  const guest = tidyGuest(form);
  const problem = guestProblem(guest) ?? secretProblem(guest, join.region);
  if (problem) return wrong(problem);
  const { regionId, invitationId } = join;
  // Hashing is slow on purpose, so it is done before the region's row is taken.
  const passwordHash = await hashPassword(guest.password);
  const id: string = randomUUID();
  const author = { regionId, userId: id, name: guest.name };
  return withRegion(author, async (tx, head): Promise<Joined> => {
    const known = await earlier(tx, regionId, form.mutationId);
    if (known) return known;
    if (!(await isStillOpen(tx, regionId, invitationId))) return closed;
    const taken = await takenNames(tx, regionId);
    if (guest.username !== '' && taken.has(guest.username)) {
      const free = nextFree(guest.username, taken);
      return wrong({
        field: 'username',
        message: `Nama ini sudah dipakai tamu lain. Pakai misalnya ${free}.`,
      });
    }
    const username = guest.username || proposal(guest.name, taken);
    const now = new Date();
    const user = {
      ...{ id, username, name: guest.name, position: null, isDemo: false, disabledAt: null },
      ...{ passwordSetAt: now, mustChangePassword: false },
    };
    const asked = {
      ...{ id, invitationId, institution: guest.institution, kind: guest.kind as GuestKind },
      ...{ contact: guest.contact || null, state: 'waiting' as const, joinedAt: now },
    };
    await tx.user.create({ data: { regionId, ...user, passwordHash } });
    await tx.guest.create({ data: { regionId, ...asked } });
    const made = madeEntry('user', user, { action: 'join', mutationId: form.mutationId });
    await append(tx, author, head, [made, madeEntry('guest', asked, { action: 'join' })]);
    return { ok: true, regionId, username };
  });
}

function secretProblem(
  { name, institution, username, password, repeated }: ReturnType<typeof tidyGuest>,
  region: string,
): Problem | null {
  const problem = passwordProblem(password, [username, name, institution, region]);
  if (problem) return { field: 'password', message: problem };
  if (password === repeated) return null;
  return { field: 'repeated', message: 'Ulangi kata sandi dengan huruf yang sama.' };
}

/** A retry of what was answered before. Whether it is theirs, the password says when they are signed in. */
async function earlier(tx: Transaction, regionId: string, mutationId: string): Promise<Joined | null> {
  const event = await tx.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { subjectId: true, subjectType: true, action: true },
  });
  if (!event) return null;
  const user =
    event.action === 'join' && event.subjectType === 'user'
      ? await tx.user.findUnique({
          where: { regionId_id: { regionId, id: event.subjectId } },
          select: { username: true },
        })
      : null;
  if (user) return { ok: true, regionId, username: user.username };
  return {
    ok: false,
    reason: 'invalid',
    message: 'Permintaan ini sudah dipakai. Muat ulang halaman, lalu isi lagi.',
  };
}

async function isStillOpen(tx: Transaction, regionId: string, id: string): Promise<boolean> {
  const invitation = await tx.guestInvitation.findFirst({
    where: { regionId, id, endedAt: null, validTo: { gte: today() } },
    select: { most: true, _count: { select: { guests: true } } },
  });
  return invitation !== null && invitation._count.guests < invitation.most;
}

async function takenNames(tx: Transaction, regionId: string): Promise<Set<string>> {
  const users = await tx.user.findMany({
    where: { regionId, username: { startsWith: guestPrefix } },
    select: { username: true },
  });
  return new Set(users.map(({ username }) => username));
}

function proposal(name: string, taken: ReadonlySet<string>): string {
  const own = proposeUsername({ name, code: null, suffix: null }, new Set());
  return nextFree(`${guestPrefix}${own}`, taken);
}

function nextFree(base: string, taken: ReadonlySet<string>): string {
  const short = base.slice(0, 55);
  for (let number = 2, name = short; ; number += 1) {
    if (!taken.has(name)) return name;
    name = `${short}${number}`;
  }
}
