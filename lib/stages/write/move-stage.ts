import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { changedEntry } from '@/lib/people/logged';
import { settled } from '@/lib/people/write/ground';
import { append, type Entry } from '@/lib/plan/log/append';
import { ratifiedMessage } from '@/lib/plan/outcome';
import { currentStage, isRatified } from '@/lib/plan/workflow';
import { storeVersion } from '@/lib/plan/write/name-version';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { denied, missing, told } from '../answer';
import { stageMoves, stageStates, stageVersionName } from '../moves';
import type { StageMoveForm } from '../schema';

/**
 * Opens, closes or locks a stage. One that ends leaves a named version in the same transaction: the plan is held
 * meanwhile, so whatever was saved before is in the version and nothing after it is.
 * @param form.was the state that the page showed; who comes second sees what stands now
 */
export async function moveStage(actor: Actor, { mutationId, id, was, to }: StageMoveForm): Promise<Deed> {
  if (!can.keepStages(actor)) return denied();
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const stages = await tx.stage.findMany({
      where: { regionId, planId: plan.id },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, state: true, snapshotId: true },
    });
    const stage = stages.find(one => one.id === id);
    if (!stage) return missing();
    const { name, state, snapshotId } = stage;
    if (state === to) return { ok: true, message: `${name} sudah ${inWords(to)}.` };
    if (state !== was) {
      const message = `${name} baru saja ${inWords(state)} orang lain. Periksa, lalu putuskan lagi.`;
      return { ok: false, reason: 'conflict', field: 'to', message };
    }
    const current = currentStage(stages);
    if (to === 'locked' && current?.id !== id) {
      const message = `Hanya tahap sekarang yang dapat dikunci, yaitu ${current?.name}.`;
      return refuse('invalid', message);
    }
    const version = state === 'open' ? await freeze(tx, actor, plan, name) : null;
    const after = { state: to, snapshotId: to === 'open' ? null : (version?.subject.id ?? snapshotId) };
    await tx.stage.update({ where: { regionId_id: { regionId, id } }, data: after });
    const change = { before: { state, snapshotId }, after };
    await append(tx, actor, plan.head, [
      ...(version ? [version] : []),
      changedEntry('stage', id, stageMoves[to].action, change, mutationId),
    ]);
    return { ok: true, message: `${name} sudah ${inWords(to)}.` };
  });
}

const inWords = (state: StageMoveForm['to']) => stageStates[state].toLowerCase();

async function freeze(tx: Transaction, actor: Actor, plan: TakenPlan, stage: string): Promise<Entry> {
  const where = { regionId: actor.regionId, planId: plan.id };
  const names = await tx.snapshot.findMany({ where, select: { name: true } });
  const name = stageVersionName(stage, candidate => names.some(taken => taken.name === candidate));
  return storeVersion(tx, actor, plan, { id: randomUUID(), name, mutationId: randomUUID() });
}
