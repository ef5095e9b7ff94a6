import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { bodyOf } from '../log/body';
import type { Newer } from '../merge';
import { fieldAt, fieldOfPath, type PathValues } from '../paths';

/**
 * Fields of an item that were changed after a version, each with its value now, who wrote it and when.
 * An item's n-th event leads to its version n, so the newer ones are those after the first `version`.
 */
export async function newerChanges(
  tx: Transaction,
  { regionId }: Actor,
  itemId: string,
  version: number,
): Promise<Record<string, Newer>> {
  const events = await tx.event.findMany({
    where: { regionId, subjectId: itemId, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  const before: PathValues = {};
  const after: PathValues = {};
  const touched: Record<string, { by: string; at: string }> = {};
  for (const [index, event] of events.entries()) {
    const { changes, actor, at } = bodyOf(event);
    for (const change of changes) {
      after[change.path] = change.after;
      if (index < version) before[change.path] = change.after;
      else touched[fieldOfPath(change.path)] = { by: actor.name, at };
    }
  }
  const newer = Object.entries(touched).map(([field, who]) => [
    field,
    { ...who, value: fieldAt(after, field), before: fieldAt(before, field) },
  ]);
  return Object.fromEntries(newer);
}
