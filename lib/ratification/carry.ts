import type { PlanItem } from '@/lib/plan/item';
import type { Fields } from '@/lib/plan/kinds/kind';

/** How keys of the plan before become keys of the amendment. */
export type Carry = {
  planId: string;
  /** Of dimensions, subdimensions and items; undefined for what is not carried over. */
  keyOf: (id: string) => string | undefined;
};

/** A readable key within the new plan: "p1-x1" becomes "p2-x1"; any other is put behind the plan's key. */
export function carriedKey(id: string, from: string, to: string): string {
  return id.startsWith(`${from}-`) ? `${to}${id.slice(from.length)}` : `${to}-${id}`;
}

/**
 * An item as the amendment begins with it. It keeps what it says and its status: what the act approved holds until
 * a reviewer opens it again with a reason, so that nobody hands in once more what nobody wants to change.
 */
export function carriedItem(item: PlanItem, { planId, keyOf }: Carry): PlanItem {
  const map = (id: string | null) => (id === null ? null : (keyOf(id) ?? null));
  return {
    ...item,
    ...{ id: keyOf(item.id) ?? '', planId, version: 1, copiedFromId: item.id },
    ...{ parentId: map(item.parentId), dimensionId: map(item.dimensionId) },
    ...{ archivedAt: null, mergedIntoId: null },
    fields: carriedFields(item.fields, map),
  };
}

function carriedFields(fields: Fields, map: (id: string | null) => string | null): Fields {
  const { subdimensionId, replacesId } = fields;
  const keyed = (value: Fields[string] | undefined) => (typeof value === 'string' ? map(value) : null);
  const replaced = keyed(replacesId);
  return {
    ...fields,
    ...('subdimensionId' in fields ? { subdimensionId: keyed(subdimensionId) } : {}),
    // What took the place of something that is not in the plan any more takes the place of nothing.
    ...('replacesId' in fields ? { replacesId: replaced } : {}),
    ...('breakYear' in fields && replaced === null ? { breakYear: null } : {}),
  };
}

/** Items so that none comes before its parent, nor before what it takes the place of. */
export function inOrderOfNeed(items: readonly PlanItem[]): PlanItem[] {
  const byId = new Map(items.map(item => [item.id, item]));
  const depths = new Map<string, number>();
  function depthOf({ id, parentId, fields }: PlanItem): number {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // A circle of replacements would never end.
    depths.set(id, 0);
    const needs = [parentId, typeof fields.replacesId === 'string' ? fields.replacesId : null];
    const above = needs.flatMap(key => byId.get(key ?? '') ?? []);
    const depth = Math.max(0, ...above.map(one => depthOf(one) + 1));
    depths.set(id, depth);
    return depth;
  }
  return [...items].sort((a, b) => depthOf(a) - depthOf(b));
}
