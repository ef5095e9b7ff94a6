import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can, ownDepartments } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { findField } from '@/lib/plan/kinds/all';
import { append, type Head } from '@/lib/plan/log/append';
import { archivedMessage, lockedWords, type Outcome, refused } from '@/lib/plan/outcome';
import { listItemRows } from '@/lib/plan/read/item-rows';
import type { Change } from '@/lib/plan/schema';
import { awaitsReview, isEditable } from '@/lib/plan/workflow';
import { saveWithin } from '@/lib/plan/write/save-changes';
import {
  earlierOutcome,
  isPlanLocked,
  policyFrame,
  type TakenPlan,
  withPlan,
} from '@/lib/plan/write/take-plan';
import { ideaFields } from '../idea';
import { readProposal } from '../proposal';
import type { AdoptRequest } from '../schema';
import { answererMessage } from './answer';
import { type Standing, standing, store } from './standing';

/**
 * Takes a suggestion up into a draft: the change goes through `saveChanges` with its checks and conflicts, and what
 * became of the suggestion is recorded in the same transaction; both or neither.
 */
export async function adoptSuggestion(actor: Actor, request: AdoptRequest): Promise<Outcome> {
  const { mutationId } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const found = await standing(tx, actor, plan, request);
    if ('ok' in found) return found;
    if (!can.answer(actor, found.asked)) return refused(mutationId, 'denied', answererMessage);
    if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
    const change = found.item
      ? changeOf(found, plan, request)
      : await beginningOf(tx, actor, plan, found, request);
    if ('ok' in change) return change;
    const itemId = change.itemId;
    const note = `Usulan ${found.author}`;
    const isWords = found.item !== null && found.field === null;
    const saved = isWords ? null : await saveWithin(tx, actor, plan, change, toldAs(found, note));
    if (saved && !saved.ok) return { ...saved, mutationId };
    const head = await headOf(tx, actor, plan);
    const adopted = { state: 'adopted' as const, adoptedItemId: itemId };
    const { entry, version } = await store(tx, actor, found, {
      action: 'adopt',
      mutationId,
      change: adopted,
    });
    return { mutationId, ok: true, version, ...(await append(tx, actor, head, [entry])) };
  });
}

const toldAs = ({ item }: Standing, note: string) => (item ? { action: 'adopt', note } : { note });

/** The change of one field, made on the version that the author read: what was written since is a conflict. */
function changeOf(found: Standing, plan: TakenPlan, { mutationId, over }: AdoptRequest): Change | Outcome {
  const { item, field: path, proposed, seenVersion } = found;
  if (!item) throw new Error('a suggestion on no item has no change');
  if (item.archivedAt) return refused(mutationId, 'status', archivedMessage);
  if (!isEditable(item.status)) {
    const message = awaitsReview(item.status)
      ? 'Isian ini sedang ditinjau. Tarik dulu, lalu terima usulannya.'
      : 'Isian ini sudah disetujui. Minta koordinator membukanya kembali, lalu terima usulannya.';
    return refused(mutationId, 'status', `${message} Usulan ini tetap tersimpan.`);
  }
  const base = { mutationId: randomUUID(), itemId: item.id, version: over ?? seenVersion ?? item.version };
  if (path === null) return { ...base, fields: {} };
  const field = findField(item.kind, path, plan);
  const read = field ? readProposal(field, proposed ?? '', item.fields) : null;
  if (!read)
    return refused(mutationId, 'invalid', 'Bagian yang diusulkan tidak ada lagi. Tolak dengan alasan itu.');
  if ('message' in read) return refused(mutationId, 'invalid', `${read.message} Tolak, atau isi sendiri.`);
  return { ...base, fields: { [path]: read.value } };
}

/** A new draft with the words of an idea, under what was chosen, for a department of whoever takes it up. */
async function beginningOf(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  found: Standing,
  { mutationId, parentId, departmentId: chosen }: AdoptRequest,
): Promise<Change | Outcome> {
  const own = ownDepartments(actor);
  const departmentId = found.departmentId ?? chosen ?? own[0] ?? '';
  if (!can.create(actor, departmentId))
    return refused(mutationId, 'denied', 'Anda tidak menyusun isian. Serahkan gagasan ini kepada satu OPD.');
  const { kind } = found;
  if (kind === null) throw new Error('an idea has a kind');
  const under = parentId ?? found.parentId;
  const [parent] = under ? await listItemRows(actor, tx, { id: under, planId: plan.id }) : [];
  const frame = await policyFrame(tx, actor, plan);
  if (
    kind !== 'goal' &&
    (!parent || parent.dimensionId !== found.dimensionId || !can.read(actor, parent, frame))
  )
    return refused(mutationId, 'note', 'Pilih di bawah apa isian baru ini dimulai.', 'parentId');
  const read = ideaFields({ ...found, kind }, found.text, plan);
  const fields = 'fields' in read ? read.fields : { title: found.title ?? found.text.slice(0, 100) };
  return {
    ...{ mutationId: randomUUID(), itemId: randomUUID(), version: 0, fields },
    create: {
      ...{ kind, departmentId, illustrative: false },
      ...{ parentId: parent?.id ?? null, dimensionId: found.dimensionId },
    },
  };
}

/** Where the plan stands after the item's own event. */
async function headOf(tx: Transaction, { regionId }: Actor, plan: TakenPlan): Promise<Head> {
  const { revision, headHash } = await tx.plan.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: plan.id } },
    select: { revision: true, headHash: true },
  });
  return { kind: 'plan', id: plan.id, revision, headHash };
}
