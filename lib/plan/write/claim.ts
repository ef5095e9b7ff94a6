import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database, type Transaction } from '@/lib/database/client';
import { lockedWords, missingMessage } from '../outcome';
import { getFrame } from '../read/frame';
import { listItemRows } from '../read/item-rows';
import { awaitsReview } from '../workflow';

type Claimed = { ok: true } | { ok: false; reason: 'missing' | 'conflict' | 'locked'; message: string };

/** Takes an item to review it, so that the other reviewers see it is in hand, or lets it go. */
export async function claimItem(
  actor: Actor,
  { itemId, isTaken, isTakeOver }: { itemId: string; isTaken: boolean; isTakeOver: boolean },
): Promise<Claimed> {
  const { regionId, userId } = actor;
  const db = database(regionId);
  const frame = await getFrame(actor);
  const [item] = await listItemRows(actor, db, { id: itemId, planId: frame.plan.id });
  if (!item || !awaitsReview(item.status) || !can.take(actor, 'approve', item, frame)) {
    return { ok: false, reason: 'missing', message: missingMessage };
  }
  if (frame.isLocked) return { ok: false, reason: 'locked', message: lockedWords(frame.plan) };
  const other = await db.claim.findFirst({
    where: { regionId, itemId, userId: { not: userId } },
    select: { user: { select: { name: true } } },
  });
  // Nobody is pushed aside by a page that did not show them.
  if (isTaken && other && !isTakeOver) {
    const message = `${other.user.name} sudah mengambilnya lebih dulu. Muat ulang halaman.`;
    return { ok: false, reason: 'conflict', message };
  }
  const key = { regionId_itemId: { regionId, itemId } };
  const held = { userId, at: new Date() };
  if (isTaken) await db.claim.upsert({ where: key, create: { regionId, itemId, ...held }, update: held });
  else await db.claim.deleteMany({ where: { regionId, itemId, userId } });
  return { ok: true };
}

/** Nobody holds an item any longer that has been decided on. */
export async function endClaim(tx: Transaction, { regionId }: Actor, itemId: string): Promise<void> {
  await tx.claim.deleteMany({ where: { regionId, itemId } });
}
