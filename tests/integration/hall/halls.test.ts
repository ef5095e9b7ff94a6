import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PrismaClient } from '@/lib/database/generated/client';
import { countInHall, getOpenHall, listHallChoices, listPastHalls } from '@/lib/hall/read/halls';
import { closeHall } from '@/lib/hall/write/close-hall';
import { openHall } from '@/lib/hall/write/open-hall';
import { valuesOf } from '@/lib/plan/item';
import { getFrame } from '@/lib/plan/read/frame';
import { getSide, listVersions } from '@/lib/plan/read/versions';
import { nameVersion } from '@/lib/plan/write/name-version';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, save } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let secretariat: Actor;
let serial = 20;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  serial += 1;
  ({ regionId, as } = await makeRegion(`10.${serial}`));
  secretariat = await as('sekretariat');
});
afterEach(() => expectLogMatchesTables(url));

const stageId = 'p1-tahap-1';
const open = (actor: Actor, day = 1) => openHall(actor, { mutationId: randomUUID(), stageId, day });
const close = (actor: Actor, hallId: string) => closeHall(actor, { mutationId: randomUUID(), hallId });
const now = async (actor = secretariat) => getOpenHall(actor, await getFrame(actor));
const past = async () => listPastHalls(secretariat, await getFrame(secretariat));
const revision = async () => (await getFrame(await as('sekretariat'))).plan.revision;

/** Opens a day and answers with its id. */
async function opened(day = 1): Promise<string> {
  const outcome = await open(secretariat, day);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.mutationId;
}

const everybodyElse = [
  ...['a', 'a.operator', 'b', 'c.operator', 'kedua', 'dewan', 'pendamping', 'bupati', 'utusan', 'mantan'],
];

describe('a day in the hall', () => {
  it('is opened and closed by the secretariat only, and others hear nothing of it', async () => {
    for (const person of everybodyElse)
      expect([person, await open(await as(person))]).toMatchObject([person, { reason: 'denied' }]);
    const id = await opened();
    const before = await revision();
    for (const person of everybodyElse) {
      const actor = await as(person);
      const frame = await getFrame(actor);
      expect([person, await close(actor, id)]).toMatchObject([person, { reason: 'denied' }]);
      expect(await getOpenHall(actor, frame)).toBeNull();
      expect(await listHallChoices(actor, frame)).toEqual([]);
      expect(await listPastHalls(actor, frame)).toEqual([]);
      const hall = await now();
      expect(hall && (await countInHall(actor, frame, hall))).toEqual({ signedIn: 0, writers: 0 });
    }
    expect(await revision()).toBe(before);
    expect(await close(secretariat, id)).toMatchObject({ ok: true });
  });

  it('does not reach over the border of the region', async () => {
    const id = await opened();
    const other = await makeRegion(`20.${serial}`);
    const foreign = await other.as('sekretariat');
    expect(await getOpenHall(foreign, await getFrame(foreign))).toBeNull();
    expect(await close(foreign, id)).toMatchObject({ reason: 'missing' });
    expect(await open(foreign)).toMatchObject({ ok: true });
  });

  it('takes the same request twice as one, and another while it is open not at all', async () => {
    const request = { mutationId: randomUUID(), stageId, day: 1 };
    const first = await openHall(secretariat, request);
    expect(first).toMatchObject({ ok: true });
    expect(await openHall(secretariat, request)).toEqual(first);
    const second = await open(secretariat, 2);
    expect(second).toMatchObject({ reason: 'status', message: expect.stringContaining('Bimtek I, hari 1') });
    expect(await now()).toMatchObject({ id: request.mutationId, name: 'Bimtek I, hari 1' });
  });

  it('needs a stage of the plan', async () => {
    const outcome = await openHall(secretariat, { mutationId: randomUUID(), stageId: 'lain', day: 1 });
    expect(outcome).toMatchObject({ reason: 'missing' });
  });

  it('is opened by one of many who press at once', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map(day => open(secretariat, day)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(outcome => !outcome.ok && outcome.reason === 'status')).toHaveLength(5);
  });

  it('has a code that can be read aloud', async () => {
    await opened();
    expect((await now())?.joinCode).toMatch(/^[2-9A-HJ-KM-NP-Z]{6}$/);
  });

  it('proposes the day after the last one of its stage', async () => {
    const choices = async () => listHallChoices(secretariat, await getFrame(secretariat));
    expect(await choices()).toEqual([{ id: stageId, name: 'Bimtek I', nextDay: 1, isCurrent: true }]);
    await close(secretariat, await opened(3));
    expect((await choices())[0]?.nextDay).toBe(4);
  });

  it('counts who is here and who wrote something', async () => {
    await made(await as('c'), begin({ kind: 'goal', department: 'c' }));
    await opened();
    const hall = await now();
    const count = async () => hall && countInHall(secretariat, await getFrame(secretariat), hall);
    expect(await count()).toEqual({ signedIn: 0, writers: 0 });
    for (const person of ['c', 'd', 'd'])
      await made(await as(person), begin({ kind: 'goal', department: person }));
    expect(await count()).toEqual({ signedIn: 0, writers: 2 });
  });
});

describe('closing it', () => {
  it('names a version after stage and day, and once more under a name of its own', async () => {
    await close(secretariat, await opened());
    await close(secretariat, await opened());
    await nameVersion(secretariat, { mutationId: randomUUID(), name: 'Bimtek I, hari 2' });
    await close(secretariat, await opened(2));
    expect((await past()).map(({ version, before }) => [version.name, before?.name])).toEqual([
      ['Bimtek I, hari 2 (2)', 'Bimtek I, hari 2'],
      ['Bimtek I, hari 1 (2)', 'Bimtek I, hari 1'],
      ['Bimtek I, hari 1', undefined],
    ]);
    expect(await now()).toBeNull();
  });

  it('hears the same when the answer was lost, and names once', async () => {
    const request = { mutationId: randomUUID(), hallId: await opened() };
    const first = await closeHall(secretariat, request);
    expect(await closeHall(secretariat, request)).toEqual(first);
    expect(await listVersions(secretariat, await getFrame(secretariat))).toHaveLength(1);
  });

  it('happens once when many press at once; the others hear who did', async () => {
    const id = await opened();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => close(secretariat, id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const others = outcomes.filter(outcome => !outcome.ok);
    for (const other of others)
      expect(other).toMatchObject({ reason: 'status', message: expect.stringContaining('Sekretariat') });
    expect(await past()).toHaveLength(1);
  });

  it('names a definite state while others go on saving', async () => {
    const id = await opened();
    const people = ['a', 'b', 'c', 'd'];
    const goals = await Promise.all(
      people.map(async person => made(await as(person), begin({ kind: 'goal', department: person }))),
    );
    const write = async (person: string, at: number) => {
      const actor = await as(person);
      for (let version = 1; version <= 8; version += 1)
        await save(actor, edit(goals[at] ?? '', version, { title: `Judul ${version}` }));
    };
    const writing = people.map(write);
    const closing = close(secretariat, id);
    await Promise.all([...writing, closing]);
    const [version] = await listVersions(secretariat, await getFrame(secretariat));
    const event = await database(regionId).event.findFirstOrThrow({
      where: { regionId, stream: 'plan:p1', subjectType: 'snapshot' },
    });
    // Nothing came between what is named and the naming itself.
    expect(version?.planRevision).toBe(event.revision - 1);
    const side = await getSide(secretariat, await getFrame(secretariat), version?.id ?? '');
    const told = await database(regionId).event.count({
      where: { regionId, subjectType: 'item', revision: { lte: version?.planRevision }, stream: 'plan:p1' },
    });
    const sum = side?.plan.items.reduce((total, item) => total + item.version, 0);
    expect(sum).toBe(told);
    expect(side?.plan.items.map(item => valuesOf(item).title)).toHaveLength(4);
  });

  it('leaves nothing half done, whichever statement fails', async () => {
    const id = await opened();
    const before = await revision();
    const isUntouched = async () => ({
      revision: await revision(),
      open: await database(regionId).hallSession.count({ where: { regionId, closedAt: null } }),
      versions: await database(regionId).snapshot.count({ where: { regionId } }),
    });
    let failures = 0;
    while (await failsAt(failures + 1, () => close(secretariat, id))) {
      failures += 1;
      expect(await isUntouched()).toEqual({ revision: before, open: 1, versions: 0 });
    }
    expect(failures).toBeGreaterThan(6);
    expect(await isUntouched()).toEqual({ revision: before + 2, open: 0, versions: 1 });
  });
});

/** Runs work with a database whose n-th statement fails; tells whether it came that far. */
async function failsAt(n: number, work: () => Promise<unknown>): Promise<boolean> {
  const shared = globalThis as unknown as { rembugDatabases: Map<string, PrismaClient> };
  const sound = database(regionId);
  let statements = 0;
  const faulty = sound.$extends({
    query: {
      async $allOperations({ args, query }) {
        statements += 1;
        if (statements === n) throw new Error('injected');
        return query(args);
      },
    },
  });
  shared.rembugDatabases.set(regionId, faulty as unknown as PrismaClient);
  try {
    await work();
    return false;
  } catch (error) {
    expect((error as Error).message).toContain('injected');
    return true;
  } finally {
    shared.rembugDatabases.set(regionId, sound);
  }
}

describe('the last wall', () => {
  it('lets no second day be open, whoever writes', async () => {
    const id = await opened();
    const { planId, openedById } = await database(regionId).hallSession.findUniqueOrThrow({
      where: { regionId_id: { regionId, id } },
    });
    const second = { regionId, id: 'x', planId, stageId, day: 2, joinCode: 'X', openedById };
    await expect(
      database(regionId).hallSession.create({ data: { ...second, openedAt: new Date() } }),
    ).rejects.toThrow();
    await expect(
      database(regionId).hallSession.updateMany({ where: { regionId, id }, data: { closedAt: new Date() } }),
    ).rejects.toThrow();
  });
});
