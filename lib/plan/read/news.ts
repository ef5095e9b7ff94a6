import 'server-only';
import { type Actor, ownDepartments, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Prisma } from '@/lib/database/generated/client';
import { findField } from '../kinds/all';
import type { ItemKind } from '../kinds/kind';
import { bodyOf, planStream } from '../log/body';
import { ownerStatuses, reviewerSteps, type Step } from '../workflow';
import type { PlanFrame } from './frame';

/** One thing that concerns this person: a decision on an own item, or words on an item they have to do with. */
export type NewsEntry = {
  id: string;
  item: { id: string; kind: ItemKind; code: string; title: string; departmentCode: string };
  kind: Step | 'comment';
  by: string;
  at: string;
  /** The note or the comment. */
  text: string | null;
  /** What the comment is about; null: the whole item. */
  about: string | null;
  isNew: boolean;
};

export type News = {
  entries: NewsEntry[];
  unread: number;
  /** Own items still with their owner when a deadline is near; null when none is. */
  due: { stage: string; deadline: string; items: number } | null;
  /** Reading the page up to here marks it as read. */
  position: number;
};

const limit = 100;
const nearMs = 7 * 24 * 60 * 60 * 1000;

/** What happened to this person's items and conversations, newest first (at most a hundred of each kind). */
export async function getNews(actor: Actor, frame: PlanFrame): Promise<News> {
  const { regionId, userId } = actor;
  const mark = await database(regionId).readMark.findUnique({
    where: { regionId_userId_subjectId: { regionId, userId, subjectId: frame.plan.id } },
    select: { position: true },
  });
  const isNew = (revision: number) => mark === null || revision > mark.position;
  const entries = [
    ...(await listDecisions(actor, frame, isNew)),
    ...(await listComments(actor, frame, isNew)),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return {
    entries,
    unread: entries.filter(entry => entry.isNew).length,
    due: await getDue(actor, frame),
    position: frame.plan.revision,
  };
}

/** How many of them this person has not read; the same as `getNews` counts. */
export async function countUnread(actor: Actor, frame: PlanFrame): Promise<number> {
  return (await getNews(actor, frame)).unread;
}

type Judge = (revision: number) => boolean;

const concerned = { id: true, kind: true, code: true, title: true, departmentId: true } as const;
type Concerned = Prisma.ItemGetPayload<{ select: typeof concerned }>;

const itemOf = ({ id, kind, code, title, departmentId }: Concerned, frame: PlanFrame) => ({
  ...{ id, kind, code: code ?? '', title: title ?? '' },
  departmentCode: frame.departmentCode(departmentId),
});

async function listDecisions(actor: Actor, frame: PlanFrame, isNew: Judge): Promise<NewsEntry[]> {
  const { regionId, userId } = actor;
  const db = database(regionId);
  const mine = await db.item.findMany({
    where: { regionId, planId: frame.plan.id, archivedAt: null, departmentId: { in: ownDepartments(actor) } },
    select: concerned,
  });
  if (mine.length === 0) return [];
  const events = await db.event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), actorId: { not: userId } },
      ...{ subjectId: { in: mine.map(({ id }) => id) }, action: { in: [...reviewerSteps] } },
    },
    orderBy: { revision: 'desc' },
    take: limit,
    select: { revision: true, subjectId: true, at: true, body: true },
  });
  return events.flatMap(({ revision, subjectId, at, body }) => {
    const item = mine.find(({ id }) => id === subjectId);
    const { action, actor: author, note } = bodyOf({ body });
    return item
      ? [
          {
            ...{ id: `${revision}`, item: itemOf(item, frame), kind: action as Step, by: author.name },
            ...{ at: at.toISOString(), text: note, about: null, isNew: isNew(revision) },
          },
        ]
      : [];
  });
}

async function listComments(actor: Actor, frame: PlanFrame, isNew: Judge): Promise<NewsEntry[]> {
  const { regionId, userId } = actor;
  const own = ownDepartments(actor);
  const db = database(regionId);
  // The items first: the comments of many items are found by their keys, whatever the planner knows of them.
  const items = await db.item.findMany({
    where: {
      AND: [
        reach.items(actor, frame),
        { planId: frame.plan.id, archivedAt: null },
        {
          OR: [
            { departmentId: { in: own } },
            { supporters: { some: { departmentId: { in: own } } } },
            { comments: { some: { authorId: userId } } },
            ...reach.reviewed(actor, frame),
          ],
        },
      ],
    },
    select: { id: true },
  });
  if (items.length === 0) return [];
  const comments = await db.comment.findMany({
    where: {
      ...{ regionId, authorId: { not: userId }, isNote: false },
      itemId: { in: items.map(({ id }) => id) },
    },
    orderBy: { at: 'desc' },
    take: limit,
    select: {
      ...{ id: true, field: true, text: true, at: true, revision: true },
      ...{ author: { select: { name: true } }, item: { select: concerned } },
    },
  });
  return comments.map(({ id, field, text, at, revision, author, item }) => ({
    ...{
      id,
      item: itemOf(item, frame),
      kind: 'comment' as const,
      by: author.name,
      at: at.toISOString(),
      text,
    },
    about: (field && findField(item.kind, field, frame.plan)?.label) || null,
    isNew: isNew(revision),
  }));
}

async function getDue(actor: Actor, frame: PlanFrame): Promise<News['due']> {
  const { stage } = frame;
  if (!stage?.deadline || Date.parse(stage.deadline) - Date.now() > nearMs) return null;
  const { regionId } = actor;
  const items = await database(regionId).item.count({
    where: {
      ...{ regionId, planId: frame.plan.id, archivedAt: null },
      ...{ departmentId: { in: ownDepartments(actor) }, status: { in: [...ownerStatuses] } },
    },
  });
  return items > 0 ? { stage: stage.name, deadline: stage.deadline, items } : null;
}
