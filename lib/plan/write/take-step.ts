import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can, reviewing } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { obstacles } from '../checks/all';
import type { Finding } from '../checks/check';
import { findField } from '../kinds/all';
import { append } from '../log/append';
import { lockedWords, missingMessage, type Outcome, refused } from '../outcome';
import { difference } from '../paths';
import { getFrame } from '../read/frame';
import { listItemRows } from '../read/item-rows';
import { hasReference } from '../read/references';
import { listBeside } from '../read/similar';
import type { StepRequest } from '../schema';
import { statusAfter, statusLabels, stepRefusal, steps } from '../workflow';
import { changeItem } from './change-item';
import { endClaim } from './claim';
import { storeComment } from './comment';
import { notInPlan } from './earlier-plan';
import { whySucceeded } from './succeeded';
import { earlierOutcome, isPlanLocked, policyFrame, type TakenPlan, withPlan } from './take-plan';

type Asked = StepRequest['items'][number];

/**
 * The one way in which a status changes: on one item, on a subtree, or on all that is ready.
 * Each item is a transaction of its own and its outcome is reported; nobody decides on
 * a version that they have not seen.
 */
export async function takeStep(actor: Actor, request: StepRequest): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  // What stands beside it is read before the plan is taken: it only warns, and nobody waits for it.
  const ids = request.items.map(({ itemId }) => itemId);
  const beside = request.step === 'submit' ? await listBeside(actor, await getFrame(actor), ids) : new Map();
  for (const asked of request.items) {
    const others = beside.get(asked.itemId) ?? [];
    outcomes.push(await withPlan(actor, (tx, plan) => takeOne(tx, actor, plan, request, asked, others)));
  }
  return outcomes;
}

async function takeOne(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { step, note = '', field }: StepRequest,
  { mutationId, itemId, version }: Asked,
  beside: readonly Finding[],
): Promise<Outcome> {
  const earlier = await earlierOutcome(tx, actor, mutationId);
  if (earlier) return earlier;
  if (await isPlanLocked(tx, actor, plan)) return refused(mutationId, 'locked', lockedWords(plan));
  const rule = steps[step];
  const [item] = await listItemRows(actor, tx, { id: itemId, planId: plan.id });
  const frame = await policyFrame(tx, actor, plan);
  if (!item) return notInPlan(tx, actor, plan, itemId, mutationId);
  if (!can.read(actor, item, frame)) return refused(mutationId, 'missing', missingMessage);
  if (!can.take(actor, step, item, frame)) {
    const who = rule.by === 'owner' ? 'OPD pengampunya' : 'peninjaunya';
    const ended = rule.by === 'owner' ? await whySucceeded(tx, actor, item) : null;
    return refused(mutationId, 'denied', ended ?? `Hanya ${who} yang dapat melakukan langkah ini.`);
  }
  const next = statusAfter(step, item.status);
  if (!next) return refused(mutationId, 'status', stepRefusal(step, item.status));
  if (version !== item.version) {
    const message = `Isian ini berubah sejak Anda buka (sekarang ${statusLabels[item.status].toLowerCase()}). Muat ulang, baca lagi, lalu putuskan.`;
    return { mutationId, ok: false, reason: 'conflict', version: item.version, conflicts: [], message };
  }
  const selfApproved = step === 'approve' && reviewing(actor, item, frame) === 'with-reason';
  if (note.trim() === '' && (rule.note === 'required' || selfApproved)) {
    const missing = rule.noteMissing ?? 'Tulis alasan menyetujui isian OPD Anda sendiri.';
    return refused(mutationId, 'note', missing, 'note');
  }
  if (field !== undefined && !findField(item.kind, field, plan)) {
    return refused(mutationId, 'invalid', 'Isian ini tidak memuat bagian itu. Muat ulang halaman.', 'field');
  }
  if (step === 'submit') {
    const [first] = obstacles(item, { ...plan, hasReference: await hasReference(tx, actor) }, beside);
    if (first) return refused(mutationId, 'checks', first.message, first.field);
  }
  const trunk = { status: next, selfApproved };
  const changes = difference({ status: item.status, selfApproved: item.selfApproved }, trunk);
  const stepped = { action: step, mutationId, note: note.trim() || null, changes, fields: {}, trunk };
  const written = await changeItem(tx, actor, plan, item, stepped);
  if (!written) throw new Error('an item changed although its plan was taken');
  await endClaim(tx, actor, itemId);
  // What sends an item back is a conversation to be answered, at the field that it concerns.
  const said = {
    id: randomUUID(),
    field: field ?? null,
    threadId: null,
    text: note.trim(),
    isNote: true,
    revision: written.revision + 1,
  };
  if (rule.note === 'required') {
    const head = { ...plan.head, revision: written.revision, headHash: written.hash };
    await append(tx, actor, head, [await storeComment(tx, actor, item, said)]);
  }
  const { revision, at } = written;
  return { mutationId, ok: true, version: version + 1, revision, at };
}
