import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type PlanItem, structureOf } from '../item';
import { textOf } from '../kinds/kind';
import { bodyOf } from '../log/body';
import { type Outcome, parentMessage, type Refused, refused } from '../outcome';
import { difference, flatten, type Scalar } from '../paths';
import { listItemRows } from '../read/item-rows';
import type { MergeRequest, UnmergeRequest } from '../schema';
import { isApproved } from '../workflow';
import { changeItem, type ItemChange } from './change-item';
import { endClaim } from './claim';
import { judged } from './judged-items';
import { earlierOutcome, policyFrame, type TakenPlan, withPlan } from './take-plan';

/**
 * Puts indicators together: one stays with its owner, the others are archived with the way to it, and their
 * departments support the one that stays. All of it or nothing, one event an item. What a reviewer has approved
 * changes only after it was opened again, so nothing approved is put away or given supporters here.
 */
export async function mergeItems(actor: Actor, request: MergeRequest): Promise<Outcome> {
  const { mutationId, keepId, items, reason } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await judged(tx, actor, plan, { mutationId, items, reason });
    if ('ok' in found) return found;
    const keeper = found.items.find(({ id }) => id === keepId);
    if (!keeper) return refused(mutationId, 'invalid', 'Pilih satu indikator yang dipertahankan.', 'keepId');
    const fixed = found.items.find(({ status }) => isApproved(status));
    if (fixed) return refused(mutationId, 'status', approvedMessage(fixed));
    const others = found.items.filter(({ id }) => id !== keepId);
    const note = reason.trim();
    const supporters = supportersOf(keeper, others);
    const kept = await write(tx, actor, plan, keeper, {
      ...{ action: 'absorb', mutationId, note, fields: { supporters } },
      changes: difference(flatten({ supporters: keeper.supporterIds }), flatten({ supporters })),
    });
    for (const other of others) {
      const after = { archivedAt: kept.at, mergedIntoId: keepId };
      await write(tx, actor, plan, other, {
        ...{ action: 'merge', mutationId: randomUUID(), note, fields: {}, trunk: after },
        changes: difference(structureOf(other), after),
      });
      await endClaim(tx, actor, other.id);
    }
    return { mutationId, ok: true, version: keeper.version + 1, revision: kept.revision, at: kept.at };
  });
}

/** Takes one item out of what it was put together with, as it was; its department supports the other no longer. */
export async function unmergeItem(actor: Actor, request: UnmergeRequest): Promise<Outcome> {
  const { mutationId, itemId, version, reason } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const asked = { mutationId, items: [{ itemId, version }], reason };
    const found = await judged(tx, actor, plan, asked, { isArchived: true });
    if ('ok' in found) return found;
    const [item] = found.items;
    const [keeper] = item?.mergedIntoId
      ? await listItemRows(actor, tx, { id: item.mergedIntoId, planId: plan.id }, { withArchived: true })
      : [];
    if (!item || !keeper) return refused(mutationId, 'status', 'Isian ini tidak sedang digabungkan.');
    const barred = await whyNotReleased(tx, actor, plan, item, keeper);
    if (barred) return { ...barred, mutationId };
    const note = reason.trim();
    const after = { archivedAt: null, mergedIntoId: null };
    const written = await write(tx, actor, plan, item, {
      ...{ action: 'unmerge', mutationId, note, fields: {}, trunk: after },
      changes: difference(structureOf(item), after),
    });
    const supporters = await withoutAdded(tx, actor, item, keeper);
    const last = await write(tx, actor, plan, keeper, {
      ...{ action: 'release', mutationId: randomUUID(), note, fields: { supporters } },
      changes: difference(flatten({ supporters: keeper.supporterIds }), flatten({ supporters })),
    });
    return { mutationId, ok: true, version: version + 1, revision: last.revision, at: written.at };
  });
}

async function write(tx: Transaction, actor: Actor, plan: TakenPlan, item: PlanItem, change: ItemChange) {
  const written = await changeItem(tx, actor, plan, item, change);
  if (!written) throw new Error('an item changed although its plan was taken');
  return written;
}

function supportersOf(keeper: PlanItem, others: readonly PlanItem[]): string[] {
  const all = [
    ...keeper.supporterIds,
    ...others.flatMap(({ departmentId, supporterIds }) => [departmentId, ...supporterIds]),
  ];
  return [...new Set(all)].filter(id => id !== keeper.departmentId).sort();
}

const approvedMessage = ({ fields }: PlanItem) =>
  `“${textOf(fields, 'title')}” sudah disetujui. Buka kembali isian itu dulu, lalu gabungkan.`;

async function whyNotReleased(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  item: PlanItem,
  keeper: PlanItem,
): Promise<Refused | null> {
  if (!can.merge(actor, keeper, await policyFrame(tx, actor, plan))) {
    return refused('', 'denied', 'Hanya peninjau kedua isian atau sekretariat yang dapat membatalkannya.');
  }
  if (isApproved(keeper.status)) {
    const title = textOf(keeper.fields, 'title');
    return refused('', 'status', `“${title}” sudah disetujui. Buka kembali isian itu dulu.`);
  }
  const inTheWay = { regionId: actor.regionId, id: item.parentId ?? '', archivedAt: { not: null } };
  return (await tx.item.count({ where: inTheWay })) > 0 ? refused('', 'invalid', parentMessage) : null;
}

/** The supporters that the other had, without those that came with this item alone. */
async function withoutAdded(
  tx: Transaction,
  { regionId }: Actor,
  { id, departmentId, supporterIds }: PlanItem,
  keeper: PlanItem,
): Promise<string[]> {
  const still = await tx.item.findMany({
    where: { regionId, mergedIntoId: keeper.id, id: { not: id } },
    select: { departmentId: true, supporters: { select: { departmentId: true } } },
  });
  const held = still.flatMap(other => [other.departmentId, ...other.supporters.map(one => one.departmentId)]);
  const added = await addedByMerging(tx, regionId, keeper.id);
  const came = [departmentId, ...supporterIds].filter(one => !held.includes(one) && added.has(one));
  return keeper.supporterIds.filter(one => !came.includes(one));
}

/** Those supporters of an item that came with something put together with it; whom its owner named stays. */
async function addedByMerging(tx: Transaction, regionId: string, itemId: string): Promise<Set<string>> {
  const events = await tx.event.findMany({
    where: { regionId, subjectId: itemId, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    select: { action: true, body: true },
  });
  const added = new Set<string>();
  for (const { action, body } of events) {
    const change = bodyOf({ body }).changes.find(({ path }) => path === 'supporters');
    if (!change) continue;
    const [before, after] = [listOf(change.before), listOf(change.after)];
    for (const one of before) if (!after.includes(one)) added.delete(one);
    for (const one of after) if (!before.includes(one) && action === 'absorb') added.add(one);
  }
  return added;
}

const listOf = (value: Scalar) => (Array.isArray(value) ? value : []);
