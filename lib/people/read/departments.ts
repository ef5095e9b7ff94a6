import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import { kindLabels } from '../kinds';
import type { ToldDeed } from '../story';
import { dayText, postWords, whenOf } from '../words';
import { listHistory } from './history';

/** One department in the list, with how much hangs on it. */
export type DepartmentRow = {
  id: string;
  code: string;
  name: string;
  kind: string;
  from: string | null;
  to: string | null;
  when: 'now' | 'past' | 'ahead';
  people: number;
  items: number;
};

const columns = { id: true, code: true, name: true, kind: true, validFrom: true, validTo: true } as const;

/** Every department of the region in its order; nothing for who may not manage people. */
export async function listDepartments(actor: Actor): Promise<DepartmentRow[]> {
  if (!can.managePeople(actor)) return [];
  const { regionId } = actor;
  const rows = await database(regionId).department.findMany({
    where: { regionId },
    orderBy: { position: 'asc' },
    select: {
      ...columns,
      _count: {
        select: {
          items: { where: { archivedAt: null } },
          memberships: { where: { user: { disabledAt: null }, ...heldToday() } },
        },
      },
    },
  });
  return rows.map(({ validFrom, validTo, kind, _count, ...row }) => ({
    ...{ ...row, kind: kindLabels[kind] ?? kind, when: whenOf(validFrom, validTo) },
    ...{ from: dayText(validFrom), to: dayText(validTo), people: _count.memberships, items: _count.items },
  }));
}

/** One department with who works for it, what it coordinates and its history. */
export type DepartmentView = {
  id: string;
  code: string;
  name: string;
  kind: string;
  from: string | null;
  to: string | null;
  /** What took its place, and by which decree. */
  successors: string[];
  decree: string | null;
  items: number;
  coordinates: string[];
  people: { userId: string; name: string; words: string }[];
  history: ToldDeed[];
};

/** One department; null when there is none, or who asks may not see it. */
export async function getDepartment(actor: Actor, id: string): Promise<DepartmentView | null> {
  if (!can.managePeople(actor)) return null;
  const { regionId } = actor;
  const found = await database(regionId).department.findUnique({
    where: { regionId_id: { regionId, id } },
    select: {
      ...{ ...columns, successorIds: true, decree: { select: { number: true } } },
      coordinates: { orderBy: { position: 'asc' }, select: { name: true } },
      memberships: {
        orderBy: { id: 'asc' },
        select: {
          ...{ id: true, role: true, tenure: true, userId: true, validFrom: true, validTo: true },
          user: { select: { name: true, disabledAt: true } },
          dimension: { select: { name: true } },
        },
      },
      _count: { select: { items: { where: { archivedAt: null } } } },
    },
  });
  if (!found) return null;
  const { validFrom, validTo, coordinates, memberships, _count, successorIds, decree, ...row } = found;
  const successors = await database(regionId).department.findMany({
    where: { regionId, id: { in: successorIds } },
    orderBy: { position: 'asc' },
    select: { code: true, name: true, kind: true },
  });
  const words = new Map(memberships.map(held => [held.id, `${held.user.name}, ${postWords(held)}`]));
  const subjects = [
    { type: 'department', id },
    ...[...words.keys()].map(key => ({ type: 'membership', id: key })),
  ];
  return {
    ...{ ...row, from: dayText(validFrom), to: dayText(validTo), items: _count.items },
    ...{ successors: successors.map(departmentLabel), decree: decree?.number ?? null },
    coordinates: coordinates.map(({ name }) => name),
    people: memberships
      .filter(held => !held.user.disabledAt && whenOf(held.validFrom, held.validTo) === 'now')
      .map(held => ({ userId: held.userId, name: held.user.name, words: postWords(held) })),
    history: await listHistory(actor, subjects, words),
  };
}
