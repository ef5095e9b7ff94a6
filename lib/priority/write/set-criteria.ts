import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { type Deed, refuse, wrong } from '@/lib/people/deed';
import { append } from '@/lib/plan/log/append';
import { lockedWords } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { earlierOutcome, isPlanLocked, withPlan } from '@/lib/plan/write/take-plan';
import { readCriteria } from '../criteria-form';
import type { CriteriaForm } from '../schema';

/** Sets by what targets are weighed, and how much each counts. */
export async function setCriteria(actor: Actor, { mutationId, seen, fields }: CriteriaForm): Promise<Deed> {
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    if (!can.setCriteria(actor))
      return refuse('denied', 'Hanya sekretariat yang dapat mengubah kriteria dan bobot.');
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier?.ok) return { ok: true, message: 'Sudah tersimpan.' };
    if (earlier) return refuse('invalid', earlier.message);
    const read = readCriteria(fields);
    if ('problem' in read) return wrong(read.problem);
    if (await isPlanLocked(tx, actor, plan)) return refuse('invalid', lockedWords(plan));
    const where = { regionId_id: { regionId, id: plan.id } };
    const stored = await tx.priorityCriteria.findUnique({ where });
    if ((stored?.version ?? 0) !== seen) {
      const message = 'Bobot baru saja diubah orang lain. Periksa yang tersimpan sekarang, lalu simpan lagi.';
      return { ok: false, reason: 'conflict', field: 'bobot-impact', message };
    }
    const data = {
      keys: read.all.map(({ key }) => key),
      names: read.all.map(({ name }) => name),
      weights: read.all.map(({ weight }) => weight),
    };
    const changes = difference(stored ? logged(stored) : {}, logged(data));
    if (changes.length === 0) return { ok: true, message: 'Tidak ada yang berubah.' };
    await tx.priorityCriteria.upsert({
      where,
      create: { regionId, id: plan.id, ...data },
      update: { ...data, version: seen + 1 },
    });
    const subject = { type: 'priorityCriteria', id: plan.id };
    await append(tx, actor, plan.head, [
      { subject, action: stored ? 'change' : 'create', mutationId, changes },
    ]);
    return { ok: true, message: 'Kriteria dan bobot sudah disimpan.' };
  });
}

const logged = ({ keys, names, weights }: { keys: string[]; names: string[]; weights: number[] }) => ({
  ...{ keys, names, weights: weights.map(String) },
});
