import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { type Deed, refuse, wrong } from '@/lib/people/deed';
import { changedEntry } from '@/lib/people/logged';
import { readDay } from '@/lib/people/names';
import { dayText } from '@/lib/people/words';
import { newerSince, settled } from '@/lib/people/write/ground';
import { withRegion } from '@/lib/people/write/take-region';
import { append } from '@/lib/plan/log/append';
import { denied, told } from '../answer';
import type { RepealForm } from '../schema';

/** Says from which day on a tree no longer holds, or ('') that it holds after all. Nothing linked to it changes. */
export async function repealTree(actor: Actor, { mutationId, id, seen, from }: RepealForm): Promise<Deed> {
  if (!can.keepReferences(actor)) return denied();
  const { regionId } = actor;
  const read = readDay(from, 'from');
  if ('problem' in read) return wrong(read.problem);
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    const where = { regionId_id: { regionId, id } };
    const stored = await tx.referenceTree.findUnique({
      where,
      select: { name: true, repealedAt: true, repealedById: true },
    });
    if (!stored) return refuse('missing', 'RPJMD ini tidak ditemukan. Muat ulang halaman.');
    if (dayText(stored.repealedAt) === dayText(read.day))
      return { ok: true, message: 'Tidak ada yang berubah.' };
    const newer = (await newerSince(tx, actor, { type: 'referenceTree', id }, seen)).get('repealedAt');
    if (newer) {
      const message = `${newer.by} baru saja mengubah hari ini. Muat ulang halaman, lalu periksa lagi.`;
      return { ok: false, reason: 'conflict', field: 'from', message };
    }
    if (read.day === null) {
      const other = await tx.referenceTree.findFirst({
        where: { regionId, repealedAt: null },
        select: { name: true },
      });
      if (other) {
        const message = `${other.name} sedang berlaku. Cabut itu dulu, lalu kosongkan hari ini.`;
        return refuse('invalid', message, 'from');
      }
    }
    const before = { repealedAt: stored.repealedAt, repealedById: stored.repealedById };
    // What holds after all was replaced by nothing.
    const after = { repealedAt: read.day, repealedById: read.day && stored.repealedById };
    await tx.referenceTree.update({ where, data: after });
    await append(tx, actor, head, [
      changedEntry('referenceTree', id, 'repeal', { before, after }, mutationId),
    ]);
    const message = read.day
      ? `Hari pencabutan ${stored.name} sudah disimpan.`
      : `${stored.name} berlaku lagi.`;
    return { ok: true, message };
  });
}
