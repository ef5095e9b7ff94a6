import 'server-only';
import { type Actor, managingRole, ratifyingRoles } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { Deed } from '@/lib/people/deed';
import { answeredBefore, holdsStill } from '@/lib/people/write/ground';
import { denied, notRatifying } from '../answer';

const offices = {
  prepare: { roles: [managingRole] as const, refusal: denied },
  ratify: { roles: ratifyingRoles, refusal: notRatifying },
};

/**
 * Why nothing is to be written, or what was answered to the same mutation before. Asked of the database after the
 * plan was taken: whoever left office while they waited does nothing.
 */
export async function stopped(
  tx: Transaction,
  actor: Actor,
  mutationId: string,
  office: keyof typeof offices,
): Promise<Deed | null> {
  const { roles, refusal } = offices[office];
  return (await holdsStill(tx, actor, roles)) ? answeredBefore(tx, actor, mutationId) : refusal();
}
