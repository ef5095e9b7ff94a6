import 'server-only';
import { generateKeyBetween } from 'fractional-indexing';
import type { Actor } from '@/lib/access/policy';
import type { Source } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { kinds } from '../kinds/all';
import { type Refused, refused } from '../outcome';
import type { TakenPlan } from './take-plan';

export type Place = { parentId: string | null; dimensionId: string | null; position: string };

/** A place among the children of a parent (`after` as in the schema's `place`), or why the item cannot hang there. */
export async function placeUnder(
  source: Source,
  actor: Actor,
  plan: TakenPlan,
  item: { kind: PlanItem['kind']; dimensionId: string | null },
  { parentId, after }: { parentId: string | null; after?: string | null },
): Promise<Place | Refused> {
  const { regionId } = actor;
  const kind = kinds[item.kind];
  const parent = parentId
    ? await source.item.findFirst({
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
      : (await source.dimension.count({ where: { regionId, planId: plan.id, id: dimensionId } })) === 1;
  // Only the region's own indicators (IPM) stand outside the dimensions.
  if (!isKnown || (parentId === null && kind.name !== 'goal' && dimensionId !== null)) {
    return refused('', 'invalid', 'Pilih dimensi isian ini.');
  }
  const position = await positionAfter(source, actor, { planId: plan.id, parentId, dimensionId }, after);
  return position
    ? { parentId, dimensionId, position }
    : refused('', 'invalid', 'Urutan di sini sudah berubah. Muat ulang halaman, lalu coba lagi.');
}

/** The fractional key directly after a sibling, before all (null), or after all (undefined); null without that sibling. */
async function positionAfter(
  source: Source,
  { regionId }: Actor,
  siblings: { planId: string; parentId: string | null; dimensionId: string | null },
  after: string | null | undefined,
): Promise<string | null> {
  const where = { regionId, ...siblings };
  const select = { position: true };
  if (after === undefined) {
    const last = await source.item.findFirst({ where, orderBy: { position: 'desc' }, select });
    return generateKeyBetween(last?.position ?? null, null);
  }
  const before =
    after === null ? null : await source.item.findFirst({ where: { ...where, id: after }, select });
  if (after !== null && !before) return null;
  const position = before ? { gt: before.position } : undefined;
  const next = await source.item.findFirst({
    where: { ...where, position },
    orderBy: { position: 'asc' },
    select,
  });
  return generateKeyBetween(before?.position ?? null, next?.position ?? null);
}
