import 'server-only';
import { type Actor, readsPlan } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { bodyOf, planStream } from '@/lib/plan/log/body';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { listSuggestions, type SuggestionView } from './suggestions';

/** What became of an own suggestion: taken up, answered why not, or handed to a department. */
export type AnswerNews = {
  id: string;
  suggestion: SuggestionView;
  deed: 'adopt' | 'decline' | 'handOn';
  by: string;
  at: string;
  isNew: boolean;
};

const deeds = ['adopt', 'decline', 'handOn'] as const;
const most = 100;

/** What others did with this person's suggestions, newest first (at most a hundred). */
export async function listAnswers(actor: Actor, frame: PlanFrame): Promise<AnswerNews[]> {
  const events = await listAnswering(actor, frame);
  if (events.length === 0) return [];
  const mark = await markOf(actor, frame);
  const own = new Map((await listSuggestions(actor, frame)).map(one => [one.id, one]));
  return events.flatMap(({ revision, subjectId, at, body }) => {
    const suggestion = own.get(subjectId);
    const { action, actor: author } = bodyOf({ body });
    const deed = deeds.find(one => one === action);
    return suggestion && deed
      ? [
          {
            ...{ id: String(revision), suggestion, deed, by: author.name, at: at.toISOString() },
            isNew: mark === null || revision > mark,
          },
        ]
      : [];
  });
}

/** How many of them this person has not read; the page of news marks them. */
export async function countUnreadAnswers(actor: Actor, frame: PlanFrame): Promise<number> {
  const events = await listAnswering(actor, frame);
  if (events.length === 0) return 0;
  const mark = await markOf(actor, frame);
  return events.filter(({ revision }) => mark === null || revision > mark).length;
}

async function listAnswering(actor: Actor, frame: PlanFrame) {
  if (!readsPlan(actor)) return [];
  const { regionId, userId } = actor;
  const mine = await database(regionId).suggestion.findMany({
    where: { regionId, planId: frame.plan.id, authorId: userId },
    orderBy: { at: 'desc' },
    take: most,
    select: { id: true },
  });
  if (mine.length === 0) return [];
  return database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), subjectType: 'suggestion' },
      ...{
        subjectId: { in: mine.map(({ id }) => id) },
        action: { in: [...deeds] },
        actorId: { not: userId },
      },
    },
    orderBy: { revision: 'desc' },
    take: most,
    select: { revision: true, subjectId: true, at: true, body: true },
  });
}

/** Up to where this person has read the plan's news; null: never. */
async function markOf({ regionId, userId }: Actor, { plan }: PlanFrame): Promise<number | null> {
  const mark = await database(regionId).readMark.findUnique({
    where: { regionId_userId_subjectId: { regionId, userId, subjectId: plan.id } },
    select: { position: true },
  });
  return mark?.position ?? null;
}
