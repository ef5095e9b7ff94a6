import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { actorOfToken, openSession } from '@/lib/access/session';
import { database } from '@/lib/database/client';
import { getCoordinators } from '@/lib/people/read/coordinators';
import { getDepartment, listDepartments } from '@/lib/people/read/departments';
import { dryRun } from '@/lib/people/read/pasted';
import { listPeople } from '@/lib/people/read/people';
import { getPerson } from '@/lib/people/read/person';
import { listSlipCandidates } from '@/lib/people/read/slip-candidates';
import { nameCoordinator } from '@/lib/people/write/coordinators';
import { changeDepartment, createDepartment } from '@/lib/people/write/departments';
import { endSessionOf } from '@/lib/people/write/end-session';
import { importRows } from '@/lib/people/write/import-rows';
import { makeSlips } from '@/lib/people/write/make-slips';
import { addMembership, endMembership } from '@/lib/people/write/memberships';
import { changePassword } from '@/lib/people/write/passwords';
import { changePerson, createPerson, disablePerson } from '@/lib/people/write/persons';
import { getFrame } from '@/lib/plan/read/frame';
import { expectLogMatchesTables } from '../support/fold';
import { makeRegion, password, smallTree } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

const site = 'http://uji.test';
const noDecree = { decreeId: '', decreeNumber: '', decreeDate: '', decreeSubject: '' };
const asOperator = {
  ...{ role: 'operator', departmentId: 'c', dimensionId: '', tenure: 'definitive', from: '', to: '' },
  ...noDecree,
};
const someone = (more: object = {}) => ({
  ...{ mutationId: randomUUID(), name: 'Sri Wahyuni', username: '', position: 'Staf', ...asOperator },
  ...more,
});

let url: string;
let regionId: string;
let as: (username: string) => Promise<Actor>;
let secretary: Actor;
let count = 0;

beforeAll(async () => {
  process.env.AUTH_SECRET = 'rahasia-uji-yang-cukup-panjang-untuk-uji';
  url = await freshDatabase();
});
// What one test changes disturbs no other.
beforeEach(async () => {
  count += 1;
  ({ regionId, as } = await makeRegion(`20.${String(count).padStart(2, '0')}`));
  secretary = await as('sekretariat');
});
afterEach(() => expectLogMatchesTables(url));

const idOf = async (username: string) => (await as(username)).userId;
const seenNow = async () => (await getFrame({ ...secretary } as Actor)).region.revision;
const signIn = (username: string, secret: string) =>
  openSession({ regionId, username, password: secret, address: '10.0.0.1', device: 'Uji' });

async function made(form: object = {}) {
  const deed = await createPerson(secretary, someone(form), site);
  if (!deed.ok) throw new Error(deed.message);
  return { id: deed.id ?? '', slip: deed.slips?.[0] };
}

/** A second secretary, made by the first. */
async function secondSecretary(): Promise<Actor> {
  const { slip } = await made({
    name: 'Sekretaris Dua',
    username: 'dua',
    role: 'secretariat',
    departmentId: '',
  });
  return as(slip?.username ?? '');
}

describe('an account', () => {
  it('is made with a role and a password that is told once, and never stands in an address', async () => {
    const form = someone();
    const deed = await createPerson(secretary, form, site);
    const slip = deed.ok ? deed.slips?.[0] : undefined;
    expect(slip).toMatchObject({ username: 'c.operator2', roles: 'Operator C', site });
    const result = await signIn('c.operator2', slip?.password ?? '');
    expect(result.ok && (await actorOfToken(result.token))?.mustChangePassword).toBe(true);
    expect(await createPerson(secretary, form, site)).toMatchObject({ ok: false, reason: 'shown' });
    expect(await database(regionId).user.count({ where: { regionId, name: form.name } })).toBe(1);
  });

  const refusals: [string, object, string][] = [
    ['no name', { name: ' ' }, 'name'],
    ['a user name that is taken', { username: 'c' }, 'username'],
    ['a user name with blanks', { username: 'sri wahyuni' }, 'username'],
    ['no role', { role: '' }, 'role'],
    ['a role that there is not', { role: '__proto__' }, 'role'],
    ['no department for an operator', { departmentId: '' }, 'departmentId'],
    ['a department that there is not', { departmentId: 'zz' }, 'departmentId'],
    ['no dimension for a delegate', { role: 'coordinator' }, 'dimensionId'],
    ['a day that there is not', { from: '2026-02-30' }, 'from'],
    ['an end before the beginning', { from: '2026-02-02', to: '2026-02-01' }, 'to'],
    ['a decree that there is not', { decreeId: 'zz' }, 'decreeId'],
    ['a decree without a number', { decreeSubject: 'Penunjukan' }, 'decreeNumber'],
    ['a very long name', { name: 'x'.repeat(201) }, 'name'],
  ];
  for (const [what, form, field] of refusals) {
    it(`with ${what} is refused at its field, and nothing of it stays`, async () => {
      const before = await database(regionId).event.count({ where: { regionId } });
      expect(await createPerson(secretary, someone(form), site)).toMatchObject({ reason: 'invalid', field });
      expect(await database(regionId).event.count({ where: { regionId } })).toBe(before);
    });
  }

  it('is changed; who comes second on the same field sees what stands now', async () => {
    const [other, id] = [await secondSecretary(), await idOf('c')];
    const seen = await seenNow();
    const form = { id, seen, name: 'Kepala C', username: 'c', position: '' };
    const change = (actor: Actor, more: object) =>
      changePerson(actor, { ...form, ...more, mutationId: randomUUID() });
    expect(await change(other, { name: 'Kepala C, S.T.' })).toMatchObject({ ok: true });
    const clash = await change(secretary, { name: 'Kepala C, M.T.' });
    expect(clash).toMatchObject({ reason: 'conflict', field: 'name' });
    expect(!clash.ok && clash.message).toContain('Sekretaris Dua');
    expect(!clash.ok && clash.message).toContain('Kepala C, S.T.');
    // Another field does not clash, and what the page still showed is not put back.
    expect(await change(secretary, { position: 'Kepala Dinas' })).toMatchObject({ ok: true });
    expect(await getPerson(secretary, id)).toMatchObject({
      name: 'Kepala C, S.T.',
      position: 'Kepala Dinas',
    });
    expect(await change(secretary, { username: 'a', name: 'Kepala C, S.T.' })).toMatchObject({
      field: 'username',
    });
  });

  it('is shut with its sessions, and nobody shuts themselves or the last secretariat', async () => {
    const id = await idOf('c');
    const session = await signIn('c', password);
    const shut = (actor: Actor, who: string, isDisabled = true) =>
      disablePerson(actor, { mutationId: randomUUID(), id: who, isDisabled });
    expect(await shut(secretary, id)).toMatchObject({ ok: true });
    expect(session.ok && (await actorOfToken(session.token))).toBeNull();
    expect(await shut(secretary, id, false)).toMatchObject({ ok: true });
    expect(await shut(secretary, secretary.userId)).toMatchObject({ ok: false, reason: 'invalid' });
    const other = await secondSecretary();
    expect(await shut(other, secretary.userId)).toMatchObject({ ok: true });
    expect(await shut(other, other.userId)).toMatchObject({ ok: false });
    // The one who was shut out meanwhile is refused, though the request was let in before.
    expect(await shut(secretary, other.userId)).toMatchObject({ reason: 'denied' });
  });

  it('of two secretaries who shut each other at once one stays', async () => {
    const other = await secondSecretary();
    const shut = (actor: Actor, id: string) =>
      disablePerson(actor, { mutationId: randomUUID(), id, isDisabled: true });
    const both = await Promise.all([shut(secretary, other.userId), shut(other, secretary.userId)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('loses a session to the secretariat', async () => {
    const session = await signIn('d', password);
    const id = await idOf('d');
    const [open] = (await getPerson(secretary, id))?.sessions ?? [];
    const target = { id: open?.id ?? '', userId: id };
    expect(await endSessionOf(await as('a'), target)).toEqual({ ok: false });
    expect(session.ok && (await actorOfToken(session.token))).not.toBeNull();
    expect(await endSessionOf(secretary, target)).toEqual({ ok: true });
    expect(session.ok && (await actorOfToken(session.token))).toBeNull();
  });
});

describe('a role', () => {
  const give = (userId: string, more: object = {}) =>
    addMembership(secretary, { ...asOperator, ...more, userId, mutationId: randomUUID() });

  it('is given with days and a decree, once, and stays as history after its end', async () => {
    const id = await idOf('d');
    const acting = { role: 'head', tenure: 'plt', from: '2026-01-02', decreeNumber: '7/2026' };
    const form = { ...asOperator, ...acting, userId: id, mutationId: randomUUID(), decreeDate: '2026-01-01' };
    expect(await addMembership(secretary, form)).toMatchObject({ ok: true });
    expect(await addMembership(secretary, form)).toMatchObject({ ok: true });
    const post = (await getPerson(secretary, id))?.posts.find(({ words }) => words === 'Plt Kepala C');
    expect(post).toMatchObject({ from: '2026-01-02', decree: '7/2026', when: 'now' });
    expect(await give(id, acting)).toMatchObject({ ok: false, field: 'role' });
    expect((await as('d')).grants).toHaveLength(2);
    const end = (to: string) =>
      endMembership(secretary, { mutationId: randomUUID(), id: post?.id ?? '', to });
    expect(await end('')).toMatchObject({ field: 'to' });
    expect(await end('2025-12-01')).toMatchObject({ field: 'to' });
    expect(await end('2026-02-01')).toMatchObject({ ok: true });
    expect((await as('d')).grants).toHaveLength(1);
    const person = await getPerson(secretary, id);
    expect(person?.posts.find(({ words }) => words === 'Plt Kepala C')).toMatchObject({ when: 'past' });
    expect(person?.history.map(({ deed }) => deed)).toContain('Mengakhiri peran: Plt Kepala C');
    expect(await database(regionId).decree.count({ where: { regionId, number: '7/2026' } })).toBe(1);
  });

  it('of the last secretariat cannot end, not even later', async () => {
    const [held] = (await getPerson(secretary, secretary.userId))?.posts ?? [];
    const end = (to: string) =>
      endMembership(secretary, { mutationId: randomUUID(), id: held?.id ?? '', to });
    expect(await end('2020-01-01')).toMatchObject({ ok: false, field: 'to' });
    await made({ name: 'Dua', username: 'dua', role: 'secretariat', departmentId: '', to: '2100-01-01' });
    expect(await end('2101-01-01')).toMatchObject({ ok: false, field: 'to' });
    expect(await end('2099-01-01')).toMatchObject({ ok: true });
  });

  it('for somebody or something that there is not is refused', async () => {
    expect(await give('zz')).toMatchObject({ reason: 'missing' });
    expect(
      await endMembership(secretary, { mutationId: randomUUID(), id: 'zz', to: '2026-01-01' }),
    ).toMatchObject({
      reason: 'missing',
    });
  });
});

describe('a coordinator', () => {
  const name = (more: object = {}, actor = secretary) =>
    nameCoordinator(actor, {
      ...{ mutationId: randomUUID(), dimensionId: 'p1-x1', departmentId: 'c', was: 'a', ...noDecree },
      ...more,
    });

  it('is named by decree, and its head acts at once; who comes second sees it', async () => {
    const form = { mutationId: randomUUID(), decreeNumber: '9/2026', decreeSubject: 'Koordinator' };
    expect(await name(form)).toMatchObject({ ok: true });
    expect(await name(form)).toMatchObject({ ok: true });
    expect((await as('c')).coordinates).toEqual(['p1-x1']);
    expect((await as('a')).coordinates).toEqual([]);
    expect((await getFrame(await as('d'))).dimensions[0]).toMatchObject({
      coordinatorId: 'c',
      decree: '9/2026',
    });
    expect(await name({ departmentId: 'd' })).toMatchObject({ reason: 'conflict' });
    expect(await name({ departmentId: 'zz', was: 'c' })).toMatchObject({ field: 'departmentId' });
    expect(await name({ dimensionId: 'zz', was: '' })).toMatchObject({ reason: 'missing' });
    const view = await getCoordinators(secretary);
    expect(view?.dimensions[0]?.people.map(({ words }) => words)).toContain('Kepala C');
    expect(view?.secondApprovers).toHaveLength(1);
    expect(view?.history[0]).toMatchObject({ deed: 'Menunjuk koordinator: Dimensi X' });
  });
});

describe('a department', () => {
  const form = { code: 'E', name: 'Dinas E', kind: 'DEPARTMENT', from: '', to: '' };

  it('is made once, renamed everywhere, and its code is nobody else’s', async () => {
    const mutationId = randomUUID();
    const deed = await createDepartment(secretary, { ...form, mutationId });
    expect(deed).toMatchObject({ ok: true, id: 'e' });
    expect(await createDepartment(secretary, { ...form, mutationId })).toMatchObject({ ok: true, id: 'e' });
    expect(await createDepartment(secretary, { ...form, mutationId: randomUUID(), code: 'e' })).toMatchObject(
      {
        field: 'code',
      },
    );
    const change = async (more: object, actor = secretary, seen = 0) =>
      changeDepartment(actor, { ...form, id: 'e', seen, mutationId: randomUUID(), ...more });
    const seen = await seenNow();
    expect(await change({ code: 'DE', name: 'Dinas Energi' }, secretary, seen)).toMatchObject({
      ok: true,
    });
    expect((await getFrame(await as('d'))).departmentCode('e')).toBe('DE');
    const other = await secondSecretary();
    expect(await change({ name: 'Dinas Enam' }, other, seen)).toMatchObject({
      reason: 'conflict',
      field: 'name',
    });
    expect(await change({ code: 'DE', name: 'Dinas Energi', kind: 'zz' })).toMatchObject({ field: 'kind' });
    expect((await getDepartment(secretary, 'e'))?.history.map(({ deed: told }) => told)).toEqual([
      'Mengubah data OPD',
      'Membuat OPD',
    ]);
  });

  it('cannot end while it answers for items or coordinates', async () => {
    await smallTree(as);
    const end = async (id: string) => {
      const { code, name, kind } = (await getDepartment(secretary, id)) ?? form;
      const fields = { code, name, kind, from: '', to: '2026-01-01' };
      return changeDepartment(secretary, { ...fields, id, seen: await seenNow(), mutationId: randomUUID() });
    };
    const held = await end('c');
    expect(held).toMatchObject({ ok: false, field: 'to' });
    expect(!held.ok && held.message).toContain('3 isian');
    expect(await end('a')).toMatchObject({ ok: false, field: 'to' });
    expect(await end('d')).toMatchObject({ ok: true });
    expect((await listDepartments(secretary)).find(({ id }) => id === 'd')?.when).toBe('past');
    expect(await createPerson(secretary, someone({ departmentId: 'd' }), site)).toMatchObject({
      field: 'departmentId',
    });
  });
});

describe('pasted rows', () => {
  const text = [
    ...['Nama\tOPD\tPeran\tJabatan', 'Ani\tC\tOperator\tStaf', 'Budi\tDinas D\tPlt Kepala\t'],
    ...['Citra\tZZ\tOperator\t', 'Dedi\tC\tTukang\t', 'Ani\tD\tOperator\t'],
  ].join('\n');
  const send = (form: object = {}, actor = secretary) =>
    importRows(actor, { mutationId: 'f'.repeat(32), what: 'orang' as const, text, wanted: [], ...form });

  it('are looked at first, and nothing is written', async () => {
    const before = await database(regionId).user.count({ where: { regionId } });
    const rows = await dryRun(secretary, { what: 'orang', text });
    expect(rows.map(({ state }) => state)).toEqual(['ready', 'doubtful', 'refused', 'refused', 'doubtful']);
    expect(rows[1]?.reason).toContain('sudah dipimpin Kepala D');
    expect(rows[2]?.reason).toContain('OPD “ZZ” tidak ada');
    expect(await database(regionId).user.count({ where: { regionId } })).toBe(before);
  });

  it('are written each on its own, and never twice', async () => {
    const first = await send();
    const made = first.ok ? first.written.filter(({ isMade }) => isMade).map(({ line }) => line) : [];
    expect(made).toEqual([1]);
    expect(first.ok && first.written[2]?.says).toContain('tidak ada');
    const again = await send({ wanted: [2, 5] });
    expect(again.ok && again.written.filter(({ isMade }) => isMade).map(({ line }) => line)).toEqual([
      1, 2, 5,
    ]);
    await Promise.all([send({ wanted: [2, 5] }), send({ wanted: [2, 5] })]);
    expect(await database(regionId).user.count({ where: { regionId, name: { in: ['Ani', 'Budi'] } } })).toBe(
      3,
    );
    expect((await as('d2')).grants).toMatchObject([{ role: 'head', tenure: 'plt', departmentId: 'd' }]);
  });

  it('of two askers at once give nobody the same user name', async () => {
    const other = await secondSecretary();
    await Promise.all([send(), send({ mutationId: 'e'.repeat(32) }, other)]);
    const users = await database(regionId).user.findMany({ where: { regionId, name: 'Ani' } });
    expect(new Set(users.map(({ username }) => username)).size).toBe(users.length);
  });

  it('make departments too, and an empty or too long text is refused', async () => {
    const opd = 'E; Dinas E; Dinas\nA; Dinas Lain; Dinas\nF; Kecamatan F; Kecamatan\nG; G; Kelurahan';
    const outcome = await send({ what: 'opd', text: opd });
    expect(outcome.ok && outcome.written.map(({ isMade }) => isMade)).toEqual([true, false, true, false]);
    expect(await send({ text: ' \n ' })).toMatchObject({ ok: false, field: 'text' });
    expect(await send({ text: 'a;C;Operator\n'.repeat(401) })).toMatchObject({ ok: false, field: 'text' });
  });
});

describe('sheets', () => {
  const print = (chosen: Record<string, 'oneUse' | 'own'>, actor = secretary, mutationId = randomUUID()) =>
    makeSlips(actor, { mutationId, chosen }, site);

  it('give a new password to each, tell it once, and leave out who chose one meanwhile', async () => {
    const [fresh, chose] = [await made({ username: 'baru' }), await made({ name: 'Dian', username: 'dian' })];
    const signedIn = await signIn('dian', chose.slip?.password ?? '');
    const dian = signedIn.ok ? await actorOfToken(signedIn.token) : null;
    if (!dian) throw new Error('not signed in');
    const wanted = 'empat kuda sawah lari';
    await changePassword(dian, { current: chose.slip?.password ?? '', wanted, repeated: wanted });
    const key = randomUUID();
    const deed = await print({ [fresh.id]: 'oneUse', [chose.id]: 'oneUse' }, secretary, key);
    const slips = deed.ok ? (deed.slips ?? []) : [];
    expect(slips.map(({ username }) => username)).toEqual(['baru']);
    expect(deed.message).toContain('Dian');
    expect((await signIn('baru', fresh.slip?.password ?? '')).ok).toBe(false);
    expect((await signIn('baru', slips[0]?.password ?? '')).ok).toBe(true);
    expect(await print({ [fresh.id]: 'oneUse' }, secretary, key)).toMatchObject({ reason: 'shown' });
    expect(await print({ [secretary.userId]: 'own' })).toMatchObject({ reason: 'invalid' });
    // Chosen by hand, somebody with an own password gets one as well.
    expect((await print({ [chose.id]: 'own' })).ok).toBe(true);
    expect(await actorOfToken(signedIn.ok ? signedIn.token : '')).toBeNull();
  });

  it('tell who has none yet, and no password is in an address, an event or a row', async () => {
    await importRows(secretary, {
      ...{ mutationId: 'f'.repeat(32), what: 'orang', text: 'Ani;C;Operator', wanted: [] },
    });
    const candidates = await listSlipCandidates(secretary);
    const none = candidates.filter(({ password: kind }) => kind === 'none');
    expect(none.map(({ name }) => name)).toEqual(['Ani']);
    const deed = await print(Object.fromEntries(none.map(({ id }) => [id, 'oneUse' as const])));
    const [slip] = deed.ok ? (deed.slips ?? []) : [];
    const secret = slip?.password ?? '-';
    expect(secret).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
    const all = await asOwner(url, async client => [
      ...(await client.query('SELECT body FROM "Event"')).rows,
      ...(await client.query('SELECT * FROM "User"')).rows,
    ]);
    expect(JSON.stringify(all)).not.toContain(secret);
    const bodies = await asOwner(url, async client => (await client.query('SELECT body FROM "Event"')).rows);
    expect(JSON.stringify(bodies)).not.toMatch(/argon2|passwordHash/);
    expect((await listSlipCandidates(secretary)).find(({ name }) => name === 'Ani')?.password).toBe('oneUse');
  });

  it('for a hall let others in meanwhile', async () => {
    const rows = Array.from({ length: 145 }, (_, n) => `Orang ${n};C;Operator`).join('\n');
    const outcome = await importRows(secretary, {
      ...{ mutationId: 'a'.repeat(32), what: 'orang', text: rows, wanted: [] },
    });
    expect(outcome.ok && outcome.written.every(({ isMade }) => isMade)).toBe(true);
    const ids = (await listSlipCandidates(secretary)).filter(({ password: kind }) => kind === 'none');
    const done = { isPrinted: false };
    const printing = print(Object.fromEntries(ids.map(({ id }) => [id, 'oneUse' as const]))).then(deed => {
      done.isPrinted = true;
      return deed;
    });
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    expect((await signIn('d', password)).ok).toBe(true);
    expect(done.isPrinted).toBe(false);
    const deed = await printing;
    clearInterval(beat);
    expect(deed.ok && deed.slips).toHaveLength(145);
    expect(longest).toBeLessThan(500);
  }, 60_000);
});

describe('whoever is no secretariat', () => {
  it('sees and does nothing of it', async () => {
    const target = await idOf('d');
    for (const username of ['a', 'a.operator', 'kedua', 'dewan', 'pendamping', 'bupati', 'mantan']) {
      const actor = await as(username);
      const mutationId = randomUUID();
      const deeds = [
        await createPerson(actor, someone(), site),
        await changePerson(actor, { ...someone(), id: target, seen: 0 }),
        await disablePerson(actor, { mutationId, id: target, isDisabled: true }),
        await addMembership(actor, { ...asOperator, mutationId, userId: actor.userId, role: 'secretariat' }),
        await endMembership(actor, { mutationId, id: 'x', to: '2026-01-01' }),
        await makeSlips(actor, { mutationId, chosen: { [target]: 'own' } }, site),
        await createDepartment(actor, { mutationId, code: 'E', name: 'E', kind: 'UNIT', from: '', to: '' }),
        await changeDepartment(actor, {
          ...{ mutationId, id: 'a', seen: 0, code: 'E', name: 'E', kind: 'UNIT', from: '', to: '' },
        }),
        await nameCoordinator(actor, {
          ...{ mutationId, dimensionId: 'p1-x1', departmentId: 'c', was: 'a', ...noDecree },
        }),
        await importRows(actor, { mutationId, what: 'orang', text: 'Ani;C;Operator', wanted: [] }),
      ];
      expect([username, deeds.map(deed => !deed.ok && deed.reason)]).toEqual([
        username,
        Array(10).fill('denied'),
      ]);
      expect([
        ...[await listPeople(actor), await listDepartments(actor), await listSlipCandidates(actor)],
        await dryRun(actor, { what: 'orang', text: 'Ani;C;Operator' }),
      ]).toEqual([[], [], [], []]);
      expect([
        ...[await getPerson(actor, target), await getDepartment(actor, 'a'), await getCoordinators(actor)],
      ]).toEqual([null, null, null]);
    }
  });
});
