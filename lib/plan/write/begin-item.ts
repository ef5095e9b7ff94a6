import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type PlanItem, structureOf } from '../item';
import type { Fields } from '../kinds/kind';
import { append } from '../log/append';
import { missingMessage, type Outcome, type Refused, refused } from '../outcome';
import { difference, flatten } from '../paths';
import { listItemRows } from '../read/item-rows';
import type { Change } from '../schema';
import { notInPlan } from './earlier-plan';
import { parseFields } from './parse-fields';
import { type Place, placeUnder } from './place-under';
import { insertItem } from './store-item';
import { whySucceeded } from './succeeded';
import { policyFrame, type TakenPlan } from './take-plan';

/** Begins an item as a draft, empty but for what the change names, or with the fields of another; `note` says why. */
export async function beginItem(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  change: Change,
  note: string | null = null,
): Promise<Outcome> {
  const { mutationId, itemId, create } = change;
  if (!create) return notInPlan(tx, actor, plan, itemId, mutationId);
  const ended = await whySucceeded(tx, actor, create);
  if (ended) return refused(mutationId, 'denied', ended);
  if (!can.create(actor, create.departmentId)) {
    return refused(mutationId, 'denied', 'Anda hanya dapat menambah isian untuk OPD Anda sendiri.');
  }
  const place = await placeUnder(tx, actor, plan, create, { ...change.place, parentId: create.parentId });
  if ('ok' in place) return { ...place, mutationId };
  const copied = await copiedFields(tx, actor, plan, create, place);
  if ('reason' in copied) return { ...copied, mutationId };
  const { kind, departmentId, illustrative } = create;
  const parsed = await parseFields(
    tx,
    actor,
    plan,
    { kind, departmentId, dimensionId: place.dimensionId },
    change,
  );
  if ('ok' in parsed) return parsed;
  const item: PlanItem = {
    ...{ id: itemId, planId: plan.id, kind, departmentId, ...place },
    ...{ status: 'draft', version: 1, illustrative, selfApproved: false, archivedAt: null },
    ...{ supporterIds: [], parentTitle: null, mergedIntoId: null, successor: null },
    ...{ leftOutReason: null, copiedFromId: null },
    fields: { ...copied.fields, ...parsed.fields },
  };
  await insertItem(tx, actor, item);
  const changes = difference({}, { ...structureOf(item), ...flatten(item.fields) });
  const entry = { subject: { type: 'item', id: itemId }, action: 'create', mutationId, note, changes };
  return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
}

/** What a copy begins with: all fields but the code and what it replaces, which are of one item, and the answers to warnings. */
async function copiedFields(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { copyOf, kind, departmentId }: NonNullable<Change['create']>,
  { dimensionId }: Place,
): Promise<{ fields: Fields } | Refused> {
  if (!copyOf) return { fields: {} };
  const [source] = await listItemRows(actor, tx, { id: copyOf, planId: plan.id, kind });
  if (!source || !can.read(actor, source, await policyFrame(tx, actor, plan))) {
    return refused('', 'missing', missingMessage);
  }
  const isKept = (path: string) =>
    path !== 'code' &&
    path !== 'replacesId' &&
    path !== 'breakYear' &&
    !path.startsWith('reasons.') &&
    (path !== 'subdimensionId' || source.dimensionId === dimensionId);
  const fields = Object.fromEntries(Object.entries(source.fields).filter(([path]) => isKept(path)));
  // Whoever owns the copy does not support it too.
  const supporters = source.supporterIds.filter(id => id !== departmentId);
  return { fields: { ...fields, ...('supporters' in fields ? { supporters } : {}) } };
}
