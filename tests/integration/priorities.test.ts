import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { getMatrix } from '@/lib/plan/read/matrix';
import { suggestion } from '@/lib/priority/criteria';
import { getDimensionPriorities, getPriorities } from '@/lib/priority/read/priorities';
import { listToScore } from '@/lib/priority/read/to-score';
import { scoresRequest } from '@/lib/priority/schema';
import { decideRank, reopenScoring } from '@/lib/priority/write/decide-rank';
import { giveScores } from '@/lib/priority/write/give-scores';
import { noteRank } from '@/lib/priority/write/note-rank';
import { setCriteria } from '@/lib/priority/write/set-criteria';
import { expectLogMatchesTables } from '../support/fold';
import { begin, edit, made, makeRegion, save } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let as: (username: string) => Promise<Actor>;
let goal: string;
let region = 0;

beforeAll(async () => {
  url = await freshDatabase();
});
afterEach(() => expectLogMatchesTables(url));

const keys = suggestion.map(({ key }) => key);
const all = (score: number) => Object.fromEntries(keys.map(key => [key, score]));
const noWeight = Object.fromEntries(keys.map(key => [key, '0']));
const newId = () => randomUUID();

/** Two targets of department C in dimension X, which A coordinates; each test has a region of its own. */
async function start(): Promise<[string, string]> {
  region += 1;
  ({ as } = await makeRegion(`30.${String(region).padStart(2, '0')}`));
  goal = await made(await as('c'), begin({ kind: 'goal', department: 'c', fields: { horizon: '5' } }));
  return [await target('c'), await target('c', { priority: 'supporting', horizon: '1' })];
}

async function target(department: string, fields = {}): Promise<string> {
  return made(await as(department), begin({ kind: 'target', department, parentId: goal, fields }));
}

async function give(who: string, itemId: string, scores: Record<string, number>, mutationId = newId()) {
  const [outcome] = await giveScores(await as(who), [{ mutationId, itemId, scores }]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

async function decide(who: string, itemIds: string[], more: { seen?: string | null; reason?: string } = {}) {
  const { seen = null, reason = '' } = more;
  return decideRank(await as(who), { mutationId: newId(), dimensionId: 'p1-x1', seen, itemIds, reason });
}

async function view(who: string) {
  const actor = await as(who);
  const found = await getDimensionPriorities(actor, await getFrame(actor), 'x1');
  if (!found) throw new Error('no dimension');
  return found;
}

async function criteria(who: string, weights: Record<string, string>, seen = 0) {
  const fields = Object.fromEntries(keys.map(key => [`bobot-${key}`, weights[key] ?? '10']));
  return setCriteria(await as(who), { mutationId: newId(), seen, fields });
}

const everybody = ['a', 'a.operator', 'b', 'c', 'c.operator', 'd', 'sekretariat', 'kedua'];
const others = ['dewan', 'pendamping', 'bupati', 'utusan', 'mantan'];

describe('scoring', () => {
  it('is for the team of the dimension: coordinator, delegate, operators, second approver, owners', async () => {
    const [first] = await start();
    const team = ['a', 'a.operator', 'c', 'c.operator', 'kedua', 'utusan'];
    for (const who of [...everybody, ...others]) {
      const outcome = await give(who, first, all(3));
      expect([who, outcome.ok]).toEqual([who, team.includes(who)]);
      if (!outcome.ok) expect(outcome).toMatchObject({ reason: 'denied' });
    }
    // Whoever hangs something of their own there belongs to the team from then on.
    await made(await as('d'), begin({ kind: 'indicator', department: 'd', parentId: first }));
    expect(await give('d', first, all(4))).toMatchObject({ ok: true });
  });

  it('keeps own scores only, each change an event, and a retry hears the same', async () => {
    const [first] = await start();
    const id = newId();
    const once = await give('c', first, { impact: 3 }, id);
    const before = (await getFrame(await as('c'))).plan.revision;
    expect(await give('c', first, { impact: 3 }, id)).toMatchObject({
      ok: true,
      revision: once.ok && once.revision,
    });
    expect(await give('c', first, { impact: 3 })).toMatchObject({ ok: true });
    expect((await getFrame(await as('c'))).plan.revision).toBe(before);
    expect(await give('a', first, { impact: 5 }, id)).toMatchObject({ ok: false, reason: 'invalid' });
    await give('c', first, { impact: 4, ease: 2 });
    await give('a', first, { impact: 1 });
    expect((await view('c')).standing.mine).toEqual({ [first]: { impact: 4, ease: 2 } });
    expect((await view('a')).standing.mine).toEqual({ [first]: { impact: 1 } });
  });

  it('takes what can be taken of a batch, and tells of each why not', async () => {
    const [first, second] = await start();
    const [x, y] = [newId(), newId()];
    const outcomes = await giveScores(await as('c'), [
      ...[
        { mutationId: x, itemId: first, scores: all(2) },
        { mutationId: y, itemId: goal, scores: all(2) },
      ],
      { mutationId: newId(), itemId: second, scores: all(5) },
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(outcomes[1]).toMatchObject({ mutationId: y, reason: 'missing' });
    expect((await view('c')).standing.finished).toBe(2);
  });

  it('is read only where every change has a key of its own', async () => {
    const [first, second] = await start();
    const read = (...keysOfTwo: string[]) => {
      const scores = [first, second].map((itemId, at) => ({
        ...{ mutationId: keysOfTwo[at], itemId, scores: all(2) },
      }));
      return scoresRequest.safeParse({ scores }).success;
    };
    const key = newId();
    expect([read(newId(), newId()), read(key, key)]).toEqual([true, false]);
  });

  it('shows nobody’s scores to a colleague before they have scored everything themselves', async () => {
    const [first, second] = await start();
    await give('a', first, all(5));
    await give('c', first, all(1));
    const before = await view('c');
    expect(before.standing.order).toBeNull();
    expect(before.singles).toBeNull();
    expect(before.standing.mine).toEqual({ [first]: all(1) });
    // The plan's list keeps it back as well.
    const actor = await as('c');
    expect((await getPriorities(actor, await getFrame(actor))).order).toEqual([]);
    await give('c', second, all(2));
    const after = await view('c');
    expect(after.singles?.map(({ name }) => name)).toEqual(['Kepala A', 'Kepala C']);
    expect(after.standing.order?.map(({ id, total }) => [id, total?.toFixed(2)])).toEqual([
      [first, '3.00'],
      [second, '2.00'],
    ]);
    expect(after.standing.order?.[0]?.spread).toMatchObject({ low: 1, high: 5, count: 2 });
    for (const who of ['a', 'utusan', 'sekretariat'])
      expect([who, (await view(who)).singles]).toHaveLength(2);
    expect((await view('sekretariat')).singles).toHaveLength(2);
    // Who does not score sees how it stands, and nobody's single scores.
    const council = await view('dewan');
    expect(council.singles).toBeNull();
    expect(council.standing.order).toHaveLength(2);
  });
});

describe('the order', () => {
  it('is decided by the coordinator only, and stands beside the owner’s own mark', async () => {
    const [first, second] = await start();
    await give('c', first, all(5));
    await give('c', second, all(2));
    for (const who of [...everybody, ...others].filter(who => who !== 'a' && who !== 'utusan'))
      expect([who, await decide(who, [first, second])]).toMatchObject([who, { ok: false, reason: 'denied' }]);
    expect(await decide('a', [second, first])).toMatchObject({ ok: false, reason: 'note', field: 'reason' });
    expect(await decide('a', [second, first], { reason: 'Sudah siap.' })).toMatchObject({ ok: true });
    const actor = await as('d');
    const { rows } = await getMatrix(actor, await getFrame(actor), {});
    const marks = rows
      .filter(({ kind }) => kind === 'target')
      .map(({ id, priority, rank }) => [id, priority, rank]);
    expect(new Map(marks.map(([id, ...mark]) => [id, mark]))).toEqual(
      new Map([
        [first, ['', 2]],
        [second, ['Pendukung', 1]],
      ]),
    );
    const answer = await getItem(actor, await getFrame(actor), second);
    expect(answer).toMatchObject({ kind: 'open', view: { rank: { rank: 1, of: 2 }, item: { version: 1 } } });
    // The owner goes on marking as they like.
    expect(await save(await as('c'), edit(second, 1, { priority: 'primary' }))).toMatchObject({ ok: true });
  });

  it('takes exactly the targets that there are', async () => {
    const [first, second] = await start();
    expect(await decide('a', [first])).toMatchObject({ ok: false, reason: 'status' });
    expect(await decide('a', [first, first])).toMatchObject({ ok: false, reason: 'status' });
    expect(await decide('a', [first, second, goal])).toMatchObject({ ok: false, reason: 'status' });
    expect(
      await decideRank(await as('a'), {
        ...{ mutationId: newId(), dimensionId: 'tidak-ada', seen: null, itemIds: [first], reason: '' },
      }),
    ).toMatchObject({ ok: false, reason: 'missing' });
  });

  it('of two who decide at once stands once; the other hears who was first', async () => {
    const [first, second] = await start();
    const outcomes = await Promise.all([decide('a', [first, second]), decide('utusan', [second, first])]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      reason: 'status',
      message: expect.stringMatching(/baru saja memutuskan/),
    });
    const actor = await as('a');
    expect(
      await database(actor.regionId).priorityDecision.count({
        where: { regionId: actor.regionId, endedAt: null },
      }),
    ).toBe(1);
  });

  it('closes the scoring of what it ranks, until the coordinator opens it again with a reason', async () => {
    const [first, second] = await start();
    expect(await decide('a', [first, second])).toMatchObject({ ok: true });
    expect(await give('c', first, all(3))).toMatchObject({ ok: false, reason: 'status' });
    const { decision } = (await view('a')).standing;
    const reopen = async (who: string, reason: string) =>
      reopenScoring(await as(who), { mutationId: newId(), decisionId: decision?.id ?? '', reason });
    expect(await reopen('c', 'Ulang.')).toMatchObject({ ok: false, reason: 'denied' });
    expect(await reopen('a', ' ')).toMatchObject({ ok: false, reason: 'note' });
    expect(await reopen('a', 'Ada data baru.')).toMatchObject({ ok: true });
    expect(await reopen('a', 'Sekali lagi.')).toMatchObject({ ok: false, reason: 'status' });
    expect(await give('c', first, all(3))).toMatchObject({ ok: true });
    const actor = await as('c');
    const { rows } = await getMatrix(actor, await getFrame(actor), {});
    expect(rows.every(({ rank }) => rank === null)).toBe(true);
  });

  it('tells what came after it; that can be scored, and the next decision has it', async () => {
    const [first, second] = await start();
    await decide('a', [first, second]);
    const third = await target('c');
    const { standing } = await view('a');
    expect(standing.added.map(({ id }) => id)).toEqual([third]);
    expect(await give('c', third, all(5))).toMatchObject({ ok: true });
    await save(await as('c'), { ...edit(second, 1, {}), isArchived: true });
    expect((await view('a')).standing.gone).toBe(1);
    const seen = standing.decision?.id ?? null;
    expect(await decide('a', [third, first])).toMatchObject({ ok: false, reason: 'status' });
    expect(await decide('a', [third, first], { seen })).toMatchObject({ ok: true });
    expect((await view('a')).standing).toMatchObject({ added: [], gone: 0 });
  });

  it('is noted by the council, once', async () => {
    const [first, second] = await start();
    await decide('a', [first, second]);
    const { decision } = (await view('dewan')).standing;
    const note = async (who: string) =>
      noteRank(await as(who), { mutationId: newId(), decisionId: decision?.id ?? '' });
    for (const who of [...everybody, ...others].filter(who => who !== 'dewan'))
      expect([who, await note(who)]).toMatchObject([who, { ok: false, reason: 'denied' }]);
    const [one, other] = await Promise.all([note('dewan'), note('dewan')]);
    expect([one?.ok, other?.ok].filter(Boolean)).toHaveLength(1);
    expect((await view('c')).standing.decision?.noted).toMatchObject({ by: 'Dewan' });
    // A new order is not noted yet.
    await decide('a', [first, second], { seen: decision?.id ?? null });
    expect((await view('c')).standing.decision?.noted).toBeNull();
    expect(await note('dewan')).toMatchObject({ ok: false, reason: 'status' });
  });
});

describe('criteria', () => {
  it('are set by the secretariat, and who comes second sees what stands', async () => {
    const [first, second] = await start();
    for (const who of [...everybody, ...others].filter(who => who !== 'sekretariat'))
      expect([who, await criteria(who, {})]).toMatchObject([who, { ok: false, reason: 'denied' }]);
    expect(await criteria('sekretariat', { cost: 'x' })).toMatchObject({ ok: false, field: 'bobot-cost' });
    expect(await criteria('sekretariat', { ...noWeight, impact: '7' })).toMatchObject({ ok: true });
    expect(await criteria('sekretariat', {})).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await criteria('sekretariat', { impact: '50' }, 1)).toMatchObject({ ok: true });
    expect(await criteria('sekretariat', { impact: '50' }, 2)).toMatchObject({
      message: 'Tidak ada yang berubah.',
    });
    await give('c', first, { ...all(1), impact: 5 });
    await give('c', second, all(2));
    const order = (await view('c')).standing.order?.map(({ total }) => total?.toFixed(2));
    // 50 of 100, and five times 10.
    expect(order).toEqual(['3.00', '2.00']);
  });

  it('once set, ask everybody of a team for what they have not scored yet', async () => {
    const [first, second] = await start();
    const asked = async (who: string) => {
      const actor = await as(who);
      return listToScore(actor, await getFrame(actor));
    };
    expect(await asked('c')).toEqual([]);
    await criteria('sekretariat', {});
    expect(await asked('c')).toEqual([{ slug: 'x1', name: 'Dimensi X', left: 2 }]);
    await give('c', first, all(3));
    expect(await asked('c')).toMatchObject([{ left: 1 }]);
    for (const who of ['b', 'dewan', 'mantan', 'sekretariat'])
      expect([who, await asked(who)]).toEqual([who, []]);
    await decide('a', [first, second]);
    expect(await asked('c')).toEqual([]);
  });

  it('hold one setting of two at once', async () => {
    await start();
    const deeds = await Promise.all([
      criteria('sekretariat', { impact: '40' }),
      criteria('sekretariat', { impact: '60' }),
    ]);
    expect(deeds.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a locked plan', () => {
  it('takes no score, no order and no weights; the council may still take note', async () => {
    const [first, second] = await start();
    await decide('a', [first, second]);
    const third = await target('c');
    const actor = await as('dewan');
    const { regionId } = actor;
    const { decision } = (await view('a')).standing;
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'locked' } });
    expect(await give('c', third, all(3))).toMatchObject({ ok: false, reason: 'locked' });
    expect(await decide('a', [first, second, third], { seen: decision?.id ?? null })).toMatchObject({
      ...{ ok: false, reason: 'locked' },
    });
    expect(await criteria('sekretariat', {})).toMatchObject({ ok: false });
    expect(await view('c')).toMatchObject({ isOpen: false });
    expect(await noteRank(actor, { mutationId: newId(), decisionId: decision?.id ?? '' })).toMatchObject({
      ok: true,
    });
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'open' } });
  });
});

it('a stranger and a former head see no target, and the horizon is that of the goal where a target says none', async () => {
  const [first, second] = await start();
  const other = await makeRegion(`31.${String(region).padStart(2, '0')}`);
  for (const actor of [await as('mantan'), await other.as('a')]) {
    const frame = await getFrame(actor);
    const { dimensions } = await getPriorities(actor, frame);
    expect(dimensions.flatMap(({ standing }) => standing.targets)).toEqual([]);
  }
  const { targets } = (await view('dewan')).standing;
  expect(targets.map(({ id, horizon }) => [id, horizon])).toEqual([
    [first, '5'],
    [second, '1'],
  ]);
});
