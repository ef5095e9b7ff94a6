import 'server-only';
import { type Actor, actsForDimension, approvesSecond, can, leads } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import type { ToldDeed } from '../story';
import { postWords } from '../words';
import { listHistory } from './history';

type Holder = { userId: string; name: string; words: string; decree: string | null };

/** Who reviews what: the coordinator of each dimension with its delegates, and the second approvers. */
export type CoordinatorsView = {
  dimensions: {
    id: string;
    code: string;
    name: string;
    colour: string;
    icon: string;
    coordinatorId: string;
    decreeId: string;
    /** Heads and delegates who act for it today. */
    people: Holder[];
  }[];
  secondApprovers: Holder[];
  history: ToldDeed[];
};

const held = {
  ...{ userId: true, role: true, tenure: true, departmentId: true, dimensionId: true },
  user: { select: { name: true } },
  department: { select: { code: true, name: true, kind: true } },
  dimension: { select: { name: true } },
  decree: { select: { number: true } },
} as const;

/** The coordinators of the current plan; null for who may not manage people. */
export async function getCoordinators(actor: Actor): Promise<CoordinatorsView | null> {
  if (!can.managePeople(actor)) return null;
  const { regionId } = actor;
  const db = database(regionId);
  const plan = await db.plan.findFirst({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: { dimensions: { orderBy: { position: 'asc' } } },
  });
  const memberships = await db.membership.findMany({
    where: { regionId, user: { disabledAt: null }, ...heldToday() },
    orderBy: { id: 'asc' },
    select: held,
  });
  const dimensions = plan?.dimensions ?? [];
  const holder = (row: (typeof memberships)[number]): Holder => ({
    ...{ userId: row.userId, name: row.user.name, words: postWords(row), decree: row.decree?.number ?? null },
  });
  const heads = memberships.filter(({ role }) => leads(role));
  const delegates = memberships.filter(({ role }) => actsForDimension(role));
  return {
    dimensions: dimensions.map(({ id, code, name, colour, icon, coordinatorId, decreeId }) => ({
      ...{ id, code, name, colour, icon, coordinatorId: coordinatorId ?? '', decreeId: decreeId ?? '' },
      people: [
        ...heads.filter(({ departmentId }) => departmentId !== null && departmentId === coordinatorId),
        ...delegates.filter(row => row.dimensionId === id && row.departmentId === coordinatorId),
      ].map(holder),
    })),
    secondApprovers: memberships.filter(({ role }) => approvesSecond(role)).map(holder),
    history: await listHistory(
      actor,
      dimensions.map(({ id }) => ({ type: 'dimension', id })),
      new Map(dimensions.map(({ id, name }) => [id, name])),
    ),
  };
}
