import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { departmentLabel, isDistrict } from '../department-label';
import type { PlanItem } from '../item';
import { textOf } from '../kinds/kind';
import { profileOf } from '../likeness';
import { append, type Entry } from '../log/append';
import { lockedWords, type Outcome, refused } from '../outcome';
import { difference } from '../paths';
import { listItemRows } from '../read/item-rows';
import type { EndVerdictRequest, VerdictRequest } from '../schema';
import { imprintOf } from '../similar';
import { judged } from './judged-items';
import { earlierOutcome, isPlanLocked, policyFrame, type TakenPlan, withPlan } from './take-plan';

/**
 * Keeps a decision on indicators that look alike: they differ, they share a definition, or which source binds.
 * It changes none of them. A later one on any of the same takes the place of an earlier one of its kind.
 */
export async function giveVerdict(actor: Actor, request: VerdictRequest): Promise<Outcome> {
  const { mutationId, kind, items, reason } = request;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await judged(tx, actor, plan, { mutationId, items, reason });
    if ('ok' in found) return found;
    const source = kind === 'source' ? request.source?.trim() || null : null;
    if (kind === 'source' && source === null)
      return refused(mutationId, 'note', 'Pilih sumber yang mengikat.', 'source');
    const verdict = {
      ...{ planId: plan.id, kind, itemIds: found.items.map(({ id }) => id), source },
      ...{ seen: await imprints(tx, actor, found.items), reason: reason.trim(), authorId: userId },
      at: new Date().toISOString(),
    };
    const ended = kind === 'different' ? [] : await endOverlapping(tx, actor, plan, verdict);
    if (ended === null) return refused(mutationId, 'denied', othersMessage);
    await tx.verdict.create({ data: { regionId, id: mutationId, ...verdict } });
    const subject = { type: 'verdict', id: mutationId };
    const entry = { subject, action: 'decide', mutationId, changes: difference({}, verdict) };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry, ...ended])) };
  });
}

const othersMessage =
  'Keputusan lama menyangkut isian yang tidak Anda tinjau. Minta sekretariat membatalkannya dulu.';

/** Takes a decision back; what it settled is asked about again. */
export async function endVerdict(actor: Actor, request: EndVerdictRequest): Promise<Outcome> {
  const { mutationId, verdictId } = request;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const verdict = await tx.verdict.findFirst({
      where: { regionId, planId: plan.id, id: verdictId },
      select: { itemIds: true, endedAt: true },
    });
    const where = { planId: plan.id, id: { in: verdict?.itemIds ?? [] } };
    const items = verdict ? await listItemRows(actor, tx, where, { withArchived: true }) : [];
    const frame = await policyFrame(tx, actor, plan);
    if (!verdict || !items.every(item => can.read(actor, item, frame)))
      return refused(mutationId, 'missing', 'Keputusan ini tidak ditemukan. Muat ulang halaman.');
    if (!items.every(item => can.merge(actor, item, frame)))
      return refused(
        mutationId,
        'denied',
        'Hanya peninjau semua isian ini atau sekretariat yang memutuskan.',
      );
    if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
    if (verdict.endedAt !== null)
      return refused(mutationId, 'status', 'Keputusan ini sudah dibatalkan. Muat ulang halaman.');
    const entry = await end(tx, actor, verdictId, mutationId);
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

async function end(tx: Transaction, { regionId }: Actor, id: string, mutationId: string): Promise<Entry> {
  const endedAt = new Date().toISOString();
  await tx.verdict.update({ where: { regionId_id: { regionId, id } }, data: { endedAt } });
  const changes = difference({}, { endedAt });
  return { subject: { type: 'verdict', id }, action: 'endVerdict', mutationId, changes };
}

/** Ends what the new decision takes the place of; null where one of it is not this person's to take back. */
async function endOverlapping(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { kind, itemIds }: { kind: VerdictRequest['kind']; itemIds: string[] },
): Promise<Entry[] | null> {
  const { regionId } = actor;
  const standing = await tx.verdict.findMany({
    where: { regionId, planId: plan.id, kind, endedAt: null, itemIds: { hasSome: itemIds } },
    select: { id: true, itemIds: true },
  });
  const where = { planId: plan.id, id: { in: standing.flatMap(verdict => verdict.itemIds) } };
  const items = standing.length > 0 ? await listItemRows(actor, tx, where, { withArchived: true }) : [];
  const frame = await policyFrame(tx, actor, plan);
  if (!items.every(item => can.read(actor, item, frame) && can.merge(actor, item, frame))) return null;
  const entries: Entry[] = [];
  for (const { id } of standing) entries.push(await end(tx, actor, id, randomUUID()));
  return entries;
}

/** Name and unit of each as they are compared, without the names of places. */
async function imprints(tx: Transaction, { regionId }: Actor, items: readonly PlanItem[]): Promise<string[]> {
  const region = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { name: true } });
  const departments = await tx.department.findMany({
    where: { regionId },
    select: { code: true, name: true, kind: true },
  });
  const places = [region.name, ...departments.filter(isDistrict).map(departmentLabel)];
  return items.map(({ fields }) => {
    const [title, unit, code] = ['title', 'unit', 'code'].map(path => textOf(fields, path));
    return imprintOf(profileOf({ title: title ?? '', unit: unit ?? '', code: code ?? '' }, places));
  });
}
