import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import type { Sent } from '@/lib/live/outbox-entry';
import { Sender } from '@/lib/live/sender';
import type { Fields } from '@/lib/plan/kinds/kind';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { expectLogMatchesTables } from '../../support/fold';
import { begin, made, makeRegion, number, smallTree } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let url: string;
let as: (username: string) => Promise<Actor>;

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
}, 60_000);

type Fault = 'fine' | 'lost' | 'eaten';
const fields: fc.Arbitrary<(turn: number) => Fields> = fc.constantFrom(
  turn => ({ title: `Judul ${turn}` }),
  turn => ({ source: `Sumber ${turn}` }),
  turn => ({ 'milestones.2026': number(String(turn)) }),
);
const deed = fc.record({
  who: fc.nat({ max: 2 }),
  what: fc.constantFrom('type', 'type', 'type', 'send', 'submit', 'withdraw', 'return'),
  fields,
  fault: fc.constantFrom<Fault>('fine', 'fine', 'lost', 'eaten'),
  isTogether: fc.boolean(),
  takesMine: fc.boolean(),
});

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

/** A browser of one person: the real sender over a network that fails as told, with what was accepted written down. */
function browser(actor: Actor, itemId: string, version: number, accepted: Map<string, Sent>) {
  const state = { fault: 'fine' as Fault, underWay: Promise.resolve() as Promise<unknown> };
  const sender = new Sender(async changes => {
    const { fault } = state;
    const work = async () => {
      if (fault === 'lost') throw new TypeError('lost');
      const outcomes = await saveChanges(actor, changes);
      for (const [at, outcome] of outcomes.entries()) {
        const sent = changes[at];
        if (outcome.ok && sent) accepted.set(outcome.mutationId, sent);
      }
      if (fault === 'eaten') throw new TypeError('eaten');
      return outcomes;
    };
    const answer = work();
    state.underWay = answer.catch(() => {});
    return answer;
  });
  sender.open(itemId, version);
  const send = async (fault: Fault) => {
    state.fault = fault;
    sender.flush();
    await state.underWay;
    // The sender takes the answer in its own turn.
    await new Promise(resolve => setImmediate(resolve));
  };
  return { sender, send };
}

test('whatever three writers do, however their network behaves: all ends in one plan, and what was accepted is in the log', async () => {
  const client = new Client(url);
  await client.connect();
  const { target } = await smallTree(as);
  let turn = 0;
  const play = async (deeds: Deed[]) => {
    const [head, operator, reviewer] = [await as('c'), await as('c.operator'), await as('a')];
    const itemId = await made(head, begin({ kind: 'indicator', department: 'c', parentId: target }));
    const accepted = new Map<string, Sent>();
    const writers = [head, operator, operator].map(actor => browser(actor, itemId, 1, accepted));
    const now = async () =>
      (await client.query('SELECT version, status FROM "Item" WHERE id = $1', [itemId])).rows[0] as {
        version: number;
        status: string;
      };
    const step = async (name: 'submit' | 'withdraw' | 'return') => {
      const { version } = await now();
      const asked = { mutationId: randomUUID(), itemId, version };
      const note = name === 'return' ? { note: 'Perbaiki.' } : {};
      await takeStep(name === 'return' ? reviewer : head, { step: name, items: [asked], ...note });
    };
    for (const { who, what, fields, fault, isTogether, takesMine } of deeds) {
      turn += 1;
      const writer = writers[who] ?? writers[0];
      if (!writer) continue;
      for (const { field, state } of writer.sender.openFields(itemId))
        if (state.kind === 'conflict') writer.sender.settle(itemId, field, takesMine ? 'mine' : 'theirs');
      if (what === 'type') writer.sender.change(itemId, fields(turn));
      else if (what !== 'send') await step(what);
      await Promise.all((isTogether ? writers : [writer]).map(one => one.send(fault)));
    }
    // Back to an item that takes changes, and everybody sends what is left until nothing is.
    if ((await now()).status === 'submitted') await step('return');
    for (let round = 0; round < 30; round += 1) {
      for (const { sender, send } of writers) {
        for (const { field, state } of sender.openFields(itemId))
          if (state.kind === 'conflict') sender.settle(itemId, field, 'mine');
        sender.retry();
        await send('fine');
      }
    }
    const { version } = await now();
    for (const { sender } of writers) {
      expect(sender.openFields(itemId)).toEqual([]);
      sender.open(itemId, version);
      expect(sender.typed(itemId)).toEqual({});
    }
    const { rows } = await client.query<{ mutationId: string; body: string }>(
      'SELECT "mutationId", body FROM "Event" WHERE "subjectId" = $1',
      [itemId],
    );
    for (const [mutationId, sent] of accepted) {
      const events = rows.filter(row => row.mutationId === mutationId);
      // What stood there already leaves no event.
      expect(events.length).toBeLessThanOrEqual(1);
      const said = events[0]?.body ?? rows.map(({ body }) => body).join('');
      for (const value of Object.values(sent.fields)) {
        const text = typeof value === 'object' && value !== null && 'low' in value ? value.low : value;
        expect(said).toContain(`"${text}"`);
      }
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 30 }), play), { numRuns: 25 });
  await client.end();
  await expectLogMatchesTables(url);
}, 120_000);
