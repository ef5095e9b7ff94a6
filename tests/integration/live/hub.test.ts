import { beforeAll, describe, expect, it, vi } from 'vitest';
import { actorOfToken, openSession } from '@/lib/access/session';
import { listen } from '@/lib/database/listen';
import { said, tell } from '@/lib/live/hub';
import type { News } from '@/lib/live/news';
import { openStream } from '@/lib/live/stream';
import { getFrame } from '@/lib/plan/read/frame';
import { listWritten } from '@/lib/plan/read/image';
import { getItemNews } from '@/lib/plan/read/item-news';
import { addComment } from '@/lib/plan/write/comment';
import {
  begin,
  edit,
  made,
  makeRegion,
  number,
  password,
  save,
  smallTree,
  step,
} from '../../support/small-region';
import { countStatements } from '../../support/statements';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId, as } = await makeRegion());
});

const revisionNow = async () => (await getFrame(await as('dewan'))).plan.revision;

/** Somebody who listens to the stream of this process: what they were told so far. */
async function listener(username: string, since: number | null = null) {
  const credentials = { regionId, username, password, address: '127.0.0.1', device: 'uji' };
  const signedIn = await openSession(credentials);
  if (!signedIn.ok) throw new Error(signedIn.message);
  const look = () => actorOfToken(signedIn.token, { isActivity: false });
  const actor = await look();
  if (!actor) throw new Error('nobody');
  const stream = openStream({ actor, look }, since);
  if (!stream) throw new Error('too many streams');
  const events: { event: string; data: unknown; at: number }[] = [];
  const state = { isEnded: false };
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  void (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const text = decoder.decode(read.value);
      const [, event = ''] = /^event: (.*)$/m.exec(text) ?? [];
      events.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null'), at: Date.now() });
    }
    state.isEnded = true;
  })();
  const news = () => events.filter(({ event }) => event === 'kabar').map(({ data }) => data as News);
  await vi.waitUntil(() => news().length > 0, 5_000);
  return {
    ...{ actor, events, state, news, token: signedIn.token, sessionId: actor.sessionId ?? '' },
    items: () => news().flatMap(({ items }) => items),
    reached: (revision: number) => vi.waitUntil(() => (news().at(-1)?.revision ?? 0) >= revision, 8_000),
    close: () => reader.cancel(),
  };
}

describe('a stream', () => {
  it('says at once where the plan stands, and then what is written, once it is', async () => {
    const { indicator } = await smallTree(as);
    const dewan = await listener('sekretariat');
    expect(dewan.events.map(({ event }) => event)).toEqual(['mulai', 'kabar']);
    expect(dewan.news()).toEqual([{ revision: await revisionNow(), items: [], versions: [], moved: [] }]);
    await save(await as('c'), edit(indicator, 1, { 'milestones.2025': number('56') }));
    await dewan.reached(await revisionNow());
    expect(dewan.news().at(-1)).toEqual({
      ...{ revision: await revisionNow(), items: [indicator], versions: [2], moved: [] },
    });
    await step(await as('c'), 'submit', indicator, 2);
    await dewan.reached(await revisionNow());
    expect(dewan.news().at(-1)?.moved).toEqual([indicator]);
    await dewan.close();
  });

  it('tells each only of what they may read', async () => {
    const { target } = await smallTree(as);
    const listeners = { c: await listener('c'), d: await listener('d'), dewan: await listener('dewan') };
    const draft = begin({
      kind: 'indicator',
      department: 'c',
      parentId: target,
      fields: { title: 'Rahasia' },
    });
    await made(await as('c'), draft);
    const other = begin({ kind: 'indicator', department: 'd', parentId: target });
    await made(await as('d'), other);
    const revision = await revisionNow();
    for (const one of Object.values(listeners)) await one.reached(revision);
    expect(listeners.c.items()).toEqual([draft.itemId]);
    expect(listeners.d.items()).toEqual([other.itemId]);
    expect(listeners.dewan.items()).toEqual([]);
    // Handed in, it is everybody's.
    await step(await as('c'), 'submit', draft.itemId, 1);
    for (const one of Object.values(listeners)) await one.reached(await revisionNow());
    expect(listeners.dewan.items()).toEqual([draft.itemId]);
    for (const one of Object.values(listeners)) await one.close();
  });

  it('goes on where its reader stood, from memory and from the log, with no gap while others write', async () => {
    const { indicator, goal } = await smallTree(as);
    const since = await revisionNow();
    const owner = await as('c');
    let version = 1;
    const written = new Set<string>();
    const writing = (async () => {
      for (let turn = 0; turn < 25; turn += 1) {
        const own = begin({ kind: 'indicator', department: 'c', parentId: (await smallTree(as)).target });
        written.add(await made(owner, own));
        version += 1;
        await save(owner, edit(indicator, version - 1, { 'milestones.2025': number(`${50 + turn}`) }));
      }
    })();
    // Each comes back from where it was cut, again and again.
    let stand = since;
    const heard = new Set<string>();
    let isDone = false;
    void writing.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      const one = await listener('sekretariat', stand);
      for (const id of one.items()) heard.add(id);
      stand = one.news().at(-1)?.revision ?? stand;
      await one.close();
    }
    await writing;
    const last = await listener('sekretariat', stand);
    await last.reached(await revisionNow());
    for (const id of last.items()) heard.add(id);
    await last.close();
    expect([...written].filter(id => !heard.has(id))).toEqual([]);
    expect(heard.has(indicator)).toBe(true);
    expect(heard.has(goal)).toBe(false);
  });

  it('is read once for all who watch, whoever they are', async () => {
    const { indicator } = await smallTree(as);
    const many = await Promise.all(
      ['sekretariat', 'pendamping', 'dewan', 'bupati', 'a', 'b', 'c', 'd', 'c.operator'].map(name =>
        listener(name),
      ),
    );
    const owner = await as('c');
    const statements = await countStatements(async () => {
      await save(owner, edit(indicator, 1, { 'milestones.2026': number('61') }));
      const revision = (await getFrame(owner)).plan.revision;
      for (const one of many) await one.reached(revision);
    });
    const read = statements.filter(text => /FROM "public"."Event"/.test(text) && /subjectType/.test(text));
    expect(read).toHaveLength(1);
    for (const one of many) await one.close();
  });

  it('tells of comments that the plan moved on, but of no item', async () => {
    const { goal } = await smallTree(as);
    const one = await listener('dewan');
    const said = { mutationId: 'kata-aliran', itemId: goal, field: null, threadId: null, text: 'Baik.' };
    expect(await addComment(await as('pendamping'), said)).toMatchObject({ ok: true });
    await one.reached(await revisionNow());
    expect(one.items()).toEqual([]);
    await one.close();
  });
});

const elsewhere = (sql: string, ...values: string[]) => asOwner(url, client => client.query(sql, values));

describe('what was not heard', () => {
  it('is told all the same after the listening connection was cut', async () => {
    const { indicator } = await smallTree(as);
    const one = await listener('sekretariat');
    await elsewhere(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'`,
    );
    await save(await as('c'), edit(indicator, 1, { 'milestones.2026': number('62') }));
    await one.reached(await revisionNow());
    expect(one.items()).toEqual([indicator]);
    await one.close();
  });

  it('is told all the same when a notification is lost', async () => {
    const { indicator } = await smallTree(as);
    const one = await listener('sekretariat');
    // Heard again after the cut before, so that nothing but the look at the plan can tell.
    const isHeard = () =>
      listen(
        'rembug_plan',
        () => {},
        () => {},
      );
    await vi.waitUntil(isHeard, 8_000);
    await save(await as('c'), edit(indicator, 1, { 'milestones.2026': number('62') }));
    await one.reached(await revisionNow());
    await elsewhere('ALTER TABLE "Event" DISABLE TRIGGER "Event_told"');
    await save(await as('c'), edit(indicator, 2, { 'milestones.2026': number('63') }));
    await one.reached(await revisionNow());
    expect(one.items()).toEqual([indicator, indicator]);
    await elsewhere('ALTER TABLE "Event" ENABLE TRIGGER "Event_told"');
    await one.close();
  });
});

describe('a stream ends within 5 s', () => {
  const endings: [what: string, end: (sessionId: string) => Promise<unknown>][] = [
    [
      'of the end of its session',
      id => elsewhere('UPDATE "Session" SET "endedAt" = now() WHERE id = $1', id),
    ],
    [
      'of an hour without activity, which the stream itself is not',
      async id => {
        await elsewhere(
          `UPDATE "Session" SET "lastSeenAt" = now() - interval '61 minutes', "endedAt" = NULL WHERE id = $1`,
          id,
        );
      },
    ],
    [
      'of the account being disabled',
      () => elsewhere(`UPDATE "User" SET "disabledAt" = now() WHERE username = 'd'`),
    ],
    [
      'of a one-use password',
      () =>
        elsewhere(`UPDATE "User" SET "disabledAt" = NULL, "mustChangePassword" = true WHERE username = 'd'`),
    ],
  ];
  for (const [what, end] of endings) {
    it(what, async () => {
      await elsewhere(
        `UPDATE "User" SET "disabledAt" = NULL, "mustChangePassword" = false WHERE username = 'd'`,
      );
      const one = await listener('d');
      const other = await listener('a');
      const since = Date.now();
      await end(one.sessionId);
      await vi.waitUntil(() => one.state.isEnded, 8_000);
      expect(Date.now() - since).toBeLessThan(5_000);
      expect(one.events.at(-1)?.event).toBe('akhir');
      expect(other.state.isEnded).toBe(false);
      await other.close();
    });
  }

  it('and is told what a new role lets them read', async () => {
    const { target } = await smallTree(as);
    const one = await listener('d.operator');
    await elsewhere(
      `UPDATE "Membership" SET "departmentId" = 'c' WHERE "userId" = (SELECT id FROM "User" WHERE username = 'd.operator')`,
    );
    const wanted = begin({ kind: 'indicator', department: 'c', parentId: target });
    await vi.waitUntil(async () => (await actorOfToken(one.token))?.grants[0]?.departmentId === 'c', 5_000);
    await new Promise<void>(resolve => {
      const timer = setInterval(async () => {
        await made(await as('c'), {
          ...wanted,
          itemId: crypto.randomUUID(),
          mutationId: crypto.randomUUID(),
        });
        if (one.items().length === 0) return;
        clearInterval(timer);
        resolve();
      }, 1_000);
    });
    await one.close();
  });
});

describe('streams are bounded', () => {
  it('to twenty for one person', async () => {
    const actor = await as('pendamping');
    const open = () => openStream({ actor, look: async () => actor }, null);
    const streams = Array.from({ length: 20 }, open);
    expect(streams.includes(null)).toBe(false);
    expect(open()).toBeNull();
    await streams[0]?.cancel();
    const next = open();
    expect(next).not.toBeNull();
    for (const stream of [...streams.slice(1), next]) await stream?.cancel();
  });

  it('in what waits for a reader who takes nothing: they are cut, and find the rest when they come back', async () => {
    const actor = await as('sekretariat');
    const stream = openStream({ actor, look: async () => actor }, null);
    const watching = await listener('sekretariat');
    const piece = said('denyut', 'x'.repeat(1_000));
    for (let turn = 0; turn < 1_000; turn += 1) tell(regionId, new Set(['']), piece);
    let bytes = 0;
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(200_000);
    expect(bytes).toBeLessThan(300_000);
    expect(watching.state.isEnded).toBe(false);
    await watching.close();
  });
});

describe('the news of an item', () => {
  it('are who wrote what since a version, and what became of it, for who may read it', async () => {
    const { indicator } = await smallTree(as);
    const [owner, reviewer, stranger] = [await as('c'), await as('a'), await as('d')];
    const ask = async (actor: typeof owner, since: number) =>
      getItemNews(actor, await getFrame(actor), indicator, since);
    await save(owner, edit(indicator, 1, { 'milestones.2025': number('57'), source: 'BPS' }));
    expect(await ask(await as('c.operator'), 1)).toMatchObject({
      ...{ version: 2, status: 'draft', deeds: [] },
      fields: { 'milestones.2025': { low: '57' }, source: 'BPS' },
      shown: { 'milestones.2025': '57,0', source: 'BPS' },
      changes: [
        { field: 'milestones.2025', office: 'C', isMine: false },
        { field: 'source', isMine: false },
      ],
    });
    expect((await ask(owner, 1))?.changes.every(({ isMine }) => isMine)).toBe(true);
    expect(await ask(owner, 2)).toMatchObject({ version: 2, fields: {}, changes: [] });
    expect(await ask(stranger, 0)).toBeNull();
    await step(owner, 'submit', indicator, 2);
    expect(await ask(stranger, 2)).toMatchObject({
      ...{ version: 3, status: 'submitted', changes: [] },
      deeds: [{ deed: 'mengajukan isian ini', isMine: false }],
    });
    await step(reviewer, 'return', indicator, 3, 'Lengkapi.');
    expect(await ask(stranger, 3)).toBeNull();
    expect((await ask(owner, 3))?.deeds).toMatchObject([{ deed: 'mengembalikan isian ini' }]);
  });
});

describe('what was written', () => {
  it('is told from the log too, when it is older than the memory', async () => {
    const actor = await as('sekretariat');
    const frame = await getFrame(actor);
    const all = await listWritten(actor, frame, 0);
    expect(all.items.length).toBeGreaterThan(10);
    expect(new Set(all.items.map(({ id }) => id)).size).toBe(all.items.length);
    expect(await listWritten(actor, frame, frame.plan.revision)).toMatchObject({ items: [] });
  });
});
