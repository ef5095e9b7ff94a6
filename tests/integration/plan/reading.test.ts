import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { countBelow } from '@/lib/plan/read/below';
import { getDimensionSummary } from '@/lib/plan/read/dimension-summary';
import { getFrame } from '@/lib/plan/read/frame';
import { getTreePicture } from '@/lib/plan/read/tree-picture';
import { listUnseen } from '@/lib/plan/read/unseen';
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

/** Each view of the plan as one text, to look for what must not be in it. */
async function viewsOf(actor: Actor): Promise<Record<string, string>> {
  const frame = await getFrame(actor);
  return {
    tree: JSON.stringify(await getTreePicture(actor, frame)),
    'tree of one dimension': JSON.stringify(await getTreePicture(actor, frame, 'x1')),
    dimension: JSON.stringify((await getDimensionSummary(actor, frame, 'x1'))?.summary),
  };
}

describe('the tree and the page of a dimension', () => {
  it.each([
    ['c', ['Yang disetujui', 'Cakupan layanan'], ['Rahasia D']],
    ['d', ['Yang disetujui', 'Rahasia D'], ['Cakupan layanan']],
    ['dewan', ['Yang disetujui'], ['Rahasia D', 'Cakupan layanan']],
    ['pendamping', ['Yang disetujui', 'Rahasia D'], []],
  ])('show %s what they may read, and nothing that was put away', async (person, shown, hidden) => {
    for (const [view, text] of Object.entries(await viewsOf(await as(person)))) {
      for (const title of shown) expect([view, text]).toEqual([view, expect.stringContaining(title)]);
      for (const title of [...hidden, 'Sudah diarsipkan']) {
        expect([view, text]).toEqual([view, expect.not.stringContaining(title)]);
      }
    }
  });

  it('count the drafts of others for everyone', async () => {
    for (const person of ['c', 'd', 'dewan', 'pendamping']) {
      const actor = await as(person);
      const frame = await getFrame(actor);
      const page = await getDimensionSummary(actor, frame, 'x1');
      expect(page?.summary.counts).toEqual({ approved: 1, submitted: 0, returned: 0, draft: 2 });
      const { limbs } = await getTreePicture(actor, frame, 'x1');
      expect(limbs).toMatchObject([{ targets: 1, indicators: 3 }]);
    }
    const council = await as('dewan');
    expect(await listUnseen(council, await getFrame(council))).toMatchObject([
      { parentId: tree.target, status: 'draft', count: 2 },
    ]);
  });

  it('show and count nothing to somebody without a role, or of another region', async () => {
    for (const actor of [await as('mantan'), await foreigner()]) {
      for (const text of Object.values(await viewsOf(actor))) {
        expect(text).not.toMatch(/Yang disetujui|Rahasia D|goal c/);
      }
      const frame = await getFrame(actor);
      expect(await listUnseen(actor, frame)).toEqual([]);
      expect((await getTreePicture(actor, frame)).limbs.every(({ indicators }) => indicators === 0)).toBe(
        true,
      );
    }
  });

  it('know no dimension but the plan’s own', async () => {
    const actor = await as('dewan');
    const frame = await getFrame(actor);
    expect(await getDimensionSummary(actor, frame, 'z9')).toBeNull();
    expect((await getTreePicture(actor, frame, 'z9')).limbs).toHaveLength(2);
  });
});

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
