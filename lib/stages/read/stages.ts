import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import type { PlanAsOf } from '@/lib/plan/log/as-of';
import { type Board, boardOf } from '@/lib/plan/progress-board';
import { getPlanAsOf } from '@/lib/plan/read/as-of';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { currentStage } from '@/lib/plan/workflow';
import { deadlineParts } from '../deadline';
import type { StageState } from '../moves';

/** A stage with what its end left. */
export type StageRow = {
  id: string;
  name: string;
  state: StageState;
  /** As ISO text, and as a form shows it. */
  deadline: string | null;
  day: string;
  hour: string;
  isCurrent: boolean;
  /** The version that was frozen when it ended. */
  version: { id: string; name: string; at: string; by: string } | null;
  /** Who had handed in what by then; only where it has ended. */
  board: Board | null;
};

/** The stages of the plan in their order, for whoever keeps them. */
export async function listStages(actor: Actor, frame: PlanFrame): Promise<StageRow[]> {
  if (!can.keepStages(actor)) return [];
  const { regionId } = actor;
  const stages = await database(regionId).stage.findMany({
    where: { regionId, planId: frame.plan.id },
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, name: true, state: true, deadline: true },
      snapshot: {
        select: {
          ...{ id: true, name: true, at: true, planRevision: true, regionRevision: true },
          author: { select: { name: true } },
        },
      },
    },
  });
  const current = currentStage(stages);
  return Promise.all(
    stages.map(async ({ id, name, state, deadline, snapshot }) => ({
      ...{ id, name, state, deadline: deadline?.toISOString() ?? null, ...deadlineParts(deadline) },
      isCurrent: id === current?.id,
      version: snapshot && {
        ...{ id: snapshot.id, name: snapshot.name },
        ...{ at: snapshot.at.toISOString(), by: snapshot.author.name },
      },
      board: snapshot && lateAt(await getPlanAsOf(actor, frame, snapshot)),
    })),
  );
}

/** How far every department was in a state of the plan. */
function lateAt({ items, dimensions, departments }: PlanAsOf): Board {
  const kept = items.filter(({ leftOutReason }) => leftOutReason === null);
  const tallies = kept.map(({ departmentId, dimensionId, status }) => ({
    ...{ departmentId, dimensionId, status, count: 1 },
  }));
  const around = {
    ...{ isOver: true, isLocked: false, own: [] },
    dimensions: dimensions.map(({ id, code }) => ({ id, slug: code.toLowerCase() })),
    departments: departments.map(each => ({ ...each, label: departmentLabel(each) })),
  };
  return boardOf(tallies, around, { isOpenOnly: true });
}
