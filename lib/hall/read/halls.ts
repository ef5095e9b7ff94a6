import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { planStream } from '@/lib/plan/log/body';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { currentStage } from '@/lib/plan/workflow';
import { hallName } from '../hall-name';

/** A day that is open now. */
export type OpenHall = { id: string; name: string; joinCode: string; openedAt: string; openedBy: string };

/** The day that is open now, for the secretariat and for screens; null when none is. */
export async function getOpenHall(actor: Actor, frame: PlanFrame): Promise<OpenHall | null> {
  if (!can.runHall(actor) && !can.watchHall(actor)) return null;
  const { regionId } = actor;
  const hall = await database(regionId).hallSession.findFirst({
    where: { regionId, planId: frame.plan.id, closedAt: null },
    select: {
      ...{ id: true, day: true, joinCode: true, openedAt: true },
      ...{ stage: { select: { name: true } }, opener: { select: { name: true } } },
    },
  });
  if (!hall) return null;
  const { id, day, joinCode, openedAt, stage, opener } = hall;
  const name = hallName({ stage: stage.name, day });
  return { id, name, joinCode, openedAt: openedAt.toISOString(), openedBy: opener.name };
}

/** A day that is over, with the version that it left and the version before that. */
export type PastHall = {
  id: string;
  name: string;
  openedAt: string;
  closedAt: string;
  closedBy: string;
  version: { id: string; name: string };
  before: { id: string; name: string } | null;
};

/** Days that are over, newest first; for the secretariat. */
export async function listPastHalls(actor: Actor, frame: PlanFrame): Promise<PastHall[]> {
  if (!can.runHall(actor)) return [];
  const { regionId } = actor;
  const where = { regionId, planId: frame.plan.id };
  const halls = await database(regionId).hallSession.findMany({
    where: { ...where, closedAt: { not: null } },
    orderBy: { openedAt: 'desc' },
    select: {
      ...{ id: true, day: true, openedAt: true, closedAt: true, snapshotId: true },
      ...{ stage: { select: { name: true } }, closer: { select: { name: true } } },
    },
  });
  const versions = await database(regionId).snapshot.findMany({
    where,
    orderBy: [{ planRevision: 'asc' }, { at: 'asc' }],
    select: { id: true, name: true },
  });
  return halls.flatMap(({ id, day, openedAt, closedAt, snapshotId, stage, closer }) => {
    const at = versions.findIndex(version => version.id === snapshotId);
    const version = versions[at];
    if (!version || !closedAt) return [];
    return {
      ...{ id, name: hallName({ stage: stage.name, day }), version, before: versions[at - 1] ?? null },
      ...{ openedAt: openedAt.toISOString(), closedAt: closedAt.toISOString(), closedBy: closer?.name ?? '' },
    };
  });
}

/** What may be opened: each stage with the day that comes next in it. */
export type HallChoice = { id: string; name: string; nextDay: number; isCurrent: boolean };

/** The stages of the plan in their order, for whoever opens a day. */
export async function listHallChoices(actor: Actor, frame: PlanFrame): Promise<HallChoice[]> {
  if (!can.runHall(actor)) return [];
  const { regionId } = actor;
  const stages = await database(regionId).stage.findMany({
    where: { regionId, planId: frame.plan.id },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, state: true, halls: { select: { day: true } } },
  });
  const current = currentStage(stages);
  return stages.map(({ id, name, halls }) => ({
    ...{ id, name, isCurrent: id === current?.id },
    nextDay: Math.min(99, Math.max(0, ...halls.map(({ day }) => day)) + 1),
  }));
}

const idleMs = 60 * 60 * 1000;

/** How many people are signed in now, and how many wrote something since a day was opened. */
export async function countInHall(
  actor: Actor,
  frame: PlanFrame,
  hall: OpenHall,
): Promise<{ signedIn: number; writers: number }> {
  if (!can.runHall(actor)) return { signedIn: 0, writers: 0 };
  const { regionId } = actor;
  const here = await database(regionId).session.findMany({
    where: { regionId, kind: 'person', endedAt: null, lastSeenAt: { gt: new Date(Date.now() - idleMs) } },
    distinct: ['userId'],
    select: { userId: true },
  });
  const writers = await database(regionId).event.findMany({
    where: {
      ...{ regionId, stream: planStream(frame.plan.id), at: { gte: new Date(hall.openedAt) } },
      subjectType: 'item',
    },
    distinct: ['actorId'],
    select: { actorId: true },
  });
  return { signedIn: here.length, writers: writers.length };
}
