import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import { database } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import { dayText, showDay } from '../words';

export type Choice = { value: string; label: string };

/** What forms about people offer, and the region's revision that they were read at. */
export type Choices = {
  departments: Choice[];
  dimensions: Choice[];
  decrees: Choice[];
  /** What is sent back with a change, so that nothing newer is overwritten. */
  seen: number;
};

/** Open departments, dimensions of the current plan and decrees; null for who may not manage people. */
export async function getChoices(actor: Actor): Promise<Choices | null> {
  if (!can.managePeople(actor)) return null;
  const { regionId } = actor;
  const db = database(regionId);
  // Before everything else: what is newer than this is asked about again when something is saved.
  const { revision } = await db.region.findUniqueOrThrow({
    where: { id: regionId },
    select: { revision: true },
  });
  const [departments, plan, decrees] = await Promise.all([
    db.department.findMany({
      where: { regionId, ...heldToday() },
      orderBy: { position: 'asc' },
      select: { id: true, code: true, name: true, kind: true },
    }),
    db.plan.findFirst({
      where: { regionId },
      orderBy: { ordinal: 'desc' },
      select: { dimensions: { orderBy: { position: 'asc' }, select: { id: true, code: true, name: true } } },
    }),
    db.decree.findMany({ where: { regionId }, orderBy: [{ date: 'desc' }, { number: 'asc' }] }),
  ]);
  return {
    seen: revision,
    departments: departments.map(({ id, ...department }) => {
      const label = departmentLabel(department);
      return {
        value: id,
        label: label === department.name ? label : `${label}, ${department.name}`,
      };
    }),
    dimensions: (plan?.dimensions ?? []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
    decrees: decrees.map(({ id, number, date, subject }) => {
      const day = dayText(date);
      return {
        value: id,
        label: [number, day && showDay(day), subject].filter(Boolean).join(', '),
      };
    }),
  };
}
