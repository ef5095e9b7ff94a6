import { beforeAll, expect, it, vi } from 'vitest';
import { describeOffice } from '@/lib/access/roles';
import { listen } from '@/lib/database/listen';
import { depart, enter, isHere, officesAt } from '@/lib/live/presence';
import { getFrame } from '@/lib/plan/read/frame';
import { actorNamed } from '@/prisma/seed/people';
import { makeRegion } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId } = await makeRegion());
});

const as = async (username: string, sessionId: string) => ({
  ...(await actorNamed(regionId, username)),
  sessionId,
});
const tab = (letter: string) => letter.repeat(32);

it('shows the others who have an item open, by office and never by name, and nobody themselves', async () => {
  const [own, other, dewan] = [await as('c', 's1'), await as('c.operator', 's2'), await as('dewan', 's3')];
  const frame = await getFrame(own);
  expect(describeOffice(other, frame)).toBe('C (operator)');
  enter(own, 'i1', tab('a'), describeOffice(own, frame));
  enter(own, 'i1', tab('b'), describeOffice(own, frame));
  enter(other, 'i1', tab('c'), describeOffice(other, frame));
  expect(officesAt(own, 'i1')).toEqual(['C (operator)']);
  expect(officesAt(other, 'i1')).toEqual(['C (kepala)']);
  expect(officesAt(dewan, 'i1')).toEqual(['C (kepala)', 'C (operator)']);
  expect(officesAt(dewan, 'i2')).toEqual([]);
  depart(other, 'i1', tab('c'));
  expect(officesAt(own, 'i1')).toEqual([]);
  // Nobody leaves for somebody else.
  depart(other, 'i1', tab('a'));
  expect(isHere(own, 'i1', tab('a'))).toBe(true);
});

it('hears from other processes, and believes nobody longer than half a minute', async () => {
  const own = await as('c', 's1');
  enter(own, 'i3', tab('a'), 'C (kepala)');
  await vi.waitUntil(
    () =>
      listen(
        'rembug_presence',
        () => {},
        () => {},
      ),
    5_000,
  );
  const announced = { region: regionId, item: 'i3', tab: tab('d'), session: 's9', office: 'D (operator)' };
  const say = (one: object) =>
    asOwner(url, client => client.query(`SELECT pg_notify('rembug_presence', $1)`, [JSON.stringify(one)]));
  await say({ from: 'elsewhere', ...announced });
  await vi.waitUntil(() => officesAt(own, 'i3').includes('D (operator)'), 5_000);
  await say({ from: 'elsewhere', ...announced, office: '' });
  await vi.waitUntil(() => officesAt(own, 'i3').length === 0, 5_000);
  await say({ from: 'elsewhere', ...announced });
  await vi.waitUntil(() => officesAt(own, 'i3').length === 1, 5_000);
  vi.useFakeTimers({ now: Date.now() + 30_000, toFake: ['Date'] });
  expect(officesAt(own, 'i3')).toEqual([]);
  vi.useRealTimers();
});
