import 'server-only';
import { type Actor, can, isMember, reviewing } from '@/lib/access/policy';
import { type Database, database } from '@/lib/database/client';
import type { Finding } from '../checks/check';
import type { PlanItem } from '../item';
import { type ItemKind, textOf } from '../kinds/kind';
import type { StoredEvent } from '../log/body';
import { newerThan, readUpTo } from '../log/newer';
import { condense, type Names, type Told, type ToldChange, tell, tellChange } from '../log/story';
import type { Below } from '../plain-words';
import { referenceLabel } from '../reference-label';
import { linksOf, type References, standingLabel } from '../references';
import { awaitsReview, isApproved, type Status, type Step, stepsFrom } from '../workflow';
import { countBelow } from './below';
import { type EarlierItem, getEarlierItem } from './earlier-item';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { listItemRows } from './item-rows';
import { getKeeper, listMerged, type MergedItem, mergedView } from './merged';
import type { Ranked } from './ranks';
import { getReferences } from './references';
import { getBeside, listSharing } from './similar';
import { listThreads, type Thread } from './threads';

export type Relative = {
  id: string;
  kind: ItemKind;
  title: string;
  status: Status;
  version: number;
  departmentCode: string;
  /** This person may approve it now. */
  canApprove: boolean;
};

/** What others changed since this person last looked. */
export type Since = (ToldChange & { by: string; at: string })[];

export type ItemView = {
  item: PlanItem;
  owner: { code: string; name: string };
  /** From the top down to the parent. */
  ancestors: Relative[];
  children: Relative[];
  siblings: Relative[];
  /** What hangs below, however deep, and waits for this person's decision. */
  waitingBelow: Relative[];
  canEdit: boolean;
  /** Whether this person may say something about it. */
  canSpeak: boolean;
  /** Steps that this person may take now. */
  steps: Step[];
  /** The reviewer approves the own department's item, which asks for a reason. */
  needsReason: boolean;
  /** Who reviews it, in words. */
  reviewer: string;
  /** What hangs below as counts, for whoever reads; null where it is edited. */
  below: Below | null;
  /** Oldest first, what one person changed in one sitting as one entry. */
  history: Told[];
  threads: Thread[];
  /** What the item is linked to, by key, with where that stands today. */
  links: { id: string; label: string }[];
  /** null: this person has not looked before. */
  since: Since | null;
  /** Who has taken it to review it. */
  claim: { by: string; isMine: boolean; at: string } | null;
  /** What does not go together with the rest of the plan. */
  beside: Finding[];
  /** Departments that share its definition. */
  sharing: string[];
  /** What was put together with it. */
  merged: MergedItem[];
  /** Its place in the order that the coordinator decided, beside the owner's own mark. */
  rank: Ranked | null;
  /** Indicators that it refers to, or may refer to while it is edited. */
  indicators: IndicatorName[];
};

export type ArchivedItem = {
  item: PlanItem;
  title: string;
  by: string;
  at: string;
  canRestore: boolean;
  /** What stays in its place, and who put them together why. */
  mergedInto: (MergedItem & { reason: string | null }) | null;
  canUnmerge: boolean;
  history: Told[];
  threads: Thread[];
};

export type ItemAnswer =
  | { kind: 'missing' }
  | { kind: 'hidden'; owner: string }
  | { kind: 'archived'; archived: ArchivedItem }
  | { kind: 'earlier'; earlier: EarlierItem }
  | { kind: 'open'; view: ItemView };

/** One item with its surroundings and history; a colleague's draft answers only who is drafting it. */
export async function getItem(actor: Actor, frame: PlanFrame, id: string): Promise<ItemAnswer> {
  const db = database(actor.regionId);
  const where = { id, planId: frame.plan.id };
  const [row] = await listItemRows(actor, db, where, { withArchived: true });
  if (!row) {
    const earlier = await getEarlierItem(actor, frame, id);
    return earlier ? { kind: 'earlier', earlier } : { kind: 'missing' };
  }
  const item = { ...row, successor: await successorFor(actor, frame, row) };
  const keeper = await getKeeper(actor, frame, item);
  if (!can.read(actor, item, frame) && !(keeper && can.own(actor, keeper))) {
    // Only members of the region learn even who owns it.
    return isMember(actor) && !item.archivedAt
      ? { kind: 'hidden', owner: frame.departmentCode(item.departmentId) }
      : { kind: 'missing' };
  }
  if (item.archivedAt && !isMember(actor)) return { kind: 'missing' };
  // Who wrote what, and what it said as a draft, is not open to guests.
  const events = isMember(actor) ? await listItemEvents(actor, db, id) : [];
  const references = await getReferences(actor, frame);
  const canEdit = can.edit(actor, item) && !frame.isLocked;
  const indicators = await listIndicatorNames(actor, frame, item, canEdit);
  const names = namesOf(frame, references, indicators);
  const told = tell(events, item.kind, names);
  if (item.archivedAt) {
    const history = condense(told, item.kind, names);
    const threads = await listThreads(actor, frame, item, null, true);
    const archived = archivedItem(actor, frame, item, keeper, told);
    return { kind: 'archived', archived: { ...archived, history, threads } };
  }
  const mark = await getReadMark(actor, db, id);
  const ancestors = await listAncestors(actor, frame, item);
  const children = await listChildren(actor, frame, item.id);
  const siblings = item.parentId ? await listChildren(actor, frame, item.parentId) : [];
  const department = frame.departments.find(candidate => candidate.id === item.departmentId);
  return {
    kind: 'open',
    view: {
      item,
      owner: { code: department?.code ?? '', name: department?.name ?? '' },
      ...{ ancestors, children, siblings: siblings.filter(sibling => sibling.id !== id) },
      waitingBelow: await listWaitingBelow(actor, frame, children),
      ...{ canEdit, canSpeak: can.speak(actor) },
      below: canEdit ? null : await countBelow(actor, frame, id),
      steps: frame.isLocked ? [] : stepsFrom(item.status).filter(step => can.take(actor, step, item, frame)),
      needsReason: reviewing(actor, item, frame) === 'with-reason',
      reviewer: reviewerOf(item, frame),
      history: condense(told, item.kind, names),
      threads: await listThreads(actor, frame, item, mark?.revision ?? null),
      links: linksOf(item.fields).flatMap(key => {
        const node = references.nodes.get(key);
        return node ? [{ id: key, label: standingLabel(references, node) }] : [];
      }),
      since: mark ? changesSince(events, item, readUpTo(mark, item.version), actor, names) : null,
      claim: awaitsReview(item.status) && isMember(actor) ? await getClaim(actor, db, id) : null,
      indicators,
      beside: isMember(actor) ? await getBeside(actor, frame, id) : [],
      sharing: await listSharing(actor, frame, id),
      merged: isMember(actor) ? await listMerged(actor, frame, item) : [],
      rank: (await getImage(actor, frame)).ranks.get(id) ?? null,
    },
  };
}

/** What takes the place of an item; of a colleague's draft only the year. */
async function successorFor(actor: Actor, frame: PlanFrame, { successor }: PlanItem) {
  if (!successor) return null;
  const { items } = await getImage(actor, frame);
  return { ...successor, name: items.some(({ id }) => id === successor.id) ? successor.name : '' };
}

/** What an indicator is called where another refers to it. */
export type IndicatorName = { id: string; name: string };

/** What the item takes the place of; while it is edited, what was agreed to and it may take the place of. */
async function listIndicatorNames(
  actor: Actor,
  frame: PlanFrame,
  item: PlanItem,
  canEdit: boolean,
): Promise<IndicatorName[]> {
  if (item.kind !== 'indicator') return [];
  const { items } = await getImage(actor, frame);
  return items
    .filter(
      ({ id, kind, departmentId, status }) =>
        kind === item.kind &&
        id !== item.id &&
        (id === item.fields.replacesId ||
          (canEdit && departmentId === item.departmentId && isApproved(status))),
    )
    .map(({ id, fields }) => {
      const [code, title] = [textOf(fields, 'code'), textOf(fields, 'title')];
      return { id, name: [code, title || 'tanpa nama'].filter(Boolean).join(' ') };
    });
}

/** The names that an item's values refer to; those of the regional plan never change once it is imported. */
function namesOf(frame: PlanFrame, { nodes }: References, indicators: readonly IndicatorName[]): Names {
  const subdimensionName = (key: string) => frame.subdimensions.find(({ id }) => id === key)?.name ?? '';
  const indicatorName = (key: string) => indicators.find(({ id }) => id === key)?.name ?? '';
  const referenceName = (key: string) => {
    const node = nodes.get(key);
    return node ? referenceLabel(node) : '';
  };
  const { departmentCode } = frame;
  return { ...frame.plan, departmentCode, subdimensionName, referenceName, indicatorName };
}

type Mark = { position: number; before: number; revision: number };

function changesSince(
  events: readonly Pick<StoredEvent, 'body'>[],
  item: PlanItem,
  version: number,
  actor: Actor,
  names: Names,
): Since | null {
  if (version === 0) return null;
  return Object.entries(newerThan(events, version)).flatMap(([field, { before, value, by, byId, at }]) =>
    byId === actor.userId
      ? []
      : tellChange(field, before, value, item.kind, names).map(change => ({ ...change, by, at })),
  );
}

function archivedItem(
  actor: Actor,
  frame: PlanFrame,
  item: PlanItem,
  keeper: PlanItem | null,
  told: readonly Told[],
): Omit<ArchivedItem, 'history' | 'threads'> {
  const last = told.findLast(({ action }) => action === 'archive' || action === 'merge');
  const decides = (one: PlanItem) => can.merge(actor, one, frame);
  return {
    item,
    title: textOf(item.fields, 'title'),
    by: last?.by ?? '',
    at: item.archivedAt ?? '',
    canRestore: !item.mergedIntoId && can.edit(actor, item) && !frame.isLocked,
    mergedInto: keeper && { ...mergedView(actor, frame, keeper, can.read), reason: last?.note ?? null },
    canUnmerge: keeper !== null && !frame.isLocked && [item, keeper].every(decides),
  };
}

async function listItemEvents({ regionId }: Actor, db: Database, id: string) {
  return db.event.findMany({
    where: { regionId, subjectId: id, subjectType: 'item' },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
}

async function getReadMark(
  { regionId, userId }: Actor,
  db: Database,
  subjectId: string,
): Promise<Mark | null> {
  return db.readMark.findUnique({
    where: { regionId_userId_subjectId: { regionId, userId, subjectId } },
    select: { position: true, before: true, revision: true },
  });
}

async function getClaim({ regionId, userId }: Actor, db: Database, itemId: string) {
  const claim = await db.claim.findUnique({
    where: { regionId_itemId: { regionId, itemId } },
    select: { userId: true, at: true, user: { select: { name: true } } },
  });
  return claim && { by: claim.user.name, isMine: claim.userId === userId, at: claim.at.toISOString() };
}

function reviewerOf(item: PlanItem, frame: PlanFrame): string {
  if (item.dimensionId === null) return 'Sekretariat Smart City';
  const coordinatorId = frame.coordinatorOf(item.dimensionId);
  if (coordinatorId === null) return 'Belum ada koordinator dimensi';
  if (coordinatorId !== item.departmentId)
    return `${frame.departmentCode(coordinatorId)} (koordinator)${frame.exampleMark}`;
  return `${frame.secondApprovers.join(', ') || 'Belum ditunjuk'} (penyetuju kedua)${frame.exampleMark}`;
}

async function listAncestors(actor: Actor, frame: PlanFrame, item: PlanItem): Promise<Relative[]> {
  const ancestors: Relative[] = [];
  let parentId = item.parentId;
  while (parentId) {
    const [parent] = await listItemRows(actor, database(actor.regionId), { id: parentId });
    if (!parent) break;
    ancestors.unshift(relative(actor, parent, frame));
    parentId = parent.parentId;
  }
  return ancestors;
}

async function listChildren(actor: Actor, frame: PlanFrame, parentId: string): Promise<Relative[]> {
  const children = await listItemRows(actor, database(actor.regionId), { parentId });
  return children.filter(child => can.read(actor, child, frame)).map(child => relative(actor, child, frame));
}

async function listWaitingBelow(
  actor: Actor,
  frame: PlanFrame,
  children: readonly Relative[],
): Promise<Relative[]> {
  if (children.length === 0) return [];
  const parentId = { in: children.map(({ id }) => id) };
  const rows = await listItemRows(actor, database(actor.regionId), { parentId });
  const below = rows.filter(row => can.read(actor, row, frame)).map(row => relative(actor, row, frame));
  return [
    ...children.filter(({ canApprove }) => canApprove),
    ...(await listWaitingBelow(actor, frame, below)),
    ...below.filter(({ canApprove }) => canApprove),
  ];
}

function relative(actor: Actor, item: PlanItem, frame: PlanFrame): Relative {
  const { id, kind, status, version, departmentId, fields } = item;
  return {
    ...{ id, kind, status, version },
    title: textOf(fields, 'title'),
    departmentCode: frame.departmentCode(departmentId),
    canApprove: !frame.isLocked && awaitsReview(status) && reviewing(actor, item, frame) === 'yes',
  };
}
