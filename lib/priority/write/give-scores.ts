import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { append, type Entry } from '@/lib/plan/log/append';
import { lockedWords, type Outcome, refused } from '@/lib/plan/outcome';
import { difference, type PathValues } from '@/lib/plan/paths';
import {
  earlierOutcome,
  isPlanLocked,
  policyFrame,
  type TakenPlan,
  withPlan,
} from '@/lib/plan/write/take-plan';
import type { ScoresRequest } from '../schema';

type Given = ScoresRequest['scores'][number];
type Target = { id: string; dimensionId: string };
type Ground = {
  targets: ReadonlyMap<string, Target>;
  mayScore: (dimensionId: string) => boolean;
  decided: ReadonlySet<string>;
  /** Why nothing can be changed now, if so. */
  locked: string | null;
};

/**
 * Keeps this person's own scores, an event for each target. Nobody can name whose they are, and what the coordinator
 * has put in order is not scored any more.
 */
export async function giveScores(actor: Actor, given: ScoresRequest['scores']): Promise<Outcome[]> {
  return withPlan(actor, async (tx, plan) => {
    const ground = await groundOf(tx, actor, plan, given);
    const outcomes: Outcome[] = [];
    const entries: Entry[] = [];
    for (const one of given) {
      const settled = (await earlierOutcome(tx, actor, one.mutationId)) ?? refusal(one, ground);
      const entry = settled ? null : await store(tx, actor, plan, one);
      if (entry && 'changes' in entry) entries.push(entry);
      outcomes.push(settled ?? { mutationId: one.mutationId, ok: true, version: 1, ...standing(plan) });
    }
    if (entries.length === 0) return outcomes;
    const written = await append(tx, actor, plan.head, entries);
    const keys = new Set(entries.map(({ mutationId }) => mutationId));
    return outcomes.map(outcome => (keys.has(outcome.mutationId) ? { ...outcome, ...written } : outcome));
  });
}

const standing = ({ head }: TakenPlan) => ({ revision: head.revision, at: new Date().toISOString() });

async function groundOf(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  given: readonly Given[],
): Promise<Ground> {
  const { regionId } = actor;
  const where = { regionId, planId: plan.id };
  const targets = await tx.item.findMany({
    where: {
      ...{ ...where, kind: 'target', archivedAt: null, dimensionId: { not: null } },
      id: { in: given.map(({ itemId }) => itemId) },
    },
    select: { id: true, dimensionId: true },
  });
  const dimensionIds = [...new Set(targets.flatMap(({ dimensionId }) => dimensionId ?? []))];
  const owners = await tx.item.findMany({
    where: { ...where, archivedAt: null, dimensionId: { in: dimensionIds } },
    distinct: ['dimensionId', 'departmentId'],
    select: { dimensionId: true, departmentId: true },
  });
  const decisions = await tx.priorityDecision.findMany({
    where: { ...where, endedAt: null, dimensionId: { in: dimensionIds } },
    select: { itemIds: true },
  });
  const frame = await policyFrame(tx, actor, plan);
  const ownersOf = (id: string) =>
    new Set(owners.flatMap(one => (one.dimensionId === id ? one.departmentId : [])));
  return {
    targets: new Map(targets.map(({ id, dimensionId }) => [id, { id, dimensionId: dimensionId ?? '' }])),
    mayScore: id => can.score(actor, { id, ownerIds: ownersOf(id) }, frame),
    decided: new Set(decisions.flatMap(({ itemIds }) => itemIds)),
    locked: (await isPlanLocked(tx, actor, plan)) ? lockedWords(plan) : null,
  };
}

function refusal({ mutationId, itemId }: Given, ground: Ground): Outcome | null {
  const target = ground.targets.get(itemId);
  if (!target)
    return refused(mutationId, 'missing', 'Sasaran ini tidak ada lagi di rencana. Muat ulang halaman.');
  if (!ground.mayScore(target.dimensionId))
    return refused(mutationId, 'denied', 'Hanya tim dimensi ini yang memberi nilai.');
  if (ground.locked !== null) return refused(mutationId, 'locked', ground.locked);
  if (ground.decided.has(itemId)) return refused(mutationId, 'status', decidedMessage);
  return null;
}

const decidedMessage =
  'Koordinator sudah memutuskan peringkat, jadi nilai ini tidak masuk. Minta koordinator membuka penilaian lagi.';

/** Writes what differs; nothing where all of it stands already. */
async function store(
  tx: Transaction,
  { regionId, userId }: Actor,
  { id: planId }: TakenPlan,
  { mutationId, itemId, scores }: Given,
): Promise<Entry | null> {
  const rows = await tx.priorityScore.findMany({
    where: { regionId, itemId, userId },
    select: { criterion: true, score: true },
  });
  const given = Object.entries(scores).flatMap(([criterion, score]) => (score ? [{ criterion, score }] : []));
  const before = rows.length > 0 ? { ...{ planId, itemId, userId }, ...paths(rows) } : {};
  const changes = difference(before, { ...{ planId, itemId, userId }, ...paths(given) });
  if (given.length === 0 || changes.length === 0) return null;
  for (const { criterion, score } of given) {
    const key = { regionId, itemId, userId, criterion };
    await tx.priorityScore.upsert({
      where: { regionId_itemId_userId_criterion: key },
      create: { ...key, planId, score },
      update: { score },
    });
  }
  const subject = { type: 'priorityScore', id: `${itemId}.${userId}` };
  return { subject, action: 'score', mutationId, changes };
}

const paths = (rows: readonly { criterion: string; score: number }[]): PathValues =>
  Object.fromEntries(rows.map(({ criterion, score }) => [`scores.${criterion}`, score]));
