import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { append, type Entry } from '../log/append';
import { type Outcome, ratifiedMessage, refused } from '../outcome';
import { difference } from '../paths';
import type { VersionRequest } from '../schema';
import { isRatified } from '../workflow';
import { earlierOutcome, type TakenPlan, withPlan } from './take-plan';

/**
 * Names the plan as it stands at this revision. Nothing is copied: a version is read from the log,
 * with the names of departments that the region's own log had then.
 */
export async function nameVersion(actor: Actor, request: VersionRequest): Promise<Outcome> {
  const { mutationId } = request;
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.nameVersion(actor)) {
      return refused(mutationId, 'denied', 'Hanya sekretariat yang dapat memberi nama versi.');
    }
    if (isRatified(plan)) return refused(mutationId, 'locked', ratifiedMessage);
    const name = request.name.trim();
    if (name === '')
      return refused(mutationId, 'note', 'Tulis nama versi, misalnya Bimtek I, hari 2.', 'name');
    if ((await tx.snapshot.count({ where: { regionId, planId: plan.id, name } })) > 0) {
      return refused(mutationId, 'note', 'Nama ini sudah dipakai versi lain. Pilih nama lain.', 'name');
    }
    const entry = await storeVersion(tx, actor, plan, { id: mutationId, name, mutationId });
    return { mutationId, ok: true, version: 1, ...(await append(tx, actor, plan.head, [entry])) };
  });
}

/** Stores a version of the plan that was taken; what it returns must be appended in the same transaction. */
export async function storeVersion(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  { id, name, mutationId }: { id: string; name: string; mutationId: string },
): Promise<Entry> {
  const { regionId, userId } = actor;
  const { revision: regionRevision } = await tx.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { revision: true },
  });
  const { revision: planRevision, headHash: planHash } = plan.head;
  const version = {
    ...{ planId: plan.id, name, planRevision, regionRevision, planHash, authorId: userId },
    at: new Date().toISOString(),
  };
  await tx.snapshot.create({ data: { regionId, id, ...version } });
  const subject = { type: 'snapshot', id };
  return { subject, action: 'create', mutationId, changes: difference({}, version) };
}
