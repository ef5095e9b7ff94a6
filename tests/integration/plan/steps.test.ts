import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyCell } from '@/lib/plan/kinds/kind';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { takeStep } from '@/lib/plan/write/take-step';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, number, save, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
});
afterEach(() => expectLogMatchesTables(url));

describe('handing in', () => {
  it('is refused while a check blocks, with its sentence and field', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { 'milestones.2026': emptyCell }));
    expect(await step(await as('c'), 'submit', indicator, 2)).toMatchObject({
      ...{ ok: false, reason: 'checks', field: 'milestones.2026' },
      message: 'Isi target 2026, atau tulis alasan tidak ditargetkan.',
    });
  });

  it('is refused while a warning has no reason, and goes through with one', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    await save(owner, edit(indicator, 1, { 'milestones.2026': number('54') }));
    expect(await step(owner, 'submit', indicator, 2)).toMatchObject({ ok: false, reason: 'checks' });
    await save(owner, edit(indicator, 2, { 'reasons.direction.2026': 'Cakupan dihitung ulang.' }));
    expect(await step(owner, 'submit', indicator, 3)).toMatchObject({ ok: true });
  });

  it("checks an indicator against its target's sentence", async () => {
    const owner = await as('c');
    const goal = await made(owner, begin({ kind: 'goal', department: 'c' }));
    const target = await made(
      owner,
      begin({ kind: 'target', department: 'c', parentId: goal, fields: { title: 'Menurunnya layanan' } }),
    );
    const indicator = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    expect(await step(owner, 'submit', indicator, 1)).toMatchObject({
      ok: false,
      reason: 'checks',
      field: 'direction',
    });
  });

  it('a subtree: each item has its own outcome', async () => {
    const { goal, target, indicator } = await smallTree(as);
    const owner = await as('c');
    await save(owner, edit(indicator, 1, { unit: null }));
    const items = [goal, target, indicator].map((itemId, k) => ({
      mutationId: randomUUID(),
      itemId,
      version: k === 2 ? 2 : 1,
    }));
    const outcomes = await takeStep(owner, { step: 'submit', items });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false]);
  });

  it('twice with the same mutation is once', async () => {
    const { goal } = await smallTree(as);
    const request = {
      step: 'submit' as const,
      items: [{ mutationId: randomUUID(), itemId: goal, version: 1 }],
    };
    const first = await takeStep(await as('c'), request);
    expect(await takeStep(await as('c'), request)).toEqual(first);
  });
});

describe('two reviewers at once', () => {
  it('decide once: the second hears that it is decided', async () => {
    const { goal } = await smallTree(as);
    await step(await as('c'), 'submit', goal, 1);
    const outcomes = await Promise.all([
      step(await as('a'), 'approve', goal, 2),
      step(await as('utusan'), 'return', goal, 2, 'Kurang jelas.'),
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('a reopened parent', () => {
  it('changes nothing in its children', async () => {
    const { goal, target } = await smallTree(as);
    const [owner, reviewer] = [await as('c'), await as('a')];
    for (const id of [goal, target]) {
      await step(owner, 'submit', id, 1);
      await step(reviewer, 'approve', id, 2);
    }
    await step(reviewer, 'reopen', goal, 3, 'Kalimat dipertajam.');
    const answer = await getItem(owner, await getFrame(owner), target);
    expect(answer.kind === 'open' && answer.view.item.status).toBe('approved');
  });
});

describe('the story of an item', () => {
  it('tells who did what, with each field before and after', async () => {
    const { indicator } = await smallTree(as);
    const [owner, reviewer] = [await as('c'), await as('a')];
    await save(owner, edit(indicator, 1, { 'milestones.2025': number('56.5'), supporters: ['b'] }));
    await step(owner, 'submit', indicator, 2);
    await step(reviewer, 'return', indicator, 3, 'Sebutkan sumbernya.');
    const answer = await getItem(owner, await getFrame(owner), indicator);
    const history = answer.kind === 'open' ? answer.view.history : [];
    expect(history.map(({ deed, by, note }) => [deed, by, note])).toEqual([
      ['Membuat indikator', 'Operator C', null],
      ['Mengubah isian', 'Kepala C', null],
      ['Mengajukan', 'Kepala C', null],
      ['Mengembalikan', 'Kepala A', 'Sebutkan sumbernya.'],
    ]);
    expect(history[1]?.changes).toHaveLength(2);
    expect(history[1]?.changes).toMatchObject([
      { field: 'milestones.2025', label: 'Target 2025', before: '55', after: '56,5', old: number('55') },
      { field: 'supporters', label: 'OPD pendukung', list: { added: ['B'], removed: [] } },
    ]);
  });

  it('tells what one person changed in one sitting as one entry, from where it began to where it ended', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    await save(owner, edit(indicator, 1, { source: 'B', unit: 'orang' }));
    await save(owner, edit(indicator, 2, { source: 'BP' }));
    await save(owner, edit(indicator, 3, { source: 'BPS', unit: '%' }));
    await save(await as('c.operator'), edit(indicator, 4, { source: 'BPS, bulanan' }));
    const answer = await getItem(owner, await getFrame(owner), indicator);
    const [, mine, theirs] = answer.kind === 'open' ? answer.view.history : [];
    expect(mine?.changes).toMatchObject([
      { field: 'source', before: '', after: 'BPS', old: null, now: 'BPS' },
    ]);
    expect(theirs).toMatchObject({ by: 'Operator C', changes: [{ before: 'BPS', after: 'BPS, bulanan' }] });
  });
});
