import 'server-only';
import { type Actor, can, SignedOut } from '@/lib/access/policy';
import type { Source, Transaction } from '@/lib/database/client';
import { isTransient } from '@/lib/database/faults';
import { log } from '@/lib/server/log';
import { departmentLabel } from '../department-label';
import { type PlanItem, structureOf } from '../item';
import type { Fields } from '../kinds/kind';
import { merge } from '../merge';
import {
  aheadMessage,
  archivedMessage,
  changedMessage,
  childrenMessage,
  failedMessage,
  lockedWords,
  mergedMessage,
  missingMessage,
  type Outcome,
  parentMessage,
  type Refused,
  refused,
} from '../outcome';
import { difference, flatten } from '../paths';
import { listItemRows } from '../read/item-rows';
import type { Change } from '../schema';
import { awaitsReview, isEditable, statusLabels } from '../workflow';
import { beginItem } from './begin-item';
import { changeItem, type ItemChange } from './change-item';
import { notInPlan } from './earlier-plan';
import { newerChanges } from './newer-changes';
import { parseFields } from './parse-fields';
import { placeUnder } from './place-under';
import { keep, recall, remember } from './recent';
import { whySucceeded } from './succeeded';
import {
  type Ground,
  groundOf,
  policyFrame,
  type TakenPlan,
  withoutPlan,
  withoutReading,
  withPlan,
} from './take-plan';

/**
 * The one way in which an item's fields change: form, grid, paste and import all end here.
 * Each change is a transaction of its own with its own outcome, so one conflict never rolls back the rest.
 * @param changes as parsed by `schema.saveRequest`; `version` 0 with `create` begins an item
 */
export async function saveChanges(actor: Actor, changes: readonly Change[]): Promise<Outcome[]> {
  await readAhead(actor, changes);
  const outcomes: Outcome[] = [];
  for (const abreast of inTurns(changes)) {
    const settled = await Promise.allSettled(abreast.map(change => saveOne(actor, change)));
    for (const one of settled) {
      if (one.status === 'rejected') throw one.reason;
      outcomes.push(one.value);
    }
  }
  return outcomes;
}

async function saveOne(actor: Actor, change: Change): Promise<Outcome> {
  const { mutationId } = change;
  return saveChange(actor, change).catch(error => {
    // One change that cannot be stored must not hold back the others for ever.
    if (isTransient(error) || error instanceof SignedOut) throw error;
    log.error({ err: error, mutationId }, 'change failed');
    return refused(mutationId, 'failed', failedMessage);
  });
}

const isOfFields = ({ create, place, isArchived }: Change) => !create && !place && isArchived === undefined;

const mostAbreast = 4;

/** Fields of different items have nothing to do with each other; whatever else is in a batch waits for its turn. */
function inTurns(changes: readonly Change[]): Change[][] {
  const turns: Change[][] = [];
  for (const change of changes) {
    const last = turns.at(-1);
    const mayJoin =
      last &&
      last.length < mostAbreast &&
      [...last, change].every(isOfFields) &&
      last.every(({ itemId }) => itemId !== change.itemId);
    if (mayJoin) last.push(change);
    else turns.push([change]);
  }
  return turns;
}

/** What the rows of a paste stand on is read once for all of them; each write still looks for itself. */
async function readAhead(actor: Actor, changes: readonly Change[]): Promise<void> {
  const unknown = changes.filter(
    change => isOfFields(change) && !recall(actor, change.itemId, change.version),
  );
  const [first] = unknown;
  if (!first || unknown.length < 2) return;
  await withoutPlan(actor, first.mutationId, async (source, { plan, isLocked }) => {
    if (isLocked) return;
    const where = { id: { in: unknown.map(({ itemId }) => itemId) }, planId: plan.id };
    for (const item of await listItemRows(actor, source, where, { withArchived: true }))
      keep(actor, item, { plan, isLocked, earlier: null });
  });
}

/** How a change that is part of a greater deed is told in the item's history. */
export type Telling = { action?: string; note: string };

/**
 * The same for one change that is part of a greater deed, in the transaction that took the plan. A refusal has
 * written nothing.
 */
export async function saveWithin(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  change: Change,
  told: Telling,
): Promise<Outcome> {
  const ground = await groundOf(tx, actor, plan, change.mutationId);
  const begin = () => beginItem(tx, actor, plan, change, told.note);
  const outcome = await attemptChange(tx, actor, ground, change, begin, told);
  if (!outcome) throw new Error('an item changed although its plan was taken');
  return outcome;
}

/** How often a change is thought through again, unhurried, before it takes the plan to be sure of its turn. */
const patience = 3;

/**
 * Fields are read and merged without holding the plan; the write looks whether all is still as it was read.
 * What depends on more than the item itself (its place, its children) takes the plan first.
 */
async function saveChange(actor: Actor, change: Change): Promise<Outcome> {
  const { mutationId } = change;
  for (let attempt = 0; isOfFields(change) && attempt < patience; attempt += 1) {
    const outcome = await attemptUnheld(actor, change, attempt === 0);
    if (outcome) return outcome;
  }
  return withPlan(actor, async (tx, plan) => {
    const ground = await groundOf(tx, actor, plan, mutationId);
    const outcome = await attemptChange(tx, actor, ground, change, () => beginItem(tx, actor, plan, change));
    if (!outcome) throw new Error('an item changed although its plan was taken');
    return outcome;
  });
}

/** One attempt that holds nothing: first from what this process knows, then from what it reads. */
async function attemptUnheld(actor: Actor, change: Change, isFirst: boolean): Promise<Outcome | null> {
  const known = isFirst ? recall(actor, change.itemId, change.version) : undefined;
  if (known) {
    return withoutReading(actor, source => attemptOn(source, actor, known.ground, change, known.item));
  }
  return withoutPlan(actor, change.mutationId, (source, ground) =>
    attemptChange(source, actor, ground, change),
  );
}

/** The outcome of a change on the plan as it was read; null when it has moved on before the write. */
async function attemptChange(
  source: Source,
  actor: Actor,
  ground: Ground,
  change: Change,
  begin: () => Promise<Outcome> = () =>
    notInPlan(source, actor, ground.plan, change.itemId, change.mutationId),
  told?: Telling,
): Promise<Outcome | null> {
  const { plan, isLocked, earlier } = ground;
  if (earlier) return earlier;
  if (isLocked) return refused(change.mutationId, 'locked', lockedWords(plan));
  const where = { id: change.itemId, planId: plan.id };
  const [item] = await listItemRows(actor, source, where, { withArchived: true });
  return item ? attemptOn(source, actor, ground, change, item, told) : begin();
}

async function attemptOn(
  source: Source,
  actor: Actor,
  ground: Ground,
  change: Change,
  item: PlanItem,
  told?: Telling,
): Promise<Outcome | null> {
  const { mutationId } = change;
  const { plan } = ground;
  const barred = await whyNotEditable(source, actor, plan, item);
  if (barred) return { ...barred, mutationId };
  const decided =
    change.isArchived === undefined
      ? await decideFields(source, actor, plan, change, item)
      : await decideArchive(source, actor, plan, change, item, change.isArchived);
  if ('ok' in decided) return decided;
  const written = await changeItem(source, actor, plan, item, { mutationId, ...decided, ...told });
  if (!written) return null;
  const { revision, at } = written;
  remember(actor, item, ground, decided, revision);
  return { mutationId, ok: true, version: item.version + 1, revision, at };
}

type Decided = Omit<ItemChange, 'mutationId'>;

async function decideFields(
  source: Source,
  actor: Actor,
  plan: TakenPlan,
  change: Change,
  item: PlanItem,
): Promise<Outcome | Decided> {
  const { mutationId } = change;
  if (item.archivedAt) return refused(mutationId, 'status', await whyAway(source, actor, item));
  const parsed = await parseFields(source, actor, plan, item, change);
  if ('ok' in parsed) return parsed;
  const isMove = change.place !== undefined && change.place.parentId !== item.parentId;
  const wanted: Fields = {
    ...parsed.fields,
    ...(isMove ? { parentId: change.place?.parentId ?? null } : {}),
  };
  if (change.version > item.version) return refused(mutationId, 'ahead', aheadMessage);
  const newer =
    change.version < item.version ? await newerChanges(source, actor, item.id, change.version) : {};
  const { fields, conflicts } = merge(wanted, newer);
  if (conflicts.length > 0) {
    const message = `Bentrok: ${conflicts[0]?.by ?? 'orang lain'} mengubah isian ini lebih dulu. Pilih nilai yang dipakai.`;
    return { mutationId, ok: false, reason: 'conflict', version: item.version, conflicts, message };
  }
  const { parentId: _, ...values } = fields;
  const place = change.place ? await placeUnder(source, actor, plan, item, change.place) : null;
  if (place && 'ok' in place) return { ...place, mutationId };
  if (place && place.dimensionId !== item.dimensionId) {
    return refused(mutationId, 'invalid', 'Isian hanya dapat dipindah di dalam dimensinya sendiri.');
  }
  const { parentId, position } = { ...item, ...place };
  const trunk: { parentId?: string | null; position?: string } = place ? { parentId, position } : {};
  const touched = Object.fromEntries(Object.keys(values).map(field => [field, item.fields[field] ?? null]));
  const changes = difference(
    { ...structureOf(item), ...flatten(touched) },
    { ...flatten(values), ...(place ? { parentId, position } : {}) },
  );
  // Nothing new: say so without an event, as a retry would hear it.
  if (changes.length === 0) {
    const { revision } = plan.head;
    // At the writer's own version: what others did meanwhile has not been read here.
    return { mutationId, ok: true, version: change.version, revision, at: new Date().toISOString() };
  }
  return { action: isMove ? 'move' : place ? 'reorder' : 'change', changes, fields: values, trunk };
}

/** Puts an item away or brings it back. Its reader must have seen it as it stands, and nothing hangs in the air. */
async function decideArchive(
  source: Source,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, version }: Change,
  item: PlanItem,
  isArchived: boolean,
): Promise<Outcome | Decided> {
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
  if (item.mergedIntoId) return refused(mutationId, 'status', await whyAway(source, actor, item));
  const inTheWay = isArchived
    ? { parentId: item.id, archivedAt: null }
    : { id: item.parentId ?? '', archivedAt: { not: null } };
  if ((await source.item.count({ where: { regionId, ...inTheWay } })) > 0) {
    return refused(mutationId, 'invalid', isArchived ? childrenMessage : parentMessage);
  }
  const archivedAt = isArchived ? new Date().toISOString() : null;
  return {
    action: isArchived ? 'archive' : 'restore',
    changes: difference({ archivedAt: item.archivedAt }, { archivedAt }),
    fields: {},
    trunk: { archivedAt },
  };
}

async function whyNotEditable(
  source: Source,
  actor: Actor,
  plan: TakenPlan,
  item: PlanItem,
): Promise<Refused | null> {
  if (can.edit(actor, item)) return null;
  if (!can.own(actor, item)) {
    if (!can.read(actor, item, await policyFrame(source, actor, plan)))
      return refused('', 'missing', missingMessage);
    const ended = await whySucceeded(source, actor, item);
    if (ended) return refused('', 'denied', ended);
    const owner = await source.department.findUniqueOrThrow({
      where: { regionId_id: { regionId: actor.regionId, id: item.departmentId } },
      select: { code: true },
    });
    return refused('', 'denied', `Hanya OPD pengampu (${owner.code}) yang dapat mengubah isian ini.`);
  }
  if (isEditable(item.status)) throw new Error('an owner is kept from an editable item');
  if (item.archivedAt) return refused('', 'status', await whyAway(source, actor, item));
  const status = statusLabels[item.status].toLowerCase();
  const remedy = awaitsReview(item.status) ? 'tarik isian ini' : 'minta koordinator membukanya kembali';
  return refused('', 'status', `Isian ini sudah ${status}. Salin ketikan Anda, ${remedy}, lalu ketik lagi.`);
}

/** Why what is put away cannot be changed, and what to do with what was typed. */
async function whyAway(source: Source, { regionId }: Actor, { mergedIntoId }: PlanItem): Promise<string> {
  if (!mergedIntoId) return archivedMessage;
  const { department } = await source.item.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: mergedIntoId } },
    select: { department: { select: { code: true, name: true, kind: true } } },
  });
  return mergedMessage(departmentLabel(department));
}
