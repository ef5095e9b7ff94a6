import 'server-only';
import { forgetRegion } from '@/lib/access/known';
import { database, type Transaction } from '@/lib/database/client';
import type { Author, Head } from '@/lib/plan/log/append';

/** Runs one writing transaction on a region's people and settings, its stream's row locked first. */
export async function withRegion<Result>(
  { regionId }: Author,
  write: (tx: Transaction, head: Head) => Promise<Result>,
): Promise<Result> {
  const result = await database(regionId).$transaction(
    async tx => {
      const rows = await tx.$queryRaw<{ revision: number; headHash: string }[]>`
        SELECT revision, "headHash" FROM "Region" WHERE id = ${regionId} FOR NO KEY UPDATE`;
      const [row] = rows;
      if (!row) throw new Error(`there is no region ${regionId}`);
      return write(tx, { kind: 'region', id: regionId, ...row });
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
  forgetRegion(regionId);
  return result;
}
