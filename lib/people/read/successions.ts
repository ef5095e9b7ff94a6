import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { decreeLabel } from '../decree-words';
import { draftOf } from '../succession';
import { countsOf, touchedItems } from '../succession-state';
import { dayText } from '../words';
import { readWorld } from './succession-world';

/** One succession in the list. */
export type SuccessionRow = {
  id: string;
  name: string;
  /** Where a proposal is known from. */
  source: string | null;
  /** A proposal, being prepared, or begun: the old departments have ended. */
  state: 'offered' | 'preparing' | 'begun';
  day: string | null;
  basis: string | null;
  old: number;
  heirs: number;
  splits: number;
  /** Items of the current plan that are still to follow. */
  left: number;
  /** Old department → successors, as short names. */
  lines: { from: string; to: string }[];
};

/** Successions of departments, the latest first; nothing for who may not manage people. A proposal that no longer fits is left out. */
export async function listSuccessions(actor: Actor, { region }: PlanFrame): Promise<SuccessionRow[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId } = actor;
  const db = database(regionId);
  const rows = await db.succession.findMany({
    where: { regionId },
    orderBy: [{ startedAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, source: true, day: true, draft: true, startedAt: true, appliedAt: true },
      decree: { select: { kind: true, number: true } },
    },
  });
  const world = await readWorld(actor, db);
  const open = new Set(world.departments.filter(({ isEnded }) => !isEnded).map(({ id }) => id));
  const names = new Map(world.departments.map(one => [one.id, departmentLabel(one)]));
  return rows.flatMap(({ draft: stored, startedAt, appliedAt, decree, day, ...row }) => {
    const draft = draftOf(stored);
    const { old, heirs, splits } = countsOf(draft, world);
    const nameOf = (id: string) => names.get(id) ?? draft.founded[id]?.code ?? id;
    const state = startedAt ? (appliedAt ? 'begun' : 'preparing') : 'offered';
    if (state === 'offered' && !Object.keys(draft.heirs).every(id => open.has(id))) return [];
    return {
      ...{ ...row, state, day: dayText(day), old, heirs, splits },
      basis: decree && decreeLabel(decree, region.headTitle),
      left: appliedAt ? touchedItems(draft, world).length : 0,
      lines: world.departments.flatMap(({ id }) => {
        const to = draft.heirs[id];
        return to ? [{ from: nameOf(id), to: to.map(nameOf).join(' dan ') }] : [];
      }),
    } as const;
  });
}
