import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { getOpenMatters } from '@/lib/council/read/agenda';
import { listDeciders } from '@/lib/council/read/deciders';
import { getDecision, listDecisions } from '@/lib/council/read/decisions';
import { getDeck } from '@/lib/council/read/deck';
import { getEndorsements } from '@/lib/council/read/endorsements';
import { footerOf, getMinutes, getSignOffs } from '@/lib/council/read/papers';
import { listPeopleToTick } from '@/lib/council/read/people-to-tick';
import { getSince } from '@/lib/council/read/since';
import { getSitting } from '@/lib/council/read/sitting';
import { getOpenSitting, listSittings } from '@/lib/council/read/sittings';
import { getCouncilTasks } from '@/lib/council/read/tasks';
import type { DecideForm } from '@/lib/council/schema';
import { addPoint, withdrawPoint } from '@/lib/council/write/agenda-points';
import { addGuest, removeAttendance, tickAttendance } from '@/lib/council/write/attendance';
import { changeSitting } from '@/lib/council/write/change-sitting';
import { closeSitting } from '@/lib/council/write/close-sitting';
import { decide, revokeDecision } from '@/lib/council/write/decide';
import { openSitting } from '@/lib/council/write/open-sitting';
import { database } from '@/lib/database/client';
import { addMembership, endMembership } from '@/lib/people/write/memberships';
import { getFrame } from '@/lib/plan/read/frame';
import { countUndecided } from '@/lib/plan/read/similar';
import { listVersions } from '@/lib/plan/read/versions';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, edit, made, makeRegion, save, setPhase, smallTree, step } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let secretariat: Actor;
let council: Actor;
let serial = 20;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  serial += 1;
  ({ regionId, as } = await makeRegion(`11.${serial}`));
  [secretariat, council] = [await as('sekretariat'), await as('dewan')];
});
afterEach(() => expectLogMatchesTables(url));

const about = {
  ...{ title: 'Sidang ke-1', date: '2026-11-26', place: 'Pendopo' },
  ...{ leader: 'Siti Aminah', leaderOffice: 'Plt. Sekretaris Daerah' },
};
const x = 'dimension:p1-x1';
const frameOf = (actor: Actor) => getFrame(actor);
const open = (actor: Actor, more: Partial<typeof about> = {}) =>
  openSitting(actor, { mutationId: randomUUID(), ...about, ...more });
const close = (actor: Actor, id: string, agenda: string[] = []) =>
  closeSitting(actor, { mutationId: randomUUID(), id }, agenda);
const view = async (id: string, actor = secretariat) => {
  const found = await getSitting(actor, await frameOf(actor), id);
  if (!found) throw new Error('no sitting');
  return found;
};
const states = async (actor = council) => getEndorsements(actor, await frameOf(actor));
const revision = async () => (await frameOf(await as('sekretariat'))).plan.revision;

async function opened(more: Partial<typeof about> = {}): Promise<string> {
  const outcome = await open(secretariat, more);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.mutationId;
}

/** The membership in which somebody decides. */
async function postOf(actor: Actor): Promise<string> {
  const held = await database(regionId).membership.findMany({
    where: { regionId, userId: actor.userId },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return held[0]?.id ?? '';
}

async function decided(actor: Actor, sittingId: string, form: Partial<DecideForm> = {}) {
  return decide(actor, {
    ...{ mutationId: randomUUID(), sittingId, matter: x, kind: 'endorse', text: '' },
    ...{ postId: await postOf(actor), ...form },
  });
}

const tick = (actor: Actor, sittingId: string, ticked: string[], shown: string[] = []) =>
  tickAttendance(actor, { mutationId: randomUUID(), sittingId, ticked, shown });

const others = ['a', 'a.operator', 'b', 'c', 'kedua', 'pendamping', 'utusan', 'mantan'];

describe('who may', () => {
  it('only the secretariat keeps sittings, and nobody else changes anything of one', async () => {
    for (const person of [...others, 'dewan', 'bupati'])
      expect([person, await open(await as(person))]).toMatchObject([person, { reason: 'denied' }]);
    const id = await opened();
    const point = await addPoint(secretariat, { mutationId: randomUUID(), sittingId: id, title: 'Anggaran' });
    const guest = { sittingId: id, name: 'Tamu', institution: 'Kampus', office: '' };
    const added = await addGuest(secretariat, { mutationId: randomUUID(), ...guest });
    const before = await revision();
    for (const person of [...others, 'dewan', 'bupati']) {
      const actor = await as(person);
      const mutationId = randomUUID();
      const deeds = [
        await close(actor, id),
        await changeSitting(actor, { mutationId, id, version: 1, ...about, title: 'Lain' }),
        await addPoint(actor, { mutationId, sittingId: id, title: 'Lain' }),
        await withdrawPoint(actor, { mutationId, id: point.mutationId }),
        await tick(actor, id, [council.userId]),
        await addGuest(actor, { mutationId, ...guest }),
        await removeAttendance(actor, { mutationId, id: added.mutationId }),
      ];
      expect([person, deeds.map(deed => !deed.ok && deed.reason)]).toEqual([person, Array(7).fill('denied')]);
      expect(await listPeopleToTick(actor, await frameOf(actor))).toEqual([]);
    }
    expect(await revision()).toBe(before);
  });

  it('council and regent decide, and nobody else, whatever office they name', async () => {
    const id = await opened();
    const stolen = await postOf(council);
    // Even while whoever holds it is there.
    await tick(secretariat, id, [council.userId]);
    const before = await revision();
    for (const person of others) {
      const outcome = await decided(await as(person), id, { postId: stolen });
      expect([person, outcome]).toMatchObject([person, { reason: 'denied' }]);
    }
    expect(await decided(await as('bupati'), id, { postId: stolen })).toMatchObject({ reason: 'denied' });
    expect(await revision()).toBe(before);
    expect(await decided(council, id)).toMatchObject({ ok: true });
    expect(await decided(await as('bupati'), id)).toMatchObject({ ok: true });
    const [first, second] = await listDecisions(council, await frameOf(council), { sittingId: id });
    expect(first).toMatchObject({ by: 'Dewan', office: 'Anggota Dewan Smart City', recordedBy: null });
    expect(second).toMatchObject({ by: 'Bupati', office: 'Bupati' });
  });

  it('the secretariat writes down what somebody decided only when they attend', async () => {
    const id = await opened();
    const postId = await postOf(council);
    expect(await listDeciders(secretariat, await frameOf(secretariat), id)).toEqual([]);
    expect(await decided(secretariat, id, { postId })).toMatchObject({ reason: 'denied', field: 'postId' });
    await tick(secretariat, id, [council.userId]);
    expect(await listDeciders(secretariat, await frameOf(secretariat), id)).toMatchObject([{ id: postId }]);
    expect(await decided(secretariat, id, { postId })).toMatchObject({ ok: true });
    const [decision] = await listDecisions(council, await frameOf(council), { sittingId: id });
    expect(decision).toMatchObject({ by: 'Dewan', recordedBy: 'Sekretariat' });
    await tick(secretariat, id, [], [council.userId]);
    expect(await decided(secretariat, id, { postId })).toMatchObject({ reason: 'denied' });
  });

  it('an office that does not hold today decides nothing', async () => {
    const id = await opened();
    const actor = await as('c');
    const day = today().toISOString().slice(0, 10);
    const yesterday = new Date(today().getTime() - 86_400_000).toISOString().slice(0, 10);
    const tomorrow = new Date(today().getTime() + 86_400_000).toISOString().slice(0, 10);
    const give = async (from: string, to: string) => {
      const form = { role: 'regent', departmentId: '', dimensionId: '', tenure: 'plt', from, to };
      const decree = { decreeId: '', decreeNumber: '821/5', decreeDate: '', decreeSubject: '' };
      const mutationId = randomUUID();
      expect(
        await addMembership(secretariat, { mutationId, userId: actor.userId, ...form, ...decree }),
      ).toMatchObject({ ok: true });
      const held = await database(regionId).membership.findFirst({
        where: { regionId, userId: actor.userId, role: 'regent', validFrom: new Date(from) },
      });
      return held?.id ?? '';
    };
    const past = await give('2020-01-01', yesterday);
    expect(await decided(await as('c'), id, { postId: past })).toMatchObject({ reason: 'denied' });
    // Somebody who was let in before their office began or after it ended is asked about the day itself.
    const ahead = await give(tomorrow, '');
    const minted = { ...(await as('bupati')), userId: actor.userId, name: actor.name } as Actor;
    expect(await decided(minted, id, { postId: past })).toMatchObject({ reason: 'denied', field: 'postId' });
    expect(await decided(minted, id, { postId: ahead })).toMatchObject({ reason: 'denied', field: 'postId' });
    await endMembership(secretariat, { mutationId: randomUUID(), id: ahead, to: tomorrow });
    const now = await give(day, day);
    expect(await decided(await as('c'), id, { postId: now })).toMatchObject({ ok: true });
    const [decision] = await listDecisions(council, await frameOf(council), { sittingId: id });
    expect(decision).toMatchObject({ office: 'Plt. Bupati', tenure: 'plt' });
    expect(decision?.decree).toBe('Keputusan Bupati Nomor 821/5');
  });

  it('whoever belongs to no region of today reads nothing, and nobody reads over the border', async () => {
    const id = await opened();
    await decided(council, id);
    const [decision] = await listDecisions(council, await frameOf(council), { sittingId: id });
    const other = await makeRegion(`21.${serial}`);
    for (const actor of [await as('mantan'), await other.as('sekretariat')]) {
      const frame = await frameOf(actor);
      expect(await getSitting(actor, frame, id)).toBeNull();
      expect(await getMinutes(actor, frame, id)).toBeNull();
      expect(await getDecision(actor, frame, decision?.id ?? '')).toBeNull();
      expect(await listSittings(actor, frame)).toEqual([]);
      expect(await getOpenSitting(actor, frame)).toBeNull();
      expect((await getEndorsements(actor, frame)).size).toBe(0);
      expect(await close(actor, id)).toMatchObject({ ok: false });
    }
    const former = await as('mantan');
    const frame = await frameOf(former);
    expect(await getDeck(former, frame)).toBeNull();
    expect(await getOpenMatters(former, frame)).toBeNull();
    expect(await getSignOffs(former, frame, null)).toBeNull();
    expect(await countUndecided(former, frame)).toBe(0);
  });
});

describe('a sitting', () => {
  it('is opened one at a time, numbered, and asked once', async () => {
    const request = { mutationId: randomUUID(), ...about };
    const first = await openSitting(secretariat, request);
    expect(first).toMatchObject({ ok: true });
    expect(await openSitting(secretariat, request)).toEqual(first);
    expect(await open(secretariat)).toMatchObject({ reason: 'status' });
    await close(secretariat, request.mutationId);
    await opened({ title: 'Sidang ke-2' });
    const numbers = (await listSittings(council, await frameOf(council))).map(({ number }) => number);
    expect(numbers.sort()).toEqual(['BA-01/2026', 'BA-02/2026']);
  });

  it('says which part is missing', async () => {
    const wrong = async (more: Partial<typeof about>) => open(secretariat, more);
    expect(await wrong({ title: ' ' })).toMatchObject({ reason: 'invalid', field: 'title' });
    expect(await wrong({ date: '2026-02-30' })).toMatchObject({ reason: 'invalid', field: 'date' });
    expect(await wrong({ date: '' })).toMatchObject({ field: 'date', message: 'Pilih tanggal sidang.' });
    expect(await wrong({ leaderOffice: '' })).toMatchObject({ field: 'leaderOffice' });
  });

  it('is changed as it was read, and not over what somebody else wrote', async () => {
    const id = await opened();
    const change = (version: number, more: Partial<typeof about>) =>
      changeSitting(secretariat, { mutationId: randomUUID(), id, version, ...about, ...more });
    expect(await change(1, { place: 'Aula' })).toMatchObject({ ok: true, version: 2 });
    expect(await change(1, { place: 'Gedung DPRD' })).toMatchObject({ ok: false, reason: 'status' });
    expect(await change(2, { place: 'Aula' })).toMatchObject({ ok: true, version: 2 });
    expect((await view(id)).place).toBe('Aula');
  });

  it('draws its agenda from what is open, and keeps its own points', async () => {
    await smallTree(as);
    const id = await opened();
    const add = (title: string) => addPoint(secretariat, { mutationId: randomUUID(), sittingId: id, title });
    expect(await add('')).toMatchObject({ field: 'title' });
    const budget = await add('Anggaran');
    await add('Lain-lain');
    const titles = async () => (await view(id)).agenda.map(({ title }) => title);
    expect(await titles()).toEqual([
      ...['Pengesahan dimensi Dimensi X', 'Pengesahan dimensi Dimensi Y', 'Anggaran', 'Lain-lain'],
    ]);
    await withdrawPoint(secretariat, { mutationId: randomUUID(), id: budget.mutationId });
    await decided(council, id);
    expect(await titles()).toEqual([
      ...['Pengesahan dimensi Dimensi X', 'Pengesahan dimensi Dimensi Y', 'Lain-lain'],
    ]);
    const last = (await view(id)).agenda.at(-1);
    await decided(council, id, { matter: last?.key, kind: 'resolve', text: 'Setuju.' });
    expect(
      await withdrawPoint(secretariat, { mutationId: randomUUID(), id: last?.pointId ?? '' }),
    ).toMatchObject({ reason: 'status' });
    expect(await decided(council, id, { matter: last?.key })).toMatchObject({ reason: 'invalid' });
    for (const matter of ['lain', 'dimension:tidak-ada', 'point:tidak-ada', 'toString', ''])
      expect(await decided(council, id, { matter })).toMatchObject({ reason: 'missing' });
  });

  it('has a list of attendance that two may tick at once', async () => {
    const id = await opened();
    const [a, b] = [await as('a'), await as('b')];
    await Promise.all([tick(secretariat, id, [a.userId]), tick(secretariat, id, [b.userId])]);
    // Drawn before b came: what it does not know it leaves alone.
    await tick(secretariat, id, [a.userId, council.userId], [a.userId]);
    const names = async () => (await view(id)).attendance.map(({ name }) => name);
    expect(await names()).toEqual(['Dewan', 'Kepala A', 'Kepala B']);
    await tick(secretariat, id, [], [a.userId]);
    await tick(secretariat, id, [a.userId], []);
    const guest = { sittingId: id, name: 'Bu Tamu', institution: 'Universitas', office: 'Dosen' };
    expect(await addGuest(secretariat, { mutationId: randomUUID(), ...guest, name: '' })).toMatchObject({
      field: 'name',
    });
    const added = await addGuest(secretariat, { mutationId: randomUUID(), ...guest });
    expect(await names()).toEqual(['Bu Tamu', 'Dewan', 'Kepala A', 'Kepala B']);
    const remove = () => removeAttendance(secretariat, { mutationId: randomUUID(), id: added.mutationId });
    expect(await remove()).toMatchObject({ ok: true });
    expect(await remove()).toMatchObject({ reason: 'missing' });
    expect(await names()).toEqual(['Dewan', 'Kepala A', 'Kepala B']);
    const { history } = await view(id);
    expect(history.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining([
        ...['Menghapus dari daftar hadir: Bu Tamu', 'Mencatat hadir lagi: Kepala A', 'Membuka sidang'],
      ]),
    );
    expect(await tick(secretariat, id, ['nobody'])).toMatchObject({ ok: true });
    expect(await names()).toHaveLength(3);
  });

  it('closes with a version and what was on its table, and then takes nothing', async () => {
    const id = await opened();
    const point = await addPoint(secretariat, { mutationId: randomUUID(), sittingId: id, title: 'Anggaran' });
    await decided(council, id);
    const [decision] = (await view(id)).decisions;
    const request = { mutationId: randomUUID(), id };
    const first = await closeSitting(secretariat, request, ['Pengesahan', 'Anggaran']);
    expect(first).toMatchObject({ ok: true });
    expect(await closeSitting(secretariat, request, [])).toEqual(first);
    expect((await listVersions(secretariat, await frameOf(secretariat))).map(({ name }) => name)).toEqual([
      'Sidang ke-1',
    ]);
    const closed = await view(id);
    expect(closed).toMatchObject({ isOpen: false, version: { name: 'Sidang ke-1' } });
    expect(closed.agenda.map(({ title }) => title)).toEqual(['Pengesahan', 'Anggaran']);
    const before = await revision();
    const mutationId = randomUUID();
    const deeds = [
      await decided(council, id),
      await decided(secretariat, id, { postId: await postOf(council) }),
      await revokeDecision(council, {
        ...{ mutationId, sittingId: id, decisionId: decision?.id ?? '' },
        ...{ postId: await postOf(council), text: 'Keliru.' },
      }),
      await close(secretariat, id),
      await changeSitting(secretariat, { mutationId, id, version: 1, ...about, title: 'Lain' }),
      await addPoint(secretariat, { mutationId, sittingId: id, title: 'Lain' }),
      await withdrawPoint(secretariat, { mutationId, id: point.mutationId }),
      await tick(secretariat, id, [secretariat.userId]),
      await addGuest(secretariat, { mutationId, sittingId: id, name: 'A', institution: 'B', office: '' }),
    ];
    expect(deeds.map(deed => !deed.ok && deed.reason)).toEqual(Array(9).fill('status'));
    expect(await revision()).toBe(before);
  });

  it('names its version once more under another name when the title was taken', async () => {
    await close(secretariat, await opened());
    await close(secretariat, await opened());
    const names = (await listVersions(secretariat, await frameOf(secretariat))).map(({ name }) => name);
    expect(names).toEqual(['Sidang ke-1 (2)', 'Sidang ke-1']);
  });
});

describe('decisions', () => {
  it('are numbered without gaps however many come at once', async () => {
    const id = await opened();
    const regent = await as('bupati');
    const outcomes = await Promise.all(
      [council, regent, council, regent, council, regent].map((actor, at) =>
        decided(actor, id, { matter: at % 2 ? 'dimension:p1-y1' : x }),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const decisions = await listDecisions(council, await frameOf(council), { planId: 'p1' });
    const year = today().getUTCFullYear();
    expect(decisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6].map(at => `0${at}/${year}`));
  });

  it('taken and closed at once: either it is in the sitting, or it is refused', async () => {
    const id = await opened();
    const [outcome] = await Promise.all([decided(council, id), close(secretariat, id)]);
    const { decisions } = await view(id);
    expect(decisions).toHaveLength(outcome.ok ? 1 : 0);
    if (!outcome.ok) expect(outcome.reason).toBe('status');
  });

  it('take the same request twice as one', async () => {
    const id = await opened();
    const mutationId = randomUUID();
    const first = await decided(council, id, { mutationId });
    expect(await decided(council, id, { mutationId })).toEqual(first);
    expect((await view(id)).decisions).toHaveLength(1);
    expect(await decided(await as('bupati'), id, { mutationId })).toMatchObject({ reason: 'invalid' });
  });

  it('that ask for a revision, or resolve, say what', async () => {
    const id = await opened();
    for (const kind of ['revise', 'resolve'] as const)
      expect(await decided(council, id, { kind, text: ' ' })).toMatchObject({
        reason: 'note',
        field: 'text',
      });
    expect(await decided(council, id, { text: 'a'.repeat(2001) })).toMatchObject({ field: 'text' });
    expect(await decided(council, id, { kind: 'revise', text: 'Tambah sumber.' })).toMatchObject({
      ok: true,
    });
    const [decision] = (await view(id)).decisions;
    expect((await states()).get('p1-x1')).toMatchObject({
      ...{ state: 'revision', number: decision?.number, note: 'Tambah sumber.' },
    });
  });

  it('stand for the dimension as it was: what changed since is told, to everybody alike', async () => {
    const { goal, target, indicator } = await smallTree(as);
    const id = await opened();
    await decided(council, id);
    await decided(council, id, { matter: 'dimension:p1-y1' });
    const standing = async (actor = council) => (await states(actor)).get('p1-x1');
    expect(await standing()).toMatchObject({ state: 'endorsed', changed: 0 });
    const owner = await as('c');
    await save(owner, edit(indicator, 1, { title: 'Cakupan lain' }));
    for (const person of ['dewan', 'sekretariat', 'a', 'b', 'c', 'bupati'])
      expect([person, await standing(await as(person))]).toMatchObject([person, { changed: 1 }]);
    await save(owner, edit(target, 1, { title: 'Sasaran lain' }));
    await made(owner, begin({ kind: 'target', department: 'c', parentId: goal }));
    expect(await standing()).toMatchObject({ changed: 3 });
    expect((await states()).get('p1-y1')).toMatchObject({ changed: 0 });
    const frame = await frameOf(council);
    const [decision] = await listDecisions(council, frame, { sittingId: id });
    if (!decision) throw new Error('no decision');
    const since = await getSince(council, frame, decision);
    // The draft indicator is not the council's to read.
    expect(since?.changed).toBe(3);
    expect(since?.differences.map(({ kind, what }) => `${kind} ${what}`).sort()).toEqual([
      ...['target added', 'target changed'],
    ]);
    const all = await getSince(secretariat, await frameOf(secretariat), decision);
    expect(all?.differences).toHaveLength(3);
    // Changed back to what it was.
    await save(owner, edit(indicator, 2, { title: 'Cakupan layanan' }));
    expect(await standing()).toMatchObject({ changed: 2 });
    await decided(council, id);
    expect(await standing()).toMatchObject({ changed: 0 });
    expect(await getSince(council, await frameOf(council), decision)).toBeNull();
  });

  it('are revoked by later ones, once, and never change themselves', async () => {
    const id = await opened();
    await decided(council, id);
    const frame = await frameOf(council);
    const [decision] = await listDecisions(council, frame, { sittingId: id });
    const revoke = async (decisionId: string, text = 'Keliru.') =>
      revokeDecision(council, {
        ...{ mutationId: randomUUID(), sittingId: id, decisionId, text },
        postId: await postOf(council),
      });
    const target = decision?.id ?? '';
    expect(await revoke(target, ' ')).toMatchObject({ reason: 'note' });
    expect(await revoke('tidak-ada')).toMatchObject({ reason: 'missing' });
    const both = await Promise.all([revoke(target), revoke(target)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await states()).size).toBe(0);
    const [first, second] = await listDecisions(council, frame, { sittingId: id });
    expect(first).toMatchObject({ kind: 'endorse', revokedBy: { number: second?.number } });
    expect(second).toMatchObject({ kind: 'revoke', revokes: { id: target }, text: 'Keliru.' });
    expect(await revoke(second?.id ?? '')).toMatchObject({ reason: 'status' });
    const { agenda } = await view(id);
    expect(agenda.find(({ key }) => key === x)?.detail).toBe('Belum ada indikator.');
  });

  it('change no item, and nothing once the plan is ratified', async () => {
    const { indicator } = await smallTree(as);
    const id = await opened();
    await decided(council, id, { kind: 'revise', text: 'Perbaiki.' });
    const item = await database(regionId).item.findUniqueOrThrow({
      where: { regionId_id: { regionId, id: indicator } },
    });
    expect(item).toMatchObject({ status: 'draft', version: 1 });
    await setPhase(regionId, 'ratified');
    expect(await decided(council, id)).toMatchObject({ reason: 'locked' });
    const before = await revision();
    const [key, guest] = [randomUUID(), { name: 'Sri', institution: 'Kampus', office: '' }];
    const others = [
      await close(secretariat, id),
      await changeSitting(secretariat, { mutationId: key, id, version: 1, ...about, place: 'Aula' }),
      await addPoint(secretariat, { mutationId: key, sittingId: id, title: 'Lain-lain' }),
      await tick(secretariat, id, [council.userId]),
      await addGuest(secretariat, { mutationId: key, sittingId: id, ...guest }),
    ];
    for (const one of others) expect(one).toMatchObject({ reason: 'locked' });
    expect(await revision()).toBe(before);
    await setPhase(regionId, 'drafting');
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'locked' } });
    // A stage that is locked is when a council sits.
    expect(await decided(council, id)).toMatchObject({ ok: true });
    await database(regionId).stage.updateMany({ where: { regionId }, data: { state: 'open' } });
  });

  it('cannot be taken away, nor changed, by the program itself', async () => {
    const id = await opened();
    await decided(council, id);
    const db = database(regionId);
    await expect(db.decision.deleteMany({ where: { regionId } })).rejects.toThrow();
    await expect(db.decision.updateMany({ where: { regionId }, data: { text: 'x' } })).rejects.toThrow();
    await expect(db.attendance.deleteMany({ where: { regionId } })).rejects.toThrow();
  });
});

describe('what others see of it', () => {
  it('the council sees what waits, a coordinator how it is seen; nobody else is asked', async () => {
    const tasks = async (person: string) => {
      const actor = await as(person);
      const found = await getCouncilTasks(actor, await frameOf(actor));
      return found?.dimensions.map(({ dimension, endorsement }) => [dimension.code, endorsement?.state]);
    };
    expect(await tasks('dewan')).toEqual([
      ['X1', undefined],
      ['Y1', undefined],
    ]);
    const id = await opened();
    await decided(council, id);
    await decided(council, id, { matter: 'dimension:p1-y1', kind: 'revise', text: 'Perbaiki.' });
    expect(await tasks('dewan')).toEqual([['Y1', 'revision']]);
    expect(await tasks('a')).toEqual([['X1', 'endorsed']]);
    expect(await tasks('utusan')).toEqual([['X1', 'endorsed']]);
    expect(await tasks('b')).toEqual([['Y1', 'revision']]);
    expect(await tasks('c')).toBeUndefined();
    const actor = await as('dewan');
    expect((await getCouncilTasks(actor, await frameOf(actor)))?.sitting?.id).toBe(id);
  });

  it('a presentation shows each as far as they read, and its mark changes with what it shows', async () => {
    const { goal, target, indicator } = await smallTree(as);
    const deck = async (person: string) => {
      const actor = await as(person);
      const made = await getDeck(actor, await frameOf(actor));
      if (!made) throw new Error('no deck');
      return made;
    };
    const before = await deck('dewan');
    expect(before.whole).toEqual({ indicators: 1, approved: 0, waiting: 0 });
    expect(JSON.stringify(before)).not.toContain('Cakupan layanan');
    expect((await deck('c')).screens[0]?.rows).toHaveLength(1);
    expect((await deck('dewan')).etag).toBe(before.etag);
    const owner = await as('c');
    for (const item of [goal, target, indicator]) await step(owner, 'submit', item, 1);
    const after = await deck('dewan');
    expect(after.etag).not.toBe(before.etag);
    expect(after.screens[0]).toMatchObject({ waiting: 1, endorsement: 'Belum disahkan Dewan.' });
    expect(after.open.map(({ key }) => key)).toEqual([x, 'dimension:p1-y1', 'waiting']);
    const id = await opened();
    await decided(council, id);
    expect((await deck('dewan')).dimensions[0]?.mark).toBe('Disahkan');
  });

  it('papers hold what whoever takes them out may read', async () => {
    const { indicator } = await smallTree(as);
    const id = await opened();
    await tick(secretariat, id, [council.userId]);
    await decided(council, id, { kind: 'revise', text: 'Perbaiki.' });
    const minutes = await getMinutes(council, await frameOf(council), id);
    expect(minutes).toMatchObject({ number: 'BA-01/2026', isOpen: true, decisions: [{ text: 'Perbaiki.' }] });
    expect(minutes?.attendance).toHaveLength(1);
    const sheets = async (person: string, department: string | null = null) => {
      const actor = await as(person);
      return getSignOffs(actor, await frameOf(actor), department);
    };
    expect(await sheets('dewan')).toMatchObject([{ indicators: [], hidden: 1, isAgreed: false }]);
    expect(await sheets('c')).toMatchObject([
      { indicators: [{ title: 'Cakupan layanan', values: ['55,0', '60,0'] }], hidden: 0 },
    ]);
    expect(await sheets('c', 'tidak-ada')).toBeNull();
    expect(await sheets('c', 'd')).toMatchObject([{ indicators: [], head: { office: 'Kepala Dinas D' } }]);
    await step(await as('c'), 'submit', indicator, 1);
    await step(await as('a'), 'approve', indicator, 2);
    expect(await sheets('dewan')).toMatchObject([{ isAgreed: true, head: { name: 'Kepala C' } }]);
    expect(footerOf(council, await frameOf(council))).toContain('oleh Dewan.');
  });
});
