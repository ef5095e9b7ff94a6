import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry, Sent } from '@/lib/live/outbox-entry';
import { type Send, Sender } from '@/lib/live/sender';
import type { Fields } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { sameValue } from '@/lib/plan/paths';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Item = { version: number; fields: Fields; changedAt: Record<string, number> };

function write(item: Item, fields: Fields) {
  item.version += 1;
  Object.assign(item.fields, fields);
  for (const field of Object.keys(fields)) item.changedAt[field] = item.version;
}

/** A server with one item, its mutations remembered, that fails as told. */
function server(faults: ('lost' | 'eaten' | 'fine')[] = []) {
  const item = { version: 1, fields: {} as Fields, changedAt: {} as Record<string, number> };
  const remembered = new Map<string, Outcome>();
  const batches: Sent[][] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const send: Send = async changes => {
    // As the server's schema does.
    if (changes.length === 0) return { ok: false, reason: 'invalid', message: 'Kiriman kosong.' };
    batches.push(changes);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    await new Promise(done => setTimeout(done, 50));
    inFlight -= 1;
    const fault = faults.shift() ?? 'fine';
    if (fault === 'lost') throw new TypeError('Failed to fetch');
    const answer = changes.map((change): Outcome => {
      const earlier = remembered.get(change.mutationId);
      if (earlier) return earlier;
      if (change.version < item.version) {
        const conflicts = Object.entries(change.fields)
          .filter(
            ([field, mine]) =>
              (item.changedAt[field] ?? 0) > change.version && !sameValue(item.fields[field], mine),
          )
          .map(([field, mine]) => ({
            field,
            mine,
            theirs: item.fields[field] ?? null,
            before: null,
            by: 'Bu Sari',
            at: 'x',
          }));
        if (conflicts.length > 0) {
          return {
            mutationId: change.mutationId,
            ok: false,
            reason: 'conflict',
            version: item.version,
            conflicts,
            message: '',
          };
        }
      }
      write(item, change.fields);
      const outcome: Outcome = {
        mutationId: change.mutationId,
        ok: true,
        version: item.version,
        revision: 1,
        at: 'now',
      };
      remembered.set(change.mutationId, outcome);
      return outcome;
    });
    if (fault === 'eaten') throw new TypeError('Failed to fetch');
    return answer;
  };
  return { item, send, batches, remembered, mostInFlight: () => mostInFlight };
}

const conflicts = (sender: Sender) =>
  sender.openFields('i').flatMap(({ state }) => (state.kind === 'conflict' ? [state.conflict] : []));

const settle = () => vi.advanceTimersByTimeAsync(200_000);

describe('the sender', () => {
  it('waits for a pause, then sends what was typed as one change', async () => {
    const { send, batches, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    for (const text of ['S', 'St', 'Stu']) sender.change('i', { title: text });
    sender.change('i', { unit: '%' });
    expect(sender.snapshot().unsaved).toBe(2);
    await settle();
    expect(batches.map(batch => batch.map(({ fields }) => fields))).toEqual([[{ title: 'Stu', unit: '%' }]]);
    expect(item.fields).toEqual({ title: 'Stu', unit: '%' });
    expect(sender.snapshot()).toMatchObject({ unsaved: 0, savedAt: 'now', problem: null });
  });

  it('never has two batches under way, and never conflicts with itself', async () => {
    const { send, mostInFlight, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    for (let k = 0; k < 20; k += 1) {
      sender.change('i', { title: `Judul ${k}` });
      sender.flush();
      await vi.advanceTimersByTimeAsync(20);
    }
    await settle();
    expect(mostInFlight()).toBe(1);
    expect(conflicts(sender)).toEqual([]);
    expect(item.fields.title).toBe('Judul 19');
  });

  it('sends a lost batch again, unchanged and under the same ids', async () => {
    const { send, batches, item } = server(['lost', 'eaten', 'fine']);
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'A' });
    await vi.advanceTimersByTimeAsync(900);
    expect(sender.snapshot()).toMatchObject({ unsaved: 1 });
    expect(sender.snapshot().problem).toMatch(/dikirim saat ada sinyal/);
    sender.change('i', { title: 'B' });
    await settle();
    expect(new Set(batches.slice(0, 3).map(([sent]) => sent?.mutationId)).size).toBe(1);
    expect(item).toMatchObject({ version: 3, fields: { title: 'B' } });
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('keeps a field that clashes with both values, and sends the rest', async () => {
    const { send, item } = server();
    write(item, { title: 'Punya Bu Sari' });
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'Punya saya', unit: '%' });
    await settle();
    expect(item.fields).toEqual({ title: 'Punya Bu Sari', unit: '%' });
    expect(conflicts(sender)).toMatchObject([
      { field: 'title', mine: 'Punya saya', theirs: 'Punya Bu Sari' },
    ]);
    expect(sender.snapshot().unsaved).toBe(1);
    sender.settle('i', 'title', 'mine');
    await settle();
    expect(item.fields.title).toBe('Punya saya');
    expect(sender.snapshot()).toMatchObject({ unsaved: 0 });
  });

  it('never overwrites what a colleague saved between two of its own changes', async () => {
    const { send, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    write(item, { title: 'Punya Bu Sari' });
    sender.change('i', { unit: '%' });
    await settle();
    expect(item.fields.unit).toBe('%');
    sender.change('i', { title: 'Punya saya' });
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
    expect(conflicts(sender)).toMatchObject([{ mine: 'Punya saya', theirs: 'Punya Bu Sari' }]);
    sender.change('i', { unit: 'orang' });
    await settle();
    expect(item.fields.unit).toBe('orang');
    expect(sender.versionOf('i')).toBe(1);
  });

  it('lets the saved value stand when that is chosen', async () => {
    const { send, item } = server();
    write(item, { title: 'Punya Bu Sari' });
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'Punya saya' });
    await settle();
    sender.settle('i', 'title', 'theirs');
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
    expect(sender.snapshot()).toMatchObject({ unsaved: 0 });
  });

  it('keeps what was refused, with the reason, and sends it no more by itself', async () => {
    const refuse: Send = async changes =>
      changes.map(({ mutationId }) => ({
        mutationId,
        ok: false,
        reason: 'invalid',
        message: 'Terlalu panjang.',
        field: 'title',
      }));
    const send = vi.fn(refuse);
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'x' });
    await settle();
    expect(sender.stateOf('i', 'title')).toEqual({
      kind: 'refused',
      value: 'x',
      message: 'Terlalu panjang.',
    });
    expect(sender.snapshot().unsaved).toBe(1);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('stops when the session ended, keeps the text and goes on after signing in', async () => {
    const { send, item } = server();
    let isSignedIn = false;
    const guarded: Send = async changes =>
      isSignedIn ? send(changes) : { ok: false, reason: 'signed-out', message: 'Masuk lagi.' };
    const sender = new Sender(guarded, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'A' });
    await settle();
    expect(sender.snapshot()).toMatchObject({ isSignedOut: true, unsaved: 1, problem: 'Masuk lagi.' });
    isSignedIn = true;
    sender.retry();
    await settle();
    expect(item.fields.title).toBe('A');
    expect(sender.snapshot()).toMatchObject({ isSignedOut: false, unsaved: 0 });
  });

  it('keeps a clash open while one goes on typing, and lets go only by choosing', async () => {
    const { send, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    write(item, { title: 'Punya Bu Sari' });
    sender.change('i', { title: 'Punya' });
    await settle();
    sender.change('i', { title: 'Punya saya' });
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
    expect(conflicts(sender)).toMatchObject([{ mine: 'Punya saya', theirs: 'Punya Bu Sari' }]);
    sender.settle('i', 'title', 'mine');
    await settle();
    expect(item.fields.title).toBe('Punya saya');
  });

  it('believes an answer of "nothing new" only at its own version', async () => {
    const { send, item } = server();
    const same: Send = async changes =>
      changes[0]?.fields.unit === '%'
        ? [
            {
              mutationId: changes[0].mutationId,
              ok: true,
              version: changes[0].version,
              revision: 1,
              at: 'now',
            },
          ]
        : send(changes);
    const sender = new Sender(same, { random: () => 0.5 });
    sender.open('i', 1);
    write(item, { title: 'Punya Bu Sari' });
    sender.change('i', { unit: '%' });
    await settle();
    sender.change('i', { title: 'Punya saya' });
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
  });

  it('does not send what a text began as once it is no value any more, and counts it as unsaved', async () => {
    const { send, batches } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { 'milestones.2031': '12.50' });
    sender.hold('i', 'milestones.2031', '12.500', 'ribuan atau koma?');
    await settle();
    expect(batches).toEqual([]);
    expect(sender.snapshot().unsaved).toBe(1);
    sender.change('i', { 'milestones.2031': '12500' });
    await settle();
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('leaves a text that is no value yet alone when what it began as clashes, and clashes once it is one', async () => {
    const { send, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    write(item, { baseline: '20' });
    sender.change('i', { baseline: '1', 'milestones.2031': '3' });
    sender.flush();
    sender.hold('i', 'baseline', '1.2', 'ribuan atau koma?');
    sender.hold('i', 'milestones.2031', '3.4', 'ribuan atau koma?');
    await settle();
    expect(sender.openFields('i')).toMatchObject([
      { field: 'baseline', state: { kind: 'unread', text: '1.2' } },
      { field: 'milestones.2031', state: { kind: 'unread', text: '3.4' } },
    ]);
    expect(item.fields).toEqual({ baseline: '20' });
    sender.change('i', { baseline: '1.25' });
    await settle();
    expect(item.fields.baseline).toBe('20');
    expect(conflicts(sender)).toMatchObject([{ mine: '1.25', theirs: '20' }]);
  });

  it('sends in turn what is too much for one request', async () => {
    const { send, batches, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    const long = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(field => [field, field.repeat(19_000)]));
    sender.change('i', long);
    await settle();
    expect(item.fields).toEqual(long);
    expect(batches.length).toBeGreaterThan(1);
    for (const batch of batches) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(80_000);
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('counts what is under way when a text goes back to it, until the answer is there', async () => {
    const { send } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { baseline: '12' });
    sender.flush();
    sender.hold('i', 'baseline', '12x', 'bukan angka');
    sender.release('i', 'baseline');
    expect(sender.snapshot().unsaved).toBe(1);
    await settle();
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('shows what was saved from here, and what was not, on a page that is older', async () => {
    const { send } = server();
    const refuseUnit: Send = async changes => {
      const unit = changes.find(({ fields }) => 'unit' in fields);
      if (!unit) return send(changes);
      return [
        {
          mutationId: unit.mutationId,
          ok: false,
          reason: 'invalid',
          message: 'Terlalu panjang.',
          field: 'unit',
        },
      ];
    };
    const sender = new Sender(refuseUnit, { random: () => 0.5 });
    sender.open('i', 1);
    expect(sender.typed('i')).toEqual({});
    sender.change('i', { title: 'Baru' });
    await settle();
    sender.change('i', { unit: 'terlalu panjang' });
    await settle();
    sender.open('i', 1);
    expect(sender.typed('i')).toEqual({ title: 'Baru', unit: 'terlalu panjang' });
    sender.open('i', 2);
    expect(sender.typed('i')).toEqual({ unit: 'terlalu panjang' });
    sender.retry();
    await settle();
    expect(sender.openFields('i')).toHaveLength(1);
  });

  it('on a page that the browser brought back counts its fields as seen when it was drawn', async () => {
    const { send, batches } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    for (const version of [3, 5, 3]) sender.open('i', version);
    sender.change('i', { title: 'Diketik di halaman lama' });
    await settle();
    expect(batches[0]?.[0]?.version).toBe(3);
  });

  it('on an older page shows what was saved from here, and knows all of it where nobody else wrote', async () => {
    const { send } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { code: 'UJI-9' });
    await settle();
    sender.open('i', 2);
    expect(sender.typed('i')).toEqual({});
    sender.open('i', 1);
    expect(sender.typed('i')).toEqual({ code: 'UJI-9' });
    expect(sender.versionOf('i')).toBe(2);
  });

  it('takes the last change back as a new one, from where typing in that field began', async () => {
    const { send, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { unit: '%' }, { unit: null });
    await settle();
    for (const [typed, stood] of [
      ['B', null],
      ['BP', 'B'],
      ['BPS', 'BP'],
    ] as const)
      sender.change('i', { source: typed }, { source: stood });
    await settle();
    expect(item.fields).toMatchObject({ unit: '%', source: 'BPS' });
    expect(sender.lastChange('i')).toEqual(['source']);
    sender.undo('i');
    await settle();
    expect(item.fields).toMatchObject({ unit: '%', source: null });
    expect(sender.lastChange('i')).toEqual([]);
    expect(item.version).toBe(4);
  });

  it('takes several fields that were chosen at once back at once', async () => {
    const { send, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'Baku', unit: '%' }, { title: 'stunt', unit: null });
    await settle();
    sender.undo('i');
    await settle();
    expect(item.fields).toMatchObject({ title: 'stunt', unit: null });
  });

  it('sends what was typed in a long time away in parts that a server takes', async () => {
    const { send, batches, item } = server();
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    for (let k = 0; k < 120; k += 1) sender.change('i', { [`reasons.r${k}`]: 'panjang '.repeat(250) });
    await settle();
    expect(batches.length).toBeGreaterThan(3);
    for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(64_000);
    expect(Object.keys(item.fields)).toHaveLength(120);
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('forgets everything when its person leaves the device, whatever answer still comes', async () => {
    const { send, batches } = server(['lost']);
    const writes: (string | null)[] = [];
    const keep = {
      written: async () => {},
      write: (_: string, entry: object | null) => writes.push(entry && JSON.stringify(entry)),
    };
    const sender = new Sender(send, { random: () => 0.5, keep });
    sender.open('i', 1);
    sender.change('i', { title: 'A' });
    await vi.advanceTimersByTimeAsync(820);
    sender.abandon();
    await settle();
    expect(batches).toHaveLength(1);
    expect(sender.snapshot().unsaved).toBe(0);
    expect(writes.at(-1)).toBeNull();
  });

  it('loses nothing and doubles nothing, however the network behaves', async () => {
    const fault = fc.constantFrom('lost' as const, 'eaten' as const, 'fine' as const);
    const action = fc.record({
      field: fc.constantFrom('title', 'unit', 'source'),
      wait: fc.integer({ min: 0, max: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 12 }),
        fc.array(action, { minLength: 1, maxLength: 15 }),
        async (faults, actions) => {
          const { item, send, batches, remembered } = server(faults);
          const sender = new Sender(send, { random: () => 0.5 });
          sender.open('i', 1);
          const typed: Fields = {};
          for (const [k, { field, wait }] of actions.entries()) {
            typed[field] = `${field} ${k}`;
            sender.change('i', { [field]: typed[field] });
            await vi.advanceTimersByTimeAsync(wait);
          }
          await settle();
          expect(item.fields).toEqual(typed);
          expect(sender.snapshot()).toMatchObject({ unsaved: 0 });
          expect(item.version).toBe(1 + remembered.size);
          expect(batches.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not overwrite what a colleague saved before the page was opened anew over unsent typing', async () => {
    const { send, item } = server(['lost']);
    const sender = new Sender(send, { random: () => 0.5 });
    sender.open('i', 1);
    sender.change('i', { title: 'Punya saya' });
    await vi.advanceTimersByTimeAsync(900);
    write(item, { title: 'Punya Bu Sari' });
    sender.open('i', 2);
    expect(sender.typed('i')).toEqual({ title: 'Punya saya' });
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
    expect(conflicts(sender)).toMatchObject([{ mine: 'Punya saya', theirs: 'Punya Bu Sari' }]);
  });
});

/** A browser: what a page keeps outlives it, and a page that is gone sends nothing any more. */
function browser(send: Send) {
  const kept = new Map<string, string>();
  let page = 0;
  return {
    kept,
    open(version: number): Sender {
      page += 1;
      const own = page;
      const isAlive = () => own === page;
      const sender = new Sender(
        async changes => {
          if (!isAlive()) return new Promise(() => {});
          const answer = await send(changes);
          return isAlive() ? answer : new Promise(() => {});
        },
        {
          random: () => 0.5,
          keep: {
            written: async () => {},
            write: (itemId, entry) => {
              if (!isAlive()) return;
              if (entry) kept.set(itemId, JSON.stringify(entry));
              else kept.delete(itemId);
            },
          },
        },
      );
      sender.open('i', version);
      for (const text of kept.values()) sender.restore(JSON.parse(text));
      return sender;
    },
  };
}

describe('a sender that keeps', () => {
  it('goes on after a crash where it was: the batch under the same ids, the rest after it', async () => {
    const { send, batches, item } = server(['eaten', 'fine', 'fine']);
    const { open, kept } = browser(send);
    const first = open(1);
    first.change('i', { title: 'A' });
    await vi.advanceTimersByTimeAsync(820);
    first.change('i', { unit: '%' });
    const second = open(1);
    expect(second.typed('i')).toEqual({ title: 'A', unit: '%' });
    expect(second.snapshot().unsaved).toBe(2);
    await settle();
    expect(batches[1]?.[0]?.mutationId).toBe(batches[0]?.[0]?.mutationId);
    expect(item).toMatchObject({ fields: { title: 'A', unit: '%' }, version: 3 });
    expect(kept.size).toBe(0);
  });

  it('keeps clashes, refusals and unread texts with their reasons', async () => {
    const { send, item } = server();
    const refuseUnit: Send = async changes =>
      changes[0]?.fields.unit
        ? changes.map(({ mutationId }) => ({
            ...{ mutationId, ok: false as const, reason: 'invalid' as const },
            ...{ message: 'Terlalu panjang.', field: 'unit' },
          }))
        : send(changes);
    const { open } = browser(refuseUnit);
    const first = open(1);
    first.change('i', { unit: 'x' });
    await settle();
    write(item, { title: 'Punya Bu Sari' });
    first.change('i', { title: 'Punya saya' });
    first.hold('i', 'baselineYear', '24', 'harus bilangan bulat');
    await settle();
    const second = open(2);
    await settle();
    expect(second.stateOf('i', 'unit')).toMatchObject({ kind: 'refused', message: 'Terlalu panjang.' });
    expect(second.stateOf('i', 'baselineYear')).toMatchObject({ kind: 'unread', text: '24' });
    expect(conflicts(second)).toMatchObject([{ mine: 'Punya saya', theirs: 'Punya Bu Sari' }]);
    second.settle('i', 'title', 'mine');
    await settle();
    expect(item.fields.title).toBe('Punya saya');
  });

  it('does not overwrite after a reload what others saved while the text waited', async () => {
    const { send, item } = server(['lost']);
    const { open } = browser(send);
    open(1).change('i', { title: 'Punya saya' });
    write(item, { title: 'Punya Bu Sari', unit: '%' });
    const second = open(2);
    await settle();
    expect(item.fields.title).toBe('Punya Bu Sari');
    expect(conflicts(second)).toMatchObject([{ mine: 'Punya saya' }]);
  });

  it('sends an older text first when a newer was typed before it came back, so the log has both', async () => {
    const { send, item, remembered } = server();
    const { open, kept } = browser(send);
    open(1).change('i', { title: 'Lama' });
    const [text = ''] = kept.values();
    kept.clear();
    const second = open(1);
    second.change('i', { title: 'Baru' });
    second.restore(JSON.parse(text));
    await settle();
    expect([...remembered.values()]).toMatchObject([{ version: 2 }, { version: 3 }]);
    expect(item.fields.title).toBe('Baru');
    expect(conflicts(second)).toEqual([]);
  });

  it('loses nothing and doubles nothing, however often its page dies', async () => {
    const fault = fc.constantFrom('lost' as const, 'eaten' as const, 'fine' as const);
    const deed = fc.record({
      field: fc.constantFrom('title', 'unit', 'source'),
      wait: fc.integer({ min: 0, max: 2000 }),
      dies: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 12 }),
        fc.array(deed, { minLength: 1, maxLength: 15 }),
        async (faults, deeds) => {
          const { item, send, remembered } = server(faults);
          const { open, kept } = browser(send);
          let sender = open(item.version);
          const typed: Fields = {};
          for (const [k, { field, wait, dies }] of deeds.entries()) {
            typed[field] = `${field} ${k}`;
            sender.change('i', { [field]: typed[field] });
            await vi.advanceTimersByTimeAsync(wait);
            if (dies) sender = open(item.version);
          }
          await settle();
          expect(conflicts(sender)).toEqual([]);
          expect(item.fields).toEqual(typed);
          expect(sender.snapshot()).toMatchObject({ unsaved: 0 });
          expect(item.version).toBe(1 + remembered.size);
          expect(kept.size).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

it('sends nothing when what waited for its turn became a text that is no value meanwhile, and goes on after it', async () => {
  const { send, item } = server();
  const sender = new Sender(send, {
    alone: async work => {
      await new Promise(done => setTimeout(done, 100));
      return work();
    },
  });
  sender.open('a1', 1);
  sender.change('a1', { baseline: '4' });
  sender.flush();
  sender.hold('a1', 'baseline', '4,', 'Bukan angka.');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sender.snapshot().problem).toBeNull();
  sender.change('a1', { baseline: '4.5' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sender.snapshot()).toMatchObject({ unsaved: 0, problem: null });
  expect(item.fields).toEqual({ baseline: '4.5' });
});

describe('a clash that is typed in again', () => {
  const clashing = async () => {
    const { send, item } = server();
    const kept = new Map<string, Entry>();
    const keep = {
      write: (id: string, entry: Entry | null) => (entry ? kept.set(id, entry) : kept.delete(id)),
      written: async () => {},
    };
    const sender = new Sender(send, { random: () => 0.5, keep });
    sender.open('i', 1);
    write(item, { baseline: '20' });
    sender.change('i', { baseline: '10' });
    await settle();
    expect(conflicts(sender)).toMatchObject([{ mine: '10', theirs: '20' }]);
    return { sender, send, item, kept };
  };

  it('is settled by choosing only, also when what is typed was no value for a while', async () => {
    const { sender, item } = await clashing();
    sender.change('i', { baseline: '12' });
    sender.hold('i', 'baseline', '12,', 'Bukan angka.');
    sender.change('i', { baseline: '12.5' });
    await settle();
    expect(item.fields.baseline).toBe('20');
    expect(conflicts(sender)).toMatchObject([{ mine: '12.5', theirs: '20' }]);
    sender.settle('i', 'baseline', 'mine');
    await settle();
    expect(item.fields.baseline).toBe('12.5');
  });

  it('stands as before when the text goes back to what it was', async () => {
    const { sender } = await clashing();
    sender.hold('i', 'baseline', '10,', 'Bukan angka.');
    expect(sender.typed('i').baseline).toBe('10');
    sender.release('i', 'baseline');
    expect(conflicts(sender)).toMatchObject([{ mine: '10', theirs: '20' }]);
  });

  it('stands on the next page too', async () => {
    const { sender, send, item, kept } = await clashing();
    sender.hold('i', 'baseline', '12,', 'Bukan angka.');
    const entry = kept.get('i');
    const next = new Sender(send, { random: () => 0.5 });
    next.open('i', 2);
    if (entry) next.restore(structuredClone(entry));
    next.change('i', { baseline: '12.5' });
    await settle();
    expect(item.fields.baseline).toBe('20');
    expect(conflicts(next)).toMatchObject([{ mine: '12.5', theirs: '20' }]);
  });
});

it('goes on when the browser does not give it its turn', async () => {
  const { send, item } = server();
  let isDenied = true;
  const sender = new Sender(send, {
    random: () => 0.5,
    alone: async work => {
      if (isDenied) throw new DOMException('The document is not fully active.', 'InvalidStateError');
      return work();
    },
  });
  sender.open('i', 1);
  sender.change('i', { baseline: '4' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sender.snapshot().problem).not.toBeNull();
  isDenied = false;
  await settle();
  expect(sender.snapshot()).toMatchObject({ unsaved: 0, problem: null });
  expect(item.fields).toEqual({ baseline: '4' });
});

it('a change that the server cannot read holds back no other, and stays here with the reason', async () => {
  const { send, item } = server();
  const strict: Send = async changes =>
    changes.some(({ fields }) => 'rusak' in fields)
      ? { ok: false, reason: 'invalid', message: 'Isian ini tidak dapat dibaca.' }
      : send(changes);
  const sender = new Sender(strict, { random: () => 0.5 });
  sender.open('i', 1);
  sender.change('lain', { rusak: 'x' });
  sender.change('i', { title: 'Judul' });
  await settle();
  expect(item.fields).toEqual({ title: 'Judul' });
  expect(sender.openFields('i')).toEqual([]);
  expect(sender.openFields('lain')).toEqual([
    { field: 'rusak', state: { kind: 'refused', value: 'x', message: 'Isian ini tidak dapat dibaca.' } },
  ]);
});
