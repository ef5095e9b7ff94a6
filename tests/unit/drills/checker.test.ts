import { expect, test } from 'vitest';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import type { StoredEvent } from '@/lib/plan/log/body';
import { storedEvent } from '@/lib/plan/log/hash';
import { difference, flatten, type PathValues } from '@/lib/plan/paths';
import { check } from '@/tests/drills/checker';
import type { Attempt, Ending, History } from '@/tests/drills/history';

const field = 'milestones.2026';
const cell = (low: number) => ({ ...emptyCell, low: String(low) });

/** A story told by hand: what is written lands in a log that holds, what is sent and heard in a history. */
class Story {
  history: History = { attempts: [], readings: [], beliefs: [] };
  events: StoredEvent[] = [];
  private image: PathValues = {};
  private fields: Fields = {};
  private now = 0;

  constructor() {
    this.write('begun', { title: 'Indikator' });
  }

  write(mutationId: string, fields: Fields): Attempt['outcome'] {
    const changes = difference(this.image, { ...this.image, ...flatten(fields) });
    const revision = this.events.length + 1;
    this.events.push(
      storedEvent({
        ...{
          regionId: 'r',
          stream: 'plan:p',
          revision,
          at: new Date(0).toISOString(),
          note: null,
          mutationId,
        },
        ...{ actor: { id: 'u', name: 'U' }, subject: { type: 'item', id: 'i' }, changes },
        ...{ action: 'change', previousHash: this.events.at(-1)?.hash ?? '' },
      }),
    );
    Object.assign(this.image, flatten(fields));
    Object.assign(this.fields, fields);
    return { mutationId, ok: true, version: revision, revision, at: '' };
  }

  send(
    client: string,
    mutationId: string,
    version: number,
    fields: Fields,
    more: Partial<Attempt> = {},
  ): Attempt {
    this.now += 10;
    const times = { at: this.now, until: this.now + 5, outcome: null };
    const attempt: Attempt = { client, mutationId, itemId: 'i', version, fields, ...times, ...more };
    this.history.attempts.push(attempt);
    return attempt;
  }

  /** Sent, written and acknowledged. */
  save(
    client: string,
    mutationId: string,
    version: number,
    low: number,
    more: Partial<Attempt> = {},
  ): Attempt {
    const attempt = this.send(client, mutationId, version, { [field]: cell(low) }, more);
    attempt.outcome = this.write(mutationId, { [field]: cell(low) });
    return attempt;
  }

  read(client: string, version: number, low: number) {
    this.now += 10;
    this.history.readings.push({
      client,
      itemId: 'i',
      at: this.now,
      version,
      fields: { [field]: cell(low) },
    });
  }

  ending(changed: Partial<Ending> = {}): Ending {
    const { length } = this.events;
    const head = { revision: length, headHash: this.events.at(-1)?.hash ?? '' };
    const items = new Map([['i', { version: length, fields: { ...this.fields } }]]);
    return { stream: 'plan:p', events: this.events, head, begunAt: 1, items, ...changed };
  }

  rules(changed: Partial<Ending> = {}) {
    return [...new Set(check(this.history, this.ending(changed)).map(({ rule }) => rule))];
  }
}

test('a faithful story has nothing to complain of', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50, { seen: { [field]: null } });
  story.read('A', 2, 50);
  // Its reply is eaten; sent again, it hears what became of it.
  const eaten = story.send('A', 'a2', 2, { [field]: cell(51) }, { seen: { [field]: cell(50) } });
  const outcome = story.write('a2', { [field]: cell(51) });
  story.send('A', 'a2', 2, eaten.fields, { outcome });
  // B had not seen it, is told so, and writes over it knowingly.
  const conflict = {
    mutationId: 'b1',
    ok: false,
    reason: 'conflict',
    version: 3,
    conflicts: [],
    message: '',
  };
  story.send('B', 'b1', 2, { [field]: cell(60) }, { outcome: conflict as never });
  story.save('B', 'b2', 3, 60, { seen: { [field]: cell(51) } });
  const same = { mutationId: 'b3', ok: true, version: 4, revision: 4, at: '' } as const;
  story.send('B', 'b3', 4, { [field]: cell(60) }, { outcome: same });
  story.history.beliefs.push({ client: 'B', itemId: 'i', field, value: cell(60), choice: 'mine' });
  story.history.beliefs.push({ client: 'A', itemId: 'i', field, value: cell(60), choice: 'theirs' });
  expect(check(story.history, story.ending())).toEqual([]);
});

test('an acknowledged value that is nowhere in the log is lost', () => {
  const story = new Story();
  const outcome = { mutationId: 'a1', ok: true, version: 2, revision: 1, at: '' } as const;
  story.send('A', 'a1', 1, { [field]: cell(50) }, { outcome });
  expect(story.rules()).toEqual(['lost', 'belief']);
});

test('an acknowledged value of which the log keeps another is lost', () => {
  const story = new Story();
  const attempt = story.save('A', 'a1', 1, 50);
  attempt.fields = { [field]: cell(55) };
  expect(story.rules()).toContain('lost');
});

test('what was typed and never taken is lost', () => {
  const story = new Story();
  story.history.beliefs.push({ client: 'A', itemId: 'i', field, value: cell(50), choice: 'mine' });
  expect(story.rules()).toEqual(['lost', 'belief']);
});

test('a mutation in the log twice is doubled', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('B', 'b1', 2, 60);
  story.write('a1', { [field]: cell(50) });
  expect(story.rules()).toContain('doubled');
});

test('a change that nobody sent is a stranger', () => {
  const story = new Story();
  story.write('x', { [field]: cell(50) });
  expect(story.rules()).toEqual(['stranger']);
});

test('a change made on a version older than the last writer of its field overwrote it', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('B', 'b1', 1, 60);
  expect(story.rules()).toEqual(['overwritten']);
});

test('another field at an older version overwrites nothing', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  const attempt = story.send('B', 'b1', 1, { source: 'BPS' });
  attempt.outcome = story.write('b1', { source: 'BPS' });
  expect(story.rules()).toEqual([]);
});

test('a client that claims a version but never saw the value wrote over the unseen', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('B', 'b1', 2, 60, { seen: { [field]: null } });
  expect(story.rules()).toEqual(['unseen']);
});

test('a retry hears the first answer again, not another', () => {
  const story = new Story();
  const { fields } = story.save('A', 'a1', 1, 50);
  story.save('B', 'b1', 2, 60);
  const other = { mutationId: 'a1', ok: true, version: 1, revision: 3, at: '' } as const;
  story.send('A', 'a1', 1, fields, { outcome: other });
  expect(story.rules()).toContain('answer');
});

test('what is in the log is never answered with a refusal', () => {
  const story = new Story();
  story.write('a1', { [field]: cell(50) });
  const conflict = {
    mutationId: 'a1',
    ok: false,
    reason: 'conflict',
    version: 2,
    conflicts: [],
    message: '',
  };
  story.send('A', 'a1', 1, { [field]: cell(50) }, { outcome: conflict as never });
  expect(story.rules()).toEqual(['answer']);
});

test('what was answered first stands first', () => {
  const story = new Story();
  const late = story.save('A', 'a1', 1, 50);
  story.save('B', 'b1', 2, 60);
  late.at = 1_000;
  late.until = 1_005;
  expect(story.rules()).toEqual(['order']);
});

test('a page shows no older state than its reader was told of, and none that never was', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('A', 'a2', 2, 51);
  story.read('A', 2, 50);
  expect(story.rules()).toEqual(['reading']);
  story.history.readings = [];
  story.read('B', 2, 50);
  expect(story.rules()).toEqual([]);
  story.read('B', 2, 51);
  expect(story.rules()).toEqual(['reading']);
});

test('the tables hold what the log and the clients say', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  const other = new Map([['i', { version: 2, fields: { [field]: cell(49) } }]]);
  expect(story.rules({ items: other })).toEqual(['belief', 'tables']);
  const older = new Map([['i', { version: 1, fields: {} }]]);
  expect(story.rules({ items: older })).toContain('tables');
});

test('whoever writes a field alone finds it as they left it', () => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('A', 'a2', 2, 51);
  story.history.beliefs.push({ client: 'A', itemId: 'i', field, value: cell(50), choice: 'mine' });
  expect(story.rules()).toEqual(['belief']);
});

test.each([
  ['a changed byte', (events: StoredEvent[]) => Object.assign(events[1] as object, { hash: 'x' })],
  ['a removed event', (events: StoredEvent[]) => events.splice(1, 1)],
  ['swapped events', (events: StoredEvent[]) => events.reverse()],
])('a chain with %s does not hold', (_, damage) => {
  const story = new Story();
  story.save('A', 'a1', 1, 50);
  story.save('A', 'a2', 2, 51);
  const ending = story.ending();
  damage(ending.events);
  expect(check(story.history, ending).map(({ rule }) => rule)).toContain('chain');
});
