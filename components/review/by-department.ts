import type { Waiting } from '@/lib/plan/read/queue';

export type WaitingDepartment = { departmentCode: string; items: Waiting[] };

/** The queue by department; the department that has waited longest comes first, and so within it. */
export function byDepartment(waiting: readonly Waiting[]): WaitingDepartment[] {
  const codes = [...new Set(waiting.map(({ departmentCode }) => departmentCode))];
  return codes.map(departmentCode => ({
    departmentCode,
    items: waiting.filter(item => item.departmentCode === departmentCode),
  }));
}

/** What follows in the queue as it is shown, and then what stands before. */
export function followingOf(waiting: readonly WaitingDepartment[], id: string): string[] {
  const ids = waiting.flatMap(({ items }) => items.map(item => item.id));
  const at = ids.indexOf(id);
  return [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at))];
}
