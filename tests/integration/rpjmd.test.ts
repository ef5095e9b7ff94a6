import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { itemPath } from '@/lib/plan/kinds/all';
import { comparePlans } from '@/lib/plan/log/difference';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { getItemNews } from '@/lib/plan/read/item-news';
import { getReferences, hasReference } from '@/lib/plan/read/references';
import { getSide } from '@/lib/plan/read/versions';
import { nameVersion } from '@/lib/plan/write/name-version';
import { getAlignment } from '@/lib/rpjmd/read/alignment';
import { dryRunTree, readTable } from '@/lib/rpjmd/read/dry-run';
import { getSuccession } from '@/lib/rpjmd/read/succession';
import { getTree, listTrees } from '@/lib/rpjmd/read/trees';
import type { ImportForm } from '@/lib/rpjmd/schema';
import { importTree } from '@/lib/rpjmd/write/import-tree';
import { nameSuccessors } from '@/lib/rpjmd/write/name-successors';
import { repealTree } from '@/lib/rpjmd/write/repeal-tree';
import { expectLogMatchesTables } from '../support/fold';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let code = 0;
let as: (username: string) => Promise<Actor>;
let regionId: string;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  code += 1;
  ({ as, regionId } = await makeRegion(`30.${String(code).padStart(2, '0')}`));
});
afterAll(() => expectLogMatchesTables(url));

const table = [
  'VISI\tMISI\tTUJUAN\tIK TUJUAN\tTARGET\tSASARAN',
  'Maju\tMisi 1: SDM unggul\t1.1 Meningkatnya kesehatan\tIPM\t73\t1.1.1 Menurunnya stunting',
  '\t\t\t\t\t1.1.2 Naiknya harapan hidup',
].join('\n');
const later = table.replace('1.1.2 Naiknya harapan hidup', '1.1.2 Naiknya umur harapan hidup');
const day = '2026-01-01';

const form = (over: Partial<ImportForm> = {}): ImportForm => ({
  ...{ mutationId: randomUUID(), step: 'tulis', name: 'RPJMD', kind: 'REGIONAL', number: '5', date: '' },
  ...{ subject: '', firstYear: '2021', lastYear: '2026', repealFrom: '', inForce: '', text: table },
  ...over,
});
const idOf = (treeId: string, place: number) => `${treeId}-${place}`;

/** The tree in force, imported by the secretariat: node 4 is the target on stunting, 5 the one on life expectancy. */
async function imported(over: Partial<ImportForm> = {}): Promise<string> {
  const outcome = await importTree(await as('sekretariat'), form(over));
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.id ?? '';
}

const board = async (actor: Actor) => getAlignment(actor, await getFrame(actor), {});

describe('importing', () => {
  it('keeps the tree with all it says, as events of the region', async () => {
    const id = await imported({ date: '2021-08-02', subject: 'RPJMD' });
    const actor = await as('dewan');
    const { trees, nodes } = await getReferences(actor, await getFrame(actor));
    expect(trees).toMatchObject([{ id, date: '2021-08-02', firstYear: 2021, isInForce: true }]);
    expect([...nodes.values()].map(node => [node.kind, node.code, node.title])).toEqual([
      ['vision', null, 'Maju'],
      ['mission', '1', 'SDM unggul'],
      ['goal', '1.1', 'Meningkatnya kesehatan'],
      ['target', '1.1.1', 'Menurunnya stunting'],
      ['target', '1.1.2', 'Naiknya harapan hidup'],
    ]);
    expect(nodes.get(idOf(id, 3))?.indicators).toEqual(['IPM\t\t73\t\t']);
    expect((await getFrame(actor)).plan.hasReference).toBe(true);
    expect(await hasReference(database(regionId), actor)).toBe(true);
    await expectLogMatchesTables(url);
  });

  it('is the secretariat’s alone; everybody of the region reads', async () => {
    for (const person of ['a', 'c.operator', 'kedua', 'dewan', 'pendamping', 'bupati', 'utusan', 'mantan']) {
      const actor = await as(person);
      expect([person, await importTree(actor, form())]).toMatchObject([
        person,
        { ok: false, reason: 'denied' },
      ]);
      expect(dryRunTree(actor, table).nodes).toEqual([]);
      expect(readTable(actor, table).nodes).toEqual([]);
    }
    const id = await imported();
    for (const person of ['a', 'dewan', 'mantan']) {
      const actor = await as(person);
      const frame = await getFrame(actor);
      const repeal = { mutationId: randomUUID(), id, seen: frame.region.revision, from: day };
      expect(await repealTree(actor, repeal)).toMatchObject({ ok: false, reason: 'denied' });
      const choices = [{ nodeId: idOf(id, 4), was: '', wanted: 'tidak' }];
      expect(await nameSuccessors(actor, { mutationId: randomUUID(), treeId: id, choices })).toMatchObject({
        ok: false,
        reason: 'denied',
      });
      expect(await listTrees(actor, frame)).toEqual([]);
      expect(await getTree(actor, frame, id)).toBeNull();
      expect(await getSuccession(actor, frame, id)).toBeNull();
      const seen = (await getReferences(actor, frame)).trees.length;
      expect([person, seen]).toEqual([person, person === 'mantan' ? 0 : 1]);
    }
  });

  it('refuses who was put out of office while the form was open', async () => {
    const late = await as('sekretariat');
    await asOwner(url, client =>
      client.query(
        `UPDATE "Membership" SET "validTo" = '2020-01-01' WHERE "regionId" = $1 AND "userId" = $2`,
        [regionId, late.userId],
      ),
    );
    expect(await importTree(late, form())).toMatchObject({ ok: false, reason: 'denied' });
    await asOwner(url, client =>
      client.query(`UPDATE "Membership" SET "validTo" = NULL WHERE "regionId" = $1 AND "userId" = $2`, [
        regionId,
        late.userId,
      ]),
    );
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no number', { number: '' }, 'number'],
    ['an unknown kind', { kind: 'x' }, 'kind'],
    ['no year', { firstYear: '21' }, 'firstYear'],
    ['years the wrong way round', { firstYear: '2026', lastYear: '2021' }, 'lastYear'],
    ['a day that is none', { date: '2026-02-31' }, 'date'],
    ['no table', { text: '' }, 'text'],
    ['a table without heads', { text: 'a\tb' }, 'text'],
  ])('says at its field what is wrong: %s', async (_, over, field) => {
    const outcome = await importTree(await as('sekretariat'), form(over));
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid', field });
  });

  it('sent twice is taken once', async () => {
    const sent = form();
    const actor = await as('sekretariat');
    expect(await importTree(actor, sent)).toMatchObject({ ok: true, id: sent.mutationId });
    expect(await importTree(actor, sent)).toMatchObject({ ok: true, id: sent.mutationId });
    expect(await database(regionId).referenceTree.count({ where: { regionId } })).toBe(1);
  });

  it('of two at once one is taken, and the other hears of it', async () => {
    const actor = await as('sekretariat');
    const outcomes = await Promise.all([importTree(actor, form()), importTree(actor, form({ number: '6' }))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' });
    expect(await database(regionId).referenceTree.count({ where: { regionId } })).toBe(1);
  });

  it('of a later period repeals the one before it from a day on', async () => {
    const old = await imported();
    const outcome = await importTree(
      await as('sekretariat'),
      form({ inForce: old, firstYear: '2020', lastYear: '2025' }),
    );
    expect(outcome).toMatchObject({ ok: false, field: 'firstYear' });
    const id = await imported({
      inForce: old,
      firstYear: '2025',
      lastYear: '2030',
      repealFrom: day,
      text: later,
    });
    const actor = await as('sekretariat');
    const trees = await listTrees(actor, await getFrame(actor));
    expect(trees.map(tree => [tree.id, tree.isInForce, tree.repealedAt, tree.repealedById])).toEqual([
      [id, true, null, null],
      [old, false, day, id],
    ]);
    await expectLogMatchesTables(url);
  });
});

describe('linking', () => {
  it('is a field like any other: saved, told, compared, and taken back', async () => {
    const tree = await imported();
    const owner = await as('c');
    const { target } = await smallTree(as);
    const [node, other] = [idOf(tree, 4), idOf(tree, 5)];
    const secretariat = await as('sekretariat');
    const mutationId = randomUUID();
    await nameVersion(secretariat, { mutationId, name: 'Sebelum' });
    expect(await save(owner, edit(target, 1, { references: [other, node] }))).toMatchObject({ ok: true });
    const frame = await getFrame(owner);
    const answer = await getItem(owner, frame, target);
    if (answer.kind !== 'open') throw new Error('not open');
    expect(answer.view.item.fields.references).toEqual([node, other].sort());
    expect(answer.view.links.map(({ label }) => label)).toEqual([
      'Sasaran 1.1.1 Menurunnya stunting',
      'Sasaran 1.1.2 Naiknya harapan hidup',
    ]);
    expect(answer.view.history.at(-1)?.changes).toMatchObject([
      {
        label: 'Tautan RPJMD',
        after: 'Sasaran 1.1.1 Menurunnya stunting; Sasaran 1.1.2 Naiknya harapan hidup',
        list: { removed: [] },
      },
    ]);
    expect((await getItemNews(owner, frame, target, 1))?.shown.references).toContain('stunting');
    const [before, now] = await Promise.all([mutationId, 'sekarang'].map(id => getSide(owner, frame, id)));
    if (!before || !now) throw new Error('no version');
    expect(comparePlans(before.plan, now.plan)).toMatchObject([
      { id: target, fields: [{ field: 'references', before: '' }] },
    ]);
    expect(await save(owner, edit(target, 2, { references: null }))).toMatchObject({ ok: true, version: 3 });
    expect(await save(owner, edit(target, 3, { references: [] }))).toMatchObject({ ok: true, version: 3 });
    await expectLogMatchesTables(url);
  });

  it('comes along with a new item and with a copy', async () => {
    const tree = await imported();
    const owner = await as('c');
    const fields = { references: [idOf(tree, 3)] };
    const goal = await made(owner, begin({ kind: 'goal', department: 'c', fields }));
    const change = begin({ kind: 'goal', department: 'c' });
    if (change.create) change.create.copyOf = goal;
    await made(owner, { ...change, fields: {} });
    const view = await board(owner);
    expect(view.counts).toEqual({ linked: 2, unlinked: 0, repealed: 0 });
    await expectLogMatchesTables(url);
  });

  it.each([
    ['an unknown key', ['tidak-ada']],
    ['no text', [1]],
    ['no list', 'x'],
    ['letters that no key has', ['a\u0000b']],
    ['too many', Array.from({ length: 21 }, (_, n) => String(n))],
  ])('refuses %s with a sentence', async (_, references) => {
    await imported();
    const { target } = await smallTree(as);
    const outcome = await save(await as('c'), {
      ...edit(target, 1, {}),
      fields: { references },
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid', field: 'references' });
  });

  it('refuses the vision, and what another region has', async () => {
    const tree = await imported();
    const { target } = await smallTree(as);
    const owner = await as('c');
    expect(await save(owner, edit(target, 1, { references: [idOf(tree, 1)] }))).toMatchObject({ ok: false });
    code += 1;
    const other = await makeRegion(`30.${code}`);
    const outcome = await importTree(await other.as('sekretariat'), form());
    const foreign = outcome.ok ? (outcome.id ?? '') : '';
    expect(await save(owner, edit(target, 1, { references: [idOf(foreign, 4)] }))).toMatchObject({
      ok: false,
      reason: 'invalid',
    });
  });

  it('is nobody else’s than the owner’s, and merges or clashes as other fields do', async () => {
    const tree = await imported();
    const { target } = await smallTree(as);
    const [owner, second] = [await as('c'), await as('c.operator')];
    expect(await save(await as('a'), edit(target, 1, { references: [idOf(tree, 4)] }))).toMatchObject({
      reason: 'denied',
    });
    await save(owner, edit(target, 1, { references: [idOf(tree, 4)] }));
    expect(await save(second, edit(target, 1, { title: 'Nama lain' }))).toMatchObject({ ok: true });
    expect(await save(second, edit(target, 1, { references: [idOf(tree, 5)] }))).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ field: 'references', theirs: [idOf(tree, 4)], before: null }],
    });
  });
});

describe('the check', () => {
  it('warns once a tree is in force, lets a reason pass, and asks nothing without a tree', async () => {
    const { goal, target } = await smallTree(as);
    const owner = await as('c');
    expect(await step(owner, 'submit', goal, 1)).toMatchObject({ ok: true });
    const tree = await imported();
    const refused = await step(owner, 'submit', target, 1);
    expect(refused).toMatchObject({ ok: false, reason: 'checks', field: 'references' });
    await save(owner, edit(target, 1, { 'reasons.unlinked': 'Urusan baru.' }));
    expect(await step(owner, 'submit', target, 2)).toMatchObject({ ok: true });
    expect(await step(owner, 'withdraw', target, 3)).toMatchObject({ ok: true });
    const fields = { 'reasons.unlinked': null, references: [idOf(tree, 4)] };
    await save(owner, edit(target, 4, fields));
    expect(await step(owner, 'submit', target, 5)).toMatchObject({ ok: true });
  });

  it('asks nothing any more once the tree is repealed', async () => {
    const tree = await imported();
    const { target } = await smallTree(as);
    const secretariat = await as('sekretariat');
    const seen = (await getFrame(secretariat)).region.revision;
    await repealTree(secretariat, { mutationId: randomUUID(), id: tree, seen, from: day });
    expect((await getFrame(await as('c'))).plan.hasReference).toBe(false);
    expect(await step(await as('c'), 'submit', target, 1)).toMatchObject({ ok: true });
  });
});

describe('a new regional plan', () => {
  async function succession() {
    const old = await imported();
    const { goal, target } = await smallTree(as);
    const owner = await as('c');
    await save(owner, edit(target, 1, { references: [idOf(old, 5)] }));
    await save(owner, edit(goal, 1, { references: [idOf(old, 3)] }));
    await step(owner, 'submit', goal, 2);
    await step(await as('a'), 'approve', goal, 3);
    const id = await imported({
      inForce: old,
      firstYear: '2025',
      lastYear: '2030',
      repealFrom: day,
      text: later,
    });
    return { old, id, goal, target };
  }

  it('leaves links as they are; the named successor aligns them, approved items too', async () => {
    const { old, id, goal, target } = await succession();
    const actor = await as('sekretariat');
    expect((await board(actor)).counts).toEqual({ linked: 0, unlinked: 0, repealed: 2 });
    const view = await getSuccession(actor, await getFrame(actor), old);
    expect(view?.heirs.map(({ node, proposals }) => [node.title, proposals[0]?.node.title])).toEqual([
      ['Meningkatnya kesehatan', 'Meningkatnya kesehatan'],
      ['Naiknya harapan hidup', 'Naiknya umur harapan hidup'],
    ]);
    const [tree] = (await listTrees(actor, await getFrame(actor))).filter(one => one.id === old);
    expect([tree?.items, tree?.undecided]).toEqual([2, 2]);
    const choices = [
      { nodeId: idOf(old, 3), was: '', wanted: idOf(id, 3) },
      { nodeId: idOf(old, 5), was: '', wanted: 'tidak' },
    ];
    expect(await nameSuccessors(actor, { mutationId: randomUUID(), treeId: old, choices })).toMatchObject({
      ok: true,
      message: '2 padanan sudah disimpan.',
    });
    const aligned = (await board(actor)).dimensions.flatMap(({ items }) => items);
    expect(aligned.map(item => [item.id, item.alignment]).sort()).toEqual(
      [
        [goal, 'linked'],
        [target, 'repealed'],
      ].sort(),
    );
    const [stored] = await database(regionId).item.findMany({ where: { regionId, id: goal } });
    expect([stored?.status, stored?.version]).toEqual(['approved', 4]);
    const left = await getTree(actor, await getFrame(actor), old);
    expect([left?.tree.undecided, left?.repealedBy?.id]).toEqual([0, id]);
    await expectLogMatchesTables(url);
  });

  it('of two who decide at once the second sees what stands; nothing of theirs is half taken', async () => {
    const { old, id } = await succession();
    const actor = await as('sekretariat');
    const choose = (...choices: { nodeId: string; was: string; wanted: string }[]) =>
      nameSuccessors(actor, { mutationId: randomUUID(), treeId: old, choices });
    const first = { nodeId: idOf(old, 3), was: '', wanted: idOf(id, 3) };
    const outcomes = await Promise.all([
      choose(first),
      choose({ nodeId: idOf(old, 5), was: '', wanted: idOf(id, 5) }, { ...first, wanted: 'tidak' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' });
    const nodes = await database(regionId).referenceNode.findMany({
      where: { regionId, treeId: old, OR: [{ successorId: { not: null } }, { hasNoSuccessor: true }] },
    });
    expect(nodes).toHaveLength(outcomes[0]?.ok ? 1 : 2);
    await expectLogMatchesTables(url);
  });

  it('lets nothing older, nothing of the same tree and no vision take a place', async () => {
    const { old, id } = await succession();
    const actor = await as('sekretariat');
    const wrong = [
      { treeId: old, nodeId: idOf(old, 3), was: '', wanted: idOf(old, 4) },
      { treeId: id, nodeId: idOf(id, 3), was: '', wanted: idOf(old, 3) },
      { treeId: old, nodeId: idOf(old, 3), was: '', wanted: idOf(id, 1) },
      { treeId: old, nodeId: idOf(old, 3), was: '', wanted: 'tidak-ada' },
      { treeId: old, nodeId: idOf(id, 3), was: '', wanted: 'tidak' },
    ];
    for (const { treeId, ...choice } of wrong) {
      const outcome = await nameSuccessors(actor, { mutationId: randomUUID(), treeId, choices: [choice] });
      expect([choice.wanted, outcome.ok]).toEqual([choice.wanted, false]);
    }
  });

  it('a link made while the tree is repealed stands, and counts as one to a repealed tree', async () => {
    const tree = await imported();
    const { target } = await smallTree(as);
    const [secretariat, owner] = [await as('sekretariat'), await as('c')];
    const seen = (await getFrame(secretariat)).region.revision;
    const [linked, repealed] = await Promise.all([
      save(owner, edit(target, 1, { references: [idOf(tree, 4)] })),
      repealTree(secretariat, { mutationId: randomUUID(), id: tree, seen, from: day }),
    ]);
    expect([linked.ok, repealed.ok]).toEqual([true, true]);
    expect((await board(owner)).counts.repealed).toBe(1);
    await expectLogMatchesTables(url);
  });

  it('a repeal can be set right, unless another tree holds or somebody else did', async () => {
    const { old, id } = await succession();
    const actor = await as('sekretariat');
    const seen = (await getFrame(actor)).region.revision;
    const repeal = (treeId: string, from: string, at = seen) =>
      repealTree(actor, { mutationId: randomUUID(), id: treeId, seen: at, from });
    expect(await repeal(old, '')).toMatchObject({ ok: false, reason: 'invalid', field: 'from' });
    expect(await repeal(id, day)).toMatchObject({ ok: true });
    expect(await repeal(id, '2026-02-01')).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await repeal('tidak-ada', day)).toMatchObject({ ok: false, reason: 'missing' });
    const now = (await getFrame(actor)).region.revision;
    expect(await repeal(old, '', now)).toMatchObject({ ok: true, message: 'RPJMD berlaku lagi.' });
    await expectLogMatchesTables(url);
  });
});

it('an item is found by its own page from the board', async () => {
  await imported();
  const { target } = await smallTree(as);
  const items = (await board(await as('dewan'))).dimensions.flatMap(one => one.items);
  expect(items.map(itemPath)).toContain(`/sasaran/${target}`);
});
