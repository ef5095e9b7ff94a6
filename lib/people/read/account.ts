import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { openSessions } from '@/lib/access/settings';
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
        where: openSessions(),
        orderBy: { lastSeenAt: 'desc' },
        take: 50,
      },
    },
  });
  return { ...user, sessions: user.sessions.map(session => describeSession(session, sessionId)) };
}

type Row = { id: string; kind: string; device: string; address: string; lastSeenAt: Date };

/** An open session as its list shows it. */
export function describeSession(
  { id, kind, device, address, lastSeenAt }: Row,
  current: string | null,
): AccountView['sessions'][number] {
  const isScreen = kind === 'screen';
  return { id, device, address, lastSeenAt: lastSeenAt.toISOString(), isCurrent: id === current, isScreen };
}
