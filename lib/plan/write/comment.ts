import 'server-only';
import { type Actor, can, isMember } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { findField } from '../kinds/all';
import { append, type Entry } from '../log/append';
import { formerMessage, missingMessage, type Outcome, ratifiedMessage, refused } from '../outcome';
import { difference } from '../paths';
import { listItemRows } from '../read/item-rows';
import type { CommentRequest, SettleRequest } from '../schema';
import { isRatified } from '../workflow';
import { notInPlan } from './earlier-plan';
import { whySucceeded } from './succeeded';
import { earlierOutcome, policyFrame, type TakenPlan, withPlan } from './take-plan';

export type NewComment = {
  id: string;
  field: string | null;
  threadId: string | null;
  text: string;
  isNote: boolean;
  /** The revision that its event will have. */
  revision: number;
};

/** Says something about an item or a field, as whoever may read it; its id is the mutation's. */
export async function addComment(actor: Actor, request: CommentRequest): Promise<Outcome> {
  const { mutationId, itemId, threadId } = request;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const open = await openItem(tx, actor, plan, itemId, mutationId);
    if ('ok' in open) return open;
    const text = request.text.trim();
    if (text === '') return refused(mutationId, 'note', 'Tulis komentarnya dulu.', 'text');
    const thread = threadId ? await findThread(tx, actor, itemId, threadId) : null;
    if (threadId && !thread) return refused(mutationId, 'missing', 'Percakapan ini tidak ditemukan.');
    if (thread?.settledAt) {
      return refused(mutationId, 'status', 'Percakapan ini sudah selesai. Buka lagi, lalu balas.');
    }
    const field = thread ? thread.field : request.field;
    if (field !== null && !findField(open.item.kind, field, plan)) {
      return refused(
        mutationId,
        'invalid',
        'Isian ini tidak memuat bagian itu. Muat ulang halaman.',
        'field',
      );
    }
    const revision = plan.head.revision + 1;
    const entry = await storeComment(tx, actor, open.item, {
      revision,
      id: mutationId,
      field,
      threadId,
      text,
      isNote: false,
    });
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Marks a thread as settled, or opens it again. */
export async function settleThread(actor: Actor, request: SettleRequest): Promise<Outcome> {
  const { mutationId, threadId, isSettled } = request;
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    const thread = await tx.comment.findFirst({
      where: { regionId, planId: plan.id, id: threadId, threadId: null },
    });
    const open = await openItem(tx, actor, plan, thread?.itemId ?? '', mutationId);
    if ('ok' in open) return open;
    if (!thread || !can.settle(actor, open.item, thread.authorId, await policyFrame(tx, actor, plan))) {
      const message = 'Hanya penulisnya, OPD pengampu, atau peninjau yang dapat menutup percakapan ini.';
      return refused(mutationId, 'denied', message);
    }
    const before = { settledAt: thread.settledAt?.toISOString() ?? null, settledById: thread.settledById };
    const after = isSettled
      ? { settledAt: new Date().toISOString(), settledById: userId }
      : { settledAt: null, settledById: null };
    if (isSettled === (thread.settledAt !== null)) {
      return { mutationId, ok: true, version: 1, revision: plan.head.revision, at: new Date().toISOString() };
    }
    await tx.comment.update({ where: { regionId_id: { regionId, id: threadId } }, data: after });
    const entry = {
      subject: { type: 'comment', id: threadId },
      action: isSettled ? 'settle' : 'unsettle',
      mutationId,
      changes: difference(before, after),
    };
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Stores a comment and gives the entry that records it; the caller appends it to the log. */
export async function storeComment(
  tx: Transaction,
  { regionId, userId }: Actor,
  item: Pick<PlanItem, 'id' | 'planId'>,
  { id, ...said }: NewComment,
): Promise<Entry> {
  const row = {
    ...{ planId: item.planId, itemId: item.id, authorId: userId, at: new Date().toISOString() },
    ...said,
  };
  await tx.comment.create({ data: { regionId, id, ...row } });
  const subject = { type: 'comment', id };
  const { revision: _, ...logged } = row;
  return { subject, action: 'comment', mutationId: id, changes: difference({}, logged) };
}

const guestMessage = 'Tamu menyampaikan usulan, bukan komentar. Buka halaman Usulan.';

async function openItem(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  itemId: string,
  mutationId: string,
): Promise<{ item: PlanItem } | Outcome> {
  // A locked stage still lets people talk; a ratified plan is read-only.
  if (isRatified(plan)) return refused(mutationId, 'locked', ratifiedMessage);
  const [item] = await listItemRows(actor, tx, { id: itemId, planId: plan.id });
  if (!item) return notInPlan(tx, actor, plan, itemId, mutationId);
  if (!can.read(actor, item, await policyFrame(tx, actor, plan))) {
    return refused(mutationId, 'missing', missingMessage);
  }
  if (!can.speak(actor)) {
    const message = isMember(actor) ? ((await whySucceeded(tx, actor, item)) ?? formerMessage) : guestMessage;
    return refused(mutationId, 'denied', message);
  }
  return { item };
}

async function findThread(tx: Transaction, { regionId }: Actor, itemId: string, threadId: string) {
  return tx.comment.findFirst({
    where: { regionId, itemId, id: threadId, threadId: null },
    select: { field: true, settledAt: true },
  });
}
