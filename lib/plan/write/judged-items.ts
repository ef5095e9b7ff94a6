import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { textOf } from '../kinds/kind';
import type { Conflict } from '../merge';
import { lockedWords, missingMessage, type Outcome, refused } from '../outcome';
import { listItemRows } from '../read/item-rows';
import { newerChanges } from './newer-changes';
import { isPlanLocked, policyFrame, type TakenPlan } from './take-plan';

type Asked = {
  mutationId: string;
  items: readonly { itemId: string; version: number }[];
  reason: string;
};

/**
 * The indicators that somebody decides on together, in the order they were named: each one theirs to decide on,
 * each as it was when they read it, in a plan that takes changes, and with a reason.
 */
export async function judged(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, items, reason }: Asked,
  { isArchived = false } = {},
): Promise<{ items: PlanItem[] } | Outcome> {
  if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
  const ids = items.map(({ itemId }) => itemId);
  const where = { planId: plan.id, kind: 'indicator' as const, id: { in: ids } };
  const rows = await listItemRows(actor, tx, where, { withArchived: true });
  const frame = await policyFrame(tx, actor, plan);
  const found = ids.flatMap(id => rows.filter(row => row.id === id && can.read(actor, row, frame)));
  if (found.length !== ids.length || new Set(ids).size !== ids.length)
    return refused(mutationId, 'missing', missingMessage);
  if (!found.every(item => can.merge(actor, item, frame))) {
    return refused(mutationId, 'denied', 'Hanya peninjau semua isian ini atau sekretariat yang memutuskan.');
  }
  for (const [at, item] of found.entries()) {
    const version = items[at]?.version ?? 0;
    if (version !== item.version) return changedSince(tx, actor, mutationId, item, version);
  }
  const away = found.find(({ archivedAt }) => (archivedAt !== null) !== isArchived);
  if (away) {
    const state = isArchived ? 'tidak lagi diarsipkan' : 'sudah diarsipkan';
    return refused(mutationId, 'status', `“${textOf(away.fields, 'title')}” ${state}. Muat ulang halaman.`);
  }
  if (reason.trim() === '') {
    return refused(mutationId, 'note', 'Tulis alasannya. Semua OPD pengampu membacanya.', 'reason');
  }
  return { items: found };
}

/** A decision on what has changed meanwhile is not taken; it shows what became of which field. */
async function changedSince(
  tx: Transaction,
  actor: Actor,
  mutationId: string,
  item: PlanItem,
  version: number,
): Promise<Outcome> {
  const newer = await newerChanges(tx, actor, item.id, version);
  const conflicts = Object.entries(newer).map(
    ([field, { before, value, by, at }]): Conflict => ({
      field,
      mine: before,
      theirs: value,
      before,
      by,
      at,
    }),
  );
  const title = textOf(item.fields, 'title');
  const message = `“${title}” berubah sejak halaman ini dibuka. Muat ulang, baca lagi, lalu putuskan.`;
  return { mutationId, ok: false, reason: 'conflict', version: item.version, conflicts, message };
}
