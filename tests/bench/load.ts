import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** One thing to do again and again; rejects when the answer is not the right one. */
export type Task = () => Promise<unknown>;

export type Measured = {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  count: number;
  errors: number;
  /** What the first error said. */
  firstError?: string;
};

/**
 * Everybody does their task over and over; what is done within so many seconds counts, after a short run-up.
 * Where hardly anything is done in that time, what was begun in it counts too, over the time it took.
 */
export async function closedLoop(
  tasks: readonly Task[],
  seconds: number,
  warmSeconds = 0.3,
): Promise<Measured> {
  const [within, late] = [new Tally(), new Tally()];
  const begin = performance.now() + warmSeconds * 1000;
  const end = begin + seconds * 1000;
  await Promise.all(
    tasks.map(async task => {
      while (performance.now() < end) {
        const since = performance.now();
        const error = await task().then(noError, String);
        const now = performance.now();
        for (const tally of now <= end ? [within, late] : [late]) {
          if (error !== null) tally.fail(error);
          else if (now >= begin) tally.add(now - since);
        }
        if (error !== null) await pause(100);
      }
    }),
  );
  const counted = within.over(seconds);
  const all = late.over((performance.now() - begin) / 1000);
  return counted.count >= tasks.length ? { ...counted, errors: all.errors, firstError: all.firstError } : all;
}

/**
 * Tasks begin at a fixed rate, whether earlier ones are done or not; a latency counts from the moment at which
 * the task was meant to begin.
 * @param next the task whose turn it is; called once per beginning
 */
export async function openLoop(
  next: (turn: number) => Task,
  perSecond: number,
  seconds: number,
): Promise<Measured> {
  const tally = new Tally();
  const begin = performance.now();
  const total = Math.floor(perSecond * seconds);
  const running: Promise<void>[] = [];
  for (let turn = 0; turn < total; turn += 1) {
    const meant = begin + (turn * 1000) / perSecond;
    const early = meant - performance.now();
    if (early > 1) await pause(early);
    running.push(
      next(turn)().then(
        () => tally.add(performance.now() - meant),
        error => tally.fail(String(error)),
      ),
    );
  }
  await Promise.all(running);
  return tally.over((performance.now() - begin) / 1000);
}

/** Does the task so many times, one after the other. */
export async function inTurn(task: Task, times: number): Promise<Measured> {
  const tally = new Tally();
  const begin = performance.now();
  for (let turn = 0; turn < times; turn += 1) {
    const since = performance.now();
    await task().then(
      () => tally.add(performance.now() - since),
      error => tally.fail(String(error)),
    );
  }
  return tally.over((performance.now() - begin) / 1000);
}

const noError = () => null;

/** Gathers latencies in ms and failures. */
export class Tally {
  private readonly latencies: number[] = [];
  private errors = 0;
  private firstError: string | undefined;

  add(ms: number): void {
    this.latencies.push(ms);
  }

  addAll({ latencies }: Tally): void {
    for (const ms of latencies) this.add(ms);
  }

  fail(error: string): void {
    this.errors += 1;
    this.firstError ??= error.slice(0, 500);
  }

  over(seconds: number): Measured {
    const sorted = this.latencies.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    const count = sorted.length;
    const { errors, firstError } = this;
    return {
      perSecond: count / seconds,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      count,
      errors,
      firstError,
    };
  }
}
