import 'server-only';
import { generateKeyBetween } from 'fractional-indexing';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { kinds } from '../kinds/all';
import { type Refused, refused } from '../outcome';
import type { PlanItem } from '../read/item-rows';
import type { TakenPlan } from './take-plan';

export type Place = { parentId: string | null; dimensionId: string | null; position: string };

/** The place at the end of the children of a parent, or why the item cannot hang there. */
export async function placeUnder(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  item: { kind: PlanItem['kind']; dimensionId: string | null },
  parentId: string | null,
): Promise<Place | Refused> {
  const { regionId } = actor;
  const kind = kinds[item.kind];
  const parent = parentId
    ? await tx.item.findFirst({
        where: { regionId, planId: plan.id, id: parentId, archivedAt: null },
        select: { kind: true, dimensionId: true },
      })
    : null;
  if (parentId && !parent) return refused('', 'invalid', 'Induk isian ini tidak ada lagi. Pilih induk lain.');
  if (!kind.parents.includes(parent?.kind ?? null)) {
    const label = parent ? kinds[parent.kind].label.toLowerCase() : 'puncak rencana';
    return refused('', 'invalid', `${kind.label} tidak dapat berada di bawah ${label}.`);
  }
  const dimensionId = parent ? parent.dimensionId : item.dimensionId;
  const isKnown =
    dimensionId === null
      ? kind.name !== 'goal'
      : (await tx.dimension.count({ where: { regionId, planId: plan.id, id: dimensionId } })) === 1;
  // Only the region's own indicators (IPM) stand outside the dimensions.
  if (!isKnown || (parentId === null && kind.name !== 'goal' && dimensionId !== null)) {
    return refused('', 'invalid', 'Pilih dimensi isian ini.');
  }
  const last = await tx.item.findFirst({
    where: { regionId, planId: plan.id, parentId, dimensionId },
    orderBy: { position: 'desc' },
    select: { position: true },
  });
  return { parentId, dimensionId, position: generateKeyBetween(last?.position ?? null, null) };
}
