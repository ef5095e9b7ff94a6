import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { getPlanAsOf } from '@/lib/plan/read/as-of';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getItem } from '@/lib/plan/read/item';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { listMerged } from '@/lib/plan/read/merged';
import { countSimilar, getBeside, listSharing, listSimilar } from '@/lib/plan/read/similar';
import type { VerdictKind } from '@/lib/plan/similar';
import { addComment } from '@/lib/plan/write/comment';
import { mergeItems, unmergeItem } from '@/lib/plan/write/merge-items';
import { endVerdict, giveVerdict } from '@/lib/plan/write/verdict';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: (username: string) => Promise<Actor>;
let target: string;
let region = 0;

beforeAll(async () => {
  url = await freshDatabase();
});
afterEach(() => expectLogMatchesTables(url));

/** Each test has a region of its own, so that what it enters resembles nothing else. */
async function start(plan = {}) {
  region += 1;
  ({ as } = await makeRegion(`20.${String(region).padStart(2, '0')}`, plan));
  const actor = await as('c.operator');
  const goal = await made(actor, begin({ kind: 'goal', department: 'c' }));
  target = await made(actor, begin({ kind: 'target', department: 'c', parentId: goal }));
}

async function indicator(department: string, fields: Fields = {}): Promise<string> {
  const stunting = { title: 'Prevalensi stunting balita', 'reasons.similar': null, ...fields };
  return made(
    await as(department),
    begin({ kind: 'indicator', department, parentId: target, fields: stunting }),
  );
}

async function merge(
  who: string,
  keepId: string,
  items: Record<string, number>,
  reason = 'Ukuran yang sama.',
) {
  const asked = Object.entries(items).map(([itemId, version]) => ({ itemId, version }));
  return mergeItems(await as(who), { mutationId: randomUUID(), keepId, items: asked, reason });
}

async function decide(
  who: string,
  kind: VerdictKind,
  items: Record<string, number>,
  source: string | null = null,
): Promise<Outcome> {
  const asked = Object.entries(items).map(([itemId, version]) => ({ itemId, version }));
  const request = { mutationId: randomUUID(), kind, items: asked, source, reason: 'Sudah dibahas.' };
  return giveVerdict(await as(who), request);
}

async function rowOf(id: string) {
  const actor = await as('sekretariat');
  const [row] = await listItemRows(actor, database(actor.regionId), { id }, { withArchived: true });
  if (!row) throw new Error('no row');
  return row;
}

async function groupsOf(who: string) {
  const actor = await as(who);
  return (await listSimilar(actor, await getFrame(actor))).groups;
}

describe('who sees what looks alike', () => {
  it('owners their own groups, coordinators those of their dimension, the secretariat all, and no draft in full', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    for (const who of ['c', 'd', 'a', 'utusan', 'sekretariat', 'pendamping'])
      expect(await groupsOf(who)).toHaveLength(1);
    for (const who of ['b', 'dewan', 'bupati', 'kedua', 'mantan'])
      expect([who, await groupsOf(who)]).toEqual([who, []]);
    const [seen] = await groupsOf('c');
    expect(seen?.members.map(({ id, kind }) => [id, kind])).toEqual([
      [c, 'open'],
      [d, 'hidden'],
    ]);
    expect(JSON.stringify(seen?.members.find(({ id }) => id === d))).not.toContain('stunting');
    expect(seen).toMatchObject({ canDecide: false });
    expect((await groupsOf('a'))[0]).toMatchObject({ canDecide: true, proposal: 'merge' });
    const foreign = await as('c');
    expect(await countSimilar(foreign, await getFrame(foreign))).toBe(1);
  });
});

describe('putting together', () => {
  it('keeps one owner, makes the others supporters and both histories readable, at one revision after the other', async () => {
    await start();
    const [kept, gone] = [await indicator('c'), await indicator('d')];
    const owner = await as('d');
    await addComment(owner, {
      ...{ mutationId: randomUUID(), itemId: gone, field: null, threadId: null },
      text: 'Angka kami dari posyandu.',
    });
    const reviewer = await as('a');
    const before = (await getFrame(reviewer)).plan.revision;
    expect(await merge('a', kept, { [kept]: 1, [gone]: 1 })).toMatchObject({ ok: true, version: 2 });
    expect(await rowOf(kept)).toMatchObject({ departmentId: 'c', supporterIds: ['d'], archivedAt: null });
    expect(await rowOf(gone)).toMatchObject({ mergedIntoId: kept, version: 2 });
    // Both owners read what was put away, its words and what happened to it.
    for (const who of ['c', 'd', 'a']) {
      const actor = await as(who);
      const answer = await getItem(actor, await getFrame(actor), gone);
      if (answer.kind !== 'archived') throw new Error(`${who}: ${answer.kind}`);
      expect(answer.archived.mergedInto).toMatchObject({ id: kept, reason: 'Ukuran yang sama.' });
      expect(answer.archived.history.map(({ action }) => action)).toEqual(['create', 'merge']);
      expect(answer.archived.threads[0]?.said[0]?.text).toBe('Angka kami dari posyandu.');
      expect(answer.archived).toMatchObject({ canUnmerge: who === 'a', canRestore: false });
    }
    const [own, row] = [await as('c'), await rowOf(kept)];
    expect(await listMerged(own, await getFrame(own), row)).toMatchObject([
      { id: gone, departmentCode: 'D' },
    ]);
    expect(await groupsOf('a')).toEqual([]);
    // As of before, both stand in the plan.
    const frame = await getFrame(reviewer);
    const past = await getPlanAsOf(reviewer, frame, {
      planRevision: before,
      regionRevision: frame.region.revision,
    });
    expect(past.items.map(({ id }) => id)).toEqual(expect.arrayContaining([kept, gone]));
    const after = await getPlanAsOf(reviewer, frame, {
      ...{ planRevision: frame.plan.revision, regionRevision: frame.region.revision },
    });
    expect(after.items.map(({ id }) => id)).not.toContain(gone);
  });

  it('is for whoever reviews all of them or the secretariat, and never in the own cause', async () => {
    await start();
    const [c, d, own] = [await indicator('c'), await indicator('d'), await indicator('a')];
    await step(await as('c'), 'submit', c, 1);
    for (const who of ['b', 'dewan', 'bupati', 'mantan']) {
      expect([who, await merge(who, c, { [c]: 1, [d]: 1 })]).toMatchObject([
        who,
        { ok: false, reason: 'missing' },
      ]);
    }
    for (const who of ['pendamping']) {
      expect([who, await merge(who, c, { [c]: 1, [d]: 1 })]).toMatchObject([
        who,
        { ok: false, reason: 'denied' },
      ]);
    }
    // The coordinator's own indicator is not the coordinator's to decide on.
    expect(await merge('a', c, { [c]: 1, [own]: 1 })).toMatchObject({ ok: false, reason: 'denied' });
    expect(await decide('a', 'different', { [c]: 1, [own]: 1 })).toMatchObject({
      ok: false,
      reason: 'denied',
    });
    expect(await merge('sekretariat', c, { [c]: 1, [own]: 1 })).toMatchObject({ ok: true });
  });

  it('asks for a reason, two that stand in the plan, and one to keep', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    expect(await merge('a', c, { [c]: 1, [d]: 1 }, ' ')).toMatchObject({ ok: false, reason: 'note' });
    expect(await merge('a', randomUUID(), { [c]: 1, [d]: 1 })).toMatchObject({
      ok: false,
      reason: 'invalid',
    });
    const twice = { mutationId: randomUUID(), keepId: c, reason: 'Sama.' };
    const same = { itemId: c, version: 1 };
    expect(await mergeItems(await as('a'), { ...twice, items: [same, same] })).toMatchObject({
      reason: 'missing',
    });
    const { target: other } = await smallTree(as, 'd');
    expect(await merge('a', c, { [c]: 1, [other]: 1 })).toMatchObject({ ok: false, reason: 'missing' });
  });

  it('leaves what was approved alone until it is opened again', async () => {
    await start();
    const [c, d] = [await indicator('c', { 'reasons.similar': 'Ya.' }), await indicator('d')];
    await step(await as('c'), 'submit', c, 1);
    await step(await as('a'), 'approve', c, 2);
    for (const keep of [c, d]) {
      expect(await merge('a', keep, { [c]: 3, [d]: 1 })).toMatchObject({ ok: false, reason: 'status' });
    }
    await step(await as('a'), 'reopen', c, 3, 'Digabung.');
    expect(await merge('a', c, { [c]: 4, [d]: 1 })).toMatchObject({ ok: true });
  });

  it('is not taken on what changed meanwhile, and shows what changed', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    await save(await as('d'), edit(d, 1, { unit: 'orang' }));
    expect(await merge('a', c, { [c]: 1, [d]: 1 })).toMatchObject({
      ...{ ok: false, reason: 'conflict', version: 2 },
      conflicts: [{ field: 'unit', before: '%', theirs: 'orang', by: 'Kepala D' }],
    });
    expect(await rowOf(d)).toMatchObject({ archivedAt: null });
  });

  it('refuses what is typed on the one that is gone in words that lose nothing, and its owner cannot undo it', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    await merge('a', c, { [c]: 1, [d]: 1 });
    const late = await save(await as('d'), edit(d, 1, { title: 'Masih diketik' }));
    expect(late).toMatchObject({
      ok: false,
      reason: 'status',
      message: expect.stringContaining('digabung ke isian C'),
    });
    const back = { mutationId: randomUUID(), itemId: d, version: 2, fields: {}, isArchived: false };
    expect(await save(await as('d'), back)).toMatchObject({ ok: false, reason: 'status' });
    expect(await step(await as('d'), 'submit', d, 2)).toMatchObject({ ok: false, reason: 'missing' });
  });

  it('is refused while the plan is locked', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    const { regionId } = await as('a');
    const setStage = (state: 'locked' | 'open') =>
      database(regionId).stage.updateMany({ where: { regionId }, data: { state } });
    await setStage('locked');
    expect(await merge('a', c, { [c]: 1, [d]: 1 })).toMatchObject({ ok: false, reason: 'locked' });
    expect(await decide('a', 'different', { [c]: 1, [d]: 1 })).toMatchObject({ ok: false, reason: 'locked' });
    await setStage('open');
  });

  it('answers a retry with what was said and does nothing twice', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    const request = {
      ...{ mutationId: randomUUID(), keepId: c, reason: 'Sama.' },
      items: [c, d].map(itemId => ({ itemId, version: 1 })),
    };
    const first = await mergeItems(await as('a'), request);
    expect(first).toMatchObject({ ok: true });
    expect(await mergeItems(await as('a'), request)).toMatchObject({ ok: true, version: 2 });
    expect((await rowOf(c)).version).toBe(2);
  });
});

describe('taking it back', () => {
  it('brings back what was put away as it was, and takes only the support that came with it', async () => {
    await start();
    const [c, d, b] = [
      await indicator('c', { supporters: ['b'] }),
      await indicator('d'),
      await indicator('b'),
    ];
    await merge('a', c, { [c]: 1, [d]: 1, [b]: 1 });
    expect((await rowOf(c)).supporterIds).toEqual(['b', 'd']);
    const undo = async (who: string, itemId: string, reason = 'Ternyata berbeda.') =>
      unmergeItem(await as(who), { mutationId: randomUUID(), itemId, version: 2, reason });
    expect(await undo('d', d)).toMatchObject({ ok: false, reason: 'denied' });
    expect(await undo('dewan', d)).toMatchObject({ ok: false, reason: 'missing' });
    expect(await undo('a', d, '')).toMatchObject({ ok: false, reason: 'note' });
    expect(await undo('a', c)).toMatchObject({ ok: false, reason: 'status' });
    expect(await undo('a', d)).toMatchObject({ ok: true, version: 3 });
    expect(await rowOf(d)).toMatchObject({ archivedAt: null, mergedIntoId: null, status: 'draft' });
    expect((await rowOf(c)).supporterIds).toEqual(['b']);
    expect(await undo('sekretariat', b)).toMatchObject({ ok: true });
    expect((await rowOf(c)).supporterIds).toEqual(['b']);
    expect(await save(await as('d'), edit(d, 3, { title: 'Prevalensi stunting balita' }))).toMatchObject({
      ok: true,
    });
  });
});

describe('at the same moment', () => {
  it('a merge and a save end as one before the other', async () => {
    await start();
    for (let round = 0; round < 5; round += 1) {
      const [c, d] = [await indicator('c'), await indicator('d')];
      const [merged, saved] = await Promise.all([
        merge('a', c, { [c]: 1, [d]: 1 }),
        save(await as('d'), edit(d, 1, { source: `BPS ${round}` })),
      ]);
      expect([merged, saved].filter(({ ok }) => ok)).toHaveLength(1);
      const row = await rowOf(d);
      expect(row.mergedIntoId).toBe(merged.ok ? c : null);
      expect(row.fields.source).toBe(saved.ok ? `BPS ${round}` : null);
    }
  });

  it('a merge and a step end as one before the other', async () => {
    await start();
    for (let round = 0; round < 5; round += 1) {
      const [c, d] = [await indicator('c'), await indicator('d', { 'reasons.similar': 'Ya.' })];
      const [merged, stepped] = await Promise.all([
        merge('a', c, { [c]: 1, [d]: 1 }),
        step(await as('d'), 'submit', d, 1),
      ]);
      expect([merged, stepped].filter(({ ok }) => ok)).toHaveLength(1);
      expect((await rowOf(d)).status).toBe(stepped.ok ? 'submitted' : 'draft');
    }
  });

  it('of two merges that want each other away only one is taken', async () => {
    await start();
    for (let round = 0; round < 5; round += 1) {
      const [c, d] = [await indicator('c'), await indicator('d')];
      const both = { [c]: 1, [d]: 1 };
      const merged = await Promise.all([merge('a', c, both), merge('sekretariat', d, both)]);
      expect(merged.filter(({ ok }) => ok)).toHaveLength(1);
      const rows = [await rowOf(c), await rowOf(d)];
      expect(rows.filter(({ archivedAt }) => archivedAt === null)).toHaveLength(1);
    }
  });
});

describe('a verdict', () => {
  it('that they differ is asked about again once a name or unit changes', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    expect(await decide('a', 'different', { [c]: 1, [d]: 1 })).toMatchObject({ ok: true });
    expect(await groupsOf('a')).toEqual([]);
    await save(await as('d'), edit(d, 1, { source: 'BPS' }));
    expect(await groupsOf('a')).toEqual([]);
    await save(await as('d'), edit(d, 2, { title: 'Prevalensi stunting pada balita usia dini' }));
    await save(await as('d'), edit(d, 3, { title: 'Persentase stunting balita' }));
    expect(await groupsOf('a')).toHaveLength(1);
  });

  it('that they share a definition warns the others when one changes, and can be taken back', async () => {
    await start();
    const ids = [await indicator('c'), await indicator('d'), await indicator('b')] as const;
    const [c, d, b] = ids;
    const shared = await decide('a', 'shared', { [c]: 1, [d]: 1, [b]: 1 });
    expect(shared).toMatchObject({ ok: true });
    expect(await groupsOf('a')).toEqual([]);
    const [own, reviewer] = [await as('c'), await as('a')];
    expect((await listSharing(own, await getFrame(own), c)).sort()).toEqual(['B', 'D']);
    await save(await as('d'), edit(d, 1, { unit: 'orang' }));
    const beside = await getBeside(reviewer, await getFrame(reviewer), c);
    expect(beside).toMatchObject([
      { key: 'definition-differs', level: 'warn', message: expect.stringContaining('Satuan berbeda dari D') },
    ]);
    const answer = await getItem(reviewer, await getFrame(reviewer), c);
    expect(answer).toMatchObject({ kind: 'open', view: { sharing: expect.arrayContaining(['B', 'D']) } });
    const end = async (who: string) =>
      endVerdict(await as(who), { mutationId: randomUUID(), verdictId: shared.mutationId });
    expect(await end('c')).toMatchObject({ ok: false, reason: 'missing' });
    expect(await end('pendamping')).toMatchObject({ ok: false, reason: 'denied' });
    expect(await end('a')).toMatchObject({ ok: true });
    expect(await end('a')).toMatchObject({ ok: false, reason: 'status' });
    expect(await groupsOf('a')).toHaveLength(1);
  });

  it('on the source that binds warns the one with another, and a later one takes its place', async () => {
    await start();
    const [c, d] = [await indicator('c', { source: 'BPS' }), await indicator('d', { source: 'e-PPGBM' })];
    expect((await groupsOf('a'))[0]?.sources).toEqual(expect.arrayContaining(['BPS', 'e-PPGBM']));
    const both = { [c]: 1, [d]: 1 };
    expect(await decide('a', 'source', both)).toMatchObject({ ok: false, reason: 'note' });
    await decide('a', 'source', both, 'BPS');
    await decide('a', 'source', both, 'e-PPGBM');
    const reviewer = await as('a');
    const beside = await getBeside(reviewer, await getFrame(reviewer), c);
    expect(beside.map(({ key }) => key)).toEqual(['similar', 'source-differs']);
    expect(beside[1]?.message).toContain('adalah e-PPGBM');
    expect((await groupsOf('a'))[0]?.sources).toEqual([]);
    const { verdicts } = await listSimilar(reviewer, await getFrame(reviewer));
    expect(verdicts.map(({ source }) => source)).toEqual(['e-PPGBM']);
  });
});

it('takes no support that its owner had named before or since', async () => {
  await start();
  const [c, d] = [await indicator('c', { supporters: ['d'] }), await indicator('d')];
  const back = async (version: number) =>
    unmergeItem(await as('a'), { mutationId: randomUUID(), itemId: d, version, reason: 'Ternyata berbeda.' });
  expect(await merge('a', c, { [c]: 1, [d]: 1 })).toMatchObject({ ok: true });
  expect(await back(2)).toMatchObject({ ok: true });
  expect(await rowOf(c)).toMatchObject({ version: 3, supporterIds: ['d'] });
  // Put together while nobody supported, taken apart, and only then named.
  await save(await as('c'), edit(c, 3, { supporters: [] }));
  expect(await merge('a', c, { [c]: 4, [d]: 3 })).toMatchObject({ ok: true });
  expect(await back(4)).toMatchObject({ ok: true });
  expect(await rowOf(c)).toMatchObject({ version: 6, supporterIds: [] });
  await save(await as('c'), edit(c, 6, { supporters: ['b', 'd'] }));
  expect(await merge('a', c, { [c]: 7, [d]: 5 })).toMatchObject({ ok: true });
  expect(await back(6)).toMatchObject({ ok: true });
  expect(await rowOf(c)).toMatchObject({ version: 9, supporterIds: ['b', 'd'] });
});

it('a decision that is not theirs to take back is not ended by a later one of their own', async () => {
  await start();
  const [c, d, own] = [await indicator('c'), await indicator('d'), await indicator('a')];
  // The coordinator's own indicator is among them, so only others can take it back.
  expect(await decide('sekretariat', 'shared', { [c]: 1, [own]: 1 })).toMatchObject({ ok: true });
  expect(await decide('a', 'shared', { [c]: 1, [d]: 1 })).toMatchObject({ ok: false, reason: 'denied' });
  const actor = await as('sekretariat');
  const { verdicts } = await listSimilar(actor, await getFrame(actor));
  expect(verdicts.map(({ itemIds }) => itemIds)).toEqual([[c, own]]);
  expect(await decide('sekretariat', 'shared', { [c]: 1, [d]: 1 })).toMatchObject({ ok: true });
});

it('a key that somebody used before keeps nobody from deciding anew', async () => {
  await start();
  const [c, d] = [await indicator('c'), await indicator('d')];
  await decide('a', 'shared', { [c]: 1, [d]: 1 });
  const actor = await as('a');
  const [verdict] = (await listSimilar(actor, await getFrame(actor))).verdicts;
  const taken = { ...edit(c, 1, { source: 'BPS' }), mutationId: `${verdict?.id}-selesai` };
  expect(await save(await as('c'), taken)).toMatchObject({ ok: true });
  expect(await decide('a', 'shared', { [c]: 2, [d]: 1 })).toMatchObject({ ok: true });
});

describe('handing in what looks like another', () => {
  it('needs a reason, whoever drafts the other, and says nothing of a draft but whose it is', async () => {
    await start();
    const [c, d] = [await indicator('c'), await indicator('d')];
    const owner = await as('c');
    const refused = await step(owner, 'submit', c, 1);
    expect(refused).toMatchObject({
      ok: false,
      reason: 'checks',
      message: expect.stringContaining('draf D'),
    });
    await save(owner, edit(c, 1, { 'reasons.similar': 'Wilayahnya berbeda.' }));
    expect(await step(owner, 'submit', c, 2)).toMatchObject({ ok: true });
    expect(await step(await as('d'), 'submit', d, 1)).toMatchObject({
      message: expect.stringContaining('Prevalensi stunting balita'),
    });
  });
});

describe('an indicator replaced in mid-plan', () => {
  const found = async (who: string, id: string) => {
    const actor = await as(who);
    const frame = await getFrame(actor);
    const { items } = await getImage(actor, frame);
    const moment = { planRevision: frame.plan.revision, regionRevision: frame.region.revision };
    const past = (await getPlanAsOf(actor, frame, moment)).items.find(item => item.id === id);
    return {
      image: items.find(item => item.id === id)?.successor,
      row: (await rowOf(id)).successor,
      past: past?.successor,
    };
  };

  it('is known the same from memory, tables and log, whoever wrote it when, and ends with the one that replaces', async () => {
    await start();
    const old = await indicator('c', { code: 'A-01', 'reasons.similar': 'Ya.' });
    await found('c', old);
    const next = await indicator('c', { title: 'Indeks baru', code: 'A-07' });
    await save(await as('c'), edit(next, 1, { replacesId: old, breakYear: 2026 }));
    const successor = { id: next, year: 2026, name: 'A-07' };
    expect(await found('c', old)).toEqual({ image: successor, row: successor, past: successor });
    const { row } = await found('c', next);
    expect(row).toBeNull();
    await save(await as('c'), edit(next, 2, { code: 'A-08' }));
    expect((await found('c', old)).image).toMatchObject({ name: 'A-08' });
    await save(await as('c'), {
      mutationId: randomUUID(),
      itemId: next,
      version: 3,
      fields: {},
      isArchived: true,
    });
    expect(await found('c', old)).toEqual({ image: null, row: null, past: null });
  });

  it('is nobody else’s to end, and a draft that replaces it is not named to who may not read it', async () => {
    await start();
    const old = await indicator('c', { 'reasons.similar': 'Ya.' });
    const other = await indicator('d', { title: 'Rahasia D' });
    expect(await save(await as('d'), edit(other, 1, { replacesId: old }))).toMatchObject({
      ok: false,
      field: 'replacesId',
    });
    await made(await as('c'), edit(old, 1, { 'milestones.2026': emptyCell }));
    const next = await indicator('c', { title: 'Rahasia C', replacesId: old, breakYear: 2026 });
    expect(await step(await as('c'), 'submit', old, 2)).toMatchObject({ ok: true });
    const council = await as('dewan');
    const answer = await getItem(council, await getFrame(council), old);
    expect(answer).toMatchObject({ kind: 'open', view: { item: { successor: { id: next, name: '' } } } });
    expect(JSON.stringify(answer)).not.toContain('Rahasia');
  });
});
