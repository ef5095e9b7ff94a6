import 'server-only';
import { type Actor, ownDepartments, reviewing } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { findField } from '../kinds/all';
import { type ItemKind, textOf } from '../kinds/kind';
import { bodyOf, planStream } from '../log/body';
import { ownerStatuses, reviewerSteps, type Step } from '../workflow';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { listPassedOn, type PassedOn } from './passed-on';

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
  /** What came or went when departments ended, each told once. */
  passedOn: (PassedOn & { isNew: boolean })[];
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
  const passedOn = (await listPassedOn(actor, frame)).map(one => ({ ...one, isNew: isNew(one.revision) }));
  return {
    ...{ entries, passedOn },
    unread: [...entries, ...passedOn].filter(entry => entry.isNew).length,
    due: await getDue(actor, frame),
    position: frame.plan.revision,
  };
}

/** How many of them this person has not read; the same as `getNews` counts. */
export async function countUnread(actor: Actor, frame: PlanFrame): Promise<number> {
  return (await getNews(actor, frame)).unread;
}

type Judge = (revision: number) => boolean;

const itemOf = ({ id, kind, departmentId, fields }: PlanItem, frame: PlanFrame) => ({
  ...{ id, kind, code: textOf(fields, 'code'), title: textOf(fields, 'title') },
  departmentCode: frame.departmentCode(departmentId),
});

async function listDecisions(actor: Actor, frame: PlanFrame, isNew: Judge): Promise<NewsEntry[]> {
  const { regionId, userId } = actor;
  const mine = new Map((await listOwn(actor, frame)).map(item => [item.id, item]));
  if (mine.size === 0) return [];
  const events = await database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), actorId: { not: userId } },
      ...{ subjectId: { in: [...mine.keys()] }, action: { in: [...reviewerSteps] } },
    },
    orderBy: { revision: 'desc' },
    take: limit,
    select: { revision: true, subjectId: true, at: true, body: true },
  });
  return events.flatMap(({ revision, subjectId, at, body }) => {
    const item = mine.get(subjectId);
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

/** The items of this person's departments. */
async function listOwn(actor: Actor, frame: PlanFrame): Promise<PlanItem[]> {
  const own = ownDepartments(actor);
  return (await getImage(actor, frame)).items.filter(({ departmentId }) => own.includes(departmentId));
}

/** Items that this person has to do with: as owner, supporter or reviewer, or because they spoke about them. */
async function listConcerning(actor: Actor, frame: PlanFrame): Promise<PlanItem[]> {
  const { regionId, userId } = actor;
  const spoken = await database(regionId).comment.findMany({
    where: { regionId, authorId: userId, planId: frame.plan.id },
    distinct: ['itemId'],
    select: { itemId: true },
  });
  const spokenOf = new Set(spoken.map(({ itemId }) => itemId));
  const own = ownDepartments(actor);
  const { items } = await getImage(actor, frame);
  return items.filter(
    item =>
      own.includes(item.departmentId) ||
      item.supporterIds.some(id => own.includes(id)) ||
      spokenOf.has(item.id) ||
      reviewing(actor, item, frame) !== 'no',
  );
}

async function listComments(actor: Actor, frame: PlanFrame, isNew: Judge): Promise<NewsEntry[]> {
  const { regionId, userId } = actor;
  // The items first: the comments of many items are found by their keys, whatever the planner knows of them.
  const items = new Map((await listConcerning(actor, frame)).map(item => [item.id, item]));
  if (items.size === 0) return [];
  const comments = await database(regionId).comment.findMany({
    where: {
      ...{ regionId, authorId: { not: userId }, isNote: false },
      itemId: { in: [...items.keys()] },
    },
    orderBy: { at: 'desc' },
    take: limit,
    select: {
      ...{ id: true, itemId: true, field: true, text: true, at: true, revision: true },
      author: { select: { name: true } },
    },
  });
  return comments.flatMap(({ id, itemId, field, text, at, revision, author }) => {
    const item = items.get(itemId);
    if (!item) return [];
    const said = { id, kind: 'comment' as const, by: author.name, at: at.toISOString(), text };
    const about = (field && findField(item.kind, field, frame.plan)?.label) || null;
    return [{ ...said, about, item: itemOf(item, frame), isNew: isNew(revision) }];
  });
}

async function getDue(actor: Actor, frame: PlanFrame): Promise<News['due']> {
  const { stage } = frame;
  if (!stage?.deadline || Date.parse(stage.deadline) - Date.now() > nearMs) return null;
  const items = (await listOwn(actor, frame)).filter(({ status }) => ownerStatuses.includes(status)).length;
  return items > 0 ? { stage: stage.name, deadline: stage.deadline, items } : null;
}
