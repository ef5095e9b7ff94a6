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
