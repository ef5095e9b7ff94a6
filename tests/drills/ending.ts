import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import type { StoredEvent } from '@/lib/plan/log/body';
import { asked } from '../bench/cluster';
import type { Ending } from './history';

type ItemRow = { id: string; version: number; definition: string | null; source: string | null };
type CellRow = {
  indicatorId: string;
  year: number;
  low: string | null;
  high: string | null;
  text: string | null;
  skipReason: string | null;
  illustrative: boolean;
};

/** Reads log and tables of a region's plan by plain SQL, apart from the program's own reads. */
export async function readEnding(url: string, regionId: string, begunAt: number): Promise<Ending> {
  const [plan] = await asked<{ id: string; revision: number; headHash: string }>(
    url,
    'SELECT id, revision, "headHash" FROM "Plan" WHERE "regionId" = $1 ORDER BY ordinal DESC LIMIT 1',
    [regionId],
  );
  if (!plan) throw new Error(`region ${regionId} has no plan`);
  const stream = `plan:${plan.id}`;
  const events = await asked<StoredEvent>(
    url,
    'SELECT * FROM "Event" WHERE "regionId" = $1 AND stream = $2 ORDER BY revision',
    [regionId, stream],
  );
  const rows = await asked<ItemRow>(
    url,
    `SELECT i.id, i.version, d.definition, d.source FROM "Item" i JOIN "Indicator" d USING ("regionId", id)
     WHERE i."regionId" = $1`,
    [regionId],
  );
  const cells = await asked<CellRow>(
    url,
    `SELECT "indicatorId", year, trim_scale(low)::text AS low, trim_scale(high)::text AS high, text, "skipReason",
       illustrative FROM "Milestone" WHERE "regionId" = $1`,
    [regionId],
  );
  const items = new Map(
    rows.map(({ id, version, definition, source }) => [
      id,
      { version, fields: { definition, source } as Fields },
    ]),
  );
  for (const { indicatorId, year, ...cell } of cells) {
    const item = items.get(indicatorId);
    if (item) item.fields[`milestones.${year}`] = { ...emptyCell, ...cell };
  }
  return { stream, events, head: plan, begunAt, items };
}
