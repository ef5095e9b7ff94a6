import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { findField } from '../kinds/all';
import type { PlanFrame } from './frame';

export type Said = { id: string; by: string; isMine: boolean; isNew: boolean; at: string; text: string };

/** A conversation about an item or one of its fields. */
export type Thread = {
  id: string;
  field: string | null;
  /** The field's label, or *Seluruh isian*. */
  about: string;
  /** Began with the note that sent the item back. */
  isNote: boolean;
  settledBy: string | null;
  canSettle: boolean;
  said: Said[];
};

/**
 * The conversations about an item, open ones first.
 * @param since the plan's revision at which this person looked last; null: never
 * @param isLetIn what was put together with an own item is read with it
 */
export async function listThreads(
  actor: Actor,
  frame: PlanFrame,
  item: PlanItem,
  since: number | null,
  isLetIn = can.read(actor, item, frame),
): Promise<Thread[]> {
  const { regionId, userId } = actor;
  if (!isLetIn || !can.speak(actor)) return [];
  const rows = await database(regionId).comment.findMany({
    where: { regionId, itemId: item.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      ...{
        id: true,
        field: true,
        threadId: true,
        authorId: true,
        text: true,
        at: true,
        revision: true,
        isNote: true,
      },
      ...{ author: { select: { name: true } }, settler: { select: { name: true } } },
    },
  });
  const threads = rows
    .filter(({ threadId }) => threadId === null)
    .map(
      ({ id, field, isNote, authorId, settler }): Thread => ({
        ...{ id, field, isNote, settledBy: settler?.name ?? null },
        about: (field && findField(item.kind, field, frame.plan)?.label) || 'Seluruh isian',
        canSettle: can.settle(actor, item, authorId, frame),
        said: rows
          .filter(row => row.id === id || row.threadId === id)
          .map(row => ({
            ...{ id: row.id, by: row.author.name, text: row.text, at: row.at.toISOString() },
            isMine: row.authorId === userId,
            isNew: row.authorId !== userId && (since === null || row.revision > since),
          })),
      }),
    );
  return [...threads.filter(isOpen), ...threads.filter(thread => !isOpen(thread))];
}

const isOpen = ({ settledBy }: Thread) => settledBy === null;
