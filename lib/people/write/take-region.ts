import 'server-only';
import { forgetRegion } from '@/lib/access/known';
import { database, type Transaction } from '@/lib/database/client';
import type { Author, Head } from '@/lib/plan/log/append';

/** Runs one writing transaction on a region's people and settings, its stream's row locked first. */
export async function withRegion<Result>(
  author: Author,
  write: (tx: Transaction, head: Head) => Promise<Result>,
): Promise<Result> {
  const { regionId } = author;
  const result = await database(regionId).$transaction(async tx => write(tx, await takeRegion(tx, author)), {
    maxWait: 15_000,
    timeout: 15_000,
  });
  forgetRegion(regionId);
  return result;
}

/**
 * Locks the region's stream within a transaction that has taken the plan already: what writes to both logs at once
 * takes the plan first, everywhere, so that no two wait for each other.
 */
export async function takeRegion(tx: Transaction, { regionId }: Author): Promise<Head> {
  const [row] = await tx.$queryRaw<{ revision: number; headHash: string }[]>`
    SELECT revision, "headHash" FROM "Region" WHERE id = ${regionId} FOR NO KEY UPDATE`;
  if (!row) throw new Error(`there is no region ${regionId}`);
  return { kind: 'region', id: regionId, ...row };
}
