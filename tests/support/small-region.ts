import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { RegionFile } from '@/lib/people/region-file';
import { foundRegion } from '@/lib/people/write/found-region';
import { emptyCell, type Fields, type ItemKind } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import type { Change, StepRequest } from '@/lib/plan/schema';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { actorNamed } from '@/prisma/seed/people';

export const password = 'sandi-uji-rembug';
const definitive = { tenure: 'definitive' as const };

/** A region small enough to see through: two dimensions, four departments, everybody a role can be. */
export function smallRegion(code = '10.01', plan: Partial<RegionFile['plan']> = {}): RegionFile {
  const staff = ['A', 'B', 'C', 'D'].flatMap(department => [
    {
      username: department.toLowerCase(),
      name: `Kepala ${department}`,
      roles: [{ role: 'head' as const, department, ...definitive }],
    },
    {
      username: `${department.toLowerCase()}.operator`,
      name: `Operator ${department}`,
      roles: [{ role: 'operator' as const, department, ...definitive }],
    },
  ]);
  return {
    region: {
      code,
      name: `Kabupaten Uji ${code}`,
      province: 'Uji',
      headTitle: 'Bupati',
      contact: 'Sekretariat uji',
    },
    decrees: [{ kind: 'KEPUTUSAN_BUPATI', number: '1/2026' }],
    departments: ['A', 'B', 'C', 'D'].map(department => ({
      code: department,
      name: `Dinas ${department}`,
      kind: 'DEPARTMENT',
    })),
    plan: {
      name: 'Rencana uji',
      baselineYear: 2024,
      years: [2025, 2026],
      draftsVisible: false,
      selfReview: false,
      ...plan,
    },
    dimensions: [
      {
        code: 'X1',
        name: 'Dimensi X',
        colour: '#112233',
        icon: 'leaf',
        coordinator: 'A',
        decree: '1/2026',
        subdimensions: [{ code: 'X11', name: 'Sub X' }],
      },
      {
        code: 'Y1',
        name: 'Dimensi Y',
        colour: '#332211',
        icon: 'coins',
        coordinator: 'B',
        subdimensions: [{ code: 'Y11', name: 'Sub Y' }],
      },
    ],
    stages: [{ name: 'Bimtek I' }],
    accounts: [
      { username: 'sekretariat', name: 'Sekretariat', roles: [{ role: 'secretariat', ...definitive }] },
      {
        username: 'kedua',
        name: 'Penyetuju kedua',
        roles: [{ role: 'secondApprover', department: 'D', ...definitive }],
      },
      { username: 'dewan', name: 'Dewan', roles: [{ role: 'council', ...definitive }] },
      { username: 'pendamping', name: 'Pendamping', roles: [{ role: 'adviser', ...definitive }] },
      { username: 'bupati', name: 'Bupati', roles: [{ role: 'regent', ...definitive }] },
      {
        username: 'utusan',
        name: 'Utusan A',
        roles: [{ role: 'coordinator', department: 'A', dimension: 'X1', ...definitive }],
      },
      {
        username: 'mantan',
        name: 'Mantan kepala A',
        roles: [{ role: 'head', department: 'A', to: '2020-01-01', ...definitive }],
      },
      ...staff,
    ],
  };
}

export async function makeRegion(code?: string, plan?: Partial<RegionFile['plan']>) {
  const { regionId } = await foundRegion(smallRegion(code, plan), { password });
  return { regionId, as: (username: string): Promise<Actor> => actorNamed(regionId, username) };
}

/** Says that the plan was ratified, with an act, or takes that back; no event is written. */
export async function setPhase(regionId: string, phase: 'ratified' | 'drafting'): Promise<void> {
  const db = database(regionId);
  const { id } = await db.decree.findFirstOrThrow({ where: { regionId } });
  const decreeId = phase === 'ratified' ? id : null;
  await db.plan.updateMany({ where: { regionId }, data: { phase, decreeId } });
}

export const number = (low: string) => ({ ...emptyCell, low });

/** An indicator that nothing stops from being handed in. */
export const sound: Fields = {
  title: 'Cakupan layanan',
  // All of them are called the same.
  'reasons.similar': 'Indikator uji.',
  ...{ unit: '%', direction: 'up', accumulation: 'yearly', valueType: 'number', precision: 1 },
  ...{
    baselineYear: 2024,
    baseline: number('50'),
    'milestones.2025': number('55'),
    'milestones.2026': number('60'),
  },
};

type Begin = {
  kind: ItemKind;
  department: string;
  dimension?: string | null;
  parentId?: string | null;
  fields?: Fields;
};

export function begin({
  kind,
  department,
  dimension = 'p1-x1',
  parentId = null,
  fields = {},
}: Begin): Change {
  return {
    ...{ mutationId: randomUUID(), itemId: randomUUID(), version: 0 },
    create: { kind, parentId, dimensionId: dimension, departmentId: department, illustrative: false },
    fields: { title: `${kind} ${department}`, ...(kind === 'indicator' ? sound : {}), ...fields },
  };
}

export function edit(itemId: string, version: number, fields: Fields, parentId?: string): Change {
  return { mutationId: randomUUID(), itemId, version, fields, ...(parentId ? { place: { parentId } } : {}) };
}

/** The one outcome of one change; fails when there is none. */
export async function save(actor: Actor, change: Change): Promise<Outcome> {
  const [outcome] = await saveChanges(actor, [change]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

/** Saves a change that must be taken, and tells the item's id. */
export async function made(actor: Actor, change: Change): Promise<string> {
  const outcome = await save(actor, change);
  if (!outcome.ok) throw new Error(`not taken: ${outcome.message}`);
  return change.itemId;
}

export async function step(
  actor: Actor,
  step: StepRequest['step'],
  itemId: string,
  version: number,
  note?: string,
): Promise<Outcome> {
  const [outcome] = await takeStep(actor, {
    step,
    note,
    items: [{ mutationId: randomUUID(), itemId, version }],
  });
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

/** A goal, a target and an indicator in dimension X, all of department C. */
export async function smallTree(as: (username: string) => Promise<Actor>, department = 'c') {
  const actor = await as(`${department}.operator`);
  const goal = await made(actor, begin({ kind: 'goal', department }));
  const target = await made(actor, begin({ kind: 'target', department, parentId: goal }));
  const indicator = await made(actor, begin({ kind: 'indicator', department, parentId: target }));
  return { goal, target, indicator };
}
