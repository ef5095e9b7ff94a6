import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { findField } from '../kinds/all';
import { type Fields, inSentence, precisionOf } from '../kinds/kind';
import { bodyOf } from '../log/body';
import { newerThan } from '../log/newer';
import { type Names, showValue } from '../log/story';
import { standingLabel } from '../references';
import { isStep, type Status, steps } from '../workflow';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { getReferences } from './references';

/** What became of an item since the version that a page shows. */
export type ItemNews = {
  version: number;
  status: Status;
  /** Values of the fields that were written since. */
  fields: Fields;
  /** The same as they are read. */
  shown: Record<string, string>;
  /** Who wrote what since, the latest last. */
  changes: { field: string; label: string; by: string; office: string; at: string; isMine: boolean }[];
  /** What happened to the item as a whole since: handed in, approved, sent back, put away. */
  deeds: { deed: string; by: string; at: string; isMine: boolean }[];
};

const deeds: Record<string, string> = {
  move: 'memindahkan isian ini',
  archive: 'mengarsipkan isian ini',
  restore: 'memulihkan isian ini dari arsip',
  merge: 'menggabungkan isian ini ke isian lain',
  absorb: 'menggabungkan isian lain ke isian ini',
  unmerge: 'membatalkan penggabungan isian ini',
  leaveOut: 'mengeluarkan isian ini dari rencana',
  takeIn: 'memasukkan kembali isian ini ke rencana',
  release: 'melepas isian yang digabungkan ke isian ini',
};

/** As in "Bu Sari …"; nothing for what changes fields or their order only. */
const deedOf = (action: string) =>
  isStep(action) ? `${steps[action].deed.toLowerCase()} isian ini` : deeds[action];

/** One item's news since a version; null for who may not read it, as if it were not there. */
export async function getItemNews(
  actor: Actor,
  frame: PlanFrame,
  id: string,
  since: number,
): Promise<ItemNews | null> {
  const { regionId, userId } = actor;
  const db = database(regionId);
  const [item] = await listItemRows(actor, db, { id, planId: frame.plan.id }, { withArchived: true });
  if (!item || !can.read(actor, item, frame)) return null;
  const { version, status, kind } = item;
  const nothing = { version, status, fields: {}, shown: {}, changes: [], deeds: [] };
  if (since >= version) return nothing;
  const written = await db.event.findMany({
    where: { regionId, subjectId: id, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    take: version,
    select: { body: true },
  });
  const subdimensionName = (key: string) => frame.subdimensions.find(one => one.id === key)?.name ?? '';
  const references = await getReferences(actor, frame);
  const referenceName = (key: string) => {
    const node = references.nodes.get(key);
    return node ? standingLabel(references, node) : '';
  };
  const names: Names = {
    ...{ ...frame.plan, departmentCode: frame.departmentCode, subdimensionName, referenceName },
  };
  const precision = precisionOf(item.fields);
  const newer = Object.entries(newerThan(written, since)).flatMap(([path, who]) => {
    const field = findField(kind, path, names);
    return field ? [{ field, ...who }] : [];
  });
  const valueAt = (path: string) => item.fields[path] ?? null;
  // Only the owner's people write fields, so the office is the owner's.
  const office = frame.departmentCode(item.departmentId);
  return {
    ...nothing,
    fields: Object.fromEntries(newer.map(({ field: { path } }) => [path, valueAt(path)])),
    shown: Object.fromEntries(
      newer.map(({ field }) => [field.path, showValue(field, valueAt(field.path), names, precision)]),
    ),
    changes: newer
      .map(({ field, by, byId, at }) => ({
        ...{ field: field.path, label: inSentence(field.label), by, office, at, isMine: byId === userId },
      }))
      .sort((a, b) => a.at.localeCompare(b.at)),
    deeds: written.slice(since).flatMap(event => {
      const { action, actor: author, at } = bodyOf(event);
      const deed = deedOf(action);
      return deed ? [{ deed, by: author.name, at, isMine: author.id === userId }] : [];
    }),
  };
}
