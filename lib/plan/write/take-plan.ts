import 'server-only';
import { type Actor, type Frame, SignedOut } from '@/lib/access/policy';
import { database, type Source, type Transaction } from '@/lib/database/client';
import { isCrossing } from '@/lib/database/faults';
import type { Years } from '../kinds/kind';
import type { Head } from '../log/append';
import { type Outcome, refused, usedMessage } from '../outcome';
import { currentStage, isLocked } from '../workflow';

export type TakenPlan = Years & {
  id: string;
  head: Head;
  phase: 'drafting' | 'ratified';
  draftsVisible: boolean;
  selfReview: boolean;
};

/**
 * Runs one writing transaction on the current plan. The plan's row is locked first and no other row is,
 * so writers queue and never deadlock (DESIGN 5).
 */
export async function withPlan<Result>(
  actor: Actor,
  write: (tx: Transaction, plan: TakenPlan) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database(actor.regionId).$transaction(
        async tx => {
          const plan = await takePlan(tx, actor);
          await requirePresence(tx, actor);
          return write(tx, plan);
        },
        {
          maxWait: 15_000,
          timeout: 15_000,
        },
      );
    } catch (error) {
      if (attempt >= 3 || !isCrossing(error)) throw error;
    }
  }
}

const freshMs = 4_000;

/** Whoever waited long for the plan is asked for once more: disabling and signing out hold within 5 s (SECURITY 4). */
async function requirePresence(tx: Transaction, { regionId, userId, sessionId, asOf }: Actor): Promise<void> {
  if (Date.now() - asOf < freshMs) return;
  const person = await tx.user.findFirst({
    where: { regionId, id: userId, disabledAt: null },
    select: { id: true },
  });
  const session = sessionId
    ? await tx.session.findFirst({ where: { id: sessionId, endedAt: null }, select: { id: true } })
    : true;
  if (!person || !session) throw new SignedOut();
}

type PlanRow = Omit<TakenPlan, 'head'> & { revision: number; headHash: string };

async function takePlan(tx: Transaction, { regionId }: Actor): Promise<TakenPlan> {
  return takenPlan(
    regionId,
    await tx.$queryRaw<PlanRow[]>`
      SELECT id, revision, "headHash", "baselineYear", years, phase::text AS phase, "draftsVisible", "selfReview"
      FROM "Plan" WHERE "regionId" = ${regionId} ORDER BY ordinal DESC LIMIT 1 FOR NO KEY UPDATE`,
  );
}

/** What a change stands on: the plan, whether it takes changes, and the answer given before to the same mutation. */
export type Ground = { plan: TakenPlan; isLocked: boolean; earlier: Outcome | null };

type GroundRow = PlanRow & { stages: { state: string }[]; earlier: EarlierEvent | null };

/** Thinks on the plan as it stands, holding nothing: whatever is written then must look again (`changeItem`). */
export async function withoutPlan<Result>(
  actor: Actor,
  mutationId: string,
  think: (source: Source, ground: Ground) => Promise<Result>,
): Promise<Result> {
  const { regionId } = actor;
  const source = database(regionId);
  const rows = await source.$queryRaw<GroundRow[]>`
    SELECT id, revision, "headHash", "baselineYear", years, phase::text AS phase, "draftsVisible", "selfReview",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('state', state) ORDER BY position), '[]')
        FROM "Stage" WHERE "regionId" = ${regionId} AND "planId" = "Plan".id) AS stages,
      (SELECT jsonb_build_object('revision', revision, 'at', at, 'actorId', "actorId", 'subjectType', "subjectType",
          'subjectId', "subjectId", 'stream', stream)
        FROM "Event" WHERE "regionId" = ${regionId} AND "mutationId" = ${mutationId}) AS earlier
    FROM "Plan" WHERE "regionId" = ${regionId} ORDER BY ordinal DESC LIMIT 1`;
  const { stages = [], earlier = null } = rows[0] ?? {};
  const plan = takenPlan(regionId, rows);
  return think(source, {
    plan,
    isLocked: isLocked(plan, currentStage(stages)),
    earlier:
      earlier && (await outcomeOf(source, actor, mutationId, { ...earlier, at: new Date(earlier.at) })),
  });
}

/** The same for who needs to read nothing. */
export async function withoutReading<Result>(
  { regionId }: Actor,
  think: (source: Source) => Promise<Result>,
): Promise<Result> {
  return think(database(regionId));
}

/** The ground of a change whose plan was taken, so that it holds until the change is made. */
export async function groundOf(
  tx: Transaction,
  actor: Actor,
  plan: TakenPlan,
  mutationId: string,
): Promise<Ground> {
  const earlier = await earlierOutcome(tx, actor, mutationId);
  return { plan, earlier, isLocked: earlier === null && (await isPlanLocked(tx, actor, plan)) };
}

function takenPlan(regionId: string, [row]: readonly PlanRow[]): TakenPlan {
  if (!row) throw new Error(`region ${regionId} has no plan`);
  const { revision, headHash, ...plan } = row;
  return { ...plan, head: { kind: 'plan', id: plan.id, revision, headHash } };
}

/** Whether the plan takes no changes now. Asked after the plan was taken, so that the answer holds. */
export async function isPlanLocked(tx: Transaction, { regionId }: Actor, plan: TakenPlan): Promise<boolean> {
  const stages = await tx.stage.findMany({
    where: { regionId, planId: plan.id },
    orderBy: { position: 'asc' },
    select: { state: true },
  });
  return isLocked(plan, currentStage(stages));
}

type EarlierEvent = {
  revision: number;
  at: Date;
  actorId: string;
  subjectType: string;
  subjectId: string;
  stream: string;
};

/** The answer given before to the same mutation, so that a retry changes nothing and hears the same. */
export async function earlierOutcome(
  tx: Transaction,
  actor: Actor,
  mutationId: string,
): Promise<Outcome | null> {
  const { regionId } = actor;
  const event = await tx.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { revision: true, at: true, actorId: true, subjectType: true, subjectId: true, stream: true },
  });
  return event && outcomeOf(tx, actor, mutationId, event);
}

async function outcomeOf(
  source: Source,
  { regionId, userId }: Actor,
  mutationId: string,
  { revision, at, actorId, subjectType, subjectId, stream }: EarlierEvent,
): Promise<Outcome> {
  // A key names one change of one person; whoever sends another's hears nothing of what became of that.
  if (actorId !== userId) return refused(mutationId, 'invalid', usedMessage);
  const version = await source.event.count({
    where: { regionId, stream, subjectType, subjectId, revision: { lte: revision } },
  });
  return { mutationId, ok: true, version, revision, at: at.toISOString() };
}

/** Who coordinates, for the rules of access. */
export async function policyFrame(source: Source, { regionId }: Actor, plan: TakenPlan): Promise<Frame> {
  const dimensions = await source.dimension.findMany({
    where: { regionId, planId: plan.id },
    select: { id: true, coordinatorId: true },
  });
  const coordinators = new Map(dimensions.map(({ id, coordinatorId }) => [id, coordinatorId]));
  const { draftsVisible, selfReview } = plan;
  return { draftsVisible, selfReview, coordinatorOf: id => coordinators.get(id) ?? null };
}
