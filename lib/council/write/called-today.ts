import 'server-only';
import { type Actor, decidingRoles } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { departmentLabel } from '@/lib/plan/department-label';
import { attendingAs } from '../attending-as';
import { byRank } from '../capacity';

/** A person as a list of attendance names them today; null for whoever is disabled or nobody of the region. */
export async function calledToday(
  tx: Transaction,
  { regionId }: Actor,
  userId: string,
): Promise<{ name: string; office: string; institution: string } | null> {
  const person = await tx.user.findFirst({
    where: { regionId, id: userId, disabledAt: null },
    select: {
      name: true,
      region: { select: { headTitle: true } },
      memberships: {
        where: heldToday(),
        orderBy: { id: 'asc' },
        select: {
          ...{ role: true, tenure: true },
          department: { select: { code: true, name: true, kind: true } },
          dimension: { select: { name: true } },
        },
      },
    },
  });
  if (!person || person.memberships.length === 0) return null;
  const { name, region, memberships } = person;
  const posts = byRank(memberships, decidingRoles);
  const department = posts.find(post => post.department)?.department;
  return {
    ...{ name, office: attendingAs(posts, region.headTitle) },
    institution: department ? departmentLabel(department) : '',
  };
}
