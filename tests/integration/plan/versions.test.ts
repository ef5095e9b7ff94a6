import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type PlanItem, valuesOf } from '@/lib/plan/item';
import { planAsOf } from '@/lib/plan/log/as-of';
import { bodyOf } from '@/lib/plan/log/body';
import { comparePlans, differencesBetween } from '@/lib/plan/log/difference';
import { fold } from '@/lib/plan/log/fold';
import type { PathValues } from '@/lib/plan/paths';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { listRestorable } from '@/lib/plan/read/restorable';
import { getMarks, getSide, listVersions } from '@/lib/plan/read/versions';
import { nameVersion } from '@/lib/plan/write/name-version';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { expectLogMatchesTables } from '../../support/fold';
import { randomHistory } from '../../support/random-history';
import { begin, edit, made, makeRegion, number, save, smallTree, step } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId, as } = await makeRegion());
});

const name = async (actor: Actor, text: string) => {
  const outcome = await nameVersion(actor, { mutationId: randomUUID(), name: text });
  if (!outcome.ok) throw new Error(outcome.message);
  return (await listVersions(actor, await getFrame(actor))).find(version => version.name === text)?.id ?? '';
};

/** What is not there, empty, or false is the same to a reader. */
function bare(item: PlanItem): PathValues {
  const isSomething = (value: unknown) =>
    value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(valuesOf(item)).filter(([, value]) => isSomething(value)));
}

const byId = (items: readonly PlanItem[]) =>
  Object.fromEntries(items.map(item => [item.id, { version: item.version, ...bare(item) }]));

async function loggedUpTo(revision: number) {
  const events = await database(regionId).event.findMany({
    where: { regionId, stream: 'plan:p1', revision: { lte: revision } },
    orderBy: { revision: 'asc' },
    select: { body: true },
  });
  return planAsOf(fold(events), new Map()).items;
}

describe('a plan as of a revision', () => {
  it('is what its tables held then, at every step of a random history', async () => {
    const actor = await as('sekretariat');
    const states: { revision: number; items: PlanItem[] }[] = [];
    await randomHistory(as, 60, async () => {
      const { revision } = (await getFrame(actor)).plan;
      const items = await listItemRows(actor, database(regionId), { planId: 'p1' }, { withArchived: true });
      states.push({ revision, items });
    });
    expect(states.length).toBeGreaterThan(40);
    for (const { revision, items } of states) expect(byId(await loggedUpTo(revision))).toEqual(byId(items));
    await expectLogMatchesTables(url);
    // Each event says truly what stood there before it.
    const events = await database(regionId).event.findMany({
      where: { regionId, stream: 'plan:p1', subjectType: 'item' },
      orderBy: { revision: 'asc' },
      select: { body: true },
    });
    const values = new Map<string, PathValues>();
    for (const { subject, changes } of events.map(bodyOf)) {
      const known = values.get(subject.id) ?? {};
      for (const { path, before, after } of changes) {
        expect([path, before]).toEqual([path, known[path] ?? null]);
        known[path] = after;
      }
      values.set(subject.id, known);
    }
  });

  it('differs from another by exactly what leads from the one to the other', async () => {
    const { revision } = (await getFrame(await as('sekretariat'))).plan;
    const moments = [0, 0.2, 0.5, 0.9, 1].map(share => Math.floor(revision * share));
    for (const from of moments) {
      for (const to of moments) {
        const [a, b] = [await loggedUpTo(from), await loggedUpTo(to)];
        const differences = differencesBetween(a, b);
        const state = new Map(a.map(item => [item.id, bare(item)]));
        for (const { id, before, after, changes } of differences) {
          expect(before === null).toBe(!state.has(id));
          const values: PathValues = { ...state.get(id) };
          for (const { path, after: value } of changes) {
            const isNothing =
              value === null || value === false || (Array.isArray(value) && value.length === 0);
            if (isNothing) delete values[path];
            else values[path] = value;
          }
          if (after) state.set(id, values);
          else state.delete(id);
        }
        expect(Object.fromEntries(state)).toEqual(Object.fromEntries(b.map(item => [item.id, bare(item)])));
      }
    }
  });
});

describe('a named version', () => {
  it('is named by the secretariat only, once, and takes the same request twice as one', async () => {
    const secretariat = await as('sekretariat');
    const request = { mutationId: randomUUID(), name: 'Bimtek I' };
    const first = await nameVersion(secretariat, request);
    expect(first).toMatchObject({ ok: true });
    expect(await nameVersion(secretariat, request)).toEqual(first);
    expect(await nameVersion(secretariat, { mutationId: randomUUID(), name: ' Bimtek I ' })).toMatchObject({
      reason: 'note',
    });
    expect(await nameVersion(secretariat, { mutationId: randomUUID(), name: '  ' })).toMatchObject({
      reason: 'note',
    });
    for (const username of ['a', 'c.operator', 'dewan', 'pendamping', 'bupati', 'mantan']) {
      const refused = await nameVersion(await as(username), { mutationId: randomUUID(), name: username });
      expect(refused).toMatchObject({ ok: false, reason: 'denied' });
    }
    await expectLogMatchesTables(url);
  });

  it('keeps what was, with the names of then', async () => {
    const owner = await as('c.operator');
    const { indicator } = await smallTree(as);
    const id = await name(await as('sekretariat'), 'Nama lama');
    await save(owner, edit(indicator, 1, { title: 'Nama baru', 'milestones.2025': number('57') }));
    // The department gets another name, recorded in the region's own log as every change is.
    await asOwner(url, async client => {
      await client.query(`UPDATE "Department" SET code = 'BARU' WHERE id = 'c'`);
    });
    const frame = await getFrame(owner);
    const side = await getSide(owner, frame, id);
    const item = side?.plan.items.find(one => one.id === indicator);
    expect(item?.fields).toMatchObject({ title: 'Cakupan layanan', 'milestones.2025': number('55') });
    expect(side?.plan.departments.find(department => department.id === 'c')?.code).toBe('C');
    expect(frame.departmentCode('c')).toBe('BARU');
    await asOwner(url, client => client.query(`UPDATE "Department" SET code = 'C' WHERE id = 'c'`));
    const present = await getSide(owner, await getFrame(owner), 'sekarang');
    const differences = comparePlans(side?.plan as never, present?.plan as never);
    const told = differences.find(one => one.id === indicator);
    expect(told).toMatchObject({ what: 'changed', status: null, moved: null });
    expect(told?.fields.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Nama indikator', 'Cakupan layanan', 'Nama baru'],
      ['Target 2025', '55', '57'],
    ]);
  });

  it('shows a colleague’s draft of then to nobody who could not read it then', async () => {
    const { indicator } = await smallTree(as);
    const id = await name(await as('sekretariat'), 'Masih draf');
    expect(await step(await as('c'), 'submit', indicator, 1)).toMatchObject({ ok: true });
    const seenBy = async (username: string) => {
      const actor = await as(username);
      const side = await getSide(actor, await getFrame(actor), id);
      return side?.plan.items.some(one => one.id === indicator);
    };
    expect(await seenBy('c')).toBe(true);
    expect(await seenBy('pendamping')).toBe(true);
    expect(await seenBy('a')).toBe(true); // coordinates the dimension
    expect(await seenBy('d')).toBe(false);
    expect(await seenBy('dewan')).toBe(false);
    expect(await seenBy('mantan')).toBeUndefined();
  });

  it('tells what came, went, moved and changed its status', async () => {
    const owner = await as('c.operator');
    const { goal, target, indicator } = await smallTree(as);
    const other = await made(
      owner,
      begin({ kind: 'target', department: 'c', parentId: goal, fields: { title: 'Lain' } }),
    );
    const gone = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    const id = await name(await as('sekretariat'), 'Sebelum');
    const added = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    await save(owner, { ...edit(gone, 1, {}), isArchived: true });
    await save(owner, edit(indicator, 1, {}, other));
    await step(await as('c'), 'submit', indicator, 2);
    const frame = await getFrame(owner);
    const [before, after] = [await getSide(owner, frame, id), await getSide(owner, frame, 'sekarang')];
    const told = new Map(comparePlans(before?.plan as never, after?.plan as never).map(one => [one.id, one]));
    expect(told.get(added)).toMatchObject({ what: 'added' });
    expect(told.get(gone)).toMatchObject({ what: 'removed' });
    expect(told.get(indicator)).toMatchObject({
      ...{ what: 'changed', moved: { before: 'target c', after: 'Lain' } },
      status: { before: 'draft', after: 'submitted' },
    });
    expect(told.has(goal)).toBe(false);
    const marks = await getMarks(owner, frame, id);
    expect(marks?.marks.get(added)?.isNew).toBe(true);
    expect(marks?.marks.has(goal)).toBe(false);
    expect(await getMarks(owner, frame, 'karangan')).toBeNull();
  });

  it('gives its owner the fields of then again, as a new change and only those that differ', async () => {
    const owner = await as('c.operator');
    const { indicator } = await smallTree(as);
    const id = await name(await as('sekretariat'), 'Untuk dipakai lagi');
    await save(owner, edit(indicator, 1, { 'milestones.2026': number('99'), unit: 'orang' }));
    await save(owner, { ...edit(indicator, 2, {}), isArchived: true });
    const restorable = async (username: string) => {
      const actor = await as(username);
      const frame = await getFrame(actor);
      const side = await getSide(actor, frame, id);
      return side && (await listRestorable(actor, frame, side)).get(indicator);
    };
    expect(await restorable('a')).toBeUndefined();
    expect(await restorable('dewan')).toBeUndefined();
    const found = await restorable('c.operator');
    expect(found).toEqual({
      ...{ version: 3, isInPlan: false },
      fields: { unit: '%', 'milestones.2026': number('60') },
    });
    const [back, refilled] = await saveChanges(owner, [
      { ...edit(indicator, 3, {}), isArchived: false },
      edit(indicator, 4, found?.fields ?? {}),
    ]);
    expect([back, refilled]).toMatchObject([{ ok: true }, { ok: true, version: 5 }]);
    const frame = await getFrame(owner);
    const item = (await getImage(owner, frame)).items.find(one => one.id === indicator);
    expect(item?.fields).toMatchObject({ unit: '%', 'milestones.2026': number('60') });
    // Handed in, it is no longer the owner's to change.
    await save(owner, edit(indicator, 5, { unit: 'orang' }));
    expect(await restorable('c.operator')).toBeDefined();
    await step(await as('c'), 'submit', indicator, 6);
    expect(await restorable('c.operator')).toBeUndefined();
    await expectLogMatchesTables(url);
  });
});
