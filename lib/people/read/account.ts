import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { openSessions } from '@/lib/access/settings';
import { database } from '@/lib/database/client';
import { describeSession, type SessionView } from '../session-view';

export type AccountView = {
  username: string;
  name: string;
  position: string | null;
  sessions: SessionView[];
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
        where: openSessions(),
        orderBy: { lastSeenAt: 'desc' },
        take: 50,
      },
    },
  });
  return { ...user, sessions: user.sessions.map(session => describeSession(session, sessionId)) };
}
