import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import { append } from '@/lib/plan/log/append';
import { type Outcome, refused } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { storeVersion } from '@/lib/plan/write/name-version';
import { earlierOutcome, withPlan } from '@/lib/plan/write/take-plan';
import type { CloseSittingForm } from '../schema';
import { keeperMessage, takeSitting } from './ground';

const longestName = 90;

/**
 * Closes a sitting: names the plan as it stands, keeps what was on the table, and takes nothing more; all of it
 * or nothing.
 * @param agenda what was on the table, in words
 */
export async function closeSitting(
  actor: Actor,
  { mutationId, id }: CloseSittingForm,
  agenda: readonly string[],
): Promise<Outcome> {
  const { regionId, userId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const earlier = await earlierOutcome(tx, actor, mutationId);
    if (earlier) return earlier;
    if (!can.keepSittings(actor)) return refused(mutationId, 'denied', keeperMessage);
    const sitting = await takeSitting(tx, actor, plan, { mutationId, sittingId: id });
    if ('ok' in sitting) return sitting;
    const names = await tx.snapshot.findMany({
      where: { regionId, planId: plan.id },
      select: { name: true },
    });
    const name = freeName(sitting.title, new Set(names.map(taken => taken.name)));
    const version = await storeVersion(tx, actor, plan, { id: mutationId, name, mutationId: randomUUID() });
    const end = {
      ...{ closedAt: new Date().toISOString(), closedById: userId, snapshotId: mutationId },
      agenda: [...agenda],
    };
    await tx.sitting.update({ where: { regionId_id: { regionId, id } }, data: end });
    const subject = { type: 'sitting', id };
    const closing = { subject, action: 'close', mutationId, changes: difference({}, end) };
    return { mutationId, ok: true, version: 2, ...(await append(tx, actor, plan.head, [version, closing])) };
  });
}

function freeName(title: string, taken: ReadonlySet<string>): string {
  const base = [...title].slice(0, longestName).join('').trim();
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base} (${count})`;
    if (!taken.has(name)) return name;
  }
}
