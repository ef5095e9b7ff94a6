import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { countBelow } from '@/lib/plan/read/below';
import { getFrame } from '@/lib/plan/read/frame';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: (username: string) => Promise<Actor>;
let tree: Awaited<ReturnType<typeof smallTree>>;
let agreed: string;

/** In a target of C: a draft of C, an approved one of C, a draft of D, and one that was put away. */
beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion('10.61'));
  tree = await smallTree(as);
  const [c, d, a] = [await as('c'), await as('d'), await as('a')];
  const under = { kind: 'indicator', parentId: tree.target } as const;
  agreed = await made(c, begin({ ...under, department: 'c', fields: { title: 'Yang disetujui' } }));
  await step(c, 'submit', agreed, 1);
  await step(a, 'approve', agreed, 2);
  await made(d, begin({ ...under, department: 'd', fields: { title: 'Rahasia D' } }));
  const gone = await made(c, begin({ ...under, department: 'c', fields: { title: 'Sudah diarsipkan' } }));
  await saveChanges(c, [{ ...edit(gone, 1, {}), isArchived: true }]);
});
afterAll(() => expectLogMatchesTables(url));

const foreigner = async () => (await makeRegion(`10.7${foreigners++}`)).as('sekretariat');
let foreigners = 0;

describe('what hangs below an item', () => {
  it('is counted for every member, drafts of others too, and what is put away is not', async () => {
    for (const person of ['dewan', 'c', 'd', 'bupati']) {
      const actor = await as(person);
      expect(await countBelow(actor, await getFrame(actor), tree.goal)).toEqual({
        target: { all: 1, approved: 0 },
        indicator: { all: 3, approved: 1 },
      });
    }
  });

  it('is nothing to somebody without a role, or of another region', async () => {
    for (const actor of [await as('mantan'), await foreigner()]) {
      expect(await countBelow(actor, await getFrame(actor), tree.goal)).toEqual({});
    }
  });
});
