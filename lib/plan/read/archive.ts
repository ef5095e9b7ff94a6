import 'server-only';
import { type Actor, can, ownDepartments } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type ItemKind, textOf } from '../kinds/kind';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';

export type ArchivedRow = {
  id: string;
  kind: ItemKind;
  version: number;
  code: string;
  title: string;
  departmentCode: string;
  at: string;
  canRestore: boolean;
  isMerged: boolean;
};

/** What the departments of this person have put away, latest first; it stays there until it is brought back. */
export async function listArchive(actor: Actor, frame: PlanFrame): Promise<ArchivedRow[]> {
  const where = {
    ...{ planId: frame.plan.id, departmentId: { in: ownDepartments(actor) } },
    archivedAt: { not: null },
  };
  const items = await listItemRows(actor, database(actor.regionId), where, { withArchived: true });
  return items
    .map(item => ({
      ...{ id: item.id, kind: item.kind, version: item.version, at: item.archivedAt ?? '' },
      ...{ code: textOf(item.fields, 'code'), title: textOf(item.fields, 'title') },
      departmentCode: frame.departmentCode(item.departmentId),
      isMerged: item.mergedIntoId !== null,
      canRestore: can.edit(actor, item) && !frame.isLocked && item.mergedIntoId === null,
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
}
