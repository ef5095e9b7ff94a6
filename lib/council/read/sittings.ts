import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { dayText } from '@/lib/people/words';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { minutesNumber } from '../number';

/** A sitting in a list. */
export type SittingLine = {
  id: string;
  number: string;
  title: string;
  /** Its day, "2026-11-26". */
  date: string;
  place: string;
  leader: string;
  isOpen: boolean;
  decisions: number;
  attending: number;
  /** The version that closing it named. */
  version: { id: string; name: string } | null;
  /** Of an earlier plan of the region: its name; null: of the plan of now. */
  ofPlan: string | null;
};

/** Every sitting of the region, newest first. */
export async function listSittings(actor: Actor, frame: PlanFrame): Promise<SittingLine[]> {
  if (!can.readCouncil(actor)) return [];
  const { regionId } = actor;
  const rows = await database(regionId).sitting.findMany({
    where: { regionId },
    orderBy: [{ date: 'desc' }, { openedAt: 'desc' }],
    select: {
      ...{ id: true, ordinal: true, title: true, date: true, place: true, leader: true, closedAt: true },
      ...{ planId: true, plan: { select: { name: true } }, snapshot: { select: { id: true, name: true } } },
      _count: { select: { decisions: true, attendance: { where: { removedAt: null } } } },
    },
  });
  return rows.map(({ ordinal, date, closedAt, planId, plan, snapshot, _count, ...row }) => {
    const day = dayText(date) ?? '';
    const isOpen = closedAt === null && planId === frame.plan.id;
    return {
      ...{ ...row, date: day, number: minutesNumber({ ordinal, date: day }), isOpen },
      ...{ decisions: _count.decisions, attending: _count.attendance, version: snapshot },
      ofPlan: planId === frame.plan.id ? null : plan.name,
    };
  });
}

/** The sitting of the plan of now that is open; null when none is. */
export async function getOpenSitting(
  actor: Actor,
  frame: PlanFrame,
): Promise<{ id: string; title: string; date: string } | null> {
  if (!can.readCouncil(actor)) return null;
  const { regionId } = actor;
  const row = await database(regionId).sitting.findFirst({
    where: { regionId, planId: frame.plan.id, closedAt: null },
    select: { id: true, title: true, date: true },
  });
  return row && { ...row, date: dayText(row.date) ?? '' };
}
