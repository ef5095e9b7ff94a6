import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { type Deed, type Problem, refuse, wrong } from '@/lib/people/deed';
import { changedEntry, loggedValues, madeEntry } from '@/lib/people/logged';
import { nameProblem } from '@/lib/people/names';
import { mergeForm, type Newer, newerPaths } from '@/lib/people/newer';
import { settled } from '@/lib/people/write/ground';
import { append } from '@/lib/plan/log/append';
import { planStream } from '@/lib/plan/log/body';
import { ratifiedMessage } from '@/lib/plan/outcome';
import { isRatified } from '@/lib/plan/workflow';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { denied, missing, told } from '../answer';
import { readDeadline } from '../deadline';
import type { NewStageForm, StageForm } from '../schema';

type Read = { name: string; deadline: Date | null };

function readForm({ name: typed, day, hour }: NewStageForm): Read | { problem: Problem } {
  const name = typed.trim();
  const problem = nameProblem(name, 'name', 'nama tahap');
  if (problem) return { problem };
  const read = readDeadline(day, hour);
  return 'problem' in read ? read : { name, deadline: read.deadline };
}

async function nameTaken(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { name, ownId }: { name: string; ownId: string },
): Promise<Problem | null> {
  const where = {
    ...{ regionId, planId: plan.id, id: { not: ownId } },
    name: { equals: name, mode: 'insensitive' as const },
  };
  const isTaken = (await tx.stage.count({ where })) > 0;
  return isTaken ? { field: 'name', message: 'Nama tahap ini sudah dipakai. Pilih nama lain.' } : null;
}

/** Adds a stage after all others, open. */
export async function addStage(actor: Actor, form: NewStageForm): Promise<Deed> {
  if (!can.keepStages(actor)) return denied();
  const { regionId } = actor;
  const { mutationId } = form;
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const taken = await nameTaken(tx, actor, plan, { name: read.name, ownId: '' });
    if (taken) return wrong(taken);
    const last = await tx.stage.aggregate({ where: { regionId, planId: plan.id }, _max: { position: true } });
    const stage = {
      ...{ id: mutationId, planId: plan.id, ...read, state: 'open' as const },
      position: (last._max.position ?? -1) + 1,
    };
    await tx.stage.create({ data: { regionId, ...stage } });
    await append(tx, actor, plan.head, [madeEntry('stage', stage, { mutationId })]);
    return { ok: true, message: `Tahap ${read.name} sudah ditambahkan.`, id: mutationId };
  });
}

const labels: Record<string, string> = { name: 'nama', deadline: 'tenggat' };

/** Renames a stage or sets its deadline; what others wrote since the page was drawn is not written over. */
export async function changeStage(actor: Actor, form: StageForm): Promise<Deed> {
  if (!can.keepStages(actor)) return denied();
  const { regionId } = actor;
  const { mutationId, id, seen } = form;
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    if (isRatified(plan)) return refuse('invalid', ratifiedMessage);
    const stored = await tx.stage.findFirst({
      where: { regionId, planId: plan.id, id },
      select: { name: true, deadline: true },
    });
    if (!stored) return missing();
    const newer = await newerSince(tx, actor, plan, { id, seen });
    const merged = mergeForm(loggedValues(stored), loggedValues(read), newer);
    if ('clash' in merged) {
      const { path, by } = merged.clash;
      const message = `${by} baru saja mengubah ${labels[path]} tahap ini. Periksa yang baru, lalu simpan lagi.`;
      return { ok: false, reason: 'conflict', field: path === 'deadline' ? 'day' : path, message };
    }
    const changed = Object.keys(merged.values) as (keyof Read)[];
    if (changed.length === 0) return { ok: true, message: 'Tidak ada yang berubah.' };
    const after: Partial<Read> = Object.fromEntries(changed.map(path => [path, read[path]]));
    const taken = after.name ? await nameTaken(tx, actor, plan, { name: after.name, ownId: id }) : null;
    if (taken) return wrong(taken);
    await tx.stage.update({ where: { regionId_id: { regionId, id } }, data: after });
    const change = { before: stored, after };
    await append(tx, actor, plan.head, [changedEntry('stage', id, 'change', change, mutationId)]);
    return { ok: true, message: `Tahap ${after.name ?? stored.name} sudah disimpan.` };
  });
}

async function newerSince(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { id, seen }: { id: string; seen: number },
): Promise<Newer> {
  const events = await tx.event.findMany({
    where: {
      ...{ regionId, stream: planStream(plan.id), revision: { gt: seen } },
      ...{ subjectType: 'stage', subjectId: id },
    },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  return newerPaths(events);
}
