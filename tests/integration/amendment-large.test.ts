import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { amend } from '@/lib/ratification/write/amend';
import { enterLargePlan } from '../support/large-plan';
import { makeRegion } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

it('three thousand indicators of ten years are carried over in one transaction, value by value', async () => {
  const url = await freshDatabase();
  const years = Array.from({ length: 10 }, (_, at) => 2025 + at);
  const { regionId, as } = await makeRegion('24.01', { years });
  await enterLargePlan(url, {
    ...{ regionId, years, indicators: 3_000, dimensionIds: ['p1-x1', 'p1-y1'] },
    ...{ ownerOf: () => 'c', isApproved: () => true },
  });
  await asOwner(url, async client => {
    await client.query(
      `INSERT INTO "Decree" ("regionId", id, kind, number, date)
       VALUES ($1, 'penetapan', 'PERATURAN_BUPATI', '12', '2026-11-20')`,
      [regionId],
    );
    await client.query(
      `UPDATE "Plan" SET phase = 'ratified', "decreeId" = 'penetapan' WHERE "regionId" = $1`,
      [regionId],
    );
  });
  const form = { mutationId: randomUUID(), planId: 'p1', number: '', reason: 'Penyesuaian.' };
  expect(await amend(await as('sekretariat'), form)).toMatchObject({ ok: true });
  const [told] = await asOwner(url, async client => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS cells,
         (count(*) FILTER (WHERE (b.low, b.high, b.text, b."skipReason") IS DISTINCT FROM
            (a.low, a.high, a.text, a."skipReason")))::int AS other
       FROM "Item" i JOIN "Milestone" a ON a."regionId" = i."regionId" AND a."indicatorId" = i."copiedFromId"
         LEFT JOIN "Milestone" b ON b."regionId" = i."regionId" AND b."indicatorId" = i.id AND b.year = a.year
       WHERE i."regionId" = $1 AND i."planId" = 'p2'`,
      [regionId],
    );
    return rows;
  });
  expect(told).toEqual({ cells: 30_000, other: 0 });
}, 120_000);
