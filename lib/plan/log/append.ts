import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { PathChange } from '../paths';
import { planStream, regionStream } from './body';
import { storedEvent } from './hash';

/** A stream whose row is locked by this transaction, with where it stands. */
export type Head = { kind: 'plan' | 'region'; id: string; revision: number; headHash: string };

export type Entry = {
  subject: { type: string; id: string };
  action: string;
  mutationId: string;
  changes: PathChange[];
  note?: string | null;
};

/** Who writes when no person does: setting up a region from its file. */
export type Author = Pick<Actor, 'regionId' | 'userId' | 'name'>;

/**
 * Adds events to a stream and moves its head, in the transaction that makes the changes they record.
 * The caller holds the stream's row (`takePlan`, `takeRegion`). Returns the last revision and its time.
 */
export async function append(
  tx: Transaction,
  author: Author,
  head: Head,
  entries: readonly Entry[],
): Promise<{ revision: number; at: string }> {
  const { regionId } = author;
  const at = new Date().toISOString();
  const stream = head.kind === 'plan' ? planStream(head.id) : regionStream(head.id);
  let { revision, headHash } = head;
  const events = entries.map(entry => {
    revision += 1;
    const event = storedEvent({
      regionId,
      stream,
      revision,
      at,
      actor: { id: author.userId, name: author.name },
      note: null,
      ...entry,
      previousHash: headHash,
    });
    headHash = event.hash;
    return event;
  });
  await tx.event.createMany({ data: events });
  const data = { revision, headHash };
  if (head.kind === 'plan') await tx.plan.update({ where: { regionId_id: { regionId, id: head.id } }, data });
  else await tx.region.update({ where: { id: head.id }, data });
  return { revision, at };
}
