import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, practiceRoles } from '@/lib/access/policy';
import { practiceAccounts, practiceRegionId, type Side } from '@/lib/access/practice';
import { madeEntry } from '@/lib/people/logged';
import { withRegion } from '@/lib/people/write/take-region';
import { append } from '@/lib/plan/log/append';
import { departmentCode, keeperNames } from '../structure';

/**
 * Gives somebody their place in the practice region of their own: a department that is nobody else's, an account
 * that fills in for it, and one that reviews what it hands in and nothing besides. Once for each person.
 * @param account their user name at work, and a hash that no password fits
 */
export async function joinPractice(
  actor: Actor,
  { username, passwordHash }: { username: string; passwordHash: string },
): Promise<void> {
  const regionId = practiceRegionId(actor.regionId);
  const accounts = practiceAccounts(actor.userId);
  const author = { regionId, userId: accounts.drafter, name: `${actor.name} (latihan)` };
  await withRegion(author, async (tx, head) => {
    if ((await tx.user.count({ where: { regionId, id: accounts.drafter } })) > 0) return;
    const keeper = await tx.user.findUniqueOrThrow({
      where: { regionId_username: { regionId, username: keeperNames.drafter } },
      select: { id: true },
    });
    const { dimensions } = await tx.plan.findFirstOrThrow({
      where: { regionId },
      orderBy: { ordinal: 'desc' },
      select: {
        dimensions: { orderBy: { position: 'asc' }, take: 1, select: { id: true, coordinatorId: true } },
      },
    });
    const position = await tx.department.count({ where: { regionId } });
    // Two are there before the first newcomer.
    const code = departmentCode(position - 1);
    const departmentId = code.toLowerCase();
    const department = {
      ...{ id: departmentId, code, name: actor.name, kind: 'DEPARTMENT', position },
      ...{ validFrom: null, validTo: null },
    };
    const user = (id: string, part: string, suffix: string) => ({
      ...{ id, username: `${username}.${suffix}`, name: `${actor.name} (${part})`, position: null },
      ...{ passwordSetAt: new Date(), mustChangePassword: false, isDemo: true },
    });
    const users = [
      user(accounts.drafter, 'latihan, OPD', 'opd'),
      user(accounts.reviewer, 'latihan, koordinator', 'koordinator'),
    ];
    const post = (userId: string, role: (typeof practiceRoles)[Side], place: object) => ({
      ...{ id: randomUUID() as string, userId, role, tenure: 'definitive' as const },
      ...{ departmentId: null, dimensionId: null, reviewsOnlyId: null },
      ...{ validFrom: null, validTo: null, decreeId: null, ...place },
    });
    const [dimension] = dimensions;
    const memberships = [
      post(accounts.drafter, practiceRoles.drafter, { departmentId }),
      post(accounts.reviewer, practiceRoles.reviewer, {
        ...{
          departmentId: dimension?.coordinatorId,
          dimensionId: dimension?.id,
          reviewsOnlyId: departmentId,
        },
      }),
      // Whoever keeps the examples puts away what newcomers leave behind.
      post(keeper.id, practiceRoles.drafter, { departmentId }),
    ];
    await tx.department.create({ data: { regionId, ...department } });
    await tx.user.createMany({ data: users.map(row => ({ regionId, ...row, passwordHash })) });
    await tx.membership.createMany({ data: memberships.map(row => ({ regionId, ...row })) });
    await append(tx, author, head, [
      madeEntry('department', department),
      ...users.map(row => madeEntry('user', row)),
      ...memberships.map(row => madeEntry('membership', row)),
    ]);
  });
}
