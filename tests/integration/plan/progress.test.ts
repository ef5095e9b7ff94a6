import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import type { ProgressFilter } from '@/lib/plan/progress';
import { getFrame } from '@/lib/plan/read/frame';
import { getProgress } from '@/lib/plan/read/progress';
import { begin, made, makeRegion, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

type Region = Awaited<ReturnType<typeof makeRegion>>;
let region: Region;
let other: Region;

beforeAll(async () => {
  await freshDatabase();
  region = await makeRegion();
  other = await makeRegion('10.02');
  const { goal } = await smallTree(region.as);
  const owner = await region.as('c');
  await step(owner, 'submit', goal, 1);
  await step(await region.as('a'), 'approve', goal, 2);
  const archived = await made(owner, begin({ kind: 'goal', department: 'c', dimension: 'p1-y1' }));
  await made(owner, {
    ...{ mutationId: randomUUID(), itemId: archived, version: 1, fields: {} },
    isArchived: true,
  });
  await made(await region.as('b'), begin({ kind: 'indicator', department: 'b', dimension: null }));
});

async function progressOf(username: string, from = region, filter?: ProgressFilter) {
  const actor = await from.as(username);
  return getProgress(actor, await getFrame(actor), filter);
}
const rowsOf = async (username: string, from = region) =>
  (await progressOf(username, from)).groups.flatMap(({ rows }) => rows);
const deadline = (date: Date | null) =>
  database(region.regionId).stage.updateMany({
    where: { regionId: region.regionId },
    data: { deadline: date },
  });

describe('the progress of a region', () => {
  it('counts every item that is not archived, drafts of others too, for every member', async () => {
    for (const username of ['a', 'd', 'c.operator', 'sekretariat', 'dewan', 'bupati', 'utusan']) {
      const row = (await rowsOf(username)).find(({ code }) => code === 'C');
      expect(row?.cells).toEqual([
        { draft: 2, submitted: 0, returned: 0, approved: 1 },
        { draft: 0, submitted: 0, returned: 0, approved: 0 },
      ]);
    }
  });

  it("lists every department, the reader's first, and the region's own apart", async () => {
    expect((await rowsOf('c')).map(({ code, isOwn }) => [code, isOwn])).toEqual([
      ['C', true],
      ['A', false],
      ['B', false],
      ['D', false],
    ]);
    const { regionOwn } = await progressOf('dewan');
    expect(regionOwn.map(({ code, counts }) => [code, counts.draft])).toEqual([['B', 1]]);
  });

  it('tells who is late once the deadline of the stage is over', async () => {
    await deadline(new Date(Date.now() + 60_000));
    expect((await progressOf('dewan')).totals.late).toBe(0);
    await deadline(new Date(Date.now() - 60_000));
    const late = (await rowsOf('dewan')).filter(({ isLate }) => isLate).map(({ code }) => code);
    expect(late).toEqual(['A', 'C', 'D']);
    await deadline(null);
    expect((await progressOf('dewan')).totals.late).toBe(0);
  });

  it('is nothing to a person without a role of today', async () => {
    const board = await progressOf('mantan');
    expect(board).toMatchObject({ groups: [], regionOwn: [], totals: { departments: 0, items: 0 } });
  });

  it('ends at the border of the region, even with the frame of another', async () => {
    const own = await progressOf('sekretariat', other);
    expect(own.totals).toMatchObject({ departments: 4, items: 0, unstarted: 4 });
    const frame = await getFrame(await region.as('sekretariat'));
    expect((await getProgress(await other.as('sekretariat'), frame)).totals.items).toBe(0);
  });
});
