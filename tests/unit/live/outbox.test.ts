import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Entry } from '@/lib/live/outbox-entry';

type Listener = () => void;
let listeners: Record<string, Listener[]> = {};

beforeEach(() => {
  listeners = {};
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('addEventListener', (name: string, listener: Listener) => {
    listeners[name] = [...(listeners[name] ?? []), listener];
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A page of the browser: modules of its own, the database in common. `session` is what a reload keeps. */
async function openPage(session = new Map<string, string>()) {
  vi.resetModules();
  listeners = {};
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => session.set(key, value),
    removeItem: (key: string) => session.delete(key),
  });
  const { Outbox, countKept, forgetKept, listForeign } = await import('@/lib/live/outbox');
  const { ownTab } = await import('@/lib/live/tab');
  await ownTab();
  const hidden = listeners.pagehide ?? [];
  return {
    ...{ session, countKept, forgetKept, listForeign },
    outbox: (person = 'siti', onFault: (error: unknown) => void = unexpected) => new Outbox(person, onFault),
    close: () => {
      for (const listener of hidden) listener();
    },
  };
}

const unexpected = (error: unknown) => {
  throw error;
};

const entry = (itemId: string, title: string): Entry => ({
  ...{ shape: 1 as const, itemId, flight: [] },
  fields: { title: { kind: 'waiting', value: title, version: 1 } },
});

async function adopted(outbox: { adopt: (take: (entry: Entry) => void) => Promise<void> }) {
  const taken: Entry[] = [];
  await outbox.adopt(one => taken.push(one));
  return taken;
}

it('gives back after a reload what was kept, and nothing that was saved since', async () => {
  const before = await openPage();
  const outbox = before.outbox();
  outbox.write('a', entry('a', 'S'));
  outbox.write('a', entry('a', 'Stunting'));
  outbox.write('b', entry('b', 'JKN'));
  outbox.write('b', null);
  await outbox.written();
  before.close();
  const after = await openPage(before.session);
  expect(await adopted(after.outbox())).toEqual([entry('a', 'Stunting')]);
  expect(await after.countKept('siti')).toBe(1);
});

it('takes over what a closed tab left, leaves an open one its own, and shows nobody the typing of others', async () => {
  const closed = await openPage();
  const closing = closed.outbox();
  closing.write('a', entry('a', 'Ditinggalkan'));
  closing.write('x', entry('x', 'x'));
  closing.write('x', null);
  await closing.written();
  closed.close();
  const open = await openPage();
  const staying = open.outbox();
  staying.write('b', entry('b', 'Masih diketik'));
  await staying.written();
  const other = await openPage();
  expect(await adopted(other.outbox('budi'))).toEqual([]);
  const heir = other.outbox();
  const taken: Entry[] = [];
  await heir.adopt(one => {
    taken.push(one);
    heir.write(one.itemId, one);
  });
  expect(taken).toEqual([entry('a', 'Ditinggalkan')]);
  expect(await other.countKept('siti')).toBe(2);
  expect(await adopted((await openPage()).outbox())).toEqual([]);
});

it('a copied tab gets an id of its own', async () => {
  const first = await openPage();
  const id = first.session.get('rembug.tab');
  const copy = await openPage(new Map(first.session));
  expect(copy.session.get('rembug.tab')).not.toBe(id);
});

it('tells when nothing can be kept', async () => {
  const page = await openPage();
  const faults: unknown[] = [];
  const outbox = page.outbox('siti', error => faults.push(error));
  vi.stubGlobal('indexedDB', undefined);
  vi.resetModules();
  const { Outbox } = await import('@/lib/live/outbox');
  const broken = new Outbox('siti', error => faults.push(error));
  broken.write('a', entry('a', 'S'));
  await broken.written();
  expect(faults).toHaveLength(1);
  outbox.write('a', null);
});

it('empties the device of one person and of no other', async () => {
  const page = await openPage();
  for (const person of ['siti', 'budi']) {
    const outbox = page.outbox(person);
    outbox.write('a', entry('a', person));
    await outbox.written();
  }
  await page.forgetKept('siti');
  expect(await page.countKept('siti')).toBe(0);
  expect(await page.countKept('budi')).toBe(1);
});

it('leaves what another version of the program wrote where it is, and counts it', async () => {
  const page = await openPage();
  const outbox = page.outbox();
  outbox.write('a', { ...entry('a', 'S'), shape: 99 } as unknown as Entry);
  await outbox.written();
  expect(await adopted(outbox)).toEqual([]);
  expect(await page.countKept('siti')).toBe(1);
});

it('keeps what an earlier page left of an item while somebody already types on in it', async () => {
  const before = await openPage();
  const outbox = before.outbox();
  outbox.write('a', entry('a', 'Lama'));
  await outbox.written();
  before.close();
  const after = await openPage(before.session);
  const next = after.outbox();
  const taken: Entry[] = [];
  const adopting = next.adopt(one => taken.push(one));
  // The page is there before its database has answered.
  const typed = {
    ...entry('a', 'x'),
    fields: { unit: { kind: 'waiting' as const, value: '%', version: 1 } },
  };
  next.write('a', typed);
  await Promise.all([adopting, next.written()]);
  expect(taken).toEqual([entry('a', 'Lama')]);
  expect(await adopted((await openPage()).outbox())).toEqual([]);
});

it('what another version of the program kept is counted, told in its words, and let go only when asked', async () => {
  const page = await openPage();
  const outbox = page.outbox();
  const newer = {
    shape: 7,
    itemId: 'a1',
    isi: { title: { kind: 'waiting', nilai: 'Judul baru', version: 3 }, angka: 12 },
  };
  outbox.write('a1', newer as unknown as Entry);
  outbox.write('b1', entry('b1', 'Dapat dibaca'));
  await outbox.written();
  expect(await page.countKept('siti')).toBe(2);
  const found = await page.listForeign('siti');
  expect(found.texts).toEqual(['Judul baru', '12']);
  expect((await page.listForeign('budi')).texts).toEqual([]);
  await found.forget();
  expect(await page.countKept('siti')).toBe(1);
});
