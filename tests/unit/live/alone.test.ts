import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { alone } from '@/lib/live/alone';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Options = { signal?: AbortSignal; steal?: boolean };
type Work = () => Promise<unknown>;

/** The locks of a browser: whoever steals takes a lock from its holder, whose request then fails. */
function browserLocks() {
  let holder: { reject: (error: Error) => void } | null = null;
  const waiting: (() => void)[] = [];
  const request = (_name: string, { signal, steal }: Options, work: Work) =>
    new Promise((resolve, reject) => {
      const hold = () => {
        const own = { reject };
        holder = own;
        void work().then(result => {
          resolve(result);
          if (holder !== own) return;
          holder = null;
          waiting.shift()?.();
        });
      };
      if (steal) {
        holder?.reject(new Error('stolen'));
        hold();
      } else if (holder) {
        waiting.push(hold);
        signal?.addEventListener('abort', () => {
          waiting.splice(waiting.indexOf(hold), 1);
          reject(new Error('aborted'));
        });
      } else hold();
    });
  return { locks: { request } };
}

it('work goes on though its turn was taken by one tab after another that lost patience', async () => {
  vi.stubGlobal('navigator', browserLocks());
  const asleep = alone('send', () => new Promise(() => {}));
  asleep.catch(() => {});
  await vi.advanceTimersByTimeAsync(1_000);
  const lasting = (what: string) => () => new Promise(done => setTimeout(() => done(what), 10_000));
  const second = alone('send', lasting('second'));
  await vi.advanceTimersByTimeAsync(1_000);
  const third = alone('send', lasting('third'));
  const results = Promise.all([second, third]);
  results.catch(() => {});
  await vi.advanceTimersByTimeAsync(60_000);
  await expect(results).resolves.toEqual(['second', 'third']);
});
