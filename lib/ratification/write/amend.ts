import 'server-only';
import { randomUUID } from 'node:crypto';
import { forgetRegion } from '@/lib/access/known';
import { type Actor, can } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { type Deed, refuse } from '@/lib/people/deed';
import { changedEntry, madeEntry } from '@/lib/people/logged';
import { tooLong } from '@/lib/people/names';
import { takeRegion } from '@/lib/people/write/take-region';
import { amendedName, amendmentName } from '@/lib/plan/act';
import { append, type Entry } from '@/lib/plan/log/append';
import { isRatified } from '@/lib/plan/workflow';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { denied } from '../answer';
import { carriedKey } from '../carry';
import type { AmendForm } from '../schema';
import { carryItems } from './carry-items';
import { carrySuggestions } from './carry-suggestions';
import { stopped } from './ground';

/**
 * Begins *Perubahan ke-n*: a new plan with everything of the ratified one, which stays as the act left it. One
 * transaction; the new plan's log begins with the whole of it, so that it needs nothing of the old.
 */
export async function amend(actor: Actor, form: AmendForm): Promise<Deed> {
  if (!can.prepareRatification(actor)) return denied();
  const { regionId } = actor;
  const { mutationId } = form;
  const [number, reason] = [form.number.trim(), form.reason.trim()];
  if (reason === '') return refuse('invalid', 'Tulis alasan perubahan rencana.', 'reason');
  const long =
    tooLong(number, 'number', 'nomor surat atau nota', 120) ??
    tooLong(reason, 'reason', 'alasan perubahan', 1000);
  if (long) return refuse('invalid', long.message, long.field);
  const deed = await withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await stopped(tx, actor, mutationId, 'prepare');
    if (stop) return stop;
    const stored = await tx.plan.findUniqueOrThrow({ where: { regionId_id: { regionId, id: plan.id } } });
    // Whoever waited for the old plan's turn holds it still, though it is the current one no more.
    const isPast = await tx.plan.count({ where: { regionId, ordinal: { gt: stored.ordinal } } });
    if (isPast > 0 || plan.id !== form.planId)
      return refuse('missing', 'Perubahan rencana sudah dimulai. Muat ulang halaman.');
    if (!isRatified(plan))
      return refuse('invalid', 'Rencana ini belum ditetapkan. Ubah saja langsung isiannya.');
    const ordinal = stored.ordinal + 1;
    const id = await freeKey(tx, actor, `p${ordinal}`);
    const row = {
      ...{ id, ordinal, name: amendedName(stored.name, ordinal), phase: 'drafting' as const },
      ...{ baselineYear: stored.baselineYear, years: stored.years },
      ...{ draftsVisible: stored.draftsVisible, selfReview: stored.selfReview },
      ipmExplanation: stored.ipmExplanation,
      ...{ amendsId: plan.id, amendmentNumber: number || null, amendmentReason: reason },
    };
    await tx.plan.create({ data: { regionId, ...row } });
    const keys = new Map<string, string>();
    const entries = [
      madeEntry('plan', row, { action: 'amend', mutationId }),
      ...(await carryStructure(tx, actor, plan, { id, keys })),
      ...(await carryItems(tx, actor, plan, { carry: { planId: id, keyOf: key => keys.get(key) }, keys })),
      ...(await carryVerdicts(tx, actor, plan, { id, keys })),
      ...(await carrySuggestions(tx, actor, plan, { id, keys })),
    ];
    await append(tx, actor, { kind: 'plan', id, revision: 0, headHash: '' }, entries);
    await moveDelegates(tx, actor, keys);
    return { ok: true, message: `${amendmentName(ordinal)} sudah dimulai.`, id };
  });
  forgetRegion(regionId);
  return deed;
}

async function freeKey(tx: Transaction, { regionId }: Actor, wanted: string): Promise<string> {
  return (await tx.plan.count({ where: { regionId, id: wanted } })) > 0 ? randomUUID() : wanted;
}

type Target = { id: string; keys: Map<string, string> };

/** Dimensions, subdimensions and stages; the stages begin open, without deadline. */
async function carryStructure(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { id: planId, keys }: Target,
): Promise<Entry[]> {
  const where = { regionId, planId: plan.id };
  const orderBy = { position: 'asc' as const };
  const [old, oldSub, oldStages] = [
    await tx.dimension.findMany({ where, orderBy }),
    await tx.subdimension.findMany({ where, orderBy }),
    await tx.stage.findMany({ where, orderBy, select: { id: true, name: true, position: true } }),
  ];
  for (const { id } of [...old, ...oldSub]) keys.set(id, carriedKey(id, plan.id, planId));
  const keyOf = (id: string) => keys.get(id) ?? '';
  const dimensions = old.map(({ regionId: _, ...row }) => ({ ...row, id: keyOf(row.id), planId }));
  const subdimensions = oldSub.map(({ regionId: _, ...row }) => ({
    ...{ ...row, id: keyOf(row.id), planId },
    dimensionId: keyOf(row.dimensionId),
  }));
  const stages = oldStages.map(({ id, name, position }) => ({
    ...{ id: carriedKey(id, plan.id, planId), planId, name, position },
    ...{ state: 'open' as const, deadline: null },
  }));
  const here = <Row extends object>(rows: readonly Row[]) => rows.map(row => ({ regionId, ...row }));
  await tx.dimension.createMany({ data: here(dimensions) });
  await tx.subdimension.createMany({ data: here(subdimensions) });
  await tx.stage.createMany({ data: here(stages) });
  return [
    ...dimensions.map(row => madeEntry('dimension', row)),
    ...subdimensions.map(row => madeEntry('subdimension', row)),
    ...stages.map(row => madeEntry('stage', row)),
  ];
}

/** What was decided on indicators that look alike holds on, where all of them are in the amendment. */
async function carryVerdicts(
  tx: Transaction,
  { regionId }: Actor,
  plan: TakenPlan,
  { id: planId, keys }: Target,
): Promise<Entry[]> {
  const standing = await tx.verdict.findMany({ where: { regionId, planId: plan.id, endedAt: null } });
  const verdicts = standing.flatMap(({ regionId: _, itemIds, ...row }) => {
    const carried = itemIds.flatMap(id => keys.get(id) ?? []);
    return carried.length === itemIds.length
      ? [{ ...row, id: randomUUID() as string, planId, itemIds: carried }]
      : [];
  });
  await tx.verdict.createMany({ data: verdicts.map(row => ({ regionId, ...row })) });
  return verdicts.map(row => madeEntry('verdict', row, { action: 'carry' }));
}

/** Whoever acts for a dimension today, or will, acts for the same one of the amendment. */
async function moveDelegates(
  tx: Transaction,
  actor: Actor,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const { regionId } = actor;
  const delegates = await tx.membership.findMany({
    where: {
      ...{ regionId, dimensionId: { in: [...keys.keys()] } },
      OR: [{ validTo: null }, { validTo: { gte: today() } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, dimensionId: true },
  });
  if (delegates.length === 0) return;
  const head = await takeRegion(tx, actor);
  const entries: Entry[] = [];
  for (const { id, dimensionId } of delegates) {
    const after = { dimensionId: keys.get(dimensionId ?? '') ?? null };
    await tx.membership.update({ where: { regionId_id: { regionId, id } }, data: after });
    entries.push(changedEntry('membership', id, 'follow', { before: { dimensionId }, after }));
  }
  await append(tx, actor, head, entries);
}
