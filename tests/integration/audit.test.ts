import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import { bodyOf, type StoredEvent } from '@/lib/plan/log/body';
import { fold } from '@/lib/plan/log/fold';
import { verifyStream } from '@/lib/plan/log/verify';
import { begin, edit, made, makeRegion, number, save, smallTree, step } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let events: StoredEvent[];
let head: { revision: number; headHash: string };

beforeAll(async () => {
  url = await freshDatabase();
  const { regionId, as } = await makeRegion();
  const { indicator } = await smallTree(as);
  await save(await as('c'), edit(indicator, 1, { 'milestones.2025': number('56') }));
  await step(await as('c'), 'submit', indicator, 2);
  await step(await as('a'), 'return', indicator, 3, 'Lengkapi sumber.');
  await made(await as('c'), begin({ kind: 'goal', department: 'c' }));
  const db = database(regionId);
  events = await db.event.findMany({ where: { regionId, stream: 'plan:p1' }, orderBy: { revision: 'asc' } });
  head = await db.plan.findFirstOrThrow({ where: { regionId } });
});

const verify = (list: readonly StoredEvent[], kept?: string) => verifyStream('plan:p1', list, head, kept);
const changed = (index: number, change: Partial<StoredEvent>) =>
  events.map((event, at) => (at === index ? { ...event, ...change } : event));

describe('the chain of events', () => {
  it('holds as it was written', () => expect(verify(events)).toEqual([]));

  it('shows any changed byte of a body, in 1,000 random mutations of 1,000', () => {
    for (let k = 0; k < 1000; k += 1) {
      const index = randomInt(events.length);
      const body = events[index]?.body ?? '';
      const at = randomInt(body.length);
      const other = String.fromCharCode(((body.charCodeAt(at) - 32 + 1 + randomInt(93)) % 94) + 32);
      if (other === body[at]) continue;
      expect(verify(changed(index, { body: body.slice(0, at) + other + body.slice(at + 1) }))).not.toEqual(
        [],
      );
    }
  });

  it('shows a removed, a doubled and a moved event', () => {
    for (let index = 0; index < events.length - 1; index += 1) {
      const [here, next] = [events[index], events[index + 1]];
      if (!here || !next) throw new Error('no event');
      expect(verify(events.filter(event => event !== here))).not.toEqual([]);
      expect(verify([...events.slice(0, index), here, ...events.slice(index)])).not.toEqual([]);
      expect(verify([...events.slice(0, index), next, here, ...events.slice(index + 2)])).not.toEqual([]);
    }
  });

  it('shows a column that differs from its body, and a body that is no JSON', () => {
    for (const change of [
      { actorId: 'other' },
      { action: 'approve' },
      { subjectId: 'other' },
      { mutationId: 'other' },
      { at: new Date(0) },
      { body: '{' },
    ]) {
      expect(verify(changed(1, change))).not.toEqual([]);
    }
  });

  it('shows a cut tail against its head, and one cut with the head against a head kept elsewhere', () => {
    const cut = events.slice(0, -1);
    expect(verify(cut)).not.toEqual([]);
    const last = cut.at(-1);
    const shorter = { revision: cut.length, headHash: last?.hash ?? '' };
    expect(verifyStream('plan:p1', cut, shorter)).toEqual([]);
    expect(verifyStream('plan:p1', cut, shorter, head.headHash)).not.toEqual([]);
    expect(verify(events, head.headHash)).toEqual([]);
  });

  it('cannot be changed in the database, not even by its owner', async () => {
    for (const sql of ['UPDATE "Event" SET action = action', 'DELETE FROM "Event"', 'TRUNCATE "Event"']) {
      await expect(asOwner(url, client => client.query(sql))).rejects.toThrow();
    }
  });
});

describe('folding the log', () => {
  it('differs from the tables when any one changed path is left out of any event', () => {
    const whole = JSON.stringify([...fold(events)]);
    for (const [index, event] of events.entries()) {
      const body = bodyOf(event);
      for (const change of body.changes) {
        // A path that a later event sets anew leaves no trace of its older value.
        const isOverwritten = events.slice(index + 1).some(later => {
          const next = bodyOf(later);
          return next.subject.id === body.subject.id && next.changes.some(({ path }) => path === change.path);
        });
        if (isOverwritten) continue;
        const without = { ...body, changes: body.changes.filter(other => other !== change) };
        const list = events.map(other =>
          other === event ? { ...event, body: JSON.stringify(without) } : other,
        );
        expect(JSON.stringify([...fold(list)])).not.toBe(whole);
      }
    }
  });
});
