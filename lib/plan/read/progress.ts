import 'server-only';
import { type Actor, isMember, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { isOverdue, type ProgressFilter } from '../progress';
import { type Board, boardOf } from '../progress-board';
import type { PlanFrame } from './frame';

/**
 * How far each department is in each dimension. Counts are for everyone of the region, contents are not;
 * one grouped query, whatever the number of items. Somebody without a role of today sees no department.
 */
export async function getProgress(
  actor: Actor,
  frame: PlanFrame,
  filter: ProgressFilter = { isOpenOnly: false },
): Promise<Board> {
  const { regionId } = actor;
  const departments = isMember(actor) ? frame.departments : [];
  const groups = await database(regionId).item.groupBy({
    by: ['departmentId', 'dimensionId', 'status'],
    where: {
      // Nobody waits for what was left out.
      ...{ regionId, planId: frame.plan.id, archivedAt: null, leftOutReason: null },
      departmentId: { in: departments.map(({ id }) => id) },
    },
    _count: true,
  });
  const tallies = groups.map(({ _count, ...group }) => ({ ...group, count: _count }));
  return boardOf(
    tallies,
    {
      isOver: isOverdue(frame.plan, frame.stage?.deadline ?? null, new Date()),
      isLocked: frame.isLocked,
      dimensions: frame.dimensions,
      departments: departments.map(each => ({ ...each, label: frame.departmentCode(each.id) })),
      own: ownDepartments(actor),
    },
    filter,
  );
}
