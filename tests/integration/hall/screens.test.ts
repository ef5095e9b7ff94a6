import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, can, isMember, ownDepartments, reachKey } from '@/lib/access/policy';
import { actorOfScreen, makeScreenKey, openScreen } from '@/lib/access/screen';
import { actorOfToken, openSession } from '@/lib/access/session';
import { commonDatabase, database } from '@/lib/database/client';
import { newCode, readCode } from '@/lib/hall/code';
import { getOpenHall } from '@/lib/hall/read/halls';
import { findJoin } from '@/lib/hall/read/join';
import { getWall, getWallTag } from '@/lib/hall/read/wall';
import { closeHall } from '@/lib/hall/write/close-hall';
import { openHall } from '@/lib/hall/write/open-hall';
import { getAccount } from '@/lib/people/read/account';
import { endSession } from '@/lib/people/write/end-session';
import { setDisabled } from '@/lib/people/write/passwords';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { begin, edit, made, makeRegion, password, save, smallTree, step } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let secretariat: Actor;
let hallId: string;
let serial = 20;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  serial += 1;
  ({ regionId, as } = await makeRegion(`10.${serial}`));
  secretariat = await as('sekretariat');
  hallId = randomUUID();
  await openHall(secretariat, { mutationId: hallId, stageId: 'p1-tahap-1', day: 1 });
});

const from = (address: string) => ({ address, device: 'Layar uji' });
const close = () => closeHall(secretariat, { mutationId: randomUUID(), hallId });
const sql = (text: string, ...values: string[]) => asOwner(url, client => client.query(text, values));

async function key(actor = secretariat): Promise<string> {
  const made = await makeScreenKey(actor, hallId, newCode('screen'));
  if (!made.ok) throw new Error(made.message);
  return made.key;
}

/** A screen that was opened with a key of its own. */
async function screen(): Promise<{ token: string; actor: Actor }> {
  const opened = await openScreen(await key(), from(`10.0.0.${serial}`));
  if (!opened.ok) throw new Error(opened.message);
  const actor = await actorOfScreen(opened.token);
  if (!actor) throw new Error('no screen');
  return { token: opened.token, actor };
}

describe('a key', () => {
  it('is made by the secretariat only, while the day is open', async () => {
    for (const person of ['a', 'dewan', 'pendamping', 'bupati', 'kedua', 'mantan']) {
      const outcome = await makeScreenKey(await as(person), hallId, newCode('screen'));
      expect([person, outcome]).toMatchObject([person, { ok: false, reason: 'denied' }]);
    }
    const foreign = await (await makeRegion(`30.${serial}`)).as('sekretariat');
    expect(await makeScreenKey(foreign, hallId, newCode('screen'))).toMatchObject({ reason: 'status' });
    await close();
    expect(await makeScreenKey(secretariat, hallId, newCode('screen'))).toMatchObject({ reason: 'status' });
  });

  it('opens one screen, of many that try at once', async () => {
    const one = await key();
    const tries = await Promise.all([1, 2, 3, 4, 5].map(at => openScreen(one, from(`10.1.${serial}.${at}`))));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openScreen(one, from(`10.1.${serial}.9`))).toMatchObject({ ok: false });
  });

  it('is no good after ten minutes, after the day, or for a person', async () => {
    const old = await key();
    await sql(
      `UPDATE "Session" SET "createdAt" = "createdAt" - interval '601 seconds' WHERE kind = 'screenKey'`,
    );
    expect(await openScreen(old, from(`10.2.0.${serial}`))).toMatchObject({ ok: false });
    const late = await key();
    expect(await actorOfToken(late)).toBeNull();
    expect(await actorOfScreen(late)).toBeNull();
    await close();
    expect(await openScreen(late, from(`10.2.0.${serial}`))).toMatchObject({ ok: false });
  });

  it('cannot be guessed on and on from one address', async () => {
    const address = `10.3.0.${serial}`;
    for (let time = 0; time < 60; time += 1) await openScreen(newCode('screen'), from(address));
    const right = await key();
    expect(await openScreen(right, from(address))).toMatchObject({
      message: expect.stringContaining('Terlalu banyak'),
    });
    expect(await openScreen(right, from(`10.4.0.${serial}`))).toMatchObject({ ok: true });
  });
});

describe('a screen', () => {
  it('is nobody to everything but the wall', async () => {
    const { token, actor } = await screen();
    expect(await actorOfToken(token)).toBeNull();
    expect(can.runHall(actor)).toBe(false);
    expect(can.nameVersion(actor)).toBe(false);
    expect(can.draft(actor)).toBe(false);
    expect(can.review(actor)).toBe(false);
    expect(ownDepartments(actor)).toEqual([]);
    // It reads what the council reads, and so what everybody does.
    const frame = await getFrame(actor);
    expect(isMember(actor)).toBe(true);
    expect(reachKey(actor, frame)).toBe(reachKey(await as('dewan'), frame));
  });

  it('is refused every write', async () => {
    const { actor } = await screen();
    const { indicator } = await smallTree(as);
    expect(await save(actor, edit(indicator, 1, { title: 'Dicuri' }))).toMatchObject({ ok: false });
    expect(await step(actor, 'submit', indicator, 1)).toMatchObject({ ok: false });
    expect(await openHall(actor, { mutationId: randomUUID(), stageId: 'p1-tahap-1', day: 2 })).toMatchObject({
      reason: 'denied',
    });
    expect(await closeHall(actor, { mutationId: randomUUID(), hallId })).toMatchObject({ reason: 'denied' });
    expect(await makeScreenKey(actor, hallId, newCode('screen'))).toMatchObject({ reason: 'denied' });
    expect((await getItem(actor, await getFrame(actor), indicator)).kind).toBe('hidden');
  });

  it('outlives an idle hour, but not twelve', async () => {
    const { token } = await screen();
    const shift = (by: string) =>
      sql(
        `UPDATE "Session" SET "createdAt" = "createdAt" - $1::interval, "lastSeenAt" = "lastSeenAt" - $1::interval
        WHERE kind = 'screen'`,
        by,
      );
    await shift('11 hours');
    expect(await actorOfScreen(token)).not.toBeNull();
    await shift('61 minutes');
    expect(await actorOfScreen(token)).toBeNull();
  });

  it('ends with the day', async () => {
    const { token, actor } = await screen();
    await close();
    expect(await actorOfScreen(token)).toBeNull();
    expect(await getWall(actor, await getFrame(actor))).toBeNull();
    // Were its session forgotten, the day itself would still end it.
    await sql(`UPDATE "Session" SET "endedAt" = NULL WHERE kind = 'screen'`);
    expect(await actorOfScreen(token)).toBeNull();
  });

  it('ends when who opened it ends it, is disabled, or is secretariat no longer', async () => {
    const first = await screen();
    const listed = (await getAccount(secretariat)).sessions;
    expect(listed.map(({ isScreen }) => isScreen)).toEqual([true]);
    expect(await endSession(await as('dewan'), { id: listed[0]?.id ?? '' })).toEqual({ ok: false });
    expect(await endSession(secretariat, { id: listed[0]?.id ?? '' })).toEqual({ ok: true });
    expect(await actorOfScreen(first.token)).toBeNull();

    const second = await screen();
    await sql(
      `UPDATE "Membership" SET "validTo" = '2020-01-01' WHERE role = 'secretariat' AND "regionId" = $1`,
      regionId,
    );
    expect(await actorOfScreen(second.token)).toBeNull();
    await sql(
      `UPDATE "Membership" SET "validTo" = NULL WHERE role = 'secretariat' AND "regionId" = $1`,
      regionId,
    );
    expect(await actorOfScreen(second.token)).not.toBeNull();
    await setDisabled(secretariat, secretariat.userId, true);
    expect(await actorOfScreen(second.token)).toBeNull();
  });

  it('stays when who opened it signs out elsewhere', async () => {
    const { token } = await screen();
    const credentials = { regionId, username: 'sekretariat', password, ...from('10.9.9.9') };
    const person = await openSession(credentials);
    if (!person.ok) throw new Error(person.message);
    await commonDatabase().session.updateMany({
      where: { userId: secretariat.userId, regionId, kind: 'person' },
      data: { endedAt: new Date() },
    });
    expect(await actorOfToken(person.token)).toBeNull();
    expect(await actorOfScreen(token)).not.toBeNull();
  });
});

describe('the wall', () => {
  it('is for screens, and tells nothing to anybody else', async () => {
    for (const person of ['sekretariat', 'a', 'dewan', 'mantan']) {
      const actor = await as(person);
      const frame = await getFrame(actor);
      expect([person, await getWall(actor, frame), await getWallTag(actor, frame)]).toEqual([
        person,
        null,
        null,
      ]);
    }
  });

  it('counts every item, and says of a draft no more than whose it is', async () => {
    const { indicator } = await smallTree(as);
    const { actor } = await screen();
    const title = 'Rahasia dapur';
    await save(await as('c'), edit(indicator, 1, { title, source: 'Sumber rahasia' }));
    const wall = await getWall(actor, await getFrame(await again(actor)));
    expect(wall?.total).toEqual({ items: 3, handedIn: 0, approved: 0 });
    expect(wall?.dimensions.map(({ items }) => items)).toEqual([3, 0]);
    expect(wall?.departments.find(({ label }) => label === 'C')).toMatchObject({ items: 3 });
    expect(JSON.stringify(wall)).not.toMatch(/ahasia|Sumber|sumber/);
    expect(wall?.changes[0]).toMatchObject({ who: 'C', deed: ' menyusun indikator', title: null });
  });

  it('tells what everybody may read with its name, and follows each step', async () => {
    const { goal, indicator } = await smallTree(as);
    const { actor } = await screen();
    const first = async () => (await getWall(actor, await getFrame(await again(actor))))?.changes[0];
    await save(await as('c'), edit(goal, 1, { title: 'Warga sehat' }));
    expect(await first()).toMatchObject({ who: 'C', deed: ' mengubah nama tujuan', title: 'Warga sehat' });
    await step(await as('c'), 'submit', indicator, 1);
    expect(await first()).toMatchObject({ deed: ' mengajukan indikator', title: 'Cakupan layanan' });
    await step(await as('a'), 'return', indicator, 2, 'Perbaiki.');
    expect(await first()).toMatchObject({
      ...{ who: 'C', deed: ': indikator dikembalikan', title: null },
    });
  });

  it('has another name as soon as it shows something else, and the same until then', async () => {
    const { actor } = await screen();
    const tag = async () => getWallTag(actor, await getFrame(await again(actor)));
    const before = await tag();
    expect(await tag()).toBe(before);
    await made(await as('c'), begin({ kind: 'goal', department: 'c' }));
    expect(await tag()).not.toBe(before);
    expect((await getWall(actor, await getFrame(await again(actor))))?.etag).toBe(await tag());
  });
});

/** The same screen at its next question; what surrounds a plan is read once per question. */
const again = async (actor: Actor) => ({ ...actor });

describe('a code to join by', () => {
  const joinCode = async () =>
    (await getOpenHall(secretariat, await getFrame({ ...secretariat })))?.joinCode ?? '';

  it('leads to its region, as people type it, and after the day says that it is over', async () => {
    const code = await joinCode();
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase();
    const open = { kind: 'open', regionId, region: `Kabupaten Uji 10.${serial}`, name: 'Bimtek I, hari 1' };
    expect(await findJoin(typed, `10.5.0.${serial}`)).toEqual(open);
    await close();
    expect(await findJoin(code, `10.5.0.${serial}`)).toEqual({ ...open, kind: 'closed' });
  });

  it('lets 200 people through from one address at once, while wrong ones are slowed down', async () => {
    const code = await joinCode();
    const address = `10.6.0.${serial}`;
    const joins = await Promise.all(Array.from({ length: 200 }, () => findJoin(code, address)));
    expect(joins.filter(({ kind }) => kind === 'open')).toHaveLength(200);
    for (let time = 0; time < 60; time += 1)
      expect(await findJoin(newCode('join'), address)).toEqual({ kind: 'wrong' });
    expect(await findJoin(newCode('join'), address)).toMatchObject({ kind: 'wait', minutes: 15 });
    expect(await findJoin(code, address)).toMatchObject({ kind: 'wait' });
    expect(await findJoin(code, `10.7.0.${serial}`)).toMatchObject({ kind: 'open' });
  });

  it('takes whatever is typed', async () => {
    for (const text of ['', '%', "' OR 1=1", '\u0000', 'K7P4Q0', 'x'.repeat(5000), 'ＡＢＣＤＥＦ'])
      expect(await findJoin(text, `10.8.0.${serial}`)).toEqual({ kind: 'wrong' });
    expect(readCode('k7p-4qx', 'join')).toBe('K7P4QX');
  });

  it('is not in the log, and the second lock hides it from other regions', async () => {
    const code = await joinCode();
    const bodies = await database(regionId).event.findMany({ where: { regionId }, select: { body: true } });
    expect(bodies.some(({ body }) => body.includes(code))).toBe(false);
    expect(await commonDatabase().hallSession.count()).toBe(0);
    const other = await makeRegion(`40.${serial}`);
    expect(await database(other.regionId).hallSession.count({ where: { joinCode: code } })).toBe(0);
  });
});
