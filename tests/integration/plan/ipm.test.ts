import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { getFrame } from '@/lib/plan/read/frame';
import { getIpm } from '@/lib/plan/read/ipm';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, made, makeRegion, number, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: (username: string) => Promise<Actor>;
let own: string;
let feeder: string;

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
  const { target } = await smallTree(as);
  const d = await as('d');
  const fields = { title: 'Umur harapan hidup (komponen IPM)', unit: 'tahun', ipm: 'uhh' };
  own = await made(d, begin({ kind: 'indicator', department: 'd', dimension: null, fields }));
  feeder = await made(
    await as('c'),
    begin({
      ...{ kind: 'indicator', department: 'c', parentId: target },
      fields: {
        ...{ title: 'Harapan lama sekolah', unit: 'tahun', ipm: 'hls', baseline: number('12.1') },
        ...{ 'milestones.2025': number('12.2'), 'milestones.2026': number('12.4') },
      },
    }),
  );
});
afterAll(() => expectLogMatchesTables(url));

async function holdersFor(who: string) {
  const actor = await as(who);
  const { holders } = await getIpm(actor, await getFrame(actor));
  return holders.map(({ id, isEditable }) => [id, isEditable]);
}

it('offers each only what they may write, and shows no draft that is not theirs to read', async () => {
  expect(await holdersFor('d')).toEqual([[own, true]]);
  expect(await holdersFor('c')).toEqual([[feeder, true]]);
  expect(await holdersFor('sekretariat')).toEqual([
    [own, false],
    [feeder, false],
  ]);
  for (const who of ['b', 'dewan', 'mantan']) expect([who, await holdersFor(who)]).toEqual([who, []]);
});

it('offers nothing that is handed in', async () => {
  expect(await step(await as('c'), 'submit', feeder, 1)).toMatchObject({ ok: true });
  expect(await holdersFor('c')).toEqual([[feeder, false]]);
});
