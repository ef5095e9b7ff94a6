import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { ToldDeed } from '@/lib/people/story';
import { dayText } from '@/lib/people/words';
import { planStream } from '@/lib/plan/log/body';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { type AgendaEntry, agendaOf } from '../agenda';
import { minutesNumber } from '../number';
import type { SittingFields } from '../sitting-form';
import { tellSitting } from '../story';
import { getOpenMatters } from './agenda';
import { type DecisionView, listDecisions } from './decisions';

/** Somebody on the list of attendance. */
export type Attending = {
  id: string;
  userId: string | null;
  name: string;
  office: string;
  institution: string;
};

/** A sitting with all that belongs to it. */
export type SittingView = SittingFields & {
  id: string;
  number: string;
  planId: string;
  isOpen: boolean;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
  closedBy: string;
  version: { id: string; name: string } | null;
  /** How often it was changed; a form made on an older one is refused. */
  changes: number;
  /** What is on the table: drawn from open matters while it is open, as it was kept once it is closed. */
  agenda: AgendaEntry[];
  attendance: Attending[];
  decisions: DecisionView[];
  history: ToldDeed[];
};

/** One sitting; null when there is none, or it is not this person's to read. */
export async function getSitting(actor: Actor, frame: PlanFrame, id: string): Promise<SittingView | null> {
  if (!can.readCouncil(actor)) return null;
  const { regionId } = actor;
  const row = await database(regionId).sitting.findUnique({
    where: { regionId_id: { regionId, id } },
    select: {
      ...{ id: true, planId: true, ordinal: true, title: true, date: true, place: true, agenda: true },
      ...{ leader: true, leaderOffice: true, openedAt: true, closedAt: true },
      ...{ opener: { select: { name: true } }, closer: { select: { name: true } } },
      snapshot: { select: { id: true, name: true } },
      points: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true, title: true, withdrawnAt: true },
      },
      attendance: {
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        select: { id: true, userId: true, name: true, office: true, institution: true, removedAt: true },
      },
    },
  });
  if (!row) return null;
  const { ordinal, date, agenda, opener, closer, snapshot, points, attendance, ...rest } = row;
  const day = dayText(date) ?? '';
  const decisions = await listDecisions(actor, frame, { sittingId: id });
  const subjects = [id, ...[...points, ...attendance, ...decisions].map(one => one.id)];
  const events = await listEvents(actor, row.planId, subjects);
  // A plan that another has taken the place of takes no decisions, even if its sitting was never closed.
  const isOpen = row.closedAt === null && row.planId === frame.plan.id;
  const kept = row.closedAt ? agenda : [...new Set(decisions.map(({ matterTitle }) => matterTitle))];
  return {
    ...{ ...rest, date: day, number: minutesNumber({ ordinal, date: day }), isOpen },
    ...{ openedAt: row.openedAt.toISOString(), openedBy: opener.name },
    ...{ closedAt: row.closedAt?.toISOString() ?? null, closedBy: closer?.name ?? '', version: snapshot },
    changes: events.filter(({ subjectId }) => subjectId === id).length,
    agenda: isOpen
      ? await drawnAgenda(
          actor,
          frame,
          points.filter(({ withdrawnAt }) => withdrawnAt === null),
          decisions,
        )
      : kept.map(keptEntry),
    attendance: attendance
      .filter(({ removedAt }) => removedAt === null)
      .map(({ removedAt: _, ...one }) => one),
    decisions,
    history: tellSitting(events),
  };
}

async function drawnAgenda(
  actor: Actor,
  frame: PlanFrame,
  points: readonly { id: string; title: string }[],
  decisions: readonly DecisionView[],
): Promise<AgendaEntry[]> {
  const open = await getOpenMatters(actor, frame);
  return open ? agendaOf(open, points, new Set(decisions.map(({ matter }) => matter))) : [];
}

const keptEntry = (title: string, place: number): AgendaEntry => ({
  ...{ key: `kept:${place}`, title, detail: '', href: null, dimensionId: null, pointId: null },
});

async function listEvents({ regionId }: Actor, planId: string, subjects: readonly string[]) {
  return database(regionId).event.findMany({
    where: { regionId, stream: planStream(planId), subjectId: { in: [...subjects] } },
    orderBy: { revision: 'asc' },
    select: { subjectId: true, body: true },
  });
}
