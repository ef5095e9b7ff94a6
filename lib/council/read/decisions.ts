import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { decisionNumber } from '../number';

/** A decision as it is read. */
export type DecisionView = {
  id: string;
  number: string;
  kind: 'endorse' | 'revise' | 'resolve' | 'revoke';
  matter: string;
  matterTitle: string;
  dimensionId: string | null;
  text: string;
  by: string;
  office: string;
  tenure: 'definitive' | 'plt' | 'plh';
  /** The decree that the office rests on; null when none is named. */
  decree: string | null;
  at: string;
  /** Who wrote it down for whoever decided; null: they did it themselves. */
  recordedBy: string | null;
  sitting: { id: string; title: string };
  revokes: { id: string; number: string } | null;
  revokedBy: { id: string; number: string } | null;
  /** Where both logs stood. */
  planRevision: number;
  regionRevision: number;
  planId: string;
};

const cited = { select: { id: true, ordinal: true, year: true } } as const;

/** What was decided, in the order of its numbers: in one sitting, in the whole of a plan, or one alone. */
export async function listDecisions(
  actor: Actor,
  _frame: PlanFrame,
  where: { sittingId: string } | { planId: string } | { id: string },
): Promise<DecisionView[]> {
  if (!can.readCouncil(actor)) return [];
  const { regionId } = actor;
  const rows = await database(regionId).decision.findMany({
    where: { regionId, ...where },
    orderBy: { ordinal: 'asc' },
    select: {
      ...{ id: true, ordinal: true, year: true, kind: true, matter: true, matterTitle: true },
      ...{ dimensionId: true, text: true, deciderName: true, office: true, tenure: true, decree: true },
      ...{ at: true, deciderId: true, recordedById: true, recorder: { select: { name: true } } },
      ...{ planRevision: true, regionRevision: true, planId: true },
      sitting: { select: { id: true, title: true } },
      ...{ revokes: cited, revokedBy: cited },
    },
  });
  return rows.map(row => {
    const { ordinal, year, deciderName, deciderId, recordedById, recorder, ...rest } = row;
    const cite = (one: { id: string; ordinal: number; year: number } | null | undefined) =>
      one ? { id: one.id, number: decisionNumber(one) } : null;
    return {
      ...{ ...rest, number: decisionNumber({ ordinal, year }), text: row.text ?? '', by: deciderName },
      ...{ at: row.at.toISOString(), recordedBy: recordedById === deciderId ? null : recorder.name },
      ...{ revokes: cite(row.revokes), revokedBy: cite(row.revokedBy[0]) },
    };
  });
}

/** One decision; null when there is none, or it is not this person's to read. */
export async function getDecision(actor: Actor, frame: PlanFrame, id: string): Promise<DecisionView | null> {
  return (await listDecisions(actor, frame, { id }))[0] ?? null;
}
