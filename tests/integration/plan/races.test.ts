import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SignedOut } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PrismaClient } from '@/lib/database/generated/client';
import { append } from '@/lib/plan/log/append';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { withPlan } from '@/lib/plan/write/take-plan';
import { expectLogMatchesTables } from '../../support/fold';
import { edit, makeRegion, number, save, smallTree, step } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId, as } = await makeRegion());
});
afterEach(() => expectLogMatchesTables(url));

/** Runs work; each time it is about to write a change that was thought through, something else happens first. */
async function overtaken<Result>(
  times: number,
  meanwhile: (time: number) => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  const shared = globalThis as unknown as { rembugDatabases: Map<string, PrismaClient> };
  const plain = database(regionId);
  let time = 0;
  const slow = plain.$extends({
    query: {
      async $allOperations({ args, query }) {
        if (time < times && JSON.stringify(args).includes('changeItem')) {
          time += 1;
          shared.rembugDatabases.set(regionId, plain);
          await meanwhile(time);
          shared.rembugDatabases.set(regionId, slow as unknown as PrismaClient);
        }
        return query(args);
      },
    },
  });
  shared.rembugDatabases.set(regionId, slow as unknown as PrismaClient);
  try {
    return await work();
  } finally {
    expect(time).toBe(times);
    shared.rembugDatabases.set(regionId, plain);
  }
}

const fieldsOf = (id: string) =>
  database(regionId).item.findUniqueOrThrow({
    where: { regionId_id: { regionId, id } },
    include: { indicator: { include: { milestones: { orderBy: { year: 'asc' } } } } },
  });
const storedValue = async (id: string) => (await fieldsOf(id)).indicator?.milestones[0]?.low?.toFixed();

/** Locks the stage or opens it again. */
async function setStage(before: string, after: string): Promise<void> {
  const secretariat = await as('sekretariat');
  await withPlan(secretariat, async (tx, plan) => {
    const stage = await tx.stage.findFirstOrThrow({ where: { regionId } });
    await tx.stage.update({
      where: { regionId_id: { regionId, id: stage.id } },
      data: { state: after as 'open' | 'locked' },
    });
    const changes = [{ path: 'state', before, after }];
    const subject = { type: 'stage', id: stage.id };
    await append(tx, secretariat, plan.head, [
      { subject, action: 'change', mutationId: `${after}-${plan.head.revision}`, changes },
    ]);
  });
}

describe('a batch that was read ahead', () => {
  // More than are written abreast, so that the last is written after what happened at the first.
  const five = async () => Promise.all([1, 2, 3, 4, 5].map(async () => (await smallTree(as)).indicator));

  it('is looked at again where another wrote meanwhile, and keeps its answers in order', async () => {
    const ids = await five();
    const last = ids[4] ?? '';
    const batch = ids.map(id => edit(id, 1, { unit: 'mine', source: 'mine' }));
    const outcomes = await overtaken(
      1,
      async () => save(await as('c'), edit(last, 1, { unit: 'theirs' })),
      async () => saveChanges(await as('c.operator'), batch),
    );
    expect(outcomes.map(({ mutationId }) => mutationId)).toEqual(batch.map(({ mutationId }) => mutationId));
    expect(outcomes.map(outcome => outcome.ok || outcome.reason)).toEqual([
      true,
      true,
      true,
      true,
      'conflict',
    ]);
    expect((await fieldsOf(last)).indicator).toMatchObject({ unit: 'theirs' });
  });

  it('is refused from where the stage was locked meanwhile', async () => {
    const batch = (await five()).map(id => edit(id, 1, { unit: 'mine' }));
    const outcomes = await overtaken(
      1,
      () => setStage('open', 'locked'),
      async () => saveChanges(await as('c'), batch),
    );
    await setStage('locked', 'open');
    const told = outcomes.map(outcome => outcome.ok || outcome.reason);
    expect([told[0], told[4]]).toEqual(['locked', 'locked']);
  });

  it('writes several changes of one item one after the other', async () => {
    const { indicator, goal } = await smallTree(as);
    const outcomes = await saveChanges(await as('c'), [
      edit(indicator, 1, { unit: 'orang' }),
      edit(goal, 1, { title: 'Tujuan' }),
      edit(indicator, 1, { source: 'Sumber' }),
      edit(indicator, 1, { unit: 'unit' }),
    ]);
    const told = outcomes.map(outcome => (outcome.ok ? outcome.version : outcome.reason));
    // The last was made on what stood before the first.
    expect(told).toEqual([2, 2, 3, 'conflict']);
  });
});

describe('a change that is overtaken between reading and writing', () => {
  it('is merged when the other changed another field', async () => {
    const { indicator } = await smallTree(as);
    const [one, other] = [await as('c'), await as('c.operator')];
    const outcome = await overtaken(
      1,
      () => save(other, edit(indicator, 1, { title: 'Dari rekan' })),
      () => save(one, edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: true, version: 3 });
    expect(await fieldsOf(indicator)).toMatchObject({ title: 'Dari rekan' });
    expect(await storedValue(indicator)).toBe('57');
  });

  it('is a conflict when the other changed the same field, and overwrites nothing', async () => {
    const { indicator } = await smallTree(as);
    const outcome = await overtaken(
      1,
      async () => save(await as('c.operator'), edit(indicator, 1, { 'milestones.2025': number('58') })),
      async () => save(await as('c'), edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await storedValue(indicator)).toBe('58');
  });

  it('is refused when the item was handed in', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    const outcome = await overtaken(
      1,
      () => step(owner, 'submit', indicator, 1),
      () => save(owner, edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'status' });
    expect(await storedValue(indicator)).toBe('55');
  });

  it('is refused when the item was put away', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    const outcome = await overtaken(
      1,
      () => save(owner, { ...edit(indicator, 1, {}), isArchived: true }),
      () => save(owner, edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'status' });
    expect(await storedValue(indicator)).toBe('55');
  });

  it('counts once when the same change came by another way', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    const change = edit(indicator, 1, { 'milestones.2025': number('57') });
    let first: unknown;
    const second = await overtaken(
      1,
      async () => {
        first = await save(owner, change);
      },
      () => save(owner, change),
    );
    expect(second).toEqual(first);
    expect(second).toMatchObject({ ok: true, version: 2 });
  });

  it('is no less safe for a writer who has just saved and is not read for again', async () => {
    const { indicator } = await smallTree(as);
    const [one, other] = [await as('c'), await as('c.operator')];
    const type = (version: number, low: string) =>
      save(one, edit(indicator, version, { 'milestones.2025': number(low) }));
    expect(await type(1, '57')).toMatchObject({ ok: true, version: 2 });
    const merged = await overtaken(
      1,
      () => save(other, edit(indicator, 2, { title: 'Rekan' })),
      () => type(2, '58'),
    );
    expect(merged).toMatchObject({ ok: true, version: 4 });
    // Nobody comes between: what was known is still so, and the log tells what stood there before.
    expect(await type(4, '59')).toMatchObject({ ok: true, version: 5 });
    const clash = await overtaken(
      1,
      () => save(other, edit(indicator, 5, { 'milestones.2025': number('60') })),
      () => type(5, '61'),
    );
    expect(clash).toMatchObject({ ok: false, reason: 'conflict', conflicts: [{ before: { low: '59' } }] });
    expect(await type(6, '56')).toMatchObject({ ok: true, version: 7 });
    expect(
      await overtaken(
        1,
        () => step(other, 'submit', indicator, 7),
        () => type(7, '63'),
      ),
    ).toMatchObject({
      reason: 'status',
    });
    expect(await storedValue(indicator)).toBe('56');
    expect(await fieldsOf(indicator)).toMatchObject({ title: 'Rekan' });
  });

  it('is refused when its key was used by somebody else', async () => {
    const [{ indicator }, { indicator: another }] = [await smallTree(as), await smallTree(as, 'd')];
    const change = edit(indicator, 1, { 'milestones.2025': number('57') });
    const outcome = await overtaken(
      1,
      async () => save(await as('d'), { ...change, itemId: another }),
      async () => save(await as('c'), change),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await storedValue(indicator)).toBe('55');
  });

  it('is not written for somebody who was disabled', async () => {
    const { indicator } = await smallTree(as, 'd');
    const owner = await as('d.operator');
    const set = (value: string) =>
      asOwner(url, client =>
        client.query(`UPDATE "User" SET "disabledAt" = ${value} WHERE username = 'd.operator'`),
      );
    const attempt = overtaken(
      1,
      () => set('now()'),
      () => save(owner, edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    await expect(attempt).rejects.toBeInstanceOf(SignedOut);
    expect(await storedValue(indicator)).toBe('55');
    await set('NULL');
  });

  it('is taken in the end, however often it is overtaken', async () => {
    const { indicator } = await smallTree(as);
    const other = await as('c.operator');
    const outcome = await overtaken(
      3,
      time => save(other, edit(indicator, time, { title: `Judul ${time}` })),
      async () => save(await as('c'), edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: true, version: 5 });
    expect(await fieldsOf(indicator)).toMatchObject({ title: 'Judul 3' });
    expect(await storedValue(indicator)).toBe('57');
  });

  it('is refused when the stage was locked', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    const outcome = await overtaken(
      1,
      () => setStage('open', 'locked'),
      () => save(owner, edit(indicator, 1, { 'milestones.2025': number('57') })),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'locked' });
    expect(await storedValue(indicator)).toBe('55');
    await setStage('locked', 'open');
  });
});
