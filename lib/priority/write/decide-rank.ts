import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { append, type Entry } from '@/lib/plan/log/append';
import { lockedWords, type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { earlierOutcome, isPlanLocked, type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { counting, criteriaOf } from '../criteria';
import { departs, rated } from '../ranking';
import type { DecideRequest, ReopenRequest } from '../schema';

/**
 * Decides the order of a dimension's targets. It changes none of them, takes the place of an earlier decision that the
 * page showed, and asks for a reason where it differs from the scores.
 */
export async function decideRank(actor: Actor, request: DecideRequest): Promise<Outcome> {
  const { mutationId, dimensionId, seen, itemIds } = request;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const where = { regionId, planId: plan.id };
    const dimension = await tx.dimension.findFirst({
      where: { ...where, id: dimensionId },
      select: { id: true },
    });
    if (!dimension) return refused(mutationId, 'missing', 'Dimensi ini tidak ditemukan. Muat ulang halaman.');
    if (!can.rank(actor, dimensionId))
      return refused(mutationId, 'denied', 'Hanya koordinator dimensi ini yang memutuskan peringkat.');
    if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
    const standing = await tx.priorityDecision.findFirst({
      where: { ...where, dimensionId, endedAt: null },
      select: { id: true, author: { select: { name: true } } },
    });
    if ((standing?.id ?? null) !== seen)
      return refused(mutationId, 'status', overtaken(standing?.author.name));
    const targets = await tx.item.findMany({
      where: { ...where, dimensionId, kind: 'target', archivedAt: null },
      select: { id: true },
    });
    if (!isSame(itemIds, targets)) return refused(mutationId, 'status', otherTargets);
    const reason = request.reason.trim() || null;
    if (reason === null && (await isDeparting(tx, actor, plan, itemIds)))
      return refused(mutationId, 'note', 'Urutan ini berbeda dari nilai. Tulis alasannya.', 'reason');
    const ended = standing ? [await end(tx, actor, standing.id, randomUUID())] : [];
    const decision = {
      ...{ planId: plan.id, dimensionId, itemIds, reason, authorId: userId },
      at: new Date().toISOString(),
    };
    await tx.priorityDecision.create({ data: { regionId, id: mutationId, ...decision } });
    const subject = { type: 'priorityDecision', id: mutationId };
    const entry = { subject, action: 'decide', mutationId, changes: difference({}, decision) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [...ended, entry])) };
  });
}

const otherTargets =
  'Sasaran dimensi ini berubah sejak Anda buka. Halaman sudah diperbarui; periksa urutannya, lalu putuskan.';

function overtaken(by: string | undefined): string {
  return by
    ? `${by} baru saja memutuskan peringkat dimensi ini. Periksa urutannya, lalu putuskan lagi bila perlu.`
    : 'Penilaian baru saja dibuka lagi. Periksa nilainya, lalu putuskan.';
}

function isSame(itemIds: readonly string[], targets: readonly { id: string }[]): boolean {
  const wanted = new Set(itemIds);
  return (
    wanted.size === itemIds.length &&
    wanted.size === targets.length &&
    targets.every(({ id }) => wanted.has(id))
  );
}

async function isDeparting(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  itemIds: string[],
): Promise<boolean> {
  const stored = await tx.priorityCriteria.findUnique({ where: { regionId_id: { regionId, id: plan.id } } });
  const scores = await tx.priorityScore.findMany({
    where: { regionId, itemId: { in: itemIds } },
    select: { itemId: true, userId: true, criterion: true, score: true },
  });
  const totals = rated(itemIds, scores, counting(criteriaOf(stored))).map(
    ({ id, total }): [string, number | null] => [id, total],
  );
  return departs(itemIds, new Map(totals));
}

/** Opens the scoring of what was decided again; the decision holds no longer. */
export async function reopenScoring(actor: Actor, request: ReopenRequest): Promise<Outcome> {
  const { mutationId, decisionId } = request;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const decision = await tx.priorityDecision.findFirst({
      where: { regionId, planId: plan.id, id: decisionId },
      select: { dimensionId: true, endedAt: true },
    });
    if (!decision) return refused(mutationId, 'missing', missingDecision);
    if (!can.rank(actor, decision.dimensionId))
      return refused(mutationId, 'denied', 'Hanya koordinator dimensi ini yang membuka penilaian lagi.');
    if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
    if (decision.endedAt !== null) return refused(mutationId, 'status', endedDecision);
    const reason = request.reason.trim();
    if (reason === '') return refused(mutationId, 'note', 'Tulis mengapa penilaian dibuka lagi.', 'reason');
    const entry = await end(tx, actor, decisionId, mutationId, reason);
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

export const missingDecision = 'Keputusan ini tidak ditemukan. Muat ulang halaman.';
export const endedDecision = 'Keputusan ini sudah tidak berlaku. Muat ulang halaman.';

async function end(
  tx: Transaction,
  { regionId }: Actor,
  id: string,
  mutationId: string,
  note: string | null = null,
): Promise<Entry> {
  const endedAt = new Date().toISOString();
  await tx.priorityDecision.update({ where: { regionId_id: { regionId, id } }, data: { endedAt } });
  const changes = difference({}, { endedAt });
  return { subject: { type: 'priorityDecision', id }, action: 'reopen', mutationId, changes, note };
}
