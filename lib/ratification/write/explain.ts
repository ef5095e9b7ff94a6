import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { changedEntry } from '@/lib/people/logged';
import { tooLong } from '@/lib/people/names';
import { append } from '@/lib/plan/log/append';
import { ratifiedMessage } from '@/lib/plan/outcome';
import { isRatified } from '@/lib/plan/workflow';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { denied } from '../answer';
import type { ExplainForm } from '../schema';
import { stopped } from './ground';

/**
 * Says why the plan has nothing for a subdimension, or why its IPM differs from its components; an empty text takes
 * that back.
 * @param form.was what the page showed; who comes second sees what stands now
 */
export async function explain(actor: Actor, { mutationId, about, was, text }: ExplainForm): Promise<Deed> {
  if (!can.prepareRatification(actor)) return denied();
  const long = tooLong(text.trim(), 'text', 'penjelasan', 1000);
  if (long) return refuse('invalid', long.message, long.field);
  const wanted = text.trim() || null;
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await stopped(tx, actor, mutationId, 'prepare');
    if (stop) return stop;
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const stored = await storedText(tx, actor, plan, about);
    if (!stored) return refuse('missing', 'Yang dijelaskan ini tidak ada lagi. Muat ulang halaman.');
    if (stored.now === wanted) return { ok: true, message: 'Tidak ada yang berubah.' };
    if ((stored.now ?? '') !== was.trim()) {
      const message = 'Orang lain baru saja mengubah penjelasan ini. Baca yang baru, lalu simpan lagi.';
      return { ok: false, reason: 'conflict', field: 'text', message };
    }
    await stored.set(wanted);
    const change = { before: { [stored.path]: stored.now }, after: { [stored.path]: wanted } };
    const { type, id } = stored.subject;
    await append(tx, actor, plan.head, [changedEntry(type, id, 'explain', change, mutationId)]);
    return { ok: true, message: wanted ? 'Penjelasan sudah disimpan.' : 'Penjelasan sudah dihapus.' };
  });
}

type Stored = {
  subject: { type: string; id: string };
  path: string;
  now: string | null;
  set: (text: string | null) => Promise<unknown>;
};

async function storedText(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  about: string,
): Promise<Stored | null> {
  if (about === 'ipm') {
    const where = { regionId_id: { regionId, id: plan.id } };
    const { ipmExplanation } = await tx.plan.findUniqueOrThrow({ where, select: { ipmExplanation: true } });
    return {
      ...{ subject: { type: 'plan', id: plan.id }, path: 'ipmExplanation', now: ipmExplanation },
      set: text => tx.plan.update({ where, data: { ipmExplanation: text } }),
    };
  }
  const found = await tx.subdimension.findFirst({
    where: { regionId, planId: plan.id, id: about },
    select: { explanation: true },
  });
  if (!found) return null;
  const where = { regionId_id: { regionId, id: about } };
  return {
    ...{ subject: { type: 'subdimension', id: about }, path: 'explanation', now: found.explanation },
    set: text => tx.subdimension.update({ where, data: { explanation: text } }),
  };
}
