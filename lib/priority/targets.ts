import type { PlanItem } from '@/lib/plan/item';
import { textOf } from '@/lib/plan/kinds/kind';
import { priorityLabel } from '@/lib/plan/priority-mark';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { HiddenItem, Image } from '@/lib/plan/read/image';

/**
 * A target as it is weighed. Targets are what is scored: they carry the owner's own mark and the horizon, every
 * indicator hangs under one, and a goal is too wide to be put before another (DOMAIN 3.5, 4.1).
 */
export type TargetRow = {
  id: string;
  dimensionId: string;
  title: string;
  goal: string;
  subdimensionCode: string;
  departmentCode: string;
  /** That this department owns it is an example. */
  isExample: boolean;
  /** 1, 5 or 10 years, its own or that of its goal; '' where neither says. */
  horizon: string;
  /** The owner's own mark in words; '' without one. */
  priority: string;
  indicators: number;
  /** Its decided place in its dimension. */
  rank: number | null;
};

/** The targets of the plan in the order of the tree; everybody of the region reads them. */
export function targetsOf(
  { items, hidden, ranks }: Pick<Image, 'items' | 'hidden' | 'ranks'>,
  frame: Pick<PlanFrame, 'subdimensions' | 'departmentCode'>,
): TargetRow[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const below = countByParent([...items, ...hidden]);
  return items.flatMap((item): TargetRow[] => {
    const { id, kind, dimensionId, fields } = item;
    if (kind !== 'target' || dimensionId === null) return [];
    const goal = byId.get(item.parentId ?? '');
    const subdimensionId = textOf(fields, 'subdimensionId');
    return [
      {
        ...{ id, dimensionId, title: textOf(fields, 'title') || 'Sasaran tanpa nama' },
        goal: goal ? textOf(goal.fields, 'title') : '',
        subdimensionCode: frame.subdimensions.find(one => one.id === subdimensionId)?.code ?? '',
        departmentCode: frame.departmentCode(item.departmentId),
        isExample: item.illustrative,
        horizon: textOf(fields, 'horizon') || (goal ? textOf(goal.fields, 'horizon') : ''),
        priority: priorityLabel(textOf(fields, 'priority')),
        ...{ indicators: below.get(id) ?? 0, rank: ranks.get(id)?.rank ?? null },
      },
    ];
  });
}

function countByParent(items: readonly (PlanItem | HiddenItem)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parentId } of items) if (parentId) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  return counts;
}

/** The departments that own something in a dimension: they are of its team. */
export function ownersIn(
  { items, hidden }: Pick<Image, 'items' | 'hidden'>,
  dimensionId: string,
): Set<string> {
  const own = [...items, ...hidden].filter(item => item.dimensionId === dimensionId);
  return new Set(own.map(({ departmentId }) => departmentId));
}
