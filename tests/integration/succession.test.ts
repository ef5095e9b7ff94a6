import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { describeRoles } from '@/lib/access/roles';
import { database } from '@/lib/database/client';
import { getCoordinators } from '@/lib/people/read/coordinators';
import { getDepartmentSuccession } from '@/lib/people/read/department-succession';
import { listSuccessions } from '@/lib/people/read/successions';
import { listWithoutSuccessor } from '@/lib/people/read/without-successor';
import { applySuccession } from '@/lib/people/write/apply-succession';
import { nameCoordinator } from '@/lib/people/write/coordinators';
import { createDepartment } from '@/lib/people/write/departments';
import { addMembership } from '@/lib/people/write/memberships';
import {
  addHeir,
  changeBasis,
  dropSuccession,
  keepChoices,
  releaseHeir,
  startSuccession,
} from '@/lib/people/write/prepare-succession';
import { comparePlans } from '@/lib/plan/log/difference';
import { getPlanAsOf } from '@/lib/plan/read/as-of';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { getNews } from '@/lib/plan/read/news';
import { listPassedOn } from '@/lib/plan/read/passed-on';
import { getWork } from '@/lib/plan/read/work';
import { addComment } from '@/lib/plan/write/comment';
import { succeedItem } from '@/lib/plan/write/succeed-item';
import { seedDemo } from '@/prisma/seed/demo';
import { actorNamed } from '@/prisma/seed/people';
import { expectLogMatchesTables } from '../support/fold';
import { begin, edit, made, makeRegion, save, setPhase, smallTree, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

const noDecree = { decreeId: '', decreeKind: '', decreeNumber: '', decreeDate: '', decreeSubject: '' };
const law = {
  ...noDecree,
  decreeKind: 'PERATURAN_BUPATI',
  decreeNumber: '50 Tahun 2025',
  decreeDate: '2025-08-20',
};
const basis = { name: 'Penataan OPD', day: '2025-09-01', ...law };
const cited = 'Peraturan Bupati Nomor 50 Tahun 2025';

let url: string;
let regionId: string;
let as: (username: string) => Promise<Actor>;
let secretary: Actor;
let count = 0;

beforeAll(async () => {
  url = await freshDatabase();
});
afterEach(() => expectLogMatchesTables(url));

const id = () => ({ mutationId: randomUUID() });
const frameOf = (actor: Actor) => getFrame({ ...actor } as Actor);
const view = async (key: string) => getDepartmentSuccession(secretary, await frameOf(secretary), key);

async function started(form: object = {}): Promise<string> {
  const deed = await startSuccession(secretary, { ...id(), offerId: '', ...basis, ...form });
  if (!deed.ok) throw new Error(deed.message);
  return deed.id ?? '';
}
const heir = (key: string, olds: string[], to: { heirId?: string; code?: string }) =>
  addHeir(secretary, {
    ...{ ...id(), id: key, olds, heirId: to.heirId ?? '' },
    ...{ code: to.code ?? '', name: to.code ? `Dinas ${to.code}` : '', kind: 'DEPARTMENT' },
  });
const apply = (key: string, actor = secretary) => applySuccession(actor, { ...id(), id: key });
const give = (
  key: string,
  owners: Record<string, string>,
  part: 'owners' | 'posts' | 'coordinators' = 'owners',
) =>
  keepChoices(secretary, {
    ...{ ...id(), id: key, part },
    choices: Object.entries(owners).map(([item, wanted]) => ({ key: item, was: '', wanted })),
  });
const rowOf = (item: string) =>
  database(regionId).item.findUniqueOrThrow({ where: { regionId_id: { regionId, id: item } } });

describe('a small region', () => {
  beforeEach(async () => {
    count += 1;
    ({ regionId, as } = await makeRegion(`30.${String(count).padStart(2, '0')}`));
    secretary = await as('sekretariat');
  });

  it('renames one department: status and content stay, the version rises, and the log says by what right', async () => {
    const { goal, target, indicator } = await smallTree(as);
    await step(await as('c'), 'submit', indicator, 1);
    await step(await as('a'), 'approve', indicator, 2);
    const key = await started();
    expect(await heir(key, ['c'], { code: 'N' })).toMatchObject({ ok: true });
    expect(await database(regionId).department.count({ where: { regionId, code: 'N' } })).toBe(0);
    const prepared = await view(key);
    expect(prepared?.counts).toMatchObject({ old: 1, heirs: 1, owned: 3, undecided: 0, people: 2 });
    expect(prepared?.obstacles).toEqual([]);
    expect(await apply(key)).toMatchObject({ ok: true, message: '3 isian sudah beralih.' });
    for (const [item, version, status] of [
      [goal, 2, 'draft'],
      [target, 2, 'draft'],
      [indicator, 4, 'approved'],
    ] as const)
      expect(await rowOf(item)).toMatchObject({ departmentId: 'n', predecessorIds: ['c'], version, status });
    expect(await listWithoutSuccessor(secretary, await frameOf(secretary))).toEqual([]);
    const head = await as('c');
    const answer = await getItem(head, await frameOf(head), indicator);
    expect(answer.kind === 'open' && answer.view.history.at(-1)).toMatchObject({
      ...{ deed: `Beralih dari C ke N (${cited})`, by: 'Sekretariat', note: null },
    });
    // Head and operator of C are those of N now, and go on.
    expect(await save(head, edit(goal, 2, { title: 'Tujuan N' }))).toMatchObject({ ok: true, version: 3 });
    expect(await view(key)).toMatchObject({ isBegun: true, left: 0 });
  });

  it('asked for twice, or again later, does nothing twice', async () => {
    const { indicator } = await smallTree(as);
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    const form = { ...id(), id: key };
    const answers = await Promise.all([applySuccession(secretary, form), applySuccession(secretary, form)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const events = await database(regionId).event.count({ where: { regionId } });
    expect(await apply(key)).toMatchObject({ ok: true, message: '0 isian sudah beralih.' });
    expect(await database(regionId).event.count({ where: { regionId } })).toBe(events);
    expect(await rowOf(indicator)).toMatchObject({ departmentId: 'd', version: 2 });
  });

  it('splits a department item by item; what nobody chose stops it before anything is written', async () => {
    const { goal, target, indicator } = await smallTree(as);
    const key = await started();
    await heir(key, ['c'], { code: 'N' });
    await heir(key, ['c'], { heirId: 'd' });
    const events = await database(regionId).event.count({ where: { regionId } });
    expect(await apply(key)).toMatchObject({ ok: false, message: 'Pilih penerus untuk 3 isian.' });
    await give(key, { [goal]: 'd', [target]: 'n' });
    expect((await view(key))?.items.find(item => item.id === indicator)).toMatchObject({
      ...{ chosen: '', likely: { value: 'n' } },
    });
    expect(await give(key, { [goal]: 'n' })).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await give(key, { [indicator]: 'zz' })).toMatchObject({ ok: true });
    expect(await apply(key)).toMatchObject({ ok: false });
    expect(await database(regionId).event.count({ where: { regionId } })).toBe(events);
    await keepChoices(secretary, {
      ...{ ...id(), id: key, part: 'owners', choices: [{ key: indicator, was: 'zz', wanted: 'n' }] },
    });
    expect(await apply(key)).toMatchObject({ ok: true });
    expect(
      await Promise.all([goal, target, indicator].map(async item => (await rowOf(item)).departmentId)),
    ).toEqual([...['d', 'n', 'n']]);
  });

  it('passes on support, coordination and what was put away', async () => {
    const { goal, target } = await smallTree(as, 'd');
    const d = await as('d');
    const supported = await made(
      d,
      begin({ kind: 'indicator', department: 'd', parentId: target, fields: { supporters: ['a', 'c'] } }),
    );
    const away = await made(await as('a'), begin({ kind: 'goal', department: 'a' }));
    await save(await as('a'), { ...edit(away, 1, {}), isArchived: true });
    const key = await started();
    await heir(key, ['a'], { code: 'N' });
    expect(await apply(key)).toMatchObject({ ok: true, message: '2 isian sudah beralih.' });
    expect(await rowOf(away)).toMatchObject({ departmentId: 'n', version: 3 });
    const supporters = await database(regionId).supporter.findMany({
      where: { regionId, itemId: supported },
    });
    expect(supporters.map(({ departmentId }) => departmentId).sort()).toEqual(['c', 'n']);
    expect(await rowOf(supported)).toMatchObject({ departmentId: 'd', predecessorIds: ['a'], version: 2 });
    const coordinators = await getCoordinators(secretary);
    expect(coordinators?.dimensions[0]).toMatchObject({ code: 'X1', coordinatorId: 'n' });
    expect(coordinators?.history[0]?.deed).toContain('Koordinator beralih ke OPD penerus');
    // The head of A leads N, and so coordinates; the delegate went along.
    for (const username of ['a', 'utusan']) expect((await as(username)).coordinates).toEqual(['p1-x1']);
    await step(d, 'submit', goal, 1);
    expect(await step(await as('a'), 'approve', goal, 2)).toMatchObject({ ok: true });
  });

  it('leaves old accounts reading what they could, and doing nothing', async () => {
    const { goal, indicator } = await smallTree(as);
    const other = await smallTree(as, 'd');
    const before = await as('c.operator');
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    const posts = (await view(key))?.posts ?? [];
    expect(posts.map(({ words, to }) => [words, to])).toEqual(
      expect.arrayContaining([
        ['Kepala C', 'stay'],
        ['Operator C', 'd'],
      ]),
    );
    await give(key, Object.fromEntries(posts.map(post => [post.id, 'stay'])), 'posts');
    expect(await apply(key)).toMatchObject({ ok: true });
    const former = await as('c.operator');
    const frame = await frameOf(former);
    expect(describeRoles(former, frame)).toBe('Operator C (OPD sudah berakhir)');
    expect((await getItem(former, frame, indicator)).kind).toBe('open');
    // A draft of the successor that was never theirs stays its own.
    expect((await getItem(former, frame, other.indicator)).kind).toBe('hidden');
    const says = { ok: false, reason: 'denied', message: expect.stringContaining('C sudah beralih ke D') };
    // Whoever asked a moment before the end holds the role of then.
    for (const actor of [former, before]) {
      expect(await save(actor, edit(goal, 2, { title: 'Dicuri' }))).toMatchObject(says);
      expect(await save(actor, { ...edit(goal, 2, {}), isArchived: true })).toMatchObject(says);
      expect(await save(actor, begin({ kind: 'goal', department: 'c' }))).toMatchObject(says);
      expect(await step(actor, 'submit', goal, 2)).toMatchObject(says);
    }
    const words = { ...id(), itemId: goal, field: null, threadId: null, text: 'Halo.' };
    expect(await addComment(former, words)).toMatchObject(says);
    expect(await getWork(former, frame)).toMatchObject({
      ...{ items: [], next: null, ended: [{ code: 'C', successors: ['D'], items: { length: 3 } }] },
    });
    const successor = await as('d');
    expect(await listPassedOn(successor, await frameOf(successor))).toMatchObject([
      { from: 'C', to: 'D', items: 3, basis: cited, isToMine: true },
    ]);
    expect((await getNews(successor, await frameOf(successor))).unread).toBe(1);
    expect((await getNews(former, frame)).passedOn).toMatchObject([{ from: 'C', to: 'D', isToMine: false }]);
    expect(
      (await getWork(successor, await frameOf(successor))).items.filter(({ origin }) => origin === 'C'),
    ).toHaveLength(3);
    expect(await save(successor, edit(goal, 2, { title: 'Diteruskan' }))).toMatchObject({ ok: true });
  });

  it('ends a role where that was chosen', async () => {
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    const posts = (await view(key))?.posts ?? [];
    await give(key, Object.fromEntries(posts.map(post => [post.id, 'end'])), 'posts');
    expect(await apply(key)).toMatchObject({ ok: true });
    expect((await as('c')).grants).toEqual([]);
  });

  it('refuses what cannot be: heirs that end, codes that are taken, days to come, a second one', async () => {
    const key = await started();
    const invalid = (field: string) => ({ ok: false, reason: 'invalid', field });
    expect(await heir(key, ['c'], { heirId: 'c' })).toMatchObject(invalid('heirId'));
    expect(await heir(key, ['c'], {})).toMatchObject(invalid('heirId'));
    expect(await heir(key, ['zz'], { heirId: 'd' })).toMatchObject(invalid('olds'));
    expect(await heir(key, [], { heirId: 'd' })).toMatchObject(invalid('olds'));
    expect(await heir(key, ['c'], { code: 'A' })).toMatchObject(invalid('code'));
    expect(await heir(key, ['c'], { heirId: 'd' })).toMatchObject({ ok: true });
    expect(await heir(key, ['d'], { heirId: 'b' })).toMatchObject(invalid('heirId'));
    expect(await startSuccession(secretary, { ...id(), offerId: '', ...basis })).toMatchObject({ ok: false });
    const mark = (await view(key))?.mark ?? '';
    const later = { ...basis, ...noDecree, decreeId: (await view(key))?.decreeId ?? '', day: '2190-01-01' };
    expect(await changeBasis(secretary, { ...id(), id: key, was: 'lain', ...later })).toMatchObject({
      ...{ ok: false, reason: 'conflict' },
    });
    expect(await changeBasis(secretary, { ...id(), id: key, was: mark, ...later })).toMatchObject({
      ok: true,
    });
    expect(await apply(key)).toMatchObject({
      ok: false,
      message: 'Terapkan mulai 1 Januari 2190, hari pertamanya.',
    });
    expect(await releaseHeir(secretary, { ...id(), id: key, oldId: 'c', heirId: 'd' })).toMatchObject({
      ok: true,
    });
    expect(await apply(key)).toMatchObject({ ok: false, message: 'Pilih OPD lama dan penerusnya.' });
    expect(await dropSuccession(secretary, { ...id(), id: key })).toMatchObject({ ok: true });
    expect(await view(key)).toBeNull();
  });

  it('founds nothing under a code that a department has, ended or made meanwhile', async () => {
    await smallTree(as);
    const made = (code: string, to = '') =>
      createDepartment(secretary, { ...id(), code, name: `Dinas ${code}`, kind: 'DEPARTMENT', from: '', to });
    expect(await made('Lama', '2020-12-31')).toMatchObject({ ok: true });
    const key = await started();
    expect(await heir(key, ['c'], { code: 'LAMA' })).toMatchObject({ ok: false, field: 'code' });
    expect(await heir(key, ['c'], { code: 'Baru' })).toMatchObject({ ok: true });
    expect(await made('BARU')).toMatchObject({ ok: true });
    const deed = await apply(key);
    expect(deed).toMatchObject({ ok: false, reason: 'invalid' });
    expect(deed.ok ? '' : deed.message).toContain('BARU');
  });

  it('is for the secretariat alone', async () => {
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    for (const person of ['a', 'c', 'dewan', 'kedua']) {
      const actor = await as(person);
      const denied = { ok: false, reason: 'denied' };
      const form = { ...id(), id: key };
      expect(await startSuccession(actor, { ...id(), offerId: '', ...basis })).toMatchObject(denied);
      expect(await changeBasis(actor, { ...form, was: '', ...basis })).toMatchObject(denied);
      expect(await dropSuccession(actor, form)).toMatchObject(denied);
      expect(await releaseHeir(actor, { ...form, oldId: 'c', heirId: 'd' })).toMatchObject(denied);
      expect(await keepChoices(actor, { ...form, part: 'owners', choices: [] })).toMatchObject(denied);
      expect(await apply(key, actor)).toMatchObject(denied);
      expect(await succeedItem(actor, 'x', () => null, '')).toBe('refused');
      expect(await listSuccessions(actor, await frameOf(actor))).toEqual([]);
      expect(await getDepartmentSuccession(actor, await frameOf(actor), key)).toBeNull();
    }
    const former = await as('mantan');
    expect(await listWithoutSuccessor(former, await frameOf(former))).toEqual([]);
  });

  it('does not touch a ratified plan, and goes on in a locked stage', async () => {
    await smallTree(as);
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    await setPhase(regionId, 'ratified');
    expect(await apply(key)).toMatchObject({
      ok: false,
      message: expect.stringContaining('sudah ditetapkan'),
    });
    await setPhase(regionId, 'drafting');
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'locked' } });
    expect(await apply(key)).toMatchObject({ ok: true, message: '3 isian sudah beralih.' });
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'open' } });
  });

  it('keeps the names of then in old versions, and tells the new owner in the comparison', async () => {
    const { indicator } = await smallTree(as);
    const then = await momentNow();
    const key = await started();
    await heir(key, ['c'], { code: 'N' });
    await apply(key);
    const frame = await frameOf(secretary);
    const [old, now] = [
      await getPlanAsOf(secretary, frame, then),
      await getPlanAsOf(secretary, frame, await momentNow()),
    ];
    expect(old.items.find(item => item.id === indicator)?.departmentId).toBe('c');
    expect(old.departments.find(({ id: department }) => department === 'c')).toMatchObject({
      code: 'C',
      name: 'Dinas C',
    });
    expect(old.departments.some(({ id: department }) => department === 'n')).toBe(false);
    const told = comparePlans(old, now).find(one => one.id === indicator);
    expect(told?.fields).toMatchObject([{ label: 'OPD pengampu', before: 'C', after: 'N' }]);
  });

  it('loses nothing of what an old department saves while it ends', async () => {
    const { indicator } = await smallTree(as);
    const operator = await as('c.operator');
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    const typed = Array.from({ length: 8 }, (_, at) => `Sumber ${at}`);
    const saving = (async () => {
      const outcomes = [];
      for (const source of typed) {
        const { version } = await rowOf(indicator);
        outcomes.push(await save(operator, edit(indicator, version, { source })));
      }
      return outcomes;
    })();
    const [outcomes, deed] = await Promise.all([saving, apply(key)]);
    expect(deed).toMatchObject({ ok: true });
    for (const outcome of outcomes)
      if (!outcome.ok)
        expect(outcome).toMatchObject({
          reason: 'denied',
          message: expect.stringContaining('C sudah beralih ke D'),
        });
    const taken = outcomes.filter(({ ok }) => ok).length;
    const { source } = await database(regionId).indicator.findUniqueOrThrow({
      where: { regionId_id: { regionId, id: indicator } },
    });
    // What was said to be saved is there; what came later was refused with the reason, and stays with its sender.
    expect(source).toBe(taken === 0 ? null : typed[taken - 1]);
    expect(await rowOf(indicator)).toMatchObject({ departmentId: 'd', version: 2 + taken });
  });

  it('finds what was begun for the old department at the last moment', async () => {
    await smallTree(as);
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    const operator = await as('c.operator');
    const beginnings = Array.from({ length: 6 }, () =>
      save(operator, begin({ kind: 'goal', department: 'c' })),
    );
    const [deed, ...outcomes] = await Promise.all([apply(key), ...beginnings]);
    expect(deed).toMatchObject({ ok: true });
    expect(await listWithoutSuccessor(secretary, await frameOf(secretary))).toEqual([]);
    const begun = outcomes.filter(({ ok }) => ok).length;
    expect(await database(regionId).item.count({ where: { regionId, departmentId: 'd' } })).toBe(3 + begun);
  });

  it('gives nothing new to a department that has ended', async () => {
    const { indicator } = await smallTree(as, 'd');
    const key = await started();
    await heir(key, ['c'], { heirId: 'd' });
    await apply(key);
    const named = { ...id(), dimensionId: 'p1-x1', departmentId: 'c', was: 'a', ...noDecree };
    expect(await nameCoordinator(secretary, named)).toMatchObject({ ok: false, field: 'departmentId' });
    const post = {
      role: 'operator',
      departmentId: 'c',
      dimensionId: '',
      tenure: 'definitive',
      from: '',
      to: '',
    };
    const userId = (await as('b')).userId;
    expect(await addMembership(secretary, { ...id(), userId, ...post, ...noDecree })).toMatchObject({
      ...{ ok: false, field: 'departmentId' },
    });
    expect(await save(await as('d'), edit(indicator, 1, { supporters: ['c'] }))).toMatchObject({
      ...{ ok: false, reason: 'invalid' },
    });
  });
});

async function momentNow() {
  const [plan, region] = await Promise.all([
    database(regionId).plan.findFirstOrThrow({ where: { regionId }, select: { revision: true } }),
    database(regionId).region.findUniqueOrThrow({ where: { id: regionId }, select: { revision: true } }),
  ]);
  return { planRevision: plan.revision, regionRevision: region.revision };
}

describe('Purbalingga, September 2025', () => {
  it('27 become 23, two of them split: every item has its successor, and no status changes', async () => {
    await seedDemo();
    regionId = '33-03';
    as = username => actorNamed(regionId, username);
    secretary = await as('sekretariat');
    const offer = (await listSuccessions(secretary, await frameOf(secretary)))[0];
    expect(offer).toMatchObject({
      state: 'offered',
      old: 10,
      heirs: 6,
      splits: 2,
      source: expect.stringMatching(/^Nyata/),
    });
    // The published plan has nothing of the two that were split.
    for (const department of ['dinsosdaldukkbp3a', 'dinperindag'])
      for (let at = 0; at < 3; at += 1)
        await made(
          await as(`${department}.operator`),
          begin({ kind: 'goal', department, dimension: 'p1-se' }),
        );
    const db = database(regionId);
    const statuses = () =>
      db.item.findMany({
        where: { regionId },
        orderBy: { id: 'asc' },
        select: { id: true, status: true, title: true },
      });
    const before = await statuses();
    const key = await started({ offerId: offer?.id ?? '' });
    const prepared = await view(key);
    expect(prepared?.counts).toMatchObject({ old: 10, heirs: 6, splits: 2, dimensions: 3 });
    await give(
      key,
      Object.fromEntries((prepared?.items ?? []).map(item => [item.id, item.heirs[0]?.value ?? ''])),
    );
    expect((await view(key))?.obstacles).toEqual([]);
    const owned = prepared?.counts.owned ?? 0;
    expect(owned).toBeGreaterThan(20);
    expect(await apply(key)).toMatchObject({ ok: true, message: `${owned} isian sudah beralih.` });
    expect(await statuses()).toEqual(before);
    const frame = await frameOf(secretary);
    expect(await listWithoutSuccessor(secretary, frame)).toEqual([]);
    const open = frame.departments.filter(({ isEnded, kind }) => !isEnded && kind !== 'DISTRICT');
    expect(open).toHaveLength(23);
    expect(await listSuccessions(secretary, frame)).toMatchObject([{ state: 'begun', left: 0 }]);
    // Everybody of an old department only reads, or works for a successor.
    for (const old of prepared?.olds ?? []) {
      const head = await as(old.code.toLowerCase());
      expect(
        head.grants.every(({ role, departmentId }) => role === 'former' || departmentId !== old.id),
      ).toBe(true);
    }
  }, 120_000);
});
