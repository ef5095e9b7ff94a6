import 'server-only';
import { countWrongCode, waitForCode } from '@/lib/access/throttle';
import { commonDatabase, database } from '@/lib/database/client';
import { readCode } from '../code';
import { hallName } from '../hall-name';

/** Where a code leads. */
export type Join =
  | { kind: 'open' | 'closed'; regionId: string; region: string; name: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; minutes: number };

/**
 * What a code that somebody typed or scanned leads to. It gives no right, so it is asked before signing in;
 * guessing is slowed down by address, and only wrong codes count.
 */
export async function findJoin(text: string, address: string): Promise<Join> {
  const wait = await waitForCode(address);
  if (wait > 0) return { kind: 'wait', minutes: Math.ceil(wait / 60) };
  const code = readCode(text, 'join');
  const [row] = code
    ? await commonDatabase().$queryRaw<{ regionId: string | null }[]>`
        SELECT "regionOfJoinCode"(${code}) AS "regionId"`
    : [];
  const hall = code && row?.regionId ? await hallOf(row.regionId, code) : null;
  if (hall) return hall;
  await countWrongCode(address);
  return { kind: 'wrong' };
}

async function hallOf(regionId: string, joinCode: string): Promise<Join | null> {
  const hall = await database(regionId).hallSession.findFirst({
    where: { regionId, joinCode },
    select: {
      ...{ day: true, closedAt: true },
      ...{ stage: { select: { name: true } }, plan: { select: { region: { select: { name: true } } } } },
    },
  });
  return (
    hall && {
      ...{ kind: hall.closedAt ? 'closed' : 'open', regionId, region: hall.plan.region.name },
      name: hallName({ stage: hall.stage.name, day: hall.day }),
    }
  );
}
