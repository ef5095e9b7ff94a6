import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { PlanItem } from '../item';
import type { ItemChange } from './change-item';
import type { Ground } from './take-plan';

/** An item as this process last wrote or read it, with what it stood on. */
type Recent = { item: PlanItem; ground: Ground; at: number };

const shared = globalThis as typeof globalThis & { rembugRecent?: Map<string, Recent> };
const keptMs = 10_000;
const most = 1_000;

const keyOf = (regionId: string, itemId: string) => `${process.env.DATABASE_URL} ${regionId} ${itemId}`;

/**
 * What the writer of this version would read anyway, when this process wrote or read that version a moment ago:
 * whoever types on in one item is not read for again. It may be stale; the write looks (`changeItem`) and says so.
 */
export function recall({ regionId }: Actor, itemId: string, version: number): Recent | undefined {
  const recent = shared.rembugRecent?.get(keyOf(regionId, itemId));
  return recent?.item.version === version && Date.now() - recent.at < keptMs ? recent : undefined;
}

/** Keeps an item as a change of fields left it; one that changed more than plain fields is read again. */
export function remember(
  actor: Actor,
  item: PlanItem,
  { plan }: Ground,
  { fields, trunk = {} }: Pick<ItemChange, 'fields' | 'trunk'>,
  revision: number,
): void {
  const isOfFields = Object.keys(trunk).length === 0 && !('supporters' in fields);
  if (!isOfFields) return void shared.rembugRecent?.delete(keyOf(actor.regionId, item.id));
  const written = { ...item, version: item.version + 1, fields: { ...item.fields, ...fields } };
  // Up to this revision the write itself has looked.
  keep(actor, written, {
    plan: { ...plan, head: { ...plan.head, revision } },
    isLocked: false,
    earlier: null,
  });
}

/** Keeps an item as it was read or written on some ground. */
export function keep({ regionId }: Actor, item: PlanItem, ground: Ground): void {
  shared.rembugRecent ??= new Map();
  const { rembugRecent: all } = shared;
  const key = keyOf(regionId, item.id);
  all.delete(key);
  if (all.size >= most) all.clear();
  all.set(key, { item, ground, at: Date.now() });
}
