import { today } from '@/lib/access/tenure';

/** What is read of the department that an idea was handed to. */
export const handedFields = { departmentId: true, department: { select: { validTo: true } } } as const;

type Handed = { departmentId: string | null; department: { validTo: Date | null } | null };

/** The department that answers an idea; null once it has ended, so that the coordinator hands the idea on anew. */
export function handedNow({ departmentId, department }: Handed): string | null {
  const hasEnded = department?.validTo != null && department.validTo < today();
  return hasEnded ? null : departmentId;
}
