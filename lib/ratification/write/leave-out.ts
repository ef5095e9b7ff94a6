import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { tooLong } from '@/lib/people/names';
import type { PlanItem } from '@/lib/plan/item';
import { textOf } from '@/lib/plan/kinds/kind';
import { changedMessage, missingMessage, ratifiedMessage } from '@/lib/plan/outcome';
import { difference } from '@/lib/plan/paths';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { isRatified } from '@/lib/plan/workflow';
import { changeItem } from '@/lib/plan/write/change-item';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { denied } from '../answer';
import type { LeaveOutForm, TakeInForm } from '../schema';
import { stopped } from './ground';

/** Leaves an item out of what the act will make a plan, with all that hangs below it; its words stay as they are. */
export async function leaveOut(actor: Actor, form: LeaveOutForm): Promise<Deed> {
  if (!can.prepareRatification(actor)) return denied();
  const reason = form.reason.trim();
  if (form.itemId === '') return refuse('invalid', 'Pilih isian yang dikeluarkan.', 'item');
  if (reason === '') return refuse('invalid', 'Tulis alasannya. Alasan ini tampil pada isian.', 'reason');
  const long = tooLong(reason, 'reason', 'alasan', 500);
  if (long) return refuse('invalid', long.message, long.field);
  return onBranch(actor, form, (item, below) => {
    if (item.leftOutReason !== null) return refuse('invalid', 'Isian ini sudah dikeluarkan.');
    const branch = [item, ...below.filter(({ leftOutReason }) => leftOutReason === null)];
    return { action: 'leaveOut', branch, reason, says: 'dikeluarkan dari rencana' };
  });
}

/** Takes an item in again, with what was left out together with it. */
export async function takeIn(actor: Actor, form: TakeInForm): Promise<Deed> {
  if (!can.prepareRatification(actor)) return denied();
  return onBranch(actor, form, (item, below, parent) => {
    if (item.leftOutReason === null) return refuse('invalid', 'Isian ini tidak sedang dikeluarkan.');
    if (parent?.leftOutReason)
      return refuse('invalid', 'Induknya masih dikeluarkan. Masukkan kembali induknya dulu.');
    const branch = [item, ...below.filter(({ leftOutReason }) => leftOutReason === item.leftOutReason)];
    return { action: 'takeIn', branch, reason: null, says: 'dimasukkan kembali ke rencana' };
  });
}

type Decision = {
  action: 'leaveOut' | 'takeIn';
  branch: PlanItem[];
  reason: string | null;
  /** As in "2 isian …". */
  says: string;
};
type Decide = (item: PlanItem, below: PlanItem[], parent: PlanItem | undefined) => Decision | Deed;

/** One event an item, all of them or none; whoever decides has seen the item as it stands. */
async function onBranch(
  actor: Actor,
  { mutationId, itemId, version }: TakeInForm,
  decide: Decide,
): Promise<Deed> {
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await stopped(tx, actor, mutationId, 'prepare');
    if (stop) return stop;
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const all = await listItemRows(actor, tx, { planId: plan.id });
    const item = all.find(({ id }) => id === itemId);
    if (!item) return refuse('missing', missingMessage);
    if (item.version !== version)
      return { ok: false, reason: 'conflict', field: 'item', message: changedMessage };
    const parent = all.find(({ id }) => id === item.parentId);
    const decision = decide(item, branchBelow(all, itemId), parent);
    if ('ok' in decision) return decision;
    for (const [index, one] of decision.branch.entries())
      await write(tx, actor, plan, one, decision, index === 0 ? mutationId : randomUUID());
    const title = textOf(item.fields, 'title');
    const more = decision.branch.length - 1;
    const others = more > 0 ? ` Begitu juga ${more} isian di bawahnya.` : '';
    return { ok: true, message: `“${title}” ${decision.says}.${others}` };
  });
}

function branchBelow(all: readonly PlanItem[], id: string): PlanItem[] {
  const children = all.filter(({ parentId }) => parentId === id);
  return children.flatMap(child => [child, ...branchBelow(all, child.id)]);
}

async function write(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  item: PlanItem,
  { action, reason }: Decision,
  mutationId: string,
): Promise<void> {
  const { leftOutReason } = item;
  const after = { leftOutReason: reason };
  const written = await changeItem(tx, actor, plan, item, {
    ...{ action, mutationId, note: reason, fields: {}, trunk: after },
    changes: difference({ leftOutReason }, after),
  });
  if (!written) throw new Error('an item changed although its plan was taken');
}
