import 'server-only';
import { type Actor, can, SignedOut } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { isTransient } from '@/lib/database/faults';
import { log } from '@/lib/server/log';
import type { Fields } from '../kinds/kind';
import { append } from '../log/append';
import { merge } from '../merge';
import {
  aheadMessage,
  archivedMessage,
  changedMessage,
  childrenMessage,
  failedMessage,
  lockedMessage,
  missingMessage,
  type Outcome,
  parentMessage,
  type Refused,
  refused,
} from '../outcome';
import { difference, flatten, type PathChange } from '../paths';
import { listItemRows, type PlanItem, structureOf } from '../read/item-rows';
import type { Change } from '../schema';
import { awaitsReview, isEditable, statusLabels } from '../workflow';
import { beginItem } from './begin-item';
import { newerChanges } from './newer-changes';
import { parseFields } from './parse-fields';
import { placeUnder } from './place-under';
import { updateItem } from './store-item';
import { earlierOutcome, isPlanLocked, policyFrame, type TakenPlan, withPlan } from './take-plan';

/**
 * The one way in which an item's fields change: form, grid, paste and import all end here.
 * Each change is a transaction of its own with its own outcome, so one conflict never rolls back the rest.
 * @param changes as parsed by `schema.saveRequest`; `version` 0 with `create` begins an item
 */
export async function saveChanges(actor: Actor, changes: readonly Change[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const change of changes) {
    const { mutationId } = change;
    outcomes.push(
      await withPlan(actor, (tx, plan) => saveChange(tx, actor, plan, change)).catch(error => {
        // One change that cannot be stored must not hold back the others for ever.
        if (isTransient(error) || error instanceof SignedOut) throw error;
        log.error({ err: error, mutationId }, 'change failed');
        return refused(mutationId, 'failed', failedMessage);
      }),
    );
  }
  return outcomes;
}

async function saveChange(tx: Transaction, actor: Actor, plan: TakenPlan, change: Change): Promise<Outcome> {
  const earlier = await earlierOutcome(tx, actor, change.mutationId);
  if (earlier) return earlier;
  if (await isPlanLocked(tx, actor, plan)) return refused(change.mutationId, 'locked', lockedMessage);
  const where = { id: change.itemId, planId: plan.id };
  const [item] = await listItemRows(actor, tx, where, { withArchived: true });
  return item ? changeItem(tx, actor, plan, change, item) : beginItem(tx, actor, plan, change);
}

async function changeItem(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  change: Change,
  item: PlanItem,
): Promise<Outcome> {
  const { mutationId } = change;
  const barred = await whyNotEditable(tx, actor, plan, item);
  if (barred) return { ...barred, mutationId };
  if (change.isArchived !== undefined) return putAway(tx, actor, plan, change, item, change.isArchived);
  if (item.archivedAt) return refused(mutationId, 'status', archivedMessage);
  const parsed = await parseFields(tx, actor, plan, item, change);
  if ('ok' in parsed) return parsed;
  const isMove = change.place !== undefined && change.place.parentId !== item.parentId;
  const wanted: Fields = {
    ...parsed.fields,
    ...(isMove ? { parentId: change.place?.parentId ?? null } : {}),
  };
  if (change.version > item.version) return refused(mutationId, 'ahead', aheadMessage);
  const newer = change.version < item.version ? await newerChanges(tx, actor, item.id, change.version) : {};
  const { fields, conflicts } = merge(wanted, newer);
  if (conflicts.length > 0) {
    const message = `Bentrok: ${conflicts[0]?.by ?? 'orang lain'} mengubah isian ini lebih dulu. Pilih nilai yang dipakai.`;
    return { mutationId, ok: false, reason: 'conflict', version: item.version, conflicts, message };
  }
  const { parentId: _, ...values } = fields;
  const place = change.place ? await placeUnder(tx, actor, plan, item, change.place) : null;
  if (place && 'ok' in place) return { ...place, mutationId };
  if (place && place.dimensionId !== item.dimensionId) {
    return refused(mutationId, 'invalid', 'Isian hanya dapat dipindah di dalam dimensinya sendiri.');
  }
  const { parentId, position } = { ...item, ...place };
  const changes = difference(
    { ...structureOf(item), ...flatten(item.fields) },
    { ...flatten(values), ...(place ? { parentId, position } : {}) },
  );
  // Nothing new: say so without an event, as a retry would hear it.
  if (changes.length === 0) {
    const { revision } = plan.head;
    // At the writer's own version: what others did meanwhile has not been read here.
    return { mutationId, ok: true, version: change.version, revision, at: new Date().toISOString() };
  }
  const action = isMove ? 'move' : place ? 'reorder' : 'change';
  return record(tx, actor, plan, { mutationId, item, action, changes }, () =>
    updateItem(tx, actor, item, values, place ? { parentId, position } : {}),
  );
}

/** Puts an item away or brings it back. Its reader must have seen it as it stands, and nothing hangs in the air. */
async function putAway(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, version }: Change,
  item: PlanItem,
  isArchived: boolean,
): Promise<Outcome> {
  const { regionId } = actor;
  if (isArchived === (item.archivedAt !== null)) {
    const { revision } = plan.head;
    return { mutationId, ok: true, version: item.version, revision, at: new Date().toISOString() };
  }
  if (version !== item.version) {
    return {
      mutationId,
      ok: false,
      reason: 'conflict',
      version: item.version,
      conflicts: [],
      message: changedMessage,
    };
  }
  const inTheWay = isArchived
    ? { parentId: item.id, archivedAt: null }
    : { id: item.parentId ?? '', archivedAt: { not: null } };
  if ((await tx.item.count({ where: { regionId, ...inTheWay } })) > 0) {
    return refused(mutationId, 'invalid', isArchived ? childrenMessage : parentMessage);
  }
  const archivedAt = isArchived ? new Date().toISOString() : null;
  const action = isArchived ? 'archive' : 'restore';
  const changes = difference({ archivedAt: item.archivedAt }, { archivedAt });
  return record(tx, actor, plan, { mutationId, item, action, changes }, () =>
    updateItem(tx, actor, item, {}, { archivedAt }),
  );
}

type Recorded = { mutationId: string; item: PlanItem; action: string; changes: PathChange[] };

async function record(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, item, action, changes }: Recorded,
  update: () => Promise<boolean>,
): Promise<Outcome> {
  if (!(await update())) throw new Error('an item changed although its plan was taken');
  const entry = { subject: { type: 'item', id: item.id }, action, mutationId, changes };
  return {
    mutationId,
    ok: true,
    version: item.version + 1,
    ...(await append(tx, actor, plan.head, [entry])),
  };
}

async function whyNotEditable(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  item: PlanItem,
): Promise<Refused | null> {
  if (can.edit(actor, item)) return null;
  if (!can.own(actor, item)) {
    if (!can.read(actor, item, await policyFrame(tx, actor, plan)))
      return refused('', 'missing', missingMessage);
    const owner = await tx.department.findUniqueOrThrow({
      where: { regionId_id: { regionId: actor.regionId, id: item.departmentId } },
      select: { code: true },
    });
    return refused('', 'denied', `Hanya OPD pengampu (${owner.code}) yang dapat mengubah isian ini.`);
  }
  if (isEditable(item.status)) throw new Error('an owner is kept from an editable item');
  const status = statusLabels[item.status].toLowerCase();
  const remedy = awaitsReview(item.status) ? 'tarik isian ini' : 'minta koordinator membukanya kembali';
  return refused('', 'status', `Isian ini sudah ${status}. Salin ketikan Anda, ${remedy}, lalu ketik lagi.`);
}
