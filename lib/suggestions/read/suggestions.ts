import 'server-only';
import { type Actor, can, ownDepartments, readsPlan } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { asIdea, nameOf, onItem, type SuggestedAbout, type SuggestedItem } from '../about';
import { handedFields, handedNow } from '../asked';
import { authorFields, authorOf } from '../author';

export type SuggestionState = 'waiting' | 'adopted' | 'declined' | 'withdrawn';

export type SuggestionView = {
  id: string;
  state: SuggestionState;
  at: string;
  by: string;
  office: string;
  isMine: boolean;
  about: SuggestedAbout;
  text: string;
  answer: { by: string; at: string; reason: string | null } | null;
  /** To whom the coordinator handed it. */
  handedTo: string | null;
  adopted: SuggestedItem | null;
  canAnswer: boolean;
  canHandOn: boolean;
  canWithdraw: boolean;
};

const most = 300;

/**
 * What was suggested, as far as this person may see it, the newest first (at most three hundred): members everything
 * on what they read, guests their own.
 */
export async function listSuggestions(actor: Actor, frame: PlanFrame): Promise<SuggestionView[]> {
  return listWhere(actor, frame, {});
}

/** One suggestion; null when there is none, or it is not this person's to see. */
export async function getSuggestion(
  actor: Actor,
  frame: PlanFrame,
  id: string,
): Promise<SuggestionView | null> {
  return (await listWhere(actor, frame, { id }))[0] ?? null;
}

/** What was suggested on an item or became part of it. */
export async function listSuggestionsAt(
  actor: Actor,
  frame: PlanFrame,
  itemId: string,
): Promise<SuggestionView[]> {
  return listWhere(actor, frame, { OR: [{ itemId }, { adoptedItemId: itemId }] }, itemId);
}

/** How many suggestions wait for this person's answer. */
export async function countToAnswer(actor: Actor, frame: PlanFrame): Promise<number> {
  const own = ownDepartments(actor);
  if (own.length === 0 && actor.coordinates.length === 0) return 0;
  const { regionId } = actor;
  return database(regionId).suggestion.count({
    where: {
      ...{ regionId, planId: frame.plan.id, state: 'waiting' },
      OR: [
        { item: { departmentId: { in: own }, archivedAt: null } },
        { itemId: null, departmentId: { in: own } },
        {
          ...{ itemId: null, dimensionId: { in: [...actor.coordinates] } },
          OR: [{ departmentId: null }, { department: { validTo: { lt: today() } } }],
        },
      ],
    },
  });
}

type Where = NonNullable<Parameters<ReturnType<typeof database>['suggestion']['findMany']>[0]>['where'];

/** @param openTo the item on whose page they are asked for: what it was made of is told to all who read it */
async function listWhere(
  actor: Actor,
  frame: PlanFrame,
  where: Where,
  openTo?: string,
): Promise<SuggestionView[]> {
  if (!readsPlan(actor)) return [];
  const { regionId, userId } = actor;
  const seen = can.seeSuggestions(actor)
    ? {}
    : { OR: [{ authorId: userId }, { adoptedItemId: openTo ?? '' }] };
  const rows = await database(regionId).suggestion.findMany({
    where: { AND: [{ regionId, planId: frame.plan.id }, where ?? {}, seen] },
    // What waits comes before what was answered, so that no number of answers hides it.
    orderBy: [{ state: 'asc' }, { at: 'desc' }, { id: 'asc' }],
    take: most,
    select: {
      ...{ id: true, itemId: true, dimensionId: true, field: true, proposed: true },
      ...handedFields,
      ...{ seen: true, seenVersion: true, kind: true, parentId: true, title: true, unit: true },
      ...{ direction: true, target: true, text: true, authorId: true, at: true, state: true },
      ...{ answer: true, answeredAt: true, adoptedItemId: true, answerer: { select: { name: true } } },
      ...{ author: { select: authorFields() }, item: { select: { departmentId: true } } },
    },
  });
  const { items } = await getImage(actor, frame);
  const known = new Map(items.map(item => [item.id, item]));
  const newestFirst = rows.sort((a, b) => b.at.getTime() - a.at.getTime());
  return newestFirst.flatMap((row): SuggestionView[] => {
    const item = row.itemId ? (known.get(row.itemId) ?? null) : null;
    const isMine = row.authorId === userId;
    // What others say of a draft tells of the draft.
    if (row.itemId !== null && item === null && !isMine) return [];
    const asked = { departmentId: row.item?.departmentId ?? handedNow(row), dimensionId: row.dimensionId };
    const isWaiting = row.state === 'waiting';
    const adopted = row.adoptedItemId ? known.get(row.adoptedItemId) : undefined;
    const view: SuggestionView = {
      ...{ id: row.id, state: row.state, at: row.at.toISOString(), text: row.text, isMine },
      ...authorOf(row.author),
      about: row.itemId === null ? asIdea(row, frame, known) : onItem(row, frame, item),
      answer:
        row.answeredAt && row.answerer
          ? { by: row.answerer.name, at: row.answeredAt.toISOString(), reason: row.answer }
          : null,
      handedTo: row.itemId === null && row.departmentId ? frame.departmentCode(row.departmentId) : null,
      adopted: adopted ? nameOf(adopted, frame) : null,
      canAnswer: isWaiting && can.answer(actor, asked),
      canHandOn: isWaiting && can.handOn(actor, row.dimensionId),
      canWithdraw: isWaiting && isMine,
    };
    return [isMine || can.seeSuggestions(actor) ? view : authorOnly(view)];
  });
}

/** Of another's suggestion a guest learns who made it: its words were said of a draft. */
function authorOnly(view: SuggestionView): SuggestionView {
  const { about, answer } = view;
  return {
    ...{ ...view, text: '', handedTo: null, answer: answer && { ...answer, reason: null } },
    about:
      about.what === 'item'
        ? { ...about, proposed: null, seen: null, now: null }
        : { ...about, facts: [], title: null },
  };
}
