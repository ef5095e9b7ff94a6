import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { newCode } from '@/lib/hall/code';
import { append } from '@/lib/plan/log/append';
import { type Deed, denied, refuse, wrong } from '../../deed';
import { changedEntry, madeEntry } from '../../logged';
import { nameProblem, readDay } from '../../names';
import { settled } from '../../write/ground';
import { withRegion } from '../../write/take-region';
import { letGo } from './let-go';

const mostGuests = 1000;
const endedReason = 'Undangan tempat Anda bergabung sudah diakhiri.';

/** Makes an invitation with a code of its own, open until its last day and for so many guests. */
export async function makeInvitation(
  actor: Actor,
  { mutationId, ...typed }: { mutationId: string; title: string; to: string; most: string },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId, userId } = actor;
  const title = typed.title.trim();
  const problem = nameProblem(title, 'title', 'nama undangan');
  if (problem) return wrong(problem);
  const read = readDay(typed.to, 'to');
  if ('problem' in read) return wrong(read.problem);
  const { day } = read;
  if (!day) return refuse('invalid', 'Isi hari terakhir undangan ini.', 'to');
  if (day < today())
    return refuse('invalid', 'Hari terakhir sudah lewat. Pilih hari ini atau sesudahnya.', 'to');
  const most = /^\d{1,4}$/.test(typed.most.trim()) ? Number(typed.most) : 0;
  if (most < 1 || most > mostGuests)
    return refuse('invalid', `Tulis berapa orang paling banyak, dari 1 sampai ${mostGuests}.`, 'most');
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const row = { id: mutationId, title, validTo: day, most, madeAt: new Date(), madeById: userId };
    await tx.guestInvitation.create({ data: { regionId, joinCode: newCode('guest'), ...row } });
    await append(tx, actor, head, [madeEntry('invitation', row, { mutationId })]);
    return {
      ok: true,
      message: `Undangan ${title} dibuat. Cetak posternya atau tampilkan di layar.`,
      id: mutationId,
    };
  });
}

/** Ends an invitation, so that its code opens nothing; on request everybody who came by it is let go too. */
export async function endInvitation(
  actor: Actor,
  { mutationId, id, guests }: { mutationId: string; id: string; guests: 'tetap' | 'akhiri' },
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId, userId } = actor;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const where = { regionId_id: { regionId, id } };
    const invitation = await tx.guestInvitation.findUnique({ where, select: { title: true, endedAt: true } });
    if (!invitation) return refuse('missing', 'Undangan ini tidak ditemukan. Muat ulang halaman.');
    const here = await tx.guest.findMany({
      where: { regionId, invitationId: id, state: { in: ['waiting', 'admitted'] } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    const going = guests === 'akhiri' ? here : [];
    if (invitation.endedAt && going.length === 0)
      return { ok: true, message: `Undangan ${invitation.title} sudah berakhir.` };
    const after = invitation.endedAt ? {} : { endedAt: new Date(), endedById: userId };
    await tx.guestInvitation.update({ where, data: after });
    const change = { before: { endedAt: invitation.endedAt, endedById: null }, after };
    const entries = [changedEntry('invitation', id, 'end', change, mutationId)];
    for (const guest of going)
      entries.push(...(await letGo(tx, actor, guest.id, { state: 'ended', reason: endedReason })));
    await append(tx, actor, head, entries);
    const also = going.length > 0 ? ` Akses ${going.length} tamunya juga berakhir.` : '';
    return { ok: true, message: `Undangan ${invitation.title} berakhir.${also}` };
  });
}
