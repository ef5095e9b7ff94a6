import 'server-only';
import { type Actor, SignedOut } from '@/lib/access/policy';
import type { Source } from '@/lib/database/client';
import { detailColumns, detailTable, pick, rowsOfLists, trunkFields } from '../columns';
import type { PlanItem } from '../item';
import type { Fields } from '../kinds/kind';
import { planStream } from '../log/body';
import { eventParts } from '../log/hash';
import type { PathChange } from '../paths';

/** What becomes of an item: its event, and the columns and lists that the event's paths stand for. */
export type ItemChange = {
  action: string;
  mutationId: string;
  note?: string | null;
  changes: PathChange[];
  fields: Fields;
  /** Columns of the trunk that are no fields: its place, status, owner, or when it was put away. */
  trunk?: Partial<
    Pick<
      PlanItem,
      | 'parentId'
      | 'position'
      | 'archivedAt'
      | 'mergedIntoId'
      | 'leftOutReason'
      | 'status'
      | 'selfApproved'
      | 'departmentId'
      | 'predecessorIds'
    >
  >;
};

export type Changed = { revision: number; hash: string; at: string };

type Answer = ({ state: 'done' } & Changed) | { state: 'moved' } | { state: 'gone' };

/**
 * The one way in which an item that is there changes: row, lists, event and the plan's head in one
 * statement (`changeItem` of the database), which waits for the plan and then looks once more.
 * Answers null, having written nothing, when since `plan` was read the item, the frame or the mutation
 * is no longer what was seen. Throws SignedOut for who has left meanwhile.
 */
export async function changeItem(
  source: Source,
  actor: Actor,
  plan: { id: string; head: { revision: number } },
  item: PlanItem,
  { action, mutationId, note = null, changes, fields, trunk = {} }: ItemChange,
): Promise<Changed | null> {
  const { regionId, userId, sessionId } = actor;
  const sent = {
    ...{
      regionId,
      planId: plan.id,
      itemId: item.id,
      version: item.version,
      seenRevision: plan.head.revision,
    },
    ...{ userId, sessionId, mutationId, action },
    trunk: { ...pick(fields, trunkFields), ...trunk },
    detail: detailColumns(item.kind, fields),
    detailTable: detailTable(item.kind),
    ...rowsOfLists(fields),
    parts: eventParts({
      ...{ regionId, stream: planStream(plan.id), actor: { id: userId, name: actor.name } },
      ...{ subject: { type: 'item', id: item.id }, action, note, changes, mutationId },
    }),
  };
  const [row] = await source.$queryRaw<{ answer: Answer }[]>`
    SELECT "changeItem"(${JSON.stringify(sent)}::jsonb) AS answer`;
  if (!row || row.answer.state === 'moved') return null;
  if (row.answer.state === 'gone') throw new SignedOut();
  const { revision, hash, at } = row.answer;
  return { revision, hash, at };
}
