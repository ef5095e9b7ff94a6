import 'server-only';
import { cache } from 'react';
import type { Actor, Frame } from '@/lib/access/policy';
import { actingToday, inForceToday, today } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { departmentLabel } from '../department-label';
import { currentStage, isLocked } from '../workflow';

export type DimensionView = {
  id: string;
  code: string;
  slug: string;
  name: string;
  colour: string;
  icon: string;
  coordinatorId: string | null;
  decree: string | null;
};
export type DepartmentView = {
  id: string;
  code: string;
  name: string;
  kind: string;
  /** It ended before today: nothing new is given to it. */
  isEnded?: boolean;
  /** What took its place. */
  successorIds?: string[];
};
export type SubdimensionView = { id: string; dimensionId: string; code: string; name: string };
export type StageView = { name: string; deadline: string | null; state: string };

/** What stands around the items: region, plan, dimensions, departments, the stage of now. */
export type PlanFrame = Frame & {
  region: { name: string; contact: string; headTitle: string; isDemo: boolean; revision: number };
  plan: {
    id: string;
    name: string;
    baselineYear: number;
    years: number[];
    phase: 'drafting' | 'ratified';
    revision: number;
    headHash: string;
    hasReference: boolean;
  };
  dimensions: DimensionView[];
  subdimensions: SubdimensionView[];
  departments: DepartmentView[];
  secondApprovers: string[];
  stage: StageView | null;
  isLocked: boolean;
  coordinatedBy: Record<string, string | null>;
  /** In demo data nobody has named coordinators and approvers yet; where they are shown this stands beside. */
  exampleMark: string;
  departmentCode: (id: string) => string;
  dimensionName: (id: string) => string;
};

/** The current plan of the actor's region with its surroundings; read once per page. */
export const getFrame = cache(async (actor: Actor): Promise<PlanFrame> => {
  const source = database(actor.regionId);
  const { regionId } = actor;
  const plan = await source.plan.findFirstOrThrow({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    include: {
      region: {
        select: {
          ...{ name: true, contact: true, headTitle: true, isDemo: true, revision: true },
          references: { where: inForceToday(), select: { id: true }, take: 1 },
        },
      },
      dimensions: {
        orderBy: { position: 'asc' },
        include: {
          subdimensions: { orderBy: { position: 'asc' } },
          decree: { select: { number: true } },
        },
      },
      stages: { orderBy: { position: 'asc' } },
    },
  });
  const rows = await source.department.findMany({
    where: { regionId },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, name: true, kind: true, validTo: true, successorIds: true },
  });
  const departments = rows.map(({ validTo, ...department }) => ({
    ...{ ...department, isEnded: validTo !== null && validTo < today() },
  }));
  const second = await source.membership.findMany({
    where: { regionId, role: 'secondApprover', user: { disabledAt: null }, ...actingToday() },
    select: { department: { select: { code: true } } },
  });
  const stage = currentStage(plan.stages);
  const coordinatedBy = Object.fromEntries(
    plan.dimensions.map(({ id, coordinatorId }) => [id, coordinatorId]),
  );
  const codes = new Map(departments.map(department => [department.id, departmentLabel(department)]));
  const names = new Map(plan.dimensions.map(({ id, name }) => [id, name]));
  const { id, name, baselineYear, years, phase, revision, headHash } = plan;
  const { references, ...region } = plan.region;
  const hasReference = references.length > 0;
  return {
    region,
    plan: { id, name, baselineYear, years, phase, revision, headHash, hasReference },
    dimensions: plan.dimensions.map(dimension => ({
      id: dimension.id,
      code: dimension.code,
      slug: dimension.code.toLowerCase(),
      name: dimension.name,
      colour: dimension.colour,
      icon: dimension.icon,
      coordinatorId: dimension.coordinatorId,
      decree: dimension.decree?.number ?? null,
    })),
    subdimensions: plan.dimensions.flatMap(dimension =>
      dimension.subdimensions.map(({ id, dimensionId, code, name }) => ({ id, dimensionId, code, name })),
    ),
    departments,
    secondApprovers: [...new Set(second.flatMap(({ department }) => department?.code ?? []))],
    stage: stage && { name: stage.name, deadline: stage.deadline?.toISOString() ?? null, state: stage.state },
    isLocked: isLocked(plan, stage),
    draftsVisible: plan.draftsVisible,
    selfReview: plan.selfReview,
    coordinatedBy,
    coordinatorOf: dimensionId => coordinatedBy[dimensionId] ?? null,
    exampleMark: region.isDemo ? ' (contoh)' : '',
    departmentCode: departmentId => codes.get(departmentId) ?? '',
    dimensionName: dimensionId => names.get(dimensionId) ?? '',
  };
});
