import 'server-only';
import { createHash } from 'node:crypto';
import { type Actor, can, isMember, reachKey } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '../item';
import { textOf } from '../kinds/kind';
import { planStream } from '../log/body';
import { byPlace } from '../tree';
import { isRatified } from '../workflow';
import type { PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listRanks, type Ranked } from './ranks';

/** The plan as one person may read it, at a revision. */
export type Image = {
  /** Of the last event that changed what is shown here. */
  revision: number;
  /** What may be read, in the order of the tree. */
  items: readonly PlanItem[];
  /** What others are still drafting: where it stands is everybody's, what it says is not. */
  hidden: readonly HiddenItem[];
  /** Where targets stand in the order that their coordinators decided. */
  ranks: ReadonlyMap<string, Ranked>;
  /** The revision at which an item was last written, for those that were since `from`. */
  changedAt: ReadonlyMap<string, number>;
  /** Changes before this revision are not known one by one. */
  from: number;
  /** Whose eyes it is seen with, as a short key. */
  reach: string;
  /** Makes something of this image once for all who ask the same; the next revision begins anew. */
  once: <Made>(what: string, make: () => Made) => Made;
};

export type HiddenItem = Pick<
  PlanItem,
  'id' | 'kind' | 'parentId' | 'dimensionId' | 'departmentId' | 'status'
>;

type Whole = {
  /** Up to where the log was read, and the last of it that changed an item or what stands around them. */
  read: number;
  revision: number;
  from: number;
  items: ReadonlyMap<string, PlanItem>;
  ranks: ReadonlyMap<string, Ranked>;
  changedAt: ReadonlyMap<string, number>;
  /** The same for what began, was put away or brought back, or stands at another status. */
  movedAt: ReadonlyMap<string, number>;
  byReach: Map<string, Image>;
  once: Image['once'];
};

const shared = globalThis as typeof globalThis & { rembugImages?: Map<string, Promise<Whole>> };
const mostPlans = 16;

/**
 * The current plan in the process's memory, once for all who may read the same of it (`reachKey`).
 * Read whole the first time; from then on only what was written since is read again.
 */
export async function getImage(actor: Actor, frame: PlanFrame): Promise<Image> {
  const whole = await getWhole(actor, frame);
  // An amendment counts its revisions anew: what was drawn of the plan before must not be taken for it.
  const key = `${frame.plan.id} ${frame.region.revision} ${reachKey(actor, frame)}`;
  const known = whole.byReach.get(key);
  if (known) return known;
  const image = imageFor(actor, frame, whole, shortKey(key));
  whole.byReach.set(key, image);
  return image;
}

/**
 * All that is or was in the plan, whoever drafts it, with what is worked out of it once per revision. Only for what
 * needs the whole and is cut to this person's reach before it is shown.
 */
export async function getEverything(
  actor: Actor,
  frame: PlanFrame,
): Promise<Pick<Image, 'once'> & { items: ReadonlyMap<string, PlanItem> }> {
  const { items, once } = await getWhole(actor, frame);
  return { items, once };
}

/** What was written after a revision, as far as this person may read it. */
export type Written = {
  /** Up to where the log was read for it. */
  revision: number;
  items: { id: string; version: number; isMoved: boolean }[];
};

/** What this person may read of what was written after a revision: from memory, or from the log when it is older. */
export async function listWritten(actor: Actor, frame: PlanFrame, since: number): Promise<Written> {
  const whole = await getWhole(actor, frame);
  const older = since < whole.from ? await listLogged(actor, frame, since, whole.from) : [];
  const ids = new Set(older);
  for (const [id, at] of whole.changedAt) if (at > since) ids.add(id);
  const items = [...ids].flatMap(id => {
    const item = whole.items.get(id);
    const isMoved = (whole.movedAt.get(id) ?? 0) > since || older.includes(id);
    return item && can.read(actor, item, frame) ? [{ id, version: item.version, isMoved }] : [];
  });
  return { revision: whole.read, items };
}

/** Items that the log names between two revisions, the last one included. */
async function listLogged({ regionId }: Actor, { plan }: PlanFrame, after: number, upTo: number) {
  const rows = await database(regionId).event.groupBy({
    by: ['subjectId'],
    where: {
      ...{ regionId, stream: planStream(plan.id), subjectType: 'item' },
      revision: { gt: after, lte: upTo },
    },
  });
  return rows.map(({ subjectId }) => subjectId);
}

function imageFor(actor: Actor, frame: PlanFrame, whole: Whole, reach: string): Image {
  // What was left out is no part of the plan that the act made.
  const isOut = ({ leftOutReason }: PlanItem) => isRatified(frame.plan) && leftOutReason !== null;
  const all = [...whole.items.values()].filter(item => item.archivedAt === null && !isOut(item));
  const items = all.filter(item => can.read(actor, item, frame));
  // Whoever belongs to no region, or is its guest, learns not even how many there are.
  const hidden = !isMember(actor) ? [] : all.filter(item => !can.read(actor, item, frame));
  const { revision, changedAt, from } = whole;
  const ranks = actor.grants.length === 0 ? new Map() : whole.ranks;
  return {
    ...{ revision, changedAt, from, ranks, items: inOrder(items, frame), reach, once: onceOf() },
    hidden: hidden.map(({ id, kind, parentId, dimensionId, departmentId, status }) => ({
      ...{ id, kind, parentId, dimensionId, departmentId, status },
    })),
  };
}

const mostMade = 100;

function onceOf(): Image['once'] {
  const made = new Map<string, unknown>();
  return (what, make) => {
    if (!made.has(what)) {
      // Addresses are anybody's to make up.
      if (made.size >= mostMade) made.clear();
      made.set(what, make());
    }
    return made.get(what) as ReturnType<typeof make>;
  };
}

const shortKey = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** The region's own first, then by dimension, and in each the order of the tree's branches. */
function inOrder(items: PlanItem[], frame: PlanFrame): PlanItem[] {
  const rank = new Map(frame.dimensions.map(({ id }, index) => [id, index]));
  const place = ({ dimensionId }: PlanItem) =>
    dimensionId === null ? -1 : (rank.get(dimensionId) ?? rank.size);
  return items.sort((a, b) => place(a) - place(b) || byPlace(a, b));
}

async function getWhole(actor: Actor, frame: PlanFrame): Promise<Whole> {
  shared.rembugImages ??= new Map();
  const images = shared.rembugImages;
  const key = `${process.env.DATABASE_URL} ${actor.regionId} ${frame.plan.id}`;
  const known = images.get(key);
  const next = known ? known.then(whole => advanced(actor, frame, whole)) : readWhole(actor, frame);
  // Who asks meanwhile waits for the same reading.
  images.delete(key);
  images.set(key, next);
  for (const oldest of images.keys()) {
    if (images.size <= mostPlans) break;
    images.delete(oldest);
  }
  next.catch(() => images.get(key) === next && images.delete(key));
  return next;
}

async function readWhole(actor: Actor, { plan }: PlanFrame): Promise<Whole> {
  const rows = await listItemRows(
    actor,
    database(actor.regionId),
    { planId: plan.id },
    { withArchived: true },
  );
  const items = new Map(rows.map(item => [item.id, item]));
  const ranks = await listRanks(actor, plan.id);
  // The items are at least as new as the frame's revision, which was read before them.
  const { revision } = plan;
  const [changedAt, movedAt] = [new Map(), new Map()];
  return {
    read: revision,
    revision,
    from: revision,
    items,
    ranks,
    changedAt,
    movedAt,
    byReach: new Map(),
    once: onceOf(),
  };
}

/** What is said and decided about the plan, and the days on which it is drafted, change nothing that is shown of it. */
const words = [
  ...['comment', 'snapshot', 'hall', 'suggestion', 'priorityCriteria', 'priorityScore'],
  ...['sitting', 'agendaPoint', 'attendance', 'decision'],
];

async function advanced(actor: Actor, { plan }: PlanFrame, whole: Whole): Promise<Whole> {
  if (whole.read >= plan.revision) return whole;
  const { regionId } = actor;
  const db = database(regionId);
  const events = await db.event.findMany({
    where: {
      ...{ regionId, stream: planStream(plan.id), revision: { gt: whole.read, lte: plan.revision } },
      subjectType: { notIn: words },
    },
    orderBy: { revision: 'asc' },
    select: { subjectType: true, subjectId: true, revision: true },
  });
  const last = events.at(-1);
  if (!last) return { ...whole, read: plan.revision };
  const written = events.filter(({ subjectType }) => subjectType === 'item');
  const ids = [...new Set(written.map(({ subjectId }) => subjectId))];
  const rows =
    ids.length > 0 ? await listItemRows(actor, db, { id: { in: ids } }, { withArchived: true }) : [];
  const isRanked = events.some(({ subjectType }) => subjectType === 'priorityDecision');
  const moved = new Set(rows.filter(row => isMoved(whole.items.get(row.id), row)).map(({ id }) => id));
  const at = written.map(({ subjectId, revision }): [string, number] => [subjectId, revision]);
  return {
    ...{ read: plan.revision, revision: last.revision, from: whole.from, byReach: new Map(), once: onceOf() },
    items: withRows(whole.items, rows),
    ranks: isRanked ? await listRanks(actor, plan.id) : whole.ranks,
    changedAt: new Map([...whole.changedAt, ...at]),
    movedAt: new Map([...whole.movedAt, ...at.filter(([id]) => moved.has(id))]),
  };
}

const isMoved = (old: PlanItem | undefined, now: PlanItem) =>
  old === undefined || old.status !== now.status || old.archivedAt !== now.archivedAt;

const replacedBy = (item: PlanItem | undefined) => (item ? textOf(item.fields, 'replacesId') : '');

/** What takes the place of an item in mid-plan: the earliest, as the rows are read. */
function successorAmong(items: Iterable<PlanItem>, id: string): PlanItem['successor'] {
  const found = [...items].flatMap(({ id: by, archivedAt, fields }) =>
    archivedAt === null && fields.replacesId === id && typeof fields.breakYear === 'number'
      ? [{ id: by, year: fields.breakYear, name: textOf(fields, 'code') || textOf(fields, 'title') }]
      : [],
  );
  return found.sort((a, b) => a.year - b.year || a.id.localeCompare(b.id))[0] ?? null;
}

function withRows(known: ReadonlyMap<string, PlanItem>, rows: readonly PlanItem[]): Map<string, PlanItem> {
  const items = new Map(known);
  const titles = new Map(rows.map(({ id, fields }) => [id, textOf(fields, 'title') || null]));
  for (const row of rows) items.set(row.id, row);
  // So does what takes the place of another.
  const touched = new Set(rows.flatMap(row => [replacedBy(known.get(row.id)), replacedBy(row)]));
  for (const id of touched) {
    const old = items.get(id);
    if (old) items.set(id, { ...old, successor: successorAmong(items.values(), id) });
  }
  // A new name shows in what hangs under it too.
  for (const item of items.values()) {
    const title = titles.get(item.parentId ?? '');
    if (title !== undefined && title !== item.parentTitle)
      items.set(item.id, { ...item, parentTitle: title });
  }
  return items;
}
