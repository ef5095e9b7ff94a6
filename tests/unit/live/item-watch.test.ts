import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchItem } from '@/components/item/item-watch';
import type { News } from '@/lib/live/news';

const line = vi.hoisted(() => ({ tell: (_: News) => {}, come: (_: string) => {} }));
vi.mock('@/lib/live/subscription', () => ({
  subscribe: (_person: string, _since: number, hear: (news: News) => void) => {
    line.tell = hear;
    return () => {};
  },
  onPresence: (_person: string, hear: (itemId: string) => void) => {
    line.come = hear;
    return () => {};
  },
}));

let asked = 0;
let status = 204;

beforeEach(() => {
  vi.useFakeTimers();
  // Whoever wishes first is asked for first.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  asked = 0;
  status = 204;
  vi.stubGlobal('window', { addEventListener: () => {}, removeEventListener: () => {} });
  vi.stubGlobal('navigator', { sendBeacon: () => true });
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.includes('/isi')) asked += 1;
    return new Response(null, { status });
  });
});
afterEach(() => {
  vi.mocked(Math.random).mockRestore();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const news = (version: number): News => ({
  ...{ revision: version, items: ['i'], versions: [version], moved: [] },
});

/** A page of the item at version 1, on which all up to `known` was saved from here; it has asked once already. */
async function watch(known: number) {
  const watched = { person: 'siti', itemId: 'i', path: '/i', version: 1, revision: 1 };
  const stop = watchItem(watched, {
    isKnown: version => version <= known,
    onNews: () => {},
    onClosed: () => {},
  });
  await vi.advanceTimersByTimeAsync(300);
  asked = 0;
  return stop;
}

it('asks for what another wrote right after oneself, and for nothing that was only written from here', async () => {
  const stop = await watch(2);
  line.tell(news(2));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toBe(0);
  line.tell(news(2));
  line.tell(news(3));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toBe(1);
  stop();
});

it('asks who has come though one has just saved', async () => {
  const stop = await watch(2);
  line.tell(news(2));
  await vi.advanceTimersByTimeAsync(200);
  line.come('i');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toBe(1);
  stop();
});

it('asks again later when there was no answer', async () => {
  const stop = await watch(2);
  status = 503;
  line.tell(news(3));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toBe(1);
  status = 204;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(2);
  stop();
});
