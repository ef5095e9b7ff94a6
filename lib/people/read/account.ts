import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { sessionSeconds } from '@/lib/access/settings';
import { database } from '@/lib/database/client';

export type AccountView = {
  username: string;
  name: string;
  position: string | null;
  sessions: {
    id: string;
    device: string;
    address: string;
    lastSeenAt: string;
    isCurrent: boolean;
    /** A wall or projector that this person opened. */
    isScreen: boolean;
  }[];
};

/** The actor's own account with the sessions that are still open. */
export async function getAccount(actor: Actor): Promise<AccountView> {
  const { regionId, userId, sessionId } = actor;
  const user = await database(regionId).user.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: userId } },
    select: {
      username: true,
      name: true,
      position: true,
      sessions: {
        where: {
          kind: { not: 'screenKey' },
          endedAt: null,
          createdAt: { gt: new Date(Date.now() - sessionSeconds * 1000) },
        },
        orderBy: { lastSeenAt: 'desc' },
        take: 50,
      },
    },
  });
  const sessions = user.sessions.map(({ id, kind, device, address, lastSeenAt }) => ({
    ...{ id, device, address, lastSeenAt: lastSeenAt.toISOString(), isCurrent: id === sessionId },
    isScreen: kind === 'screen',
  }));
  return { ...user, sessions };
}
