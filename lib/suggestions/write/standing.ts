import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { PlanItem } from '@/lib/plan/item';
import type { Entry } from '@/lib/plan/log/append';
import { lockedWords, type Refused, refused } from '@/lib/plan/outcome';
import { difference, type PathValues } from '@/lib/plan/paths';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { isLocked } from '@/lib/plan/workflow';
import { policyFrame, type TakenPlan } from '@/lib/plan/write/take-plan';
import { handedFields, handedNow } from '../asked';
import { authorFields, authorLine, authorOf } from '../author';

const fields = {
  ...{ id: true, itemId: true, dimensionId: true, field: true, proposed: true },
  ...handedFields,
  ...{
    seenVersion: true,
    kind: true,
    parentId: true,
    title: true,
    unit: true,
    direction: true,
    target: true,
  },
  ...{ text: true, authorId: true, state: true, answerer: { select: { name: true } } },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof load>>>;

/** A suggestion that waits for an answer, whose plan was taken. */
export type Standing = Omit<Row, 'author'> & {
  item: PlanItem | null;
  /** The author as they are named. */
  author: string;
  /** Whose it is to answer. */
  asked: { departmentId: string | null; dimensionId: string | null };
};

async function load(tx: Transaction, regionId: string, planId: string, id: string) {
  return tx.suggestion.findFirst({
    where: { regionId, planId, id },
    select: { ...fields, author: { select: authorFields() } },
  });
}

const missing = 'Usulan ini tidak ditemukan. Muat ulang halaman.';

/**
 * The suggestion that somebody wants to answer or take back; why not when it is not theirs to see, or was answered
 * before. Asked after the plan was taken, so that it holds.
 */
export async function standing(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { mutationId, suggestionId }: { mutationId: string; suggestionId: string },
): Promise<Standing | Refused> {
  const found = await load(tx, actor.regionId, plan.id, suggestionId);
  if (!found) return refused(mutationId, 'missing', missing);
  const isMine = found.authorId === actor.userId;
  const [item = null] = found.itemId
    ? await listItemRows(actor, tx, { id: found.itemId, planId: plan.id }, { withArchived: true })
    : [];
  const isSeen =
    isMine ||
    (can.seeSuggestions(actor) &&
      (found.itemId === null ||
        (item !== null && can.read(actor, item, await policyFrame(tx, actor, plan)))));
  if (!isSeen) return refused(mutationId, 'missing', missing);
  if (isLocked(plan, null)) return refused(mutationId, 'locked', lockedWords(plan));
  if (found.state !== 'waiting') {
    const who =
      found.state === 'withdrawn' ? 'ditarik penulisnya' : `dijawab ${found.answerer?.name ?? 'orang lain'}`;
    return refused(mutationId, 'status', `Usulan ini sudah ${who}. Muat ulang halaman.`);
  }
  const asked = {
    departmentId: item?.departmentId ?? handedNow(found),
    dimensionId: found.dimensionId,
  };
  return { ...found, item, asked, author: authorLine(authorOf(found.author)) };
}

type Change = {
  state?: 'adopted' | 'declined' | 'withdrawn';
  answer?: string;
  adoptedItemId?: string;
  departmentId?: string;
};

/** Writes what became of a suggestion and gives the entry that records it, and its version; the caller appends it. */
export async function store(
  tx: Transaction,
  { regionId, userId }: Actor,
  { id, state, departmentId }: Standing,
  { action, mutationId, change }: { action: string; mutationId: string; change: Change },
): Promise<{ entry: Entry; version: number }> {
  const isAnswer = change.state === 'adopted' || change.state === 'declined';
  const answered = isAnswer ? { answeredAt: new Date().toISOString(), answeredById: userId } : {};
  const after = { ...change, ...answered };
  await tx.suggestion.update({ where: { regionId_id: { regionId, id } }, data: after });
  const changes = difference({ state, departmentId }, after as PathValues);
  const subject = { type: 'suggestion', id };
  const told = await tx.event.count({ where: { regionId, subjectType: subject.type, subjectId: id } });
  return { entry: { subject, action, mutationId, changes }, version: told + 1 };
}
