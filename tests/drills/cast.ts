import type { SeededPlan } from '../bench/seeded-plan';

/** Who sits where: an account, an indicator that only this person writes, and one that the whole department does. */
export type Role = { person: string; own: string; shared: string };

/** So many people, department by department: of each department's drafts one is shared, every other is one person's. */
export function castOf(plan: SeededPlan, count: number): Role[] {
  const departments = new Map<string, string[]>();
  for (const { item } of plan.drafts) {
    const known = departments.get(item.departmentId) ?? [];
    departments.set(item.departmentId, [...known, item.id]);
  }
  const largest = [...departments].sort(([, a], [, b]) => b.length - a.length);
  const roles = largest.flatMap(([department, [shared = '', ...own]]) =>
    own.map((itemId, index) => ({
      person: index % 2 === 0 ? `${department}.operator` : department,
      ...{ own: itemId, shared },
    })),
  );
  if (roles.length < count) throw new Error(`the plan has places for ${roles.length} people only`);
  return roles.slice(0, count);
}
