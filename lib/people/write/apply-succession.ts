import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import { heldOn } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { append, type Entry } from '@/lib/plan/log/append';
import { succeedItem } from '@/lib/plan/write/succeed-item';
import { withPlan } from '@/lib/plan/write/take-plan';
import { decreeLabel } from '../decree-words';
import { type Deed, denied, refuse } from '../deed';
import { changedEntry, madeEntry } from '../logged';
import { readWorld, type World } from '../read/succession-world';
import { type Draft, draftOf, end, heirFor, holdersAfter, postAfter, stay } from '../succession';
import { obstaclesOf, touchedItems } from '../succession-state';
import { settled } from './ground';
import { withRegion } from './take-region';

const dayMs = 24 * 60 * 60 * 1000;
/** Well within what a browser waits for an answer; what is left follows when it is asked for again. */
const patienceMs = 8_000;

type Ground = { draft: Draft; day: Date; decreeId: string; basis: string };

/**
 * Lets the old departments end and gives what they held to their successors: first departments and roles, at once;
 * then the coordinators; then item by item, each with its own event. Asked for again, it goes on where it stopped.
 */
export async function applySuccession(actor: Actor, form: { mutationId: string; id: string }): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const ground = await endDepartments(actor, form);
  if ('ok' in ground) return ground;
  const itemIds = await passOnDimensions(actor, ground);
  const since = Date.now();
  const counts = { done: 0, undecided: 0, waiting: 0 };
  for (const itemId of itemIds) {
    if (Date.now() - since > patienceMs) {
      counts.waiting += 1;
      continue;
    }
    const became = await succeedItem(actor, itemId, item => holdersAfter(ground.draft, item), ground.basis);
    if (became === 'done') counts.done += 1;
    else if (became !== 'same') counts.undecided += 1;
  }
  return { ok: true, message: saysWhat(counts), id: form.id };
}

function saysWhat({
  done,
  undecided,
  waiting,
}: {
  done: number;
  undecided: number;
  waiting: number;
}): string {
  const left = [
    ...(waiting > 0 ? [`${waiting} isian lagi menunggu; lanjutkan.`] : []),
    ...(undecided > 0 ? [`${undecided} isian belum punya penerus.`] : []),
  ];
  return [`${done} isian sudah beralih.`, ...left].join(' ');
}

/** Ends the old departments and begins the new ones, in one transaction of the region; only once. */
async function endDepartments(
  actor: Actor,
  { mutationId, id }: { mutationId: string; id: string },
): Promise<Ground | Deed> {
  const { regionId } = actor;
  return withRegion(actor, async (tx, head): Promise<Ground | Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop && !stop.ok) return stop;
    const where = { regionId_id: { regionId, id } };
    const stored = await tx.succession.findUnique({ where, include: { decree: true } });
    if (!stored?.startedAt) return refuse('missing', 'Penataan OPD ini tidak ditemukan. Muat ulang halaman.');
    const region = await tx.region.findUniqueOrThrow({
      where: { id: regionId },
      select: { headTitle: true },
    });
    const draft = draftOf(stored.draft);
    const world = await readWorld(actor, tx);
    const [obstacle] = stored.appliedAt ? [] : obstaclesOf(stored, draft, world);
    if (obstacle) return refuse('invalid', obstacle.says);
    const { decree, day } = stored;
    if (!decree || !day) throw new Error('a succession without its decree');
    const ground = { draft, day, decreeId: decree.id, basis: decreeLabel(decree, region.headTitle) };
    if (stored.appliedAt) return ground;
    const entries = [
      ...(await foundDepartments(tx, actor, ground)),
      ...(await movePeople(tx, actor, ground, world)),
      ...(await closeDepartments(tx, actor, ground)),
    ].map((entry, index) => (index === 0 ? { ...entry, mutationId } : entry));
    await append(tx, actor, head, entries);
    await tx.succession.update({ where, data: { appliedAt: new Date() } });
    return ground;
  });
}

async function foundDepartments(
  tx: Transaction,
  { regionId }: Actor,
  { draft, day }: Ground,
): Promise<Entry[]> {
  const last = await tx.department.aggregate({ where: { regionId }, _max: { position: true } });
  const first = (last._max.position ?? -1) + 1;
  const rows = Object.entries(draft.founded).map(([id, founded], index) => ({
    ...{ id, ...founded, position: first + index, validFrom: day },
  }));
  await tx.department.createMany({ data: rows.map(row => ({ regionId, ...row })) });
  return rows.map(row => madeEntry('department', row));
}

async function movePeople(
  tx: Transaction,
  { regionId }: Actor,
  { draft, day, decreeId }: Ground,
  { posts }: World,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const post of posts.filter(({ departmentId }) => Object.hasOwn(draft.heirs, departmentId))) {
    const { to } = postAfter(draft, post);
    if (to === stay) continue;
    if (to === end) {
      const after = { validTo: new Date(day.getTime() - dayMs) };
      await tx.membership.update({ where: { regionId_id: { regionId, id: post.id } }, data: after });
      entries.push(changedEntry('membership', post.id, 'end', { before: { validTo: post.validTo }, after }));
      continue;
    }
    const { userId, role, tenure, dimensionId, validTo } = post;
    const held = { userId, role, dimensionId, departmentId: to };
    if ((await tx.membership.count({ where: { regionId, ...held, ...heldOn(day) } })) > 0) continue;
    const row = { id: randomUUID() as string, ...held, tenure, validFrom: day, validTo, decreeId };
    await tx.membership.create({ data: { regionId, ...row } });
    entries.push(madeEntry('membership', row));
  }
  return entries;
}

async function closeDepartments(
  tx: Transaction,
  { regionId }: Actor,
  { draft, day, decreeId }: Ground,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const [id, successorIds] of Object.entries(draft.heirs)) {
    const where = { regionId_id: { regionId, id } };
    const before = await tx.department.findUniqueOrThrow({
      where,
      select: { validTo: true, successorIds: true, decreeId: true },
    });
    const after = { validTo: new Date(day.getTime() - dayMs), successorIds, decreeId };
    await tx.department.update({ where, data: after });
    entries.push(changedEntry('department', id, 'succeed', { before, after }));
  }
  return entries;
}

/**
 * Gives dimensions to the successors of their coordinators. Whoever began an item for an old department meanwhile has
 * written it by then, so the items that are to follow are all there.
 */
async function passOnDimensions(actor: Actor, { draft, decreeId }: Ground): Promise<string[]> {
  const { regionId } = actor;
  return withPlan(actor, async (tx, plan) => {
    const world = await readWorld(actor, tx);
    const dimensions = await tx.dimension.findMany({
      where: { regionId, planId: plan.id, coordinatorId: { in: Object.keys(draft.heirs) } },
      orderBy: { position: 'asc' },
      select: { id: true, code: true, coordinatorId: true, decreeId: true },
    });
    const entries: Entry[] = [];
    for (const { id, code, ...before } of world.isRatified ? [] : dimensions) {
      const coordinatorId = heirFor(draft, before.coordinatorId ?? '', 'coordinators', code);
      if (coordinatorId === null) continue;
      const after = { coordinatorId, decreeId };
      await tx.dimension.update({ where: { regionId_id: { regionId, id } }, data: after });
      entries.push(changedEntry('dimension', id, 'succeed', { before, after }));
    }
    if (entries.length > 0) await append(tx, actor, plan.head, entries);
    return touchedItems(draft, world).map(({ id }) => id);
  });
}
