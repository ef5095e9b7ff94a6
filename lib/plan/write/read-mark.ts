import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';

/**
 * Remembers how far this person has read: an item up to a version, or the plan's news up to a revision.
 * Where the mark stood before is kept, so that a second look at the same state still shows what was new.
 */
export async function markRead(
  { regionId, userId }: Actor,
  { subjectId, position }: { subjectId: string; position: number },
): Promise<{ ok: boolean }> {
  const db = database(regionId);
  const where = { regionId, id: subjectId };
  const known = (await db.item.count({ where })) + (await db.plan.count({ where }));
  if (known === 0) return { ok: false };
  await db.$executeRaw`
    INSERT INTO "ReadMark" ("regionId", "userId", "subjectId", position, at)
    VALUES (${regionId}, ${userId}, ${subjectId}, ${position}, now())
    ON CONFLICT ("regionId", "userId", "subjectId") DO UPDATE
    SET before = CASE WHEN "ReadMark".position < EXCLUDED.position THEN "ReadMark".position ELSE "ReadMark".before END,
      position = EXCLUDED.position, at = EXCLUDED.at
    WHERE "ReadMark".position <= EXCLUDED.position`;
  return { ok: true };
}
