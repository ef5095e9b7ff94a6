import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, isAdmitted, isGuest } from '@/lib/access/policy';
import { actorOfToken, openSession } from '@/lib/access/session';
import { database } from '@/lib/database/client';
import { findGuestJoin } from '@/lib/people/guests/read/guest-join';
import {
  countGuestsWaiting,
  getInvitation,
  getOwnRequest,
  listGuestHistory,
  listInvitations,
} from '@/lib/people/guests/read/invitations';
import { decideOnGuest, endGuest } from '@/lib/people/guests/write/guests';
import { endInvitation, makeInvitation } from '@/lib/people/guests/write/invitations';
import { joinAsGuest } from '@/lib/people/guests/write/join';
import { listPeople } from '@/lib/people/read/people';
import { getDimension } from '@/lib/plan/read/dimension';
import { listDimensionCounts } from '@/lib/plan/read/dimension-counts';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getItem } from '@/lib/plan/read/item';
import { getItemNews } from '@/lib/plan/read/item-news';
import { getMatrix } from '@/lib/plan/read/matrix';
import { getNews } from '@/lib/plan/read/news';
import { getProgress } from '@/lib/plan/read/progress';
import { listSimilar } from '@/lib/plan/read/similar';
import { getSide, listVersions } from '@/lib/plan/read/versions';
import { getWork } from '@/lib/plan/read/work';
import { addComment } from '@/lib/plan/write/comment';
import { nameVersion } from '@/lib/plan/write/name-version';
import { actorNamed } from '@/prisma/seed/people';
import { expectLogMatchesTables } from '../support/fold';
import { guestForm, guestPassword, invite, join, makeGuest } from '../support/guests';
import { begin, edit, made, makeRegion, save, smallTree, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let secretary: Actor;
let count = 0;

beforeAll(async () => {
  process.env.AUTH_SECRET = 'rahasia-uji-yang-cukup-panjang-untuk-uji';
  url = await freshDatabase();
});
beforeEach(async () => {
  count += 1;
  ({ regionId, as } = await makeRegion(`30.${String(count).padStart(2, '0')}`));
  secretary = await as('sekretariat');
});
afterEach(() => expectLogMatchesTables(url));

const signIn = (username: string) =>
  openSession({ regionId, username, password: guestPassword, address: '10.9.9.9', device: 'Uji' });
const decide = (id: string, decision: 'terima' | 'tolak', reason = '', actor = secretary) =>
  decideOnGuest(actor, { mutationId: randomUUID(), id, decision, reason });
const guestIds = async () =>
  (await listInvitations(secretary)).flatMap(({ guests }) => guests.map(({ id }) => id));

async function joined(more: Record<string, string> = {}) {
  const { code } = await invite(secretary);
  const answer = await join(guestForm(code, more));
  if (!answer.ok) throw new Error(answer.message);
  return { ...answer, actor: await actorNamed(regionId, answer.username) };
}

describe('joining', () => {
  it('by code makes an account that may do nothing until the secretariat admits it', async () => {
    const { username, actor } = await joined();
    expect(username).toBe('tamu.sri.rahayu');
    expect([isGuest(actor), isAdmitted(actor), actor.guest]).toEqual([true, false, 'waiting']);
    expect(await getOwnRequest(actor)).toMatchObject({
      state: 'waiting',
      office: 'Universitas Contoh (akademisi)',
    });
    expect(await countGuestsWaiting(secretary)).toBe(1);
    await smallTree(as);
    const frame = await getFrame(actor);
    expect((await getMatrix(actor, frame, {})).rows).toEqual([]);
    expect((await getImage(actor, frame)).items).toEqual([]);
  });

  it('sent twice makes one account', async () => {
    const { code } = await invite(secretary);
    const form = guestForm(code);
    const answers = await Promise.all([join(form), join(form)]);
    expect(answers).toEqual([answers[0], answers[0]]);
    expect((await guestIds()).length).toBe(1);
  });

  it('ends with the number of guests, the last day and the invitation, and then names nobody', async () => {
    const { id, code } = await invite(secretary, { most: '2' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => join(guestForm(code))));
    expect(answers.filter(({ ok }) => ok).length).toBe(2);
    expect(await findGuestJoin(code, '10.2.0.1')).toMatchObject({ kind: 'closed' });
    await database(regionId).guestInvitation.update({
      where: { regionId_id: { regionId, id } },
      data: { most: 9, validTo: new Date('2020-01-01') },
    });
    expect(await join(guestForm(code))).toMatchObject({ ok: false, reason: 'credentials' });
    await database(regionId).guestInvitation.update({
      where: { regionId_id: { regionId, id } },
      data: { most: 2, validTo: new Date('2199-01-01') },
    });
    const ended = await endInvitation(secretary, { mutationId: randomUUID(), id, guests: 'tetap' });
    expect(ended).toMatchObject({ ok: true });
    const answer = await findGuestJoin(code, '10.2.0.1');
    expect(answer).toEqual({
      kind: 'closed',
      regionId,
      region: expect.any(String),
      contact: expect.any(String),
    });
  });

  it('says at the field what to put right, and tells of no account but guests', async () => {
    const { code } = await invite(secretary);
    const fieldOf = async (more: Record<string, string>) => {
      const answer = await join(guestForm(code, more));
      return answer.ok ? answer.username : answer.field;
    };
    expect(await fieldOf({ name: '' })).toBe('name');
    expect(await fieldOf({ name: 'x'.repeat(10_000) })).toBe('name');
    expect(await fieldOf({ name: 'Bupati\u202etipu' })).toBe('name');
    expect(await fieldOf({ name: 'Nol\u200bLebar' })).toBe('name');
    expect(await fieldOf({ institution: ' ' })).toBe('institution');
    expect(await fieldOf({ institution: '3303123456789012' })).toBe('institution');
    expect(await fieldOf({ kind: 'secretariat' })).toBe('kind');
    expect(await fieldOf({ contact: '\u0007' })).toBe('contact');
    expect(await fieldOf({ username: 'tidak boleh' })).toBe('username');
    expect(await fieldOf({ password: 'pendek', repeated: 'pendek' })).toBe('password');
    expect(await fieldOf({ repeated: 'lain sama sekali' })).toBe('repeated');
    // The secretariat's name is no guest's to learn of, nor to take.
    expect(await fieldOf({ username: 'sekretariat' })).toBe('tamu.sekretariat');
    expect(await fieldOf({ username: 'tamu.sekretariat' })).toBe('username');
    expect(await fieldOf({ name: '<b>Sri</b> Rahayu' })).toBe('tamu.bsrib.rahayu');
  });

  it('counts wrong codes by address and then says to wait, whatever is typed', async () => {
    const { code } = await invite(secretary);
    const address = '10.3.0.1';
    for (let n = 0; n < 60; n += 1) await findGuestJoin('ZZZZZZZZ', address);
    expect(await findGuestJoin(code, address)).toMatchObject({ kind: 'wait' });
    expect(await joinAsGuest(guestForm(code), address)).toMatchObject({ ok: false, reason: 'credentials' });
    expect(await findGuestJoin(code, '10.3.0.2')).toMatchObject({ kind: 'open' });
  });

  it('is slowed down by address with a right code too', async () => {
    const { code } = await invite(secretary);
    const address = '10.4.0.1';
    // Refused forms cost no hash, but count.
    const all = await Promise.all(
      Array.from({ length: 301 }, () => joinAsGuest(guestForm(code, { name: '' }), address)),
    );
    const last = all.filter(answer => !answer.ok && answer.field === undefined);
    expect(last.length).toBe(1);
  });
});

describe('the secretariat', () => {
  it('alone makes invitations, decides and ends', async () => {
    const { actor } = await joined();
    const { id } = await invite(secretary);
    for (const person of ['a', 'b', 'dewan', 'pendamping', 'bupati', 'mantan']) {
      const other = await as(person);
      const mutationId = randomUUID();
      const answers = [
        await makeInvitation(other, { mutationId, title: 'x', to: '2199-01-01', most: '5' }),
        await endInvitation(other, { mutationId, id, guests: 'akhiri' }),
        await decide(actor.userId, 'terima', '', other),
        await endGuest(other, { mutationId, id: actor.userId, reason: 'x' }),
      ];
      expect(answers.map(answer => (answer.ok ? 'ok' : answer.reason))).toEqual(Array(4).fill('denied'));
      expect(await listInvitations(other)).toEqual([]);
      expect(await getInvitation(other, id)).toBeNull();
      expect(await countGuestsWaiting(other)).toBe(0);
      expect(await getOwnRequest(other)).toBeNull();
    }
    expect(await countGuestsWaiting(secretary)).toBe(1);
  });

  it('says what an invitation still needs', async () => {
    const make = async (more: object) => {
      const form = { mutationId: randomUUID(), title: 'Acara', to: '2199-01-01', most: '5', ...more };
      const answer = await makeInvitation(secretary, form);
      return answer.ok ? 'ok' : answer.field;
    };
    expect(await make({ title: ' ' })).toBe('title');
    expect(await make({ to: '' })).toBe('to');
    expect(await make({ to: '2020-01-01' })).toBe('to');
    expect(await make({ to: 'besok' })).toBe('to');
    for (const most of ['', '0', '1001', '-1', '1e3', 'banyak']) expect(await make({ most })).toBe('most');
    expect(await make({})).toBe('ok');
  });

  it('admits once, refuses with a reason that the guest reads, and both are events', async () => {
    const one = await joined();
    const { userId } = one.actor;
    expect(await decide(userId, 'tolak')).toMatchObject({ ok: false, field: 'reason' });
    const answers = await Promise.all([decide(userId, 'terima'), decide(userId, 'tolak', 'Ganda.')]);
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    const two = await joined({ name: 'Budi Santoso' });
    expect(await decide(two.actor.userId, 'tolak', 'Bukan peserta.')).toMatchObject({ ok: true });
    const refused = await actorNamed(regionId, two.username);
    expect([refused.guest, refused.grants]).toEqual(['refused', []]);
    expect(await getOwnRequest(refused)).toMatchObject({ state: 'refused', reason: 'Bukan peserta.' });
    const [, invitation] = await listInvitations(secretary);
    const told = invitation ? await listGuestHistory(secretary, invitation) : [];
    expect(told.map(({ deed }) => deed)).toContain('Meminta akun tamu: Sri Rahayu');
  });

  it('ends a guest, whose session is over at once, and all of an invitation with it', async () => {
    const first = await makeGuest(secretary);
    const second = await makeGuest(secretary, { name: 'Budi Santoso' });
    const opened = await signIn('tamu.sri.rahayu');
    const token = opened.ok ? opened.token : '';
    expect((await actorOfToken(token))?.grants.length).toBe(1);
    const end = { mutationId: randomUUID(), id: first.userId, reason: '' };
    expect(await endGuest(secretary, end)).toMatchObject({ ok: false, field: 'reason' });
    expect(await endGuest(secretary, { ...end, reason: 'Acara selesai.' })).toMatchObject({ ok: true });
    expect(await actorOfToken(token)).toBeNull();
    const again = await actorNamed(regionId, 'tamu.sri.rahayu');
    expect([again.guest, again.grants]).toEqual(['ended', []]);
    const [invitation] = await listInvitations(secretary);
    const all = { mutationId: randomUUID(), id: invitation?.id ?? '', guests: 'akhiri' as const };
    expect(await endInvitation(secretary, all)).toMatchObject({ ok: true });
    expect(await endInvitation(secretary, all)).toMatchObject({ ok: true });
    expect((await actorNamed(regionId, 'tamu.budi.santoso')).guest).toBe('ended');
    expect(isAdmitted(await actorNamed(regionId, 'tamu.budi.santoso'))).toBe(false);
    expect(second.guest).toBe('admitted');
  });

  it('finds guests in their own room, not among the people with an office', async () => {
    const guest = await makeGuest(secretary);
    expect((await listPeople(secretary)).some(({ id }) => id === guest.userId)).toBe(false);
  });
});

describe('a guest who was admitted', () => {
  async function scene(draftsVisible = false) {
    if (draftsVisible)
      await database(regionId).plan.updateMany({ where: { regionId }, data: { draftsVisible: true } });
    const tree = await smallTree(as);
    const owner = await as('c');
    const handedIn = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: tree.target }));
    await step(owner, 'submit', handedIn, 1);
    const guest = await makeGuest(secretary);
    return { ...tree, handedIn, guest, owner, frame: await getFrame(guest) };
  }

  for (const draftsVisible of [false, true]) {
    it(`reads the frame and what was handed in, never a draft (drafts visible: ${draftsVisible})`, async () => {
      const { goal, target, indicator, handedIn, guest, frame } = await scene(draftsVisible);
      const seen = (await getImage(guest, frame)).items.map(({ id }) => id);
      expect(seen.sort()).toEqual([goal, target, handedIn].sort());
      expect((await getImage(guest, frame)).hidden).toEqual([]);
      expect((await getItem(guest, frame, indicator)).kind).toBe('missing');
      expect(await getItemNews(guest, frame, indicator, 0)).toBeNull();
      const page = await getDimension(guest, frame, 'x1');
      expect([page?.hidden, page?.indicators]).toEqual([{}, 1]);
      if (draftsVisible)
        await database(regionId).plan.updateMany({ where: { regionId }, data: { draftsVisible: false } });
    });
  }

  it('reads of an item what it says, and nothing of who wrote or talked', async () => {
    const { handedIn, guest, owner, frame } = await scene();
    const said = {
      mutationId: randomUUID(),
      itemId: handedIn,
      field: null,
      threadId: null,
      text: 'Rahasia antar-OPD',
    };
    expect(await addComment(owner, said)).toMatchObject({ ok: true });
    const answer = await getItem(guest, frame, handedIn);
    if (answer.kind !== 'open') throw new Error(answer.kind);
    const { history, threads, claim, steps, canEdit, merged, beside } = answer.view;
    expect({ history, threads, claim, steps, canEdit, merged, beside }).toEqual({
      ...{ history: [], threads: [], claim: null, steps: [], canEdit: false, merged: [], beside: [] },
    });
    expect(JSON.stringify(answer)).not.toContain('Rahasia antar-OPD');
    expect(JSON.stringify(answer)).not.toContain('Operator C');
    expect((await getNews(guest, frame)).entries).toEqual([]);
  });

  it('is told no counts, versions or lists of the administration', async () => {
    const { guest, frame } = await scene();
    await nameVersion(secretary, { mutationId: randomUUID(), name: 'Versi satu' });
    expect(await listVersions(guest, frame)).toEqual([]);
    const [version] = await listVersions(secretary, frame);
    expect(await getSide(guest, frame, version?.id ?? '')).toBeNull();
    expect((await listDimensionCounts(guest, frame)).every(({ items }) => items === 0)).toBe(true);
    expect(JSON.stringify(await getProgress(guest, frame))).not.toContain('Dinas C');
    expect(await listSimilar(guest, frame)).toEqual({ groups: [], verdicts: [], merged: [] });
    expect((await getWork(guest, frame)).items).toEqual([]);
    expect(await listPeople(guest)).toEqual([]);
  });

  it('writes nothing of the plan', async () => {
    const { goal, handedIn, guest } = await scene();
    const said = { mutationId: randomUUID(), itemId: handedIn, field: null, threadId: null, text: 'Halo.' };
    expect(await addComment(guest, said)).toMatchObject({ ok: false, reason: 'denied' });
    expect(await save(guest, edit(goal, 1, { title: 'Dicuri' }))).toMatchObject({
      ok: false,
      reason: 'denied',
    });
    expect(await save(guest, begin({ kind: 'goal', department: 'c' }))).toMatchObject({ ok: false });
    for (const name of ['submit', 'withdraw', 'return', 'approve', 'reopen'] as const)
      expect(await step(guest, name, handedIn, 2, 'x')).toMatchObject({ ok: false });
    expect(await nameVersion(guest, { mutationId: randomUUID(), name: 'x' })).toMatchObject({
      reason: 'denied',
    });
  });
});
