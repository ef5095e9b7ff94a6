import 'server-only';
import { type Actor, actsForDepartment } from '@/lib/access/policy';
import { heldToday, today } from '@/lib/access/tenure';
import type { Source } from '@/lib/database/client';
import type { Role, Tenure } from '@/lib/database/generated/enums';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { isRatified } from '@/lib/plan/workflow';
import type { Held, Post } from '../succession';

/** A department of the region, whether it is still there. */
export type Place = { id: string; code: string; name: string; kind: string; isEnded: boolean };

export type WorldItem = Held & {
  kind: ItemKind;
  code: string | null;
  title: string | null;
  dimensionId: string | null;
  isArchived: boolean;
};

/** A role that acts for a department, as its row says it. */
export type WorldPost = Post & {
  userId: string;
  name: string;
  role: Role;
  tenure: Tenure;
  dimensionId: string | null;
  dimension: { name: string } | null;
  validTo: Date | null;
};

/** All that a succession of departments touches, as it stands now. */
export type World = {
  departments: Place[];
  dimensions: { id: string; code: string; name: string; colour: string; coordinatorId: string | null }[];
  /** Everything of the current plan, what was put away included, in the order of the tree. */
  items: WorldItem[];
  posts: WorldPost[];
  isRatified: boolean;
};

/** Departments, the current plan and the roles of today. The caller has asked whether this person may see them. */
export async function readWorld({ regionId }: Actor, source: Source): Promise<World> {
  const rows = await source.department.findMany({
    where: { regionId },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, name: true, kind: true, validTo: true },
  });
  const plan = await source.plan.findFirstOrThrow({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    select: {
      ...{ id: true, phase: true },
      dimensions: {
        orderBy: { position: 'asc' },
        select: { id: true, code: true, name: true, colour: true, coordinatorId: true },
      },
    },
  });
  const items = await source.item.findMany({
    where: { regionId, planId: plan.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, kind: true, code: true, title: true, parentId: true, dimensionId: true },
      ...{ departmentId: true, archivedAt: true, supporters: { select: { departmentId: true } } },
    },
  });
  const posts = await source.membership.findMany({
    where: { regionId, departmentId: { not: null }, user: { disabledAt: null }, ...heldToday() },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, userId: true, role: true, tenure: true, departmentId: true, dimensionId: true },
      ...{ validTo: true, user: { select: { name: true } }, dimension: { select: { name: true } } },
    },
  });
  return {
    departments: rows.map(({ validTo, ...row }) => ({
      ...{ ...row, isEnded: validTo !== null && validTo < today() },
    })),
    dimensions: plan.dimensions,
    items: items.map(({ archivedAt, supporters, ...item }) => ({
      ...{ ...item, isArchived: archivedAt !== null },
      supporterIds: supporters.map(({ departmentId }) => departmentId),
    })),
    posts: posts.flatMap(({ departmentId, user, ...post }) =>
      departmentId !== null && actsForDepartment(post.role)
        ? [{ ...post, departmentId, name: user.name }]
        : [],
    ),
    isRatified: isRatified(plan),
  };
}
