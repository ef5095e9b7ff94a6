import 'server-only';
import { today } from '@/lib/access/tenure';
import { countWrongCode, waitForCode } from '@/lib/access/throttle';
import { commonDatabase, database } from '@/lib/database/client';
import { readCode } from '@/lib/hall/code';

/** Where the code of an invitation leads. */
export type GuestJoin =
  | { kind: 'open'; regionId: string; region: string; contact: string; invitationId: string; title: string }
  /** It was one, and takes nobody any more: its last day is over, it was ended, or it is full. */
  | { kind: 'closed'; regionId: string; region: string; contact: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; minutes: number };

/**
 * What a code that somebody scanned leads to; nobody is named. Guessing is slowed down by address, and only wrong
 * codes count.
 */
export async function findGuestJoin(text: string, address: string): Promise<GuestJoin> {
  const wait = await waitForCode(address, 'invitation');
  if (wait > 0) return { kind: 'wait', minutes: Math.ceil(wait / 60) };
  const code = readCode(text, 'guest');
  const [row] = code
    ? await commonDatabase().$queryRaw<{ regionId: string | null }[]>`
        SELECT "regionOfGuestCode"(${code}) AS "regionId"`
    : [];
  const found = code && row?.regionId ? await invitationOf(row.regionId, code) : null;
  if (found) return found;
  await countWrongCode(address, 'invitation');
  return { kind: 'wrong' };
}

async function invitationOf(regionId: string, joinCode: string): Promise<GuestJoin | null> {
  const invitation = await database(regionId).guestInvitation.findFirst({
    where: { regionId, joinCode },
    select: {
      ...{ id: true, title: true, validTo: true, most: true, endedAt: true },
      ...{ _count: { select: { guests: true } } },
      maker: { select: { region: { select: { name: true, contact: true } } } },
    },
  });
  if (!invitation) return null;
  const { id, title, validTo, most, endedAt, _count, maker } = invitation;
  const around = { regionId, region: maker.region.name, contact: maker.region.contact };
  const isOpen = endedAt === null && validTo >= today() && _count.guests < most;
  return isOpen ? { kind: 'open', ...around, invitationId: id, title } : { kind: 'closed', ...around };
}
