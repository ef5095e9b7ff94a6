import 'server-only';
import { type Actor, can, isMember } from '@/lib/access/policy';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { textOf } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getEverything } from '@/lib/plan/read/image';

/** An item of the current plan that a department which has ended still owns or supports. */
export type WithoutSuccessor = {
  id: string;
  kind: ItemKind;
  /** '' for what this person may not read. */
  title: string;
  code: string;
  /** The ended department, and whether it owns the item or supports it. */
  department: string;
  departmentId: string;
  as: 'owner' | 'supporter';
};

/**
 * Items of the current plan without a successor: nobody can work on them, so there must be none before the plan is
 * ratified. How many there are is told to everybody of the region.
 */
export async function listWithoutSuccessor(actor: Actor, frame: PlanFrame): Promise<WithoutSuccessor[]> {
  if (!isMember(actor)) return [];
  const ended = new Set(frame.departments.filter(({ isEnded }) => isEnded).map(({ id }) => id));
  if (ended.size === 0) return [];
  const { items } = await getEverything(actor, frame);
  return [...items.values()].flatMap(item => {
    if (item.archivedAt !== null) return [];
    const { id, kind, fields } = item;
    const isShown = can.read(actor, item, frame);
    const told = {
      ...{ id, kind, title: isShown ? textOf(fields, 'title') : '' },
      code: isShown ? textOf(fields, 'code') : '',
    };
    const at = (departmentId: string, as: WithoutSuccessor['as']) =>
      ended.has(departmentId)
        ? [{ ...told, departmentId, department: frame.departmentCode(departmentId), as }]
        : [];
    return [
      ...at(item.departmentId, 'owner'),
      ...item.supporterIds.flatMap(supporter => at(supporter, 'supporter')),
    ];
  });
}
