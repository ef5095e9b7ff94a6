import 'server-only';
import { type Actor, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { checkItem } from '../checks/all';
import { type ItemKind, textOf } from '../kinds/kind';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listLastSteps } from './last-steps';

export type Waiting = {
  id: string;
  version: number;
  kind: ItemKind;
  code: string;
  title: string;
  dimensionId: string | null;
  departmentCode: string;
  submittedAt: string;
  submittedBy: string;
  warnings: number;
};

/** What waits for this person's decision, oldest first. */
export async function listWaiting(actor: Actor, frame: PlanFrame): Promise<Waiting[]> {
  const reviewed = reach.reviewed(actor, frame);
  if (reviewed.length === 0) return [];
  const items = await listItemRows(actor, database(actor.regionId), {
    AND: [{ planId: frame.plan.id, status: 'submitted' }, { OR: reviewed }],
  });
  const last = await listLastSteps(
    actor,
    items.map(({ id }) => id),
  );
  return items
    .map(item => ({
      ...{ id: item.id, version: item.version, kind: item.kind, dimensionId: item.dimensionId },
      ...{ code: textOf(item.fields, 'code'), title: textOf(item.fields, 'title') },
      departmentCode: frame.departmentCode(item.departmentId),
      submittedAt: last.get(item.id)?.at ?? '',
      submittedBy: last.get(item.id)?.by ?? '',
      warnings: checkItem(item, frame.plan).filter(({ level }) => level === 'warn').length,
    }))
    .sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
}
