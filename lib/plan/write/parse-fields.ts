import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import type { Source } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { findField } from '../kinds/all';
import type { Fields } from '../kinds/kind';
import { type Refused, refused } from '../outcome';
import { type Change, isId, parseField } from '../schema';
import type { TakenPlan } from './take-plan';

/** A change's fields as the kind of the item reads them, or why one of them cannot be taken. */
export async function parseFields(
  source: Source,
  { regionId }: Actor,
  plan: TakenPlan,
  item: Pick<PlanItem, 'kind' | 'dimensionId' | 'departmentId'>,
  change: Change,
): Promise<{ fields: Fields } | Refused> {
  const needs = (path: string) =>
    Array.isArray(change.fields[path]) || typeof change.fields[path] === 'string';
  const departments = needs('supporters')
    ? await source.department.findMany({
        // One that has ended is no new supporter.
        where: { regionId, OR: [heldToday(), { supports: { some: { itemId: change.itemId } } }] },
        select: { id: true },
      })
    : [];
  const subdimensions = needs('subdimensionId')
    ? await source.subdimension.findMany({
        where: { regionId, planId: plan.id, dimensionId: item.dimensionId ?? '' },
        select: { id: true },
      })
    : [];
  const nodes = await linkable(source, regionId, change.fields.references);
  // Only what the same department answers for: nobody ends another's indicator.
  const indicators = needs('replacesId')
    ? await source.item.findMany({
        where: {
          ...{ regionId, planId: plan.id, kind: item.kind, departmentId: item.departmentId },
          ...{ id: { not: change.itemId }, archivedAt: null },
        },
        select: { id: true },
      })
    : [];
  const references = {
    referenceIds: new Set(nodes.map(({ id }) => id)),
    departmentIds: new Set(departments.map(({ id }) => id)),
    subdimensionIds: new Set(subdimensions.map(({ id }) => id)),
    indicatorIds: new Set(indicators.map(({ id }) => id)),
  };
  const fields: Fields = {};
  for (const [path, raw] of Object.entries(change.fields)) {
    const field = findField(item.kind, path, plan);
    if (!field)
      return refused(
        change.mutationId,
        'invalid',
        'Halaman ini memuat isian yang tidak dikenal lagi. Salin ketikan Anda, lalu muat ulang halaman.',
        path,
      );
    const parsed = parseField(field, raw, references);
    if (!parsed.ok) return refused(change.mutationId, 'invalid', parsed.message, path);
    fields[path] = parsed.value;
  }
  return { fields };
}

/**
 * Those of the wanted nodes of the regional plan that can be linked. A repealed tree is no bar: who chose while it
 * held is not turned away later; the alignment tells.
 */
async function linkable(source: Source, regionId: string, wanted: unknown): Promise<{ id: string }[]> {
  const ids = Array.isArray(wanted) ? wanted.filter(isId).slice(0, 100) : [];
  if (ids.length === 0) return [];
  return source.referenceNode.findMany({
    where: { regionId, id: { in: ids }, kind: { not: 'vision' } },
    select: { id: true },
  });
}
