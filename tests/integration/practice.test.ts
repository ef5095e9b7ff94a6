import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Actor, can } from '@/lib/access/policy';
import { practiceAccounts, practiceRegionId } from '@/lib/access/practice';
import { actorOfToken, listRegions, openSession } from '@/lib/access/session';
import { planDocument } from '@/lib/exchange/plan-document';
import { openStream } from '@/lib/live/stream';
import { getAccount } from '@/lib/people/read/account';
import { endSession } from '@/lib/people/write/end-session';
import { setDisabled } from '@/lib/people/write/passwords';
import type { Fields } from '@/lib/plan/kinds/kind';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { getMatrix } from '@/lib/plan/read/matrix';
import { listWaiting } from '@/lib/plan/read/queue';
import { getWork } from '@/lib/plan/read/work';
import { beginAllAnew, beginAnew, beginPractice, changeSide, endPractice } from '@/lib/practice/deeds';
import { getGuide, getOwnGuide, getPractised, listProgress } from '@/lib/practice/read/guide';
import { getSides } from '@/lib/practice/read/people';
import { expectLogMatchesTables } from '../support/fold';
import { edit, makeRegion, number, password, save, smallTree, step } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let serial = 10;

beforeAll(async () => {
  url = await freshDatabase();
});
afterAll(() => expectLogMatchesTables(url));

const sql = async (text: string, ...values: unknown[]) =>
  (await asOwner(url, client => client.query(text, values))).rows;

/** A region of a test's own, and somebody signed in to it. */
async function world() {
  serial += 1;
  const { regionId, as } = await makeRegion(`40.${serial}`);
  const signIn = async (username: string) => {
    const opened = await openSession({ regionId, username, password, address: '127.0.0.1', device: 'uji' });
    if (!opened.ok) throw new Error(opened.message);
    return { token: opened.token, look: async () => holderOf(opened.token) };
  };
  return { regionId, practiceId: practiceRegionId(regionId), as, signIn };
}

async function holderOf(token: string): Promise<Actor> {
  const actor = await actorOfToken(token);
  if (!actor) throw new Error('nobody holds this session');
  return actor;
}

/** Somebody who signed in and went into practice. */
async function newcomer(place: Awaited<ReturnType<typeof world>>, username: string) {
  const { token, look } = await place.signIn(username);
  const to = await beginPractice(await look());
  const actor = await look();
  const item = await getPractised(actor, await getFrame(actor));
  if (!item) throw new Error('nothing to practise on');
  return { token, look, to, actor, id: item.id };
}

const guideFor = async (actor: Actor) => getGuide(actor, await getFrame(actor));

const filled: Fields = {
  ...{ title: 'Cakupan layanan', unit: '%', direction: 'up', baseline: number('40'), source: 'BPS' },
  ...{ 'milestones.2025': number('45'), 'milestones.2026': number('50') },
};

/** Everything that the database holds of a region, as one text a table; sessions and how far others got are no plan. */
async function everythingOf(regionId: string): Promise<Record<string, string>> {
  const tables = await sql(
    `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'regionId' AND table_schema = 'public'
      AND table_name <> 'Session' ORDER BY 1`,
  );
  const entries = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await sql(
        `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM "${name}" t WHERE "regionId" = $1`,
        regionId,
      );
      return [name, row.sum];
    }),
  );
  const [region] = await sql('SELECT * FROM "Region" WHERE id = $1', regionId);
  return { ...Object.fromEntries(entries), Region: JSON.stringify(region) };
}

describe('the way into practice', () => {
  it('leads to the first field of an indicator of their own, in a region of another key', async () => {
    const place = await world();
    const { actor, to, id } = await newcomer(place, 'c');
    expect(to).toBe(`/indikator/${id}#isian-title`);
    expect(actor.regionId).toBe(place.practiceId);
    expect(actor.practice).toMatchObject({ regionId: place.regionId });
    const frame = await getFrame(actor);
    expect(frame.region.name).toMatch(/^LATIHAN Kabupaten Uji/);
    expect(frame.region.isPractice).toBe(true);
    expect(frame.plan.name).toMatch(/^LATIHAN, bukan rencana/);
    expect(frame.dimensions.map(({ code }) => code)).toEqual(['X1', 'Y1']);
    expect((await guideFor(actor)).at).toBe(0);
    const taken = planDocument({ frame, rows: [], filter: {}, person: actor.name, at: new Date() });
    expect(taken).toMatchObject({ name: 'latihan-rencana', isPractice: true });
    expect([taken.title, taken.facts[0]?.value, taken.footer].every(text => text?.includes('LATIHAN'))).toBe(
      true,
    );
    const real = await getFrame(await place.as('c'));
    expect(planDocument({ frame: real, rows: [], filter: {}, person: 'C', at: new Date() }).isPractice).toBe(
      false,
    );
  });

  it('is open to every role, and to nobody who has none today', async () => {
    const place = await world();
    for (const person of [
      'sekretariat',
      'a',
      'a.operator',
      'utusan',
      'kedua',
      'dewan',
      'pendamping',
      'bupati',
    ]) {
      const { actor } = await newcomer(place, person);
      expect([person, actor.practice !== undefined]).toEqual([person, true]);
    }
    const { look } = await place.signIn('mantan');
    expect(await beginPractice(await look())).toBeNull();
    expect((await look()).regionId).toBe(place.regionId);
  });

  it('is the same for whoever comes back: nothing is made twice', async () => {
    const place = await world();
    const { look, id } = await newcomer(place, 'c');
    await endPractice(await look());
    const before = await everythingOf(place.practiceId);
    expect(await beginPractice(await look())).toBe(`/indikator/${id}#isian-title`);
    expect(await everythingOf(place.practiceId)).toEqual(before);
    expect(await beginPractice(await look())).toBeNull();
  });

  it('makes one region when several come first at once', async () => {
    const place = await world();
    const people = await Promise.all(['a', 'b', 'c', 'd'].map(place.signIn));
    const ways = await Promise.all(people.map(async ({ look }) => beginPractice(await look())));
    expect(ways.every(way => way?.startsWith('/indikator/'))).toBe(true);
    const [count] = await sql(
      `SELECT (SELECT count(*)::int FROM "Region" WHERE "practiceOfId" = $1) AS regions,
        (SELECT count(*)::int FROM "Item" WHERE "regionId" = $2 AND kind = 'target') AS targets,
        (SELECT count(*)::int FROM "Item" WHERE "regionId" = $2 AND kind = 'indicator') AS indicators`,
      ...[place.regionId, place.practiceId],
    );
    expect(count).toEqual({ regions: 1, targets: 2, indicators: 4 });
  });

  it('is no region to sign in to, nor one to choose', async () => {
    const place = await world();
    await newcomer(place, 'c');
    expect((await listRegions()).map(({ id }) => id)).not.toContain(place.practiceId);
    // Even with a password that fits.
    await sql(
      `UPDATE "User" p SET "passwordHash" = r."passwordHash" FROM "User" r
        WHERE p."regionId" = $1 AND r."regionId" = $2 AND r.username = 'c'`,
      ...[place.practiceId, place.regionId],
    );
    for (const username of ['c.opd', 'c.koordinator', 'contoh']) {
      const origin = { address: '127.0.0.1', device: 'uji' };
      expect(await openSession({ regionId: place.practiceId, username, password, ...origin })).toMatchObject({
        ok: false,
      });
    }
  });
});

describe('one newcomer', () => {
  it('takes an indicator from draft to approval alone, and is told each step', async () => {
    const place = await world();
    const real = await everythingOf(place.regionId);
    const { look, id } = await newcomer(place, 'c');
    const drafter = await look();
    const told: (number | null)[] = [];
    const note = async () => told.push((await guideFor(await look())).at);
    let version = 1;
    for (const field of [
      'title',
      'unit',
      'direction',
      'baseline',
      'milestones.2025',
      'milestones.2026',
    ] as const) {
      await note();
      expect(await save(drafter, edit(id, version, { [field]: filled[field] ?? null }))).toMatchObject({
        ok: true,
      });
      version += 1;
    }
    await note();
    expect(await step(drafter, 'submit', id, 7)).toMatchObject({ ok: true });
    await note();
    // Nobody decides on what they drafted themselves; the same person in the other part does.
    expect(await step(drafter, 'approve', id, 8)).toMatchObject({ ok: false, reason: 'denied' });
    expect(await changeSide(drafter, 'reviewer', `/tinjau/${id}`)).toBe(`/tinjau/${id}`);
    const reviewer = await look();
    expect(reviewer.userId).not.toBe(drafter.userId);
    expect((await listWaiting(reviewer, await getFrame(reviewer))).map(one => one.id)).toEqual([id]);
    expect(await step(reviewer, 'return', id, 8, 'Lengkapi sumber data.')).toMatchObject({ ok: true });
    await note();
    await changeSide(reviewer, 'drafter', null);
    expect(await save(drafter, edit(id, 9, { source: 'BPS' }))).toMatchObject({ ok: true });
    expect((await guideFor(drafter)).link?.href).toBe(`/indikator/${id}#langkah-submit`);
    expect(await step(drafter, 'submit', id, 10)).toMatchObject({ ok: true });
    await note();
    await changeSide(await look(), 'reviewer', null);
    expect(await step(reviewer, 'approve', id, 11)).toMatchObject({ ok: true });
    await note();
    expect(told).toEqual([0, 1, 1, 2, 3, 3, 4, 5, 6, 7, null]);
    expect((await guideFor(await look())).minutes).toBe(1);
    await endPractice(await look());
    expect(await look()).toMatchObject({ regionId: place.regionId });
    expect((await look()).practice).toBeUndefined();
    expect((await getOwnGuide(await look()))?.at).toBeNull();
    expect(await everythingOf(place.regionId)).toEqual(real);
  });
});

describe('practice and the real plan', () => {
  it('show nothing of each other, and take no change across', async () => {
    const place = await world();
    const { indicator } = await smallTree(place.as);
    const { actor, id } = await newcomer(place, 'c');
    const real = await place.as('c');
    const sides = await getSides(actor);
    const realBefore = await everythingOf(place.regionId);
    const practiceBefore = await everythingOf(place.practiceId);
    const across: [Actor, string][] = [
      [actor, indicator],
      [sides?.reviewer as Actor, indicator],
      [real, id],
      [await place.as('sekretariat'), id],
    ];
    for (const [asking, foreign] of across) {
      const frame = await getFrame(asking);
      expect((await getItem(asking, frame, foreign)).kind).toBe('missing');
      const { rows, own } = await getMatrix(asking, frame, {});
      expect([...rows, ...own].map(row => row.id)).not.toContain(foreign);
      expect((await getWork(asking, frame)).items.map(item => item.id)).not.toContain(foreign);
      expect(await save(asking, edit(foreign, 1, { title: 'Dicuri' }))).toMatchObject({ reason: 'missing' });
      expect(await step(asking, 'submit', foreign, 1)).toMatchObject({ reason: 'missing' });
    }
    expect(await everythingOf(place.regionId)).toEqual(realBefore);
    expect(await everythingOf(place.practiceId)).toEqual(practiceBefore);
    // What is kept of people in the real region knows nothing of those who practise.
    const [count] = await sql(
      `SELECT count(*)::int AS people FROM "User" WHERE "regionId" = $1 AND (id LIKE '%-opd' OR id LIKE '%-koordinator')`,
      place.regionId,
    );
    expect(count).toEqual({ people: 0 });
  });

  it('nobody keeps people, halls or references in practice, the secretariat included', async () => {
    const place = await world();
    const { actor, look } = await newcomer(place, 'sekretariat');
    await changeSide(actor, 'reviewer', null);
    for (const one of [actor, await look()]) {
      expect([
        can.managePeople(one),
        can.runHall(one),
        can.keepReferences(one),
        can.nameVersion(one),
      ]).toEqual([...[false, false, false, false]]);
      expect([can.keepPractice(one), can.practise(one)]).toEqual([false, false]);
    }
  });
});

describe('several newcomers', () => {
  it('do not see each other’s drafts, and nobody reviews for another', async () => {
    const place = await world();
    const [one, two] = [await newcomer(place, 'c'), await newcomer(place, 'd')];
    const other = (await getSides(two.actor))?.reviewer as Actor;
    const read = async (actor: Actor) => (await getItem(actor, await getFrame(actor), one.id)).kind;
    expect([await read(two.actor), await read(other), await read(one.actor)]).toEqual([
      'hidden',
      'hidden',
      'open',
    ]);
    expect(await save(one.actor, edit(one.id, 1, filled))).toMatchObject({ ok: true });
    expect(await step(one.actor, 'submit', one.id, 2)).toMatchObject({ ok: true });
    expect(await listWaiting(other, await getFrame(other))).toEqual([]);
    for (const deed of ['return', 'approve'] as const)
      expect(await step(other, deed, one.id, 3, 'Catatan.')).toMatchObject({ ok: false, reason: 'denied' });
    const own = (await getSides(one.actor))?.reviewer as Actor;
    expect(await step(own, 'approve', one.id, 3)).toMatchObject({ ok: true });
  });
});

describe('the session', () => {
  it('ends in practice as it does at work: ended, disabled, away', async () => {
    const place = await world();
    const ended = await newcomer(place, 'c');
    const real = { ...(await place.as('c')), sessionId: ended.actor.sessionId };
    await endSession(real, { id: ended.actor.sessionId ?? '' });
    expect(await actorOfToken(ended.token)).toBeNull();

    const disabled = await newcomer(place, 'd');
    await setDisabled(await place.as('sekretariat'), (await place.as('d')).userId, true);
    expect(await actorOfToken(disabled.token)).toBeNull();

    const away = await newcomer(place, 'b');
    const hourAgo = 'UPDATE "Session" SET "lastSeenAt" = now() - interval \'61 minutes\' WHERE id = $1';
    await sql(hourAgo, away.actor.sessionId);
    // Told as any change of people is, so that the session is looked up again.
    await sql('UPDATE "User" SET position = position WHERE "regionId" = $1', place.regionId);
    await vi.waitUntil(async () => (await actorOfToken(away.token)) === null, 5_000);
  });

  it('is known to be over at once by another process, when the person at work was disabled or lost their role', async () => {
    const place = await world();
    const { token } = await newcomer(place, 'c');
    await actorOfToken(token);
    await sql(`UPDATE "Membership" SET "validTo" = '2020-01-01' WHERE "regionId" = $1`, place.regionId);
    await vi.waitUntil(async () => (await actorOfToken(token))?.practice === undefined, 5_000);
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE "regionId" = $1`, place.regionId);
    await vi.waitUntil(async () => (await actorOfToken(token)) === null, 5_000);
    // None of this is in the log, against which the tables are held in the end.
    await sql(`UPDATE "User" SET "disabledAt" = NULL WHERE "regionId" = $1`, place.regionId);
    await sql(
      `UPDATE "Membership" SET "validTo" = CASE WHEN "validTo" = '2020-01-01' AND "userId" <> (SELECT id FROM "User"
        WHERE "regionId" = $1 AND username = 'mantan') THEN NULL ELSE "validTo" END WHERE "regionId" = $1`,
      place.regionId,
    );
  });

  it('is heard by other processes to begin and to leave practice', async () => {
    const place = await world();
    const { actor, token } = await newcomer(place, 'c');
    const set = `UPDATE "Session" SET "practiceRegionId" = $2, "practiceUserId" = $3 WHERE id = $1`;
    await sql(set, actor.sessionId, null, null);
    await vi.waitUntil(async () => (await actorOfToken(token))?.practice === undefined, 5_000);
    await sql(
      set,
      actor.sessionId,
      place.practiceId,
      practiceAccounts(actor.practice?.userId ?? '').reviewer,
    );
    await vi.waitUntil(async () => (await actorOfToken(token))?.reviewsOnly !== undefined, 5_000);
  });

  it('leads into no region but the practice region of its own, and as nobody else', async () => {
    const [place, other] = [await world(), await world()];
    const { actor, token } = await newcomer(place, 'c');
    const foreign = await newcomer(other, 'c');
    const another = await newcomer(place, 'd');
    const set = `UPDATE "Session" SET "practiceRegionId" = $2, "practiceUserId" = $3 WHERE id = $1`;
    const sessionId = actor.sessionId;
    await expect(sql(set, sessionId, other.practiceId, foreign.actor.userId)).rejects.toThrow(/foreign key/);
    await expect(sql(set, sessionId, other.regionId, (await other.as('c')).userId)).rejects.toThrow(
      /foreign key/,
    );
    await expect(sql(set, sessionId, place.practiceId, null)).rejects.toThrow(/check/);
    await sql(set, sessionId, place.practiceId, another.actor.userId);
    await vi.waitUntil(async () => (await actorOfToken(token))?.userId !== actor.userId, 5_000);
    expect((await holderOf(token)).regionId).toBe(place.regionId);
  });

  it('has no stream of the other plan: what was open at work ends when practice begins, and the reverse', async () => {
    const place = await world();
    const { token, look } = await place.signIn('c');
    const watched = async () => {
      const stream = openStream({ actor: await look(), look: () => actorOfToken(token) }, null);
      const reader = (stream as ReadableStream<Uint8Array>).getReader();
      const ended = (async () => {
        let text = '';
        for (let read = await reader.read(); !read.done; read = await reader.read())
          text += new TextDecoder().decode(read.value);
        return text;
      })();
      return ended;
    };
    const atWork = watched();
    await beginPractice(await look());
    expect(await atWork).toContain('event: akhir');
    const inPractice = watched();
    await endPractice(await look());
    expect(await inPractice).toContain('event: akhir');
  });

  it('is one session: who looks after their own finds it, at work', async () => {
    const place = await world();
    const { actor, look } = await newcomer(place, 'c');
    await endPractice(await look());
    const { sessions } = await getAccount(await look());
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true]);
    expect((await look()).sessionId).toBe(actor.sessionId);
  });
});

describe('beginning anew', () => {
  it('puts one’s own away, however far it was, and leaves others alone', async () => {
    const place = await world();
    const [one, two] = [await newcomer(place, 'c'), await newcomer(place, 'd')];
    const sides = await getSides(one.actor);
    const roundOf = async (until: 'draft' | 'submitted' | 'approved') => {
      const item = await getPractised(one.actor, await getFrame(one.actor));
      const id = item?.id ?? '';
      expect(await save(one.actor, edit(id, 1, filled))).toMatchObject({ ok: true });
      if (until !== 'draft') expect(await step(one.actor, 'submit', id, 2)).toMatchObject({ ok: true });
      if (until === 'approved')
        expect(await step(sides?.reviewer as Actor, 'approve', id, 3)).toMatchObject({ ok: true });
      const to = await beginAnew(await one.look());
      expect(to).toMatch(/^\/indikator\//);
      expect(to).not.toContain(id);
      expect((await guideFor(await one.look())).at).toBe(0);
      const frame = await getFrame(one.actor);
      expect((await getItem(one.actor, frame, id)).kind).toBe('archived');
    };
    for (const until of ['draft', 'submitted', 'approved'] as const) await roundOf(until);
    expect((await getPractised(two.actor, await getFrame(two.actor)))?.id).toBe(two.id);
    // One that nobody touched is as fresh as can be.
    const fresh = await getPractised(one.actor, await getFrame(one.actor));
    expect(await beginAnew(await one.look())).toBe(`/indikator/${fresh?.id}`);
    const { look } = await place.signIn('a');
    expect(await beginAnew(await look())).toBeNull();
  });

  it('for all is the secretariat’s, at work; whoever is inside is told who did it', async () => {
    const place = await world();
    const [one, two] = [await newcomer(place, 'c'), await newcomer(place, 'd')];
    await save(one.actor, edit(one.id, 1, filled));
    await step(one.actor, 'submit', one.id, 2);
    for (const person of ['a', 'dewan', 'pendamping', 'bupati', 'mantan'])
      expect([person, await beginAllAnew(await place.as(person))]).toEqual([person, null]);
    expect(await beginAllAnew(two.actor)).toBeNull();
    const foreign = await world();
    expect(await beginAllAnew(await foreign.as('sekretariat'))).toBe(0);
    const secretariat = await place.as('sekretariat');
    expect((await listProgress(secretariat)).map(({ guide }) => guide.at)).toEqual([5, 0]);
    expect(await beginAllAnew(secretariat)).toBe(2);
    for (const { look } of [one, two]) {
      const guide = await guideFor(await look());
      expect(guide).toMatchObject({ at: 0, link: null });
      expect(guide.text).toContain('Sekretariat (Sekretariat)');
    }
    expect(await beginAllAnew(secretariat)).toBe(0);
    expect(await beginAnew(await one.look())).toMatch(/^\/indikator\//);
    expect((await guideFor(await one.look())).link).not.toBeNull();
  });

  it('how far others are is for the secretariat alone', async () => {
    const place = await world();
    await newcomer(place, 'c');
    expect(await listProgress(await place.as('sekretariat'))).toMatchObject([{ name: 'Kepala C' }]);
    for (const person of ['a', 'c', 'dewan', 'pendamping'])
      expect(await listProgress(await place.as(person))).toEqual([]);
  });
});
