import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { getFrame } from '../read/frame';
import { listItemRows } from '../read/item-rows';

type Wanted = { subjectId: string; position: number; revision: number };

/**
 * Remembers how far this person has read: an item up to a version, or the plan's news up to a revision,
 * and at which revision of the plan the page was drawn. Where the mark stood before is kept, so that a
 * second look at the same state still shows what was new. A mark never goes back, nor past what there is.
 */
export async function markRead(actor: Actor, { subjectId, ...wanted }: Wanted): Promise<{ ok: boolean }> {
  const { regionId, userId } = actor;
  const db = database(regionId);
  const frame = await getFrame(actor);
  const [item] =
    subjectId === frame.plan.id
      ? []
      : await listItemRows(actor, db, { id: subjectId, planId: frame.plan.id });
  const isReadable = subjectId === frame.plan.id || (item !== undefined && can.read(actor, item, frame));
  if (!isReadable) return { ok: false };
  const position = Math.min(wanted.position, item?.version ?? frame.plan.revision);
  const revision = Math.min(wanted.revision, frame.plan.revision);
  await db.$executeRaw`
    INSERT INTO "ReadMark" ("regionId", "userId", "subjectId", position, revision)
    VALUES (${regionId}, ${userId}, ${subjectId}, ${position}, ${revision})
    ON CONFLICT ("regionId", "userId", "subjectId") DO UPDATE
    SET before = CASE WHEN "ReadMark".position < EXCLUDED.position THEN "ReadMark".position ELSE "ReadMark".before END,
      position = GREATEST("ReadMark".position, EXCLUDED.position),
      revision = GREATEST("ReadMark".revision, EXCLUDED.revision)`;
  return { ok: true };
}
