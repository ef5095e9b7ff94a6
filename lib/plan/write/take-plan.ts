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

/** Thinks on the plan as it stands, holding nothing: whatever is written then must look again (`changeItem`). */
export async function withoutPlan<Result>(
  { regionId }: Actor,
  think: (source: Source, plan: TakenPlan) => Promise<Result>,
): Promise<Result> {
  const source = database(regionId);
  const rows = await source.$queryRaw<PlanRow[]>`
    SELECT id, revision, "headHash", "baselineYear", years, phase::text AS phase, "draftsVisible", "selfReview"
    FROM "Plan" WHERE "regionId" = ${regionId} ORDER BY ordinal DESC LIMIT 1`;
  return think(source, takenPlan(regionId, rows));
}

function takenPlan(regionId: string, [row]: readonly PlanRow[]): TakenPlan {
  if (!row) throw new Error(`region ${regionId} has no plan`);
  const { revision, headHash, ...plan } = row;
  return { ...plan, head: { kind: 'plan', id: plan.id, revision, headHash } };
}

/** Whether the plan takes no changes now. Asked after the plan was taken, so that the answer holds. */
export async function isPlanLocked(source: Source, { regionId }: Actor, plan: TakenPlan): Promise<boolean> {
  const stages = await source.stage.findMany({
    where: { regionId, planId: plan.id },
    orderBy: { position: 'asc' },
    select: { state: true },
  });
  return isLocked(plan, currentStage(stages));
}

/** The answer given before to the same mutation, so that a retry changes nothing and hears the same. */
export async function earlierOutcome(
  source: Source,
  { regionId, userId }: Actor,
  mutationId: string,
): Promise<Outcome | null> {
  const event = await source.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { revision: true, at: true, actorId: true, subjectType: true, subjectId: true, stream: true },
  });
  if (!event) return null;
  // A key names one change of one person; whoever sends another's hears nothing of what became of that.
  if (event.actorId !== userId) return refused(mutationId, 'invalid', usedMessage);
  const { revision, stream, subjectType, subjectId } = event;
  const version = await source.event.count({
    where: { regionId, stream, subjectType, subjectId, revision: { lte: revision } },
  });
  return { mutationId, ok: true, version, revision, at: event.at.toISOString() };
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
