import 'server-only';
import { type Actor, type Frame, SignedOut } from '@/lib/access/policy';
import { database, type Transaction } from '@/lib/database/client';
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

async function takePlan(tx: Transaction, { regionId }: Actor): Promise<TakenPlan> {
  const rows = await tx.$queryRaw<Omit<TakenPlan & { revision: number; headHash: string }, 'head'>[]>`
    SELECT id, revision, "headHash", "baselineYear", years, phase::text AS phase, "draftsVisible", "selfReview"
    FROM "Plan" WHERE "regionId" = ${regionId} ORDER BY ordinal DESC LIMIT 1 FOR NO KEY UPDATE`;
  const [row] = rows;
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

/** The answer given before to the same mutation, so that a retry changes nothing and hears the same. */
export async function earlierOutcome(
  tx: Transaction,
  { regionId, userId }: Actor,
  mutationId: string,
): Promise<Outcome | null> {
  const event = await tx.event.findUnique({
    where: { regionId_mutationId: { regionId, mutationId } },
    select: { revision: true, at: true, actorId: true, subjectType: true, subjectId: true, stream: true },
  });
  if (!event) return null;
  // A key names one change of one person; whoever sends another's hears nothing of what became of that.
  if (event.actorId !== userId) return refused(mutationId, 'invalid', usedMessage);
  const { revision, stream, subjectType, subjectId } = event;
  const version = await tx.event.count({
    where: { regionId, stream, subjectType, subjectId, revision: { lte: revision } },
  });
  return { mutationId, ok: true, version, revision, at: event.at.toISOString() };
}

/** Who coordinates, for the rules of access. */
export async function policyFrame(tx: Transaction, { regionId }: Actor, plan: TakenPlan): Promise<Frame> {
  const dimensions = await tx.dimension.findMany({
    where: { regionId, planId: plan.id },
    select: { id: true, coordinatorId: true },
  });
  const coordinators = new Map(dimensions.map(({ id, coordinatorId }) => [id, coordinatorId]));
  const { draftsVisible, selfReview } = plan;
  return { draftsVisible, selfReview, coordinatorOf: id => coordinators.get(id) ?? null };
}
