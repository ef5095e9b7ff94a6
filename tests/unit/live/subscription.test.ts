import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { News } from '@/lib/live/news';
import { joined, Line } from '@/lib/live/subscription';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const news = (revision: number, ...items: string[]): News => ({
  ...{ revision, items, versions: items.map(() => revision), moved: [] },
});

/** A browser: its channel, its lock, and a server whose news are everything after the revision asked for. */
function browser() {
  const log: [revision: number, item: string][] = [];
  const streams: FakeStream[] = [];
  const asked: string[] = [];
  const channels = new Set<FakeChannel>();
  const waiting: { work: (signal: AbortSignal) => void; leave: AbortController }[] = [];
  const world = { isBlocked: false, status: 200 };
  const revision = () => log.at(-1)?.[0] ?? 10;
  const since = (address: string) => Number(new URL(address, 'http://x').searchParams.get('sejak'));
  const after = (stand: number) =>
    news(revision(), ...log.filter(([at]) => at > stand).map(([, item]) => item));

  class FakeStream {
    heard = new Map<string, (message: { data: string }) => void>();
    isClosed = false;
    constructor(readonly address: string) {
      streams.push(this);
      queueMicrotask(() => {
        if (world.isBlocked) return this.say('error', null);
        this.say('mulai', null);
        this.say('kabar', after(since(address)));
      });
    }
    addEventListener(event: string, hear: (message: { data: string }) => void) {
      this.heard.set(event, hear);
    }
    say(event: string, data: unknown) {
      if (!this.isClosed) this.heard.get(event)?.({ data: JSON.stringify(data) });
    }
    close() {
      this.isClosed = true;
    }
  }

  class FakeChannel {
    onmessage: ((message: { data: unknown }) => void) | null = null;
    constructor() {
      channels.add(this);
    }
    postMessage(data: unknown) {
      for (const other of channels) {
        if (other !== this) queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) }));
      }
    }
  }

  const passOn = () =>
    waiting[0] && !waiting[0].leave.signal.aborted && waiting[0].work(waiting[0].leave.signal);
  const lead = (_: string, work: (signal: AbortSignal) => void) => {
    const turn = { work, leave: new AbortController() };
    waiting.push(turn);
    if (waiting.length === 1) passOn();
    return () => {
      const isFirst = waiting[0] === turn;
      turn.leave.abort();
      waiting.splice(waiting.indexOf(turn), 1);
      if (isFirst) passOn();
    };
  };
  const ask = async (address: string, { headers }: RequestInit) => {
    asked.push(address);
    if (world.status !== 200) return new Response(null, { status: world.status });
    const isSame = (headers as Record<string, string>)['if-none-match'] === `"${revision()}"`;
    return isSame ? new Response(null, { status: 304 }) : Response.json(after(since(address)));
  };
  const tab = () => {
    const line = new Line('orang', {
      ...{ lead, ask, random: () => 0.5 },
      open: address => new FakeStream(address) as unknown as EventSource,
      channel: () => new FakeChannel() as unknown as BroadcastChannel,
    });
    const heard: string[] = [];
    const listen = (stand: number) => line.subscribe(stand, ({ items }) => heard.push(...items));
    return { line, heard, listen };
  };
  const open = () => streams.filter(({ isClosed }) => !isClosed);
  const write = (item: string) => {
    log.push([revision() + 1, item]);
    if (!world.isBlocked) for (const stream of open()) stream.say('kabar', news(revision(), item));
  };
  return { tab, write, open, streams, asked, world };
}

const settle = () => vi.advanceTimersByTimeAsync(1);

describe('a line of news', () => {
  it('is one stream for all tabs, and each hears each news once', async () => {
    const { tab, write, streams } = browser();
    const [one, two] = [tab(), tab()];
    one.listen(10);
    two.listen(10);
    await settle();
    write('a');
    write('b');
    await settle();
    expect(streams).toHaveLength(1);
    expect([one.heard, two.heard]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('tells a tab that was drawn earlier what it missed, from memory or by asking the server anew', async () => {
    const { tab, write, streams } = browser();
    const one = tab();
    one.listen(10);
    await settle();
    write('a');
    write('b');
    const late = tab();
    late.listen(11);
    await settle();
    expect(late.heard).toEqual(['b']);
    expect(streams).toHaveLength(1);
    const older = tab();
    older.listen(5);
    await settle();
    expect(older.heard).toEqual(['a', 'b']);
    expect(streams.at(-1)?.address).toContain('sejak=5');
    write('c');
    await settle();
    expect([one.heard, late.heard, older.heard]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });

  it('tells every tab once that the plan is another, whose revisions are counted anew', async () => {
    const { tab, open } = browser();
    const [one, two] = [tab(), tab()];
    const anew: boolean[] = [];
    for (const { line } of [one, two]) line.subscribe(10, ({ isAnew = false }) => anew.push(isAnew));
    await settle();
    open()[0]?.say('kabar', news(3));
    await settle();
    expect(anew).toEqual([true, true]);
    open()[0]?.say('kabar', news(4, 'a'));
    await settle();
    expect(anew).toEqual([true, true, false, false]);
  });

  it('goes on from where it stood when the stream is lost', async () => {
    const { tab, write, open, streams } = browser();
    const one = tab();
    one.listen(10);
    await settle();
    write('a');
    for (const stream of open()) {
      stream.say('error', null);
    }
    write('b');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(one.heard).toEqual(['a', 'b']);
    expect(streams.at(-1)?.address).toContain('sejak=1');
    expect(open()).toHaveLength(1);
  });

  it('is taken over by the next tab without a gap', async () => {
    const { tab, write, open } = browser();
    const [one, two] = [tab(), tab()];
    const leave = one.listen(10);
    two.listen(10);
    await settle();
    write('a');
    await settle();
    leave();
    await vi.advanceTimersByTimeAsync(6_000);
    write('b');
    await settle();
    expect(one.heard).toEqual(['a']);
    expect(two.heard).toEqual(['a', 'b']);
    expect(open()).toHaveLength(1);
  });

  it('asks where streams are blocked, within 20 s, and tries streams ever more rarely', async () => {
    const { tab, write, streams, world, asked } = browser();
    world.isBlocked = true;
    const one = tab();
    one.listen(10);
    await vi.advanceTimersByTimeAsync(2_000);
    write('a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(one.heard).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const before = streams.length;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(streams.length - before).toBeLessThanOrEqual(14);
    write('b');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(one.heard).toEqual(['a', 'b']);
    const polled = asked.length;
    world.isBlocked = false;
    await vi.advanceTimersByTimeAsync(100_000);
    const flowing = asked.length;
    expect(flowing).toBeGreaterThan(polled - 1);
    for (const stream of streams) stream.say('denyut', 12);
    await vi.advanceTimersByTimeAsync(35_000);
    expect(asked.length).toBe(flowing);
  });

  it('asks when a stream says nothing at all', async () => {
    const { tab, open, asked } = browser();
    const one = tab();
    one.listen(10);
    await settle();
    const [stream] = open();
    await vi.advanceTimersByTimeAsync(39_000);
    expect(stream?.isClosed).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(stream?.isClosed).toBe(true);
    expect(asked.length + open().length).toBeGreaterThan(0);
  });

  it('ends with the session and asks no more, until somebody looks and is signed in again', async () => {
    const { tab, write, open, asked, streams, world } = browser();
    const one = tab();
    one.listen(10);
    await settle();
    open()[0]?.say('akhir', null);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect([streams.length, asked.length, open().length]).toEqual([1, 0, 0]);
    write('a');
    world.status = 401;
    one.line.wake();
    await settle();
    expect([streams.length, asked.length]).toEqual([1, 1]);
    world.status = 200;
    one.line.wake();
    await settle();
    expect(one.heard).toEqual(['a']);
    expect(open()).toHaveLength(1);
  });

  it('ends at the first question too that finds no session', async () => {
    const { tab, asked, streams, world } = browser();
    Object.assign(world, { isBlocked: true, status: 401 });
    tab().listen(10);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(asked).toHaveLength(1);
    expect(streams.length).toBeLessThanOrEqual(2);
  });
});

it('several news become one, each item as it was told last', () => {
  const list = [news(1, 'a', 'b'), news(2, 'b', 'c')];
  expect(joined(list)).toEqual({ revision: 2, items: ['a', 'b', 'c'], versions: [1, 2, 2], moved: [] });
});
