import 'server-only';
import { cache } from 'react';
import type { Actor, Frame } from '@/lib/access/policy';
import { actingToday, inForceToday, today } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { standingOf } from '../act';
import { departmentLabel } from '../department-label';
import { closedStage, currentStage, isLocked } from '../workflow';

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
  region: {
    name: string;
    contact: string;
    headTitle: string;
    isDemo: boolean;
    revision: number;
    /** Whatever leaves it says so. */
    isPractice?: boolean;
  };
  plan: {
    id: string;
    name: string;
    baselineYear: number;
    years: number[];
    phase: 'drafting' | 'ratified';
    /** 1 for the first plan, n + 1 for *Perubahan ke-n*. */
    ordinal: number;
    /** "Ditetapkan dengan …"; null while it is a draft. */
    standing: string | null;
    revision: number;
    headHash: string;
    hasReference: boolean;
  };
  dimensions: DimensionView[];
  subdimensions: SubdimensionView[];
  departments: DepartmentView[];
  secondApprovers: string[];
  stage: StageView | null;
  /** The stage that was closed last; what is handed in from now on comes late for it. */
  closedStage: string | null;
  isLocked: boolean;
  coordinatedBy: Record<string, string | null>;
  /** In demo data nobody has named coordinators and approvers yet; where they are shown this stands beside. */
  exampleMark: string;
  departmentCode: (id: string) => string;
  dimensionName: (id: string) => string;
};

/** The current plan of the actor's region with its surroundings; read once per page. */
export const getFrame = cache(({ regionId }: Actor): Promise<PlanFrame> => readFrame(regionId));

type Watched = { readAt: number; frame: Promise<PlanFrame> };

const shared = globalThis as typeof globalThis & { rembugFrames?: Map<string, Watched> };
const freshMs = 250;

/**
 * The same for whoever watches: read once for all of them within a quarter of a second, so that what is made of the
 * plan at its revision serves them all too.
 * @param revision what the watcher has heard of; the frame is at least as new, as far as the plan has come
 *   (Infinity: read from now on)
 */
export async function getWatchedFrame({ regionId }: Actor, revision: number): Promise<PlanFrame> {
  shared.rembugFrames ??= new Map();
  const frames = shared.rembugFrames;
  const key = `${process.env.DATABASE_URL} ${regionId}`;
  const known = frames.get(key);
  if (known && performance.now() - known.readAt < freshMs) {
    const frame = await known.frame;
    if (frame.plan.revision >= revision) return frame;
    // Somebody else may have read it anew meanwhile, after what this one has heard.
    const newer = frames.get(key);
    if (newer && newer !== known) return newer.frame;
  }
  const read = { readAt: performance.now(), frame: readFrame(regionId) };
  frames.set(key, read);
  read.frame.catch(() => frames.get(key) === read && frames.delete(key));
  return read.frame;
}

async function readFrame(regionId: string): Promise<PlanFrame> {
  const source = database(regionId);
  const plan = await source.plan.findFirstOrThrow({
    where: { regionId },
    orderBy: { ordinal: 'desc' },
    include: {
      region: {
        select: {
          ...{ name: true, contact: true, headTitle: true, isDemo: true, revision: true, practiceOfId: true },
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
      decree: { select: { kind: true, number: true, date: true } },
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
  const { id, name, baselineYear, years, phase, ordinal, revision, headHash } = plan;
  const date = plan.decree?.date?.toISOString().slice(0, 10) ?? null;
  const standing = standingOf(plan.decree && { ...plan.decree, date }, plan.region.headTitle);
  const { references, practiceOfId, ...region } = plan.region;
  const hasReference = references.length > 0;
  return {
    region: { ...region, isPractice: practiceOfId !== null },
    plan: { id, name, baselineYear, years, phase, ordinal, standing, revision, headHash, hasReference },
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
    closedStage: closedStage(plan.stages)?.name ?? null,
    isLocked: isLocked(plan, stage),
    draftsVisible: plan.draftsVisible,
    selfReview: plan.selfReview,
    coordinatedBy,
    coordinatorOf: dimensionId => coordinatedBy[dimensionId] ?? null,
    exampleMark: region.isDemo ? ' (contoh)' : '',
    departmentCode: departmentId => codes.get(departmentId) ?? '',
    dimensionName: dimensionId => names.get(dimensionId) ?? '',
  };
}
