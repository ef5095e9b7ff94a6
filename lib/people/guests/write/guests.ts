import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can, guestRole } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { append } from '@/lib/plan/log/append';
import { type Deed, denied, refuse, wrong } from '../../deed';
import { changedEntry, madeEntry } from '../../logged';
import { tooLong } from '../../names';
import { settled } from '../../write/ground';
import { withRegion } from '../../write/take-region';
import { letGo } from './let-go';

const missing = 'Tamu ini tidak ditemukan. Muat ulang halaman.';
const mostReason = 500;

/** Admits somebody who asked for a guest account, or refuses with a reason that they read. */
export async function decideOnGuest(
  actor: Actor,
  {
    mutationId,
    id,
    decision,
    ...typed
  }: { mutationId: string; id: string; decision: 'terima' | 'tolak'; reason: string },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId, userId } = actor;
  const reason = typed.reason.trim();
  const problem = tooLong(reason, 'reason', 'alasan', mostReason);
  if (problem) return wrong(problem);
  if (decision === 'tolak' && reason === '')
    return refuse('invalid', 'Tulis alasannya. Orang ini membacanya saat masuk.', 'reason');
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const where = { regionId_id: { regionId, id } };
    const guest = await tx.guest.findUnique({
      where,
      select: { state: true, user: { select: { name: true } } },
    });
    if (!guest) return refuse('missing', missing);
    const { name } = guest.user;
    if (guest.state !== 'waiting')
      return refuse('invalid', `Permintaan ${name} sudah diputuskan. Muat ulang halaman.`);
    if (decision === 'tolak') {
      await append(tx, actor, head, await letGo(tx, actor, id, { state: 'refused', reason, mutationId }));
      return { ok: true, message: `Permintaan ${name} ditolak. Alasannya tampil saat ia masuk.` };
    }
    const before = { state: guest.state, decidedAt: null, decidedById: null };
    const after = { state: 'admitted' as const, decidedAt: new Date(), decidedById: userId };
    await tx.guest.update({ where, data: after });
    const post = {
      ...{ id: randomUUID() as string, userId: id, role: guestRole, departmentId: null, dimensionId: null },
      ...{ tenure: 'definitive' as const, validFrom: today(), validTo: null, decreeId: null },
    };
    await tx.membership.create({ data: { regionId, ...post } });
    await append(tx, actor, head, [
      changedEntry('guest', id, 'admit', { before, after }, mutationId),
      madeEntry('membership', post),
    ]);
    return { ok: true, message: `${name} diterima sebagai tamu. Ia dapat membaca dan mengusulkan.` };
  });
}

/** Ends a guest's account for good reason; what they suggested stays. */
export async function endGuest(
  actor: Actor,
  { mutationId, id, ...typed }: { mutationId: string; id: string; reason: string },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const reason = typed.reason.trim();
  const problem = tooLong(reason, 'reason', 'alasan', mostReason);
  if (problem) return wrong(problem);
  if (reason === '') return refuse('invalid', 'Tulis alasannya. Orang ini membacanya saat masuk.', 'reason');
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const guest = await tx.guest.findUnique({
      where: { regionId_id: { regionId, id } },
      select: { state: true, user: { select: { name: true } } },
    });
    if (!guest) return refuse('missing', missing);
    const { name } = guest.user;
    if (guest.state !== 'admitted')
      return refuse('invalid', `${name} bukan tamu yang aktif. Muat ulang halaman.`);
    await append(tx, actor, head, await letGo(tx, actor, id, { state: 'ended', reason, mutationId }));
    return { ok: true, message: `Akses ${name} berakhir. Usulannya tetap ada.` };
  });
}
