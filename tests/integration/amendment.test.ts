import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { openHall } from '@/lib/hall/write/open-hall';
import { fold } from '@/lib/plan/log/fold';
import { earlierPlanMessage } from '@/lib/plan/outcome';
import { getEarlierItem } from '@/lib/plan/read/earlier-item';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getItem } from '@/lib/plan/read/item';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { getDifferences, getSide, listEarlierPlans, listVersions } from '@/lib/plan/read/versions';
import { addComment } from '@/lib/plan/write/comment';
import { getRatification } from '@/lib/ratification/read/checklist';
import { amend } from '@/lib/ratification/write/amend';
import { leaveOut } from '@/lib/ratification/write/leave-out';
import { countToAnswer, listSuggestions } from '@/lib/suggestions/read/suggestions';
import { adoptSuggestion } from '@/lib/suggestions/write/adopt';
import { makeSuggestion } from '@/lib/suggestions/write/suggest';
import { expectLogMatchesTables } from '../support/fold';
import { allGiven, enact, readyRegion } from '../support/ready-plan';
import { begin, edit, made, save, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let number = 30;
let here: Awaited<ReturnType<typeof readyRegion>>;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  number += 1;
  here = await readyRegion(`22.${number}`);
});
afterAll(() => expectLogMatchesTables(url));

const start = (actor: Actor, planId = 'p1', mutationId = randomUUID()) =>
  amend(actor, { mutationId, planId, number: '050/77', reason: 'Penyesuaian OPD.' });
const begun = async () => {
  expect(await enact(here.office)).toMatchObject({ ok: true });
  expect(await start(here.office)).toMatchObject({ ok: true });
  return getFrame(here.office);
};
/** The key of what an amendment copied from an item. */
const copyOf = async (id: string) => {
  const { regionId } = here;
  return (await database(regionId).item.findFirstOrThrow({ where: { regionId, copiedFromId: id } })).id;
};
const rowsOf = (planId: string) =>
  listItemRows(here.office, database(here.regionId), { planId }, { withArchived: true });

describe('beginning an amendment', () => {
  it('is for the secretariat, with a reason, and only of a plan that was ratified', async () => {
    expect(await start(here.office)).toMatchObject({ ok: false, reason: 'invalid' });
    await enact(here.office);
    for (const name of ['bupati', 'dewan', 'a', 'c', 'mantan'])
      expect(await start(await here.as(name))).toMatchObject({ ok: false, reason: 'denied' });
    const form = { mutationId: randomUUID(), planId: 'p1', number: '', reason: ' ' };
    expect(await amend(here.office, form)).toMatchObject({ ok: false, field: 'reason' });
    expect(await start(here.office, 'p9')).toMatchObject({ ok: false, reason: 'missing' });
    expect(await start(here.office)).toMatchObject({ ok: true });
  });

  it('copies everything that was not put away, with status, supporters, reasons and what hangs on what', async () => {
    const owner = await here.as('c');
    const away = await made(owner, begin({ kind: 'goal', department: 'c' }));
    await save(owner, { mutationId: randomUUID(), itemId: away, version: 1, fields: {}, isArchived: true });
    const fields = { supporters: ['b'], replacesId: here.indicator, breakYear: 2026 };
    const left = await made(
      owner,
      begin({ kind: 'indicator', department: 'c', parentId: here.target, fields }),
    );
    const reason = 'Ditunda.';
    await leaveOut(here.office, { mutationId: randomUUID(), itemId: left, version: 1, reason });
    const frame = await begun();
    expect(frame.plan).toMatchObject({
      id: 'p2',
      ordinal: 2,
      name: 'Rencana uji (Perubahan ke-1)',
      standing: null,
    });
    expect(frame.dimensions.map(({ id, coordinatorId }) => [id, coordinatorId])).toEqual([
      ['p2-x1', 'a'],
      ['p2-y1', 'b'],
    ]);
    const [old, now] = [await rowsOf('p1'), await rowsOf('p2')];
    expect([old.length, now.length]).toEqual([5, 4]);
    const copy = now.find(({ copiedFromId }) => copiedFromId === left);
    expect(copy).toMatchObject({ status: 'draft', leftOutReason: reason, version: 1, supporterIds: ['b'] });
    expect(copy?.fields.replacesId).toBe(await copyOf(here.indicator));
    expect(copy?.parentId).toBe(await copyOf(here.target));
    const target = now.find(({ copiedFromId }) => copiedFromId === here.target);
    expect(target).toMatchObject({
      status: 'approved',
      dimensionId: 'p2-x1',
      fields: { subdimensionId: 'p2-x11' },
    });
    const indicator = now.find(({ copiedFromId }) => copiedFromId === here.indicator);
    expect(indicator?.fields).toEqual(old.find(({ id }) => id === here.indicator)?.fields);
    const view = await getRatification(here.office, frame, await allGiven(here.office));
    expect(view?.amendment).toMatchObject({
      number: '050/77',
      reason: 'Penyesuaian OPD.',
      of: 'Rencana uji',
    });
    expect(view?.lines.filter(({ isMet }) => !isMet)).toEqual([]);
  });

  it('takes suggestions along: what waits can be answered, and its author finds it again', async () => {
    const { as, office, target, indicator } = here;
    const [council, owner] = [await as('dewan'), await as('c')];
    const suggest = (itemId: string, version: number, field: string | null, proposed: string | null) =>
      makeSuggestion(council, {
        ...{ mutationId: randomUUID(), text: 'Menurut kami.' },
        about: { what: 'item', itemId, version, field, proposed },
      });
    for (const outcome of [
      await suggest(target, 3, 'title', 'Usulan sasaran'),
      await suggest(indicator, 3, 'title', 'Usulan indikator'),
    ])
      expect(outcome).toMatchObject({ ok: true });
    // Of the two the second is older than what stands there now.
    await step(await as('a'), 'reopen', indicator, 3, 'Judul.');
    await save(owner, edit(indicator, 4, { title: 'Judul baru' }));
    await step(owner, 'submit', indicator, 5);
    await step(await as('a'), 'approve', indicator, 6);
    const frame = await begun();
    const views = await listSuggestions(owner, frame);
    expect(views.map(({ state, isMine, canAnswer }) => [state, isMine, canAnswer])).toEqual([
      ...[
        ['waiting', false, true],
        ['waiting', false, true],
      ],
    ]);
    expect(await listSuggestions(council, await getFrame(council))).toMatchObject([
      ...[{ isMine: true }, { isMine: true }],
    ]);
    const answered: unknown[] = [];
    for (const [id, kind] of [
      [target, 'target'],
      [indicator, 'indicator'],
    ] as const) {
      expect(await step(await as('a'), 'reopen', await copyOf(id), 1, 'Ada usulan.')).toMatchObject({
        ok: true,
      });
      const view = views.find(({ about }) => about.what === 'item' && about.item?.kind === kind);
      const request = { mutationId: randomUUID(), suggestionId: view?.id ?? '' };
      const outcome = await adoptSuggestion(owner, {
        ...request,
        over: null,
        parentId: null,
        departmentId: null,
      });
      answered.push(outcome.ok || outcome.reason);
    }
    expect(answered).toEqual([true, 'conflict']);
    expect(await countToAnswer(owner, await getFrame(office))).toBe(1);
  });

  it('needs nothing of the old log: the new one holds the whole plan', async () => {
    await begun();
    const { regionId } = here;
    const events = await database(regionId).event.findMany({
      where: { regionId, stream: 'plan:p2' },
      orderBy: { revision: 'asc' },
    });
    const types = [...fold(events).values()].map(({ type }) => type);
    expect(types.filter(type => type === 'item')).toHaveLength(3);
    expect(types.filter(type => type === 'stage')).toHaveLength(1);
  });

  it('takes delegates along: they act for the same dimension, and only for that', async () => {
    expect((await here.as('utusan')).coordinates).toEqual(['p1-x1']);
    await begun();
    expect((await here.as('utusan')).coordinates).toEqual(['p2-x1']);
    expect((await here.as('a')).coordinates).toEqual(['p2-x1']);
    expect((await here.as('d')).coordinates).toEqual([]);
  });

  it('happens once: a retry hears the same, of two at once one is refused', async () => {
    await enact(here.office);
    const both = await Promise.all([start(here.office), start(await here.as('sekretariat'))]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { regionId } = here;
    expect(await database(regionId).plan.count({ where: { regionId } })).toBe(2);
    const other = await readyRegion(`23.${number}`);
    await enact(other.office);
    const mutationId = randomUUID();
    expect(await start(other.office, 'p1', mutationId)).toMatchObject({ ok: true, id: 'p2' });
    expect(await start(other.office, 'p1', mutationId)).toMatchObject({ ok: true, id: 'p2' });
    expect(await database(other.regionId).plan.count({ where: { regionId: other.regionId } })).toBe(2);
  });

  it('can be ratified and amended again, and what was copied twice is still known', async () => {
    await begun();
    expect(await enact(here.office, { planId: 'p2', number: '3/2026' })).toMatchObject({ ok: true });
    expect(await start(here.office, 'p2')).toMatchObject({ ok: true });
    const frame = await getFrame(here.office);
    expect(frame.plan).toMatchObject({ id: 'p3', name: 'Rencana uji (Perubahan ke-2)' });
    const copy = await copyOf(await copyOf(here.indicator));
    expect(await getEarlierItem(here.office, frame, here.indicator)).toMatchObject({ now: { id: copy } });
    const [, first] = await listEarlierPlans(here.office, frame);
    const before = await getSide(here.office, frame, first?.versions[0]?.id ?? '');
    const after = await getSide(here.office, frame, 'sekarang');
    expect(before && after && (await getDifferences(here.office, before, after))).toEqual([]);
  });
});

describe('while an amendment is drafted', () => {
  it('what is approved is opened again with a reason and changed; the rest stands', async () => {
    await begun();
    const id = await copyOf(here.indicator);
    const [owner, reviewer] = [await here.as('c'), await here.as('a')];
    expect(await save(owner, edit(id, 1, { source: 'BPS' }))).toMatchObject({ ok: false, reason: 'status' });
    expect(await step(reviewer, 'reopen', id, 1, 'Angka baru.')).toMatchObject({ ok: true });
    expect(await save(owner, edit(id, 2, { source: 'BPS' }))).toMatchObject({ ok: true });
  });

  it('an open page of the old plan is told where its item is now, and loses nothing unseen', async () => {
    const owner = await here.as('c');
    const left = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: here.target }));
    await leaveOut(here.office, { mutationId: randomUUID(), itemId: left, version: 1, reason: 'Ditunda.' });
    // The process remembers this one.
    expect(await save(owner, edit(left, 2, { source: 'BPS' }))).toMatchObject({ ok: true });
    const frame = await begun();
    const told = { ok: false, reason: 'locked', message: earlierPlanMessage };
    expect(await save(owner, edit(left, 3, { source: 'Dinas' }))).toMatchObject(told);
    expect(await step(owner, 'submit', left, 3)).toMatchObject(told);
    const comment = { itemId: left, field: null, threadId: null, text: 'Halo.' };
    expect(await addComment(owner, { mutationId: randomUUID(), ...comment })).toMatchObject(told);
    expect(await getItem(owner, frame, left)).toMatchObject({
      kind: 'earlier',
      earlier: { plan: { name: 'Rencana uji' }, now: { id: await copyOf(left) } },
    });
    expect(await getItem(owner, frame, randomUUID())).toEqual({ kind: 'missing' });
    const former = await here.as('mantan');
    expect(await getItem(former, frame, left)).toEqual({ kind: 'missing' });
    expect(await save(former, edit(left, 3, { source: 'x' }))).toMatchObject({ reason: 'missing' });
  });

  it('memory, downloads, versions and halls follow the new plan', async () => {
    await enact(here.office);
    const old = await getImage(here.office, await getFrame(here.office));
    await start(here.office);
    const frame = await getFrame(here.office);
    const now = await getImage(here.office, frame);
    expect(now.items.every(({ planId }) => planId === 'p2')).toBe(true);
    expect(now.reach).not.toBe(old.reach);
    expect(await listVersions(here.office, frame)).toEqual([]);
    expect(
      (await listEarlierPlans(here.office, frame)).map(({ id, versions }) => [id, versions.length]),
    ).toEqual([['p1', 1]]);
    const day = { mutationId: randomUUID(), day: 1 };
    expect(await openHall(here.office, { ...day, stageId: 'p1-tahap-1' })).toMatchObject({
      reason: 'missing',
    });
    expect(await openHall(here.office, { ...day, stageId: 'p2-tahap-1' })).toMatchObject({ ok: true });
  });

  it('the difference between the two plans is told item by item', async () => {
    const owner = await here.as('c');
    const frame = await begun();
    const [indicator, goal] = [await copyOf(here.indicator), await copyOf(here.goal)];
    const [plan] = await listEarlierPlans(here.office, frame);
    const before = await getSide(here.office, frame, plan?.versions[0]?.id ?? '');
    const told = async () => {
      const after = await getSide(here.office, await getFrame(here.office), 'sekarang');
      if (!before || !after) throw new Error('a side is missing');
      return getDifferences(here.office, before, after);
    };
    expect(await told()).toEqual([]);
    await step(await here.as('a'), 'reopen', indicator, 1, 'Angka baru.');
    await save(owner, edit(indicator, 2, { source: 'BPS' }));
    const added = await made(
      owner,
      begin({ kind: 'goal', department: 'c', dimension: 'p2-x1', fields: { title: 'Baru' } }),
    );
    const differences = await told();
    expect(differences.find(({ id }) => id === indicator)).toMatchObject({
      ...{ what: 'changed', fields: [{ field: 'source', before: '', after: 'BPS' }] },
      status: { before: 'approved', after: 'returned' },
    });
    expect(differences.find(({ id }) => id === added)).toMatchObject({ what: 'added', title: 'Baru' });
    expect(differences).toHaveLength(2);
    await leaveOut(here.office, { mutationId: randomUUID(), itemId: goal, version: 1, reason: 'Dicabut.' });
    expect((await told()).find(({ id }) => id === goal)).toMatchObject({ leftOut: { after: 'Dicabut.' } });
  });
});
