import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { getWatchedFrame } from '@/lib/plan/read/frame';
import { begin, made, makeRegion } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  await freshDatabase();
  ({ as } = await makeRegion());
});

// All of it happens within the quarter of a second in which a reading is shared.
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(1_000));
afterEach(() => void vi.mocked(performance.now).mockRestore());

it('watchers share one reading of the plan, and whoever has heard of more gets it', async () => {
  const [one, other] = [await as('c'), await as('d')];
  const [first, same] = await Promise.all([getWatchedFrame(one, 0), getWatchedFrame(other, 0)]);
  expect(same).toBe(first);
  await made(one, begin({ kind: 'goal', department: 'c' }));
  const heard = first.plan.revision + 1;
  const newer = await Promise.all([getWatchedFrame(one, heard), getWatchedFrame(other, heard)]);
  expect(newer.map(({ plan }) => plan.revision)).toEqual([heard, heard]);
  // What nobody can have heard of is no reason to be older than before.
  expect((await getWatchedFrame(other, heard + 9)).plan.revision).toBe(heard);
});

it('nobody waits for another region, nor sees it', async () => {
  const elsewhere = await makeRegion('10.02');
  const there = await getWatchedFrame(await elsewhere.as('c'), 0);
  const here = await getWatchedFrame(await as('c'), 0);
  expect([here, there].map(({ region }) => region.name)).toEqual([
    'Kabupaten Uji 10.01',
    'Kabupaten Uji 10.02',
  ]);
});
