import 'server-only';
import { type Actor, isMember, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { DimensionView, PlanFrame } from './frame';

export type DimensionCount = {
  /** null: the region's own, outside the dimensions. */
  dimension: DimensionView | null;
  items: number;
  mine: number;
  coordinator: string;
};

/** How many items each dimension holds and how many are the actor's; counts are for everyone of the region. */
export async function listDimensionCounts(actor: Actor, frame: PlanFrame): Promise<DimensionCount[]> {
  const { regionId } = actor;
  const own = ownDepartments(actor);
  const groups = await database(regionId).item.groupBy({
    by: ['dimensionId', 'departmentId'],
    where: { regionId, planId: isMember(actor) ? frame.plan.id : '', archivedAt: null },
    _count: true,
  });
  return [...frame.dimensions, null].map(dimension => {
    const here = groups.filter(({ dimensionId }) => dimensionId === (dimension?.id ?? null));
    const sum = (list: typeof groups) => list.reduce((total, { _count }) => total + _count, 0);
    return {
      dimension,
      items: sum(here),
      mine: sum(here.filter(({ departmentId }) => own.includes(departmentId))),
      coordinator: dimension?.coordinatorId
        ? `${frame.departmentCode(dimension.coordinatorId)}${frame.exampleMark}`
        : '',
    };
  });
}
