import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { listArchive } from '@/lib/plan/read/archive';
import { getDimension } from '@/lib/plan/read/dimension';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { type Change, change } from '@/lib/plan/schema';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let owner: Actor;

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
  owner = await as('c');
});
afterEach(() => expectLogMatchesTables(url));

const arrange = (itemId: string, version: number, change: Partial<Change>): Change => ({
  ...{ mutationId: randomUUID(), itemId, version, fields: {} },
  ...change,
});
const childrenOf = async (parentId: string) =>
  (await listItemRows(owner, database(owner.regionId), { parentId })).map(({ id }) => id);

describe('the order of siblings', () => {
  it('puts an item first, last, or directly after another, as one event', async () => {
    const { goal, target: a } = await smallTree(as);
    const [b, c] = [
      await made(owner, begin({ kind: 'target', department: 'c', parentId: goal })),
      await made(owner, begin({ kind: 'target', department: 'c', parentId: goal })),
    ];
    expect(await childrenOf(goal)).toEqual([a, b, c]);
    const place = { parentId: goal };
    expect(await save(owner, arrange(c, 1, { place: { ...place, after: null } }))).toMatchObject({
      version: 2,
    });
    expect(await childrenOf(goal)).toEqual([c, a, b]);
    await made(owner, arrange(c, 2, { place: { ...place, after: a } }));
    expect(await childrenOf(goal)).toEqual([a, c, b]);
    await made(owner, arrange(a, 1, { place }));
    expect(await childrenOf(goal)).toEqual([c, b, a]);
  });

  it('holds among many moves to the same gap', async () => {
    const { goal, target: first } = await smallTree(as);
    const last = await made(owner, begin({ kind: 'target', department: 'c', parentId: goal }));
    const between: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      const change = begin({ kind: 'target', department: 'c', parentId: goal });
      between.unshift(await made(owner, { ...change, place: { parentId: goal, after: first } }));
    }
    expect(await childrenOf(goal)).toEqual([first, ...between, last]);
  });

  it('refuses a sibling that hangs elsewhere by now', async () => {
    const { goal, target } = await smallTree(as);
    const other = await smallTree(as);
    const outcome = await save(owner, arrange(target, 1, { place: { parentId: goal, after: other.target } }));
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' });
  });

  it("hangs an own target under another department's goal", async () => {
    const { goal } = await smallTree(as, 'd');
    const { target } = await smallTree(as);
    await made(owner, arrange(target, 1, { place: { parentId: goal } }));
    expect(await childrenOf(goal)).toContain(target);
  });

  it('keeps the hands of others off', async () => {
    const { goal, target } = await smallTree(as);
    for (const person of ['a', 'b', 'd', 'sekretariat', 'dewan']) {
      const outcome = await save(
        await as(person),
        arrange(target, 1, { place: { parentId: goal, after: null } }),
      );
      expect([person, outcome]).toMatchObject([person, { ok: false, reason: 'denied' }]);
    }
    await step(owner, 'submit', target, 1);
    expect(await save(owner, arrange(target, 2, { place: { parentId: goal } }))).toMatchObject({
      reason: 'status',
    });
  });
});

describe('the archive', () => {
  it('takes an item out of every list and keeps it whole', async () => {
    const { indicator } = await smallTree(as);
    const frame = await getFrame(owner);
    expect(await save(owner, arrange(indicator, 1, { isArchived: true }))).toMatchObject({ version: 2 });
    expect(await listItemRows(owner, database(owner.regionId), { id: indicator })).toEqual([]);
    expect(JSON.stringify(await getDimension(owner, frame, 'x1'))).not.toContain(indicator);
    expect((await listArchive(owner, frame)).map(({ id }) => id)).toContain(indicator);
    expect(await getItem(owner, frame, indicator)).toMatchObject({
      kind: 'archived',
      archived: { by: 'Kepala C', canRestore: true },
    });
    expect(await step(owner, 'submit', indicator, 2)).toMatchObject({ ok: false, reason: 'missing' });
    expect(await save(owner, edit(indicator, 2, { title: 'Masih diketik' }))).toMatchObject({
      reason: 'status',
    });
    expect(await save(owner, arrange(indicator, 2, { isArchived: false }))).toMatchObject({ version: 3 });
    const answer = await getItem(owner, frame, indicator);
    expect(answer).toMatchObject({ kind: 'open', view: { item: { fields: { title: 'Cakupan layanan' } } } });
  });

  it('takes what hangs below first, and brings back what stands above first', async () => {
    const { target, indicator } = await smallTree(as);
    expect(await save(owner, arrange(target, 1, { isArchived: true }))).toMatchObject({ reason: 'invalid' });
    await made(owner, arrange(indicator, 1, { isArchived: true }));
    await made(owner, arrange(target, 1, { isArchived: true }));
    expect(await save(owner, arrange(indicator, 2, { isArchived: false }))).toMatchObject({
      reason: 'invalid',
    });
    const under = begin({ kind: 'indicator', department: 'd', parentId: target });
    expect(await save(await as('d'), under)).toMatchObject({ ok: false, reason: 'invalid' });
    await made(owner, arrange(target, 2, { isArchived: false }));
    await made(owner, arrange(indicator, 2, { isArchived: false }));
  });

  it("never takes another department's item, nor one that was handed in, nor one that changed unseen", async () => {
    const { indicator } = await smallTree(as);
    for (const person of ['a', 'b', 'd', 'sekretariat', 'kedua', 'dewan']) {
      const outcome = await save(await as(person), arrange(indicator, 1, { isArchived: true }));
      expect([person, outcome.ok]).toEqual([person, false]);
    }
    await made(await as('c.operator'), edit(indicator, 1, { source: 'BPS' }));
    expect(await save(owner, arrange(indicator, 1, { isArchived: true }))).toMatchObject({
      reason: 'conflict',
    });
    await step(owner, 'submit', indicator, 2);
    expect(await save(owner, arrange(indicator, 3, { isArchived: true }))).toMatchObject({
      reason: 'status',
    });
  });

  it('shows the archive of a department to nobody else', async () => {
    const { indicator } = await smallTree(as);
    await made(owner, arrange(indicator, 1, { isArchived: true }));
    for (const person of ['a', 'd', 'sekretariat', 'dewan', 'mantan']) {
      const actor = await as(person);
      const rows = await listArchive(actor, await getFrame(actor));
      expect([person, rows.filter(({ id }) => id === indicator)]).toEqual([person, []]);
    }
    const stranger = await as('d');
    expect((await getItem(stranger, await getFrame(stranger), indicator)).kind).toBe('missing');
  });

  it('is a change of its own: fields beside it would be dropped unseen, so the schema refuses them', () => {
    const bare = { mutationId: 'm', itemId: 'i', version: 1, isArchived: false, fields: {} };
    expect(change.safeParse(bare).success).toBe(true);
    expect(change.safeParse({ ...bare, fields: { title: 'Hilang' } }).success).toBe(false);
    expect(change.safeParse({ ...bare, place: { parentId: null } }).success).toBe(false);
  });

  it('answers a retry with what was said, and does nothing twice', async () => {
    const { indicator } = await smallTree(as);
    const change = arrange(indicator, 1, { isArchived: true });
    const first = await save(owner, change);
    expect(await save(owner, change)).toEqual(first);
    expect(await save(owner, arrange(indicator, 1, { isArchived: true }))).toMatchObject({
      ok: true,
      version: 2,
    });
  });
});

describe('a copy', () => {
  it('has all fields of the original but its code, its answers and its history', async () => {
    const { target } = await smallTree(as);
    const fields = { code: 'A-1', supporters: ['b'], 'reasons.jump.2026': 'Program baru.' };
    const original = await made(
      owner,
      begin({ kind: 'indicator', department: 'c', parentId: target, fields }),
    );
    const change = begin({ kind: 'indicator', department: 'c', parentId: target });
    const create = { ...change.create, copyOf: original } as Change['create'];
    const copied = await made(owner, { ...change, create, fields: { title: 'Salinan' } });
    const [one, two] = await listItemRows(owner, database(owner.regionId), {
      id: { in: [original, copied] },
    });
    const { code: _c, title: _t, 'reasons.jump.2026': _r, ...kept } = one?.fields ?? {};
    const { 'reasons.similar': _s, ...rest } = kept;
    expect(two?.fields).toEqual({ ...rest, title: 'Salinan', code: null });
    expect(two).toMatchObject({ version: 1, status: 'draft', supporterIds: ['b'] });
  });

  it('is not supported by whoever owns it', async () => {
    const { target } = await smallTree(as);
    const fields = { supporters: ['b', 'd'] };
    const original = await made(
      owner,
      begin({ kind: 'indicator', department: 'c', parentId: target, fields }),
    );
    const other = await as('d');
    const change = begin({ kind: 'indicator', department: 'd', parentId: target });
    const create = { ...change.create, copyOf: original } as Change['create'];
    const copied = await made(other, { ...change, create, fields: { title: 'Salinan' } });
    const [copy] = await listItemRows(other, database(other.regionId), { id: copied });
    expect(copy?.supporterIds).toEqual(['b']);
  });

  it("is not a way into another's draft", async () => {
    const { target, indicator } = await smallTree(as);
    const thief = await as('d');
    const change = begin({ kind: 'indicator', department: 'd', parentId: target });
    const create = { ...change.create, copyOf: indicator } as Change['create'];
    expect(await save(thief, { ...change, create })).toMatchObject({ ok: false, reason: 'missing' });
    await step(owner, 'submit', indicator, 1);
    expect(await save(thief, { ...change, create })).toMatchObject({ ok: true });
  });
});
