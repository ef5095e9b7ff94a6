import type { Fields } from '@/lib/plan/kinds/kind';
import type { SeenItems } from './seen-items';

/**
 * Takes values that others saved as seen, each unless somebody is at it here: then it stays at the version it was
 * seen at, so that sending it clashes instead of overwriting. Once none is left out, the whole item is known at
 * that version. Answers with the fields that were taken.
 * @param fields all that was written since the item was last known, as it stands at the version
 */
export function takeOver(
  seen: SeenItems,
  itemId: string,
  fields: Fields,
  version: number,
  isBusy: (field: string) => boolean,
): string[] {
  const isOld = (field: string) => seen.versionOf(itemId, field) < version;
  const taken = Object.keys(fields).filter(field => isOld(field) && !isBusy(field));
  seen.keep(itemId, Object.fromEntries(taken.map(field => [field, fields[field] ?? null])), version);
  seen.see(itemId, taken, version);
  if (!Object.keys(fields).some(isOld))
    for (let at = seen.known(itemId); at < version; at += 1) seen.advance(itemId, at, at + 1);
  return taken;
}
