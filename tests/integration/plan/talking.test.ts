import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem, type ItemView } from '@/lib/plan/read/item';
import { countUnread, getNews } from '@/lib/plan/read/news';
import { listWaiting } from '@/lib/plan/read/queue';
import { claimItem } from '@/lib/plan/write/claim';
import { addComment, settleThread } from '@/lib/plan/write/comment';
import { markRead } from '@/lib/plan/write/read-mark';
import { takeStep } from '@/lib/plan/write/take-step';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let owner: Actor;
let reviewer: Actor;

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
  [owner, reviewer] = [await as('c'), await as('a')];
});
afterEach(() => expectLogMatchesTables(url));

const comment = (itemId: string, text: string, more: { field?: string; threadId?: string } = {}) => ({
  ...{ mutationId: randomUUID(), itemId, text },
  ...{ field: more.field ?? null, threadId: more.threadId ?? null },
});
const view = async (actor: Actor, id: string): Promise<ItemView> => {
  const answer = await getItem(actor, await getFrame(actor), id);
  if (answer.kind !== 'open') throw new Error(`${answer.kind}`);
  return answer.view;
};
/** Marks what a page that is drawn now shows as read. */
const look = async (actor: Actor, subjectId: string, position: number) =>
  markRead(actor, { subjectId, position, revision: (await getFrame(actor)).plan.revision });
const claim = (actor: Actor, itemId: string, isTaken: boolean, isTakeOver = false) =>
  claimItem(actor, { itemId, isTaken, isTakeOver });
const news = async (actor: Actor) => getNews(actor, await getFrame(actor));

describe('a conversation', () => {
  it('is begun at a field, answered, settled and opened again', async () => {
    const { indicator } = await smallTree(as);
    const first = comment(indicator, 'Dari mana angkanya?', { field: 'milestones.2026' });
    expect(await addComment(reviewer, first)).toMatchObject({ ok: true });
    expect(
      await addComment(owner, comment(indicator, 'Dari BPS.', { threadId: first.mutationId })),
    ).toMatchObject({
      ok: true,
    });
    const [thread] = (await view(owner, indicator)).threads;
    expect(thread).toMatchObject({
      field: 'milestones.2026',
      about: 'Target 2026',
      canSettle: true,
      settledBy: null,
    });
    expect(thread?.said.map(({ by, text }) => [by, text])).toEqual([
      ['Kepala A', 'Dari mana angkanya?'],
      ['Kepala C', 'Dari BPS.'],
    ]);
    const settle = { mutationId: randomUUID(), threadId: first.mutationId, isSettled: true };
    expect(await settleThread(owner, settle)).toMatchObject({ ok: true });
    expect((await view(owner, indicator)).threads[0]?.settledBy).toBe('Kepala C');
    expect(
      await addComment(reviewer, comment(indicator, 'Sebentar.', { threadId: first.mutationId })),
    ).toMatchObject({ ok: false, reason: 'status' });
    const open = { mutationId: randomUUID(), threadId: first.mutationId, isSettled: false };
    expect(await settleThread(reviewer, open)).toMatchObject({ ok: true });
    expect((await view(owner, indicator)).threads[0]?.settledBy).toBeNull();
  });

  it('changes neither the version nor the fields of its item', async () => {
    const { indicator } = await smallTree(as);
    await addComment(reviewer, comment(indicator, 'Baik.'));
    expect(await save(owner, edit(indicator, 1, { source: 'BPS' }))).toMatchObject({ ok: true, version: 2 });
  });

  it('is said once, however often it is sent', async () => {
    const { indicator } = await smallTree(as);
    const said = comment(indicator, 'Sekali saja.');
    const outcome = await addComment(owner, said);
    expect(await addComment(owner, said)).toEqual(outcome);
    expect((await view(owner, indicator)).threads).toHaveLength(1);
  });

  it("never counts as a change of an item, even under an item's own id", async () => {
    const { target } = await smallTree(as);
    const council = await as('dewan');
    await addComment(council, { ...comment(target, 'Halo.'), mutationId: target });
    const change = edit(target, 1, { title: 'Judul' });
    expect(await save(owner, change)).toMatchObject({ ok: true, version: 2 });
    expect(await save(owner, change)).toMatchObject({ ok: true, version: 2 });
  });

  it("is not answered to whoever sends another's key", async () => {
    const { target } = await smallTree(as);
    const said = comment(target, 'Punya saya.');
    await addComment(owner, said);
    expect(await addComment(reviewer, said)).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await save(reviewer, { ...edit(target, 1, {}), mutationId: said.mutationId })).toMatchObject({
      ok: false,
      reason: 'invalid',
    });
  });

  it('is open to whoever may read the item, and to nobody else', async () => {
    const { indicator, target } = await smallTree(as);
    const speakers: Record<string, string> = {
      ...{ a: 'ok', utusan: 'ok', c: 'ok', 'c.operator': 'ok', sekretariat: 'ok', pendamping: 'ok' },
      ...{
        b: 'missing',
        d: 'missing',
        kedua: 'missing',
        dewan: 'missing',
        bupati: 'missing',
        mantan: 'missing',
      },
    };
    for (const [person, expected] of Object.entries(speakers)) {
      const outcome = await addComment(await as(person), comment(indicator, 'Halo.'));
      expect([person, outcome.ok ? 'ok' : outcome.reason]).toEqual([person, expected]);
    }
    expect(await addComment(await as('dewan'), comment(target, 'Sasaran yang baik.'))).toMatchObject({
      ok: true,
    });
  });

  it('is settled by who began it, who owns the item, or who reviews it', async () => {
    const { target } = await smallTree(as);
    const settlers: Record<string, boolean> = {
      dewan: true,
      c: true,
      'c.operator': true,
      a: true,
      b: false,
      d: false,
    };
    for (const [person, may] of Object.entries(settlers)) {
      const said = comment(target, 'Bagaimana?');
      await addComment(await as('dewan'), said);
      const settle = { mutationId: randomUUID(), threadId: said.mutationId, isSettled: true };
      expect([person, (await settleThread(await as(person), settle)).ok]).toEqual([person, may]);
    }
  });

  it('refuses nothing said, an unknown field, a thread of another item', async () => {
    const { indicator, target } = await smallTree(as);
    expect(await addComment(owner, comment(indicator, '  '))).toMatchObject({ reason: 'note' });
    expect(await addComment(owner, comment(indicator, 'x', { field: 'milestones.1999' }))).toMatchObject({
      reason: 'invalid',
    });
    const said = comment(target, 'Di sasaran.');
    await addComment(owner, said);
    expect(await addComment(owner, comment(indicator, 'x', { threadId: said.mutationId }))).toMatchObject({
      reason: 'missing',
    });
  });
});

describe('a note that sends an item back', () => {
  it('stands at the field it is about until it is settled', async () => {
    const { indicator } = await smallTree(as);
    await step(owner, 'submit', indicator, 1);
    const items = [{ mutationId: randomUUID(), itemId: indicator, version: 2 }];
    const note = { step: 'return' as const, note: 'Sebutkan penerbitnya.', field: 'source', items };
    expect(await takeStep(reviewer, note)).toMatchObject([{ ok: true, version: 3 }]);
    const [thread] = (await view(owner, indicator)).threads;
    expect(thread).toMatchObject({ field: 'source', about: 'Sumber data', isNote: true, settledBy: null });
    expect(thread?.said[0]).toMatchObject({ by: 'Kepala A', text: 'Sebutkan penerbitnya.', isNew: true });
  });

  it('is one for many items, and each owner sees the own', async () => {
    const mine = (await smallTree(as)).indicator;
    const theirs = (await smallTree(as, 'd')).indicator;
    const other = await as('d');
    await step(owner, 'submit', mine, 1);
    await step(other, 'submit', theirs, 1);
    const items = [mine, theirs].map(itemId => ({ mutationId: randomUUID(), itemId, version: 2 }));
    const outcomes = await takeStep(reviewer, { step: 'return', note: 'Satuan belum seragam.', items });
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    const told = async (actor: Actor) => (await news(actor)).entries.map(({ item }) => item.id);
    expect(await told(owner)).toContain(mine);
    expect(await told(owner)).not.toContain(theirs);
    expect(await told(other)).toEqual([theirs]);
  });

  it('reports each outcome of a batch, and takes what can be taken', async () => {
    const { target, indicator } = await smallTree(as);
    await step(owner, 'submit', indicator, 1);
    const items = [target, indicator].map(itemId => ({ mutationId: randomUUID(), itemId, version: 2 }));
    const outcomes = await takeStep(reviewer, { step: 'approve', items });
    expect(outcomes).toMatchObject([{ ok: false, reason: 'status' }, { ok: true }]);
  });
});

describe('what changed since somebody looked', () => {
  it('is told field by field, of others only, and still at a second look', async () => {
    const { indicator } = await smallTree(as);
    await step(owner, 'submit', indicator, 1);
    expect((await view(reviewer, indicator)).since).toBeNull();
    await look(reviewer, indicator, 2);
    expect((await view(reviewer, indicator)).since).toBeNull();
    await step(reviewer, 'return', indicator, 2, 'Sumbernya?');
    await made(owner, edit(indicator, 3, { source: 'BPS', supporters: ['b', 'd'] }));
    await step(owner, 'submit', indicator, 4);
    for (let times = 0; times < 2; times += 1) {
      const { since } = await view(reviewer, indicator);
      expect(since).toMatchObject([
        { field: 'source', before: '', after: 'BPS', by: 'Kepala C' },
        { field: 'supporters', list: { added: ['B', 'D'], removed: [] } },
      ]);
      await look(reviewer, indicator, 5);
    }
  });

  it("leaves out one's own changes", async () => {
    const { indicator } = await smallTree(as);
    await look(owner, indicator, 1);
    await made(owner, edit(indicator, 1, { source: 'BPS' }));
    await made(await as('c.operator'), edit(indicator, 2, { unit: 'orang' }));
    expect((await view(owner, indicator)).since?.map(({ field }) => field)).toEqual(['unit']);
  });

  it('marks the queue as never seen, seen, and changed', async () => {
    const { indicator } = await smallTree(as);
    const seen = async () => {
      const waiting = await listWaiting(reviewer, await getFrame(reviewer));
      return waiting.find(({ id }) => id === indicator)?.seen;
    };
    await step(owner, 'submit', indicator, 1);
    expect(await seen()).toBe('never');
    await look(reviewer, indicator, 2);
    expect(await seen()).toBe('unchanged');
    await step(owner, 'withdraw', indicator, 2);
    await step(owner, 'submit', indicator, 3);
    expect(await seen()).toBe('changed');
  });

  it('never goes past what there is, so that no mark hides what comes later', async () => {
    const { indicator } = await smallTree(as);
    await step(owner, 'submit', indicator, 1);
    await markRead(reviewer, { subjectId: indicator, position: 2_000_000_000, revision: 2_000_000_000 });
    await step(owner, 'withdraw', indicator, 2);
    await made(owner, edit(indicator, 3, { source: 'BPS' }));
    await step(owner, 'submit', indicator, 4);
    await addComment(owner, comment(indicator, 'Sudah dilengkapi.'));
    const seen = await view(reviewer, indicator);
    expect(seen.since?.map(({ field }) => field)).toEqual(['source']);
    expect(seen.threads[0]?.said[0]?.isNew).toBe(true);
  });

  it('is not kept of a draft that one may not read', async () => {
    const { indicator } = await smallTree(as);
    expect(await look(await as('d'), indicator, 1)).toEqual({ ok: false });
  });

  it('leaves new what was said after the page was drawn', async () => {
    const { indicator } = await smallTree(as);
    const { revision } = (await getFrame(owner)).plan;
    await addComment(reviewer, comment(indicator, 'Baru saja.'));
    await markRead(owner, { subjectId: indicator, position: 1, revision });
    expect((await view(owner, indicator)).threads[0]?.said[0]?.isNew).toBe(true);
    await look(owner, indicator, 1);
    expect((await view(owner, indicator)).threads[0]?.said[0]?.isNew).toBe(false);
  });

  it('never goes back, and is kept only for what there is', async () => {
    const { indicator } = await smallTree(as);
    await made(owner, edit(indicator, 1, { source: 'BPS' }));
    await step(owner, 'submit', indicator, 2);
    await look(reviewer, indicator, 3);
    await look(reviewer, indicator, 2);
    expect(await look(reviewer, randomUUID(), 1)).toEqual({ ok: false });
    const marks = await asOwner(url, client =>
      client.query('SELECT position FROM "ReadMark" WHERE "subjectId" = $1', [indicator]),
    );
    expect(marks.rows).toEqual([{ position: 3 }]);
  });
});

describe('an item in hand', () => {
  it('shows who took it and since when, can be taken over and let go, and ends with the decision', async () => {
    const { indicator } = await smallTree(as);
    await step(owner, 'submit', indicator, 1);
    const delegate = await as('utusan');
    expect(await claim(delegate, indicator, true)).toEqual({ ok: true });
    expect((await view(reviewer, indicator)).claim).toMatchObject({ by: 'Utusan A', isMine: false });
    await claim(reviewer, indicator, false);
    expect((await view(reviewer, indicator)).claim).not.toBeNull();
    // A page that did not show the other pushes nobody aside.
    expect(await claim(reviewer, indicator, true)).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await claim(reviewer, indicator, true, true)).toEqual({ ok: true });
    expect((await view(reviewer, indicator)).claim).toMatchObject({ by: 'Kepala A', isMine: true });
    await step(reviewer, 'return', indicator, 2, 'Lengkapi.');
    const claims = await asOwner(url, client => client.query('SELECT 1 FROM "Claim"'));
    expect(claims.rowCount).toBe(0);
  });

  it('is only for who reviews it, and only while it waits', async () => {
    const { indicator } = await smallTree(as);
    expect(await claim(reviewer, indicator, true)).toMatchObject({ ok: false });
    await step(owner, 'submit', indicator, 1);
    for (const person of ['b', 'c', 'd', 'kedua', 'sekretariat', 'dewan', 'mantan']) {
      const answer = await claim(await as(person), indicator, true);
      expect([person, answer.ok]).toEqual([person, false]);
    }
  });
});

describe('the news', () => {
  it('tells decisions on own items and words on what one has to do with, until they are read', async () => {
    const { indicator } = await smallTree(as, 'd');
    const other = await as('d');
    await look(other, 'p1', (await news(other)).position);
    await step(other, 'submit', indicator, 1);
    await step(reviewer, 'approve', indicator, 2);
    await addComment(await as('pendamping'), comment(indicator, 'Bagus.', { field: 'unit' }));
    const { entries, unread } = await news(other);
    expect(entries.filter(({ isNew }) => isNew)).toMatchObject([
      { kind: 'comment', about: 'Satuan', text: 'Bagus.', by: 'Pendamping' },
      { kind: 'approve', by: 'Kepala A' },
    ]);
    expect(unread).toBe(2);
    // Its reviewer hears it, who has said nothing; whoever has nothing to do with it does not.
    const hears = async (person: Actor) => (await news(person)).entries.some(({ text }) => text === 'Bagus.');
    expect(await hears(reviewer)).toBe(true);
    expect(await hears(await as('b'))).toBe(false);
    expect(await countUnread(other, await getFrame(other))).toBe(2);
    await look(other, 'p1', (await news(other)).position);
    expect((await news(other)).unread).toBe(0);
  });

  it('leaves unread what came after the page was drawn, however often that page is looked at', async () => {
    const { indicator } = await smallTree(as);
    const { position } = await news(owner);
    await look(owner, 'p1', position);
    await addComment(reviewer, comment(indicator, 'Sesudahnya.'));
    await markRead(owner, { subjectId: 'p1', position, revision: position });
    expect((await news(owner)).unread).toBe(1);
  });

  it('tells nobody of a draft that they may not read any more', async () => {
    const { target } = await smallTree(as);
    const change = begin({
      kind: 'indicator',
      department: 'c',
      parentId: target,
      fields: { supporters: ['d'] },
    });
    const indicator = await made(owner, change);
    const supporter = await as('d');
    // Having spoken there before opens no door.
    await addComment(supporter, comment(indicator, 'Kami ikut.'));
    await addComment(owner, comment(indicator, 'Rahasia dapur.'));
    expect(JSON.stringify(await news(supporter))).toContain('Rahasia dapur.');
    await made(owner, edit(indicator, 1, { supporters: [] }));
    expect(JSON.stringify(await news(supporter))).not.toContain('Rahasia dapur.');
    expect(JSON.stringify(await news(await as('mantan')))).not.toContain('Rahasia dapur.');
  });
});
