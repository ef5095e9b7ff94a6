import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import type { PlanItem } from '@/lib/plan/item';
import type { Outcome } from '@/lib/plan/outcome';
import { getFrame } from '@/lib/plan/read/frame';
import { awaitsReview, isApproved, type Step } from '@/lib/plan/workflow';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { listLeftBehind } from './read/items';
import type { Sides } from './read/people';

// What hangs below goes first.
const depth = { indicator: 0, target: 1, goal: 2 } as const;

/**
 * Puts items of a practice plan away by the same steps that everybody takes: what waits is withdrawn, what was
 * agreed to is opened again, and then it is archived. What somebody changes at that moment stays.
 * @param departmentId of one newcomer; null: of all
 * @returns how many were put away
 */
export async function putAway(sides: Sides, departmentId: string | null, note: string): Promise<number> {
  const left = await listLeftBehind(sides.drafter, await getFrame(sides.drafter), departmentId);
  let count = 0;
  for (const item of left.sort((a, b) => depth[a.kind] - depth[b.kind])) {
    const version = await takenBack(sides, item, note);
    if (version === null) continue;
    const [outcome] = await saveChanges(sides.drafter, [
      { mutationId: randomUUID(), itemId: item.id, version, fields: {}, isArchived: true },
    ]);
    if (outcome?.ok) count += 1;
  }
  return count;
}

/** Brings an item back to its owner; the version it stands at then, or null when that could not be. */
async function takenBack({ drafter, reviewer }: Sides, item: PlanItem, note: string): Promise<number | null> {
  if (awaitsReview(item.status)) return stepped(drafter, 'withdraw', item);
  return isApproved(item.status) ? stepped(reviewer, 'reopen', item, note) : item.version;
}

async function stepped(actor: Actor, step: Step, { id, version }: PlanItem, note?: string) {
  const [outcome] = await takeStep(actor, {
    ...{ step, items: [{ mutationId: randomUUID(), itemId: id, version }] },
    ...(note === undefined ? {} : { note }),
  });
  return versionOf(outcome);
}

const versionOf = (outcome: Outcome | undefined) => (outcome?.ok ? outcome.version : null);
