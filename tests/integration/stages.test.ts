import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { Deed } from '@/lib/people/deed';
import { getFrame } from '@/lib/plan/read/frame';
import { getSide } from '@/lib/plan/read/versions';
import { listStages, type StageRow } from '@/lib/stages/read/stages';
import type { StageMoveForm } from '@/lib/stages/schema';
import { addStage, changeStage } from '@/lib/stages/write/change-stage';
import { moveStage } from '@/lib/stages/write/move-stage';
import { expectLogMatchesTables } from '../support/fold';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let number = 30;
let regionId: string;
let as: (username: string) => Promise<Actor>;
let office: Actor;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  number += 1;
  ({ regionId, as } = await makeRegion(`10.${number}`));
  office = await as('sekretariat');
});
afterAll(() => expectLogMatchesTables(url));

const first = 'p1-tahap-1';
type State = StageMoveForm['to'];
const move = (actor: Actor, was: State, to: State, id = first): Promise<Deed> =>
  moveStage(actor, { mutationId: randomUUID(), id, was, to });
const add = (name: string) => addStage(office, { mutationId: randomUUID(), name, day: '', hour: '' });
const rows = async (): Promise<StageRow[]> => listStages(office, await getFrame(office));
const revision = async () => (await getFrame(office)).plan.revision;

describe('who keeps the stages', () => {
  it('is the secretariat alone, in its own region', async () => {
    const other = await makeRegion(`11.${number}`);
    const others = ['a', 'c.operator', 'kedua', 'dewan', 'pendamping', 'bupati', 'utusan', 'mantan'];
    const actors = [...(await Promise.all(others.map(as))), await other.as('dewan')];
    const form = { mutationId: randomUUID(), id: first, seen: 0, name: 'Lain', day: '', hour: '' };
    for (const actor of actors) {
      expect(await move(actor, 'open', 'closed')).toMatchObject({ ok: false, reason: 'denied' });
      expect(await changeStage(actor, form)).toMatchObject({ ok: false, reason: 'denied' });
      expect(await addStage(actor, { mutationId: randomUUID(), name: 'x', day: '', hour: '' })).toMatchObject(
        {
          ...{ ok: false, reason: 'denied' },
        },
      );
      expect(await listStages(actor, await getFrame(actor))).toEqual([]);
    }
    const foreign = await other.as('sekretariat');
    const mine = (await add('Hanya di sini')) as { id: string };
    expect(await move(foreign, 'open', 'closed', mine.id)).toMatchObject({ ok: false, reason: 'missing' });
    expect((await rows()).map(({ state }) => state)).toEqual(['open', 'open']);
  });
});

describe('a stage', () => {
  it('is added, renamed and given a deadline; what is wrong is said at its field', async () => {
    expect(await add('  ')).toMatchObject({ ok: false, field: 'name' });
    expect(await add('bimtek i')).toMatchObject({ ok: false, field: 'name' });
    expect(await add('x'.repeat(201))).toMatchObject({ ok: false, field: 'name' });
    const { id } = (await add('Bimtek II')) as { id: string };
    const form = { mutationId: randomUUID(), id, seen: await revision(), name: 'Bimtek II' };
    expect(await changeStage(office, { ...form, day: '2026-13-01', hour: '' })).toMatchObject({
      field: 'day',
    });
    expect(await changeStage(office, { ...form, day: '2026-12-01', hour: '9' })).toMatchObject({
      field: 'hour',
    });
    expect(await changeStage(office, { ...form, day: '2026-12-01', hour: '9.30' })).toMatchObject({
      ok: true,
    });
    expect((await rows()).at(-1)).toMatchObject({ name: 'Bimtek II', day: '2026-12-01', hour: '09.30' });
  });

  it('takes a retry once', async () => {
    const form = { mutationId: randomUUID(), name: 'Sekali', day: '', hour: '' };
    const [one, two] = [await addStage(office, form), await addStage(office, form)];
    expect([one, two]).toMatchObject([{ ok: true }, { ok: true, id: (one as { id: string }).id }]);
    expect((await rows()).filter(({ name }) => name === 'Sekali')).toHaveLength(1);
  });

  it('keeps what somebody else wrote since the page was drawn', async () => {
    const seen = await revision();
    const form = (name: string, day: string) => ({
      ...{ mutationId: randomUUID(), id: first, seen, name, day, hour: '' },
    });
    expect(await changeStage(office, form('Bimtek I', '2026-12-05'))).toMatchObject({ ok: true });
    // The other page knows of no deadline and changes only the name.
    expect(await changeStage(office, form('Bimtek pertama', ''))).toMatchObject({ ok: true });
    expect((await rows())[0]).toMatchObject({ name: 'Bimtek pertama', day: '2026-12-05' });
    expect(await changeStage(office, form('Bimtek I', '2026-12-06'))).toMatchObject({
      ...{ ok: false, reason: 'conflict', field: 'day' },
    });
    expect((await rows())[0]).toMatchObject({ day: '2026-12-05' });
  });
});

describe('closing a stage', () => {
  it('freezes the plan as a version and tells who was late, as it was then', async () => {
    const { indicator, goal } = await smallTree(as);
    const owner = await as('c');
    await made(await as('b'), begin({ kind: 'goal', department: 'b' }));
    await step(owner, 'submit', goal, 1);
    expect(await move(office, 'open', 'closed')).toMatchObject({ ok: true });
    await save(owner, edit(indicator, 1, { title: 'Sesudah ditutup' }));
    const [row] = await rows();
    const late = row?.board?.groups.flatMap(group =>
      group.rows.map(({ label, counts }) => [label, counts.draft]),
    );
    expect(late).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 2],
      ['D', 0],
    ]);
    const side = await getSide(office, await getFrame(office), row?.version?.id ?? '');
    expect(side?.version?.name).toBe('Bimtek I ditutup');
    expect(side?.plan.items.find(({ id }) => id === indicator)?.fields.title).toBe('Cakupan layanan');
  });

  it('warns whoever drafts on, and refuses nothing', async () => {
    const { indicator } = await smallTree(as);
    await move(office, 'open', 'closed');
    const frame = await getFrame(await as('c'));
    expect([frame.closedStage, frame.isLocked]).toEqual(['Bimtek I', false]);
    expect(await save(await as('c'), edit(indicator, 1, { source: 'BPS' }))).toMatchObject({ ok: true });
  });

  it('leaves another version each time that it is closed, and none when a lock is taken off', async () => {
    await move(office, 'open', 'closed');
    await move(office, 'closed', 'open');
    expect((await rows())[0]).toMatchObject({ state: 'open', version: null });
    await move(office, 'open', 'locked');
    await move(office, 'locked', 'closed');
    expect((await rows())[0]?.version?.name).toBe('Bimtek I ditutup (2)');
    expect(await database(regionId).snapshot.count({ where: { regionId } })).toBe(2);
  });

  it('is done once, whoever presses; the second hears what stands now', async () => {
    const second = await as('sekretariat');
    const both = await Promise.all([move(office, 'open', 'closed'), move(second, 'open', 'locked')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict' });
    expect(await database(regionId).snapshot.count({ where: { regionId } })).toBe(1);
  });
});

describe('locking a stage', () => {
  it('refuses every change from then on, also one that was thought out before', async () => {
    const { indicator } = await smallTree(as);
    const owner = await as('c');
    // So that the process remembers the item and reads nothing for the next change.
    expect(await save(owner, edit(indicator, 1, { source: 'BPS' }))).toMatchObject({ ok: true });
    await move(office, 'open', 'locked');
    expect(await save(owner, edit(indicator, 2, { source: 'Dinas' }))).toMatchObject({ reason: 'locked' });
    expect(await step(owner, 'submit', indicator, 2)).toMatchObject({ reason: 'locked' });
    await move(office, 'locked', 'open');
    expect(await save(owner, edit(indicator, 2, { source: 'Dinas' }))).toMatchObject({ ok: true });
  });

  it('is for the stage of now', async () => {
    const { id } = (await add('Bimtek II')) as { id: string };
    expect(await move(office, 'open', 'locked', id)).toMatchObject({ ok: false, reason: 'invalid' });
    await move(office, 'open', 'closed');
    expect(await move(office, 'closed', 'locked')).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await move(office, 'open', 'locked', id)).toMatchObject({ ok: true });
  });
});
