import 'server-only';
import { type Actor, formerDepartments, ownDepartments } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import type { Source } from '@/lib/database/client';
import { departmentLabel } from '../department-label';
import type { PlanItem } from '../item';
import { succeededMessage } from '../outcome';

/**
 * Why somebody of a department that has ended does not write, and who goes on with it; null where that is not the
 * reason. A request may have begun while the department was still there, so what the actor holds is not enough.
 */
export async function whySucceeded(
  source: Source,
  actor: Actor,
  { departmentId, predecessorIds = [] }: Pick<PlanItem, 'departmentId' | 'predecessorIds'>,
): Promise<string | null> {
  const { regionId } = actor;
  const theirs = [...ownDepartments(actor), ...formerDepartments(actor)];
  const ended = await source.department.findMany({
    where: {
      ...{ regionId, validTo: { lt: today() } },
      id: { in: [departmentId, ...predecessorIds].filter(id => theirs.includes(id)) },
    },
    select: { code: true, name: true, kind: true, successorIds: true },
  });
  const [was] = ended;
  if (!was) return null;
  const heirs = was.successorIds.includes(departmentId) ? [departmentId] : was.successorIds;
  const successors = await source.department.findMany({
    where: { regionId, id: { in: heirs } },
    orderBy: { position: 'asc' },
    select: { code: true, name: true, kind: true },
  });
  return succeededMessage(departmentLabel(was), successors.map(departmentLabel).join(' dan '));
}
