import type { Measured } from './load';

export type Contender = { name: string; run: () => Promise<Measured> };

/** The rounds of one contender; `spread` is half the distance between the extremes, as a share of the median. */
export type Result = Measured & { name: string; spread: number; rounds: number[] };

export const rounds = 3;

/** Runs all contenders in turns (A-B-A-B), three rounds, and takes each one's median. */
export async function inRounds(contenders: readonly Contender[]): Promise<Result[]> {
  const measured = contenders.map((): Measured[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) measured[index]?.push(await run());
  }
  return contenders.map(({ name }, index) => summary(name, measured[index] ?? []));
}

function summary(name: string, list: readonly Measured[]): Result {
  const middle = (pick: (one: Measured) => number) => median(list.map(pick));
  const speeds = list.map(({ perSecond }) => perSecond);
  const sum = (pick: (one: Measured) => number) => list.reduce((total, one) => total + pick(one), 0);
  return {
    ...{ name, rounds: speeds, perSecond: median(speeds), spread: spreadOf(speeds) },
    ...{ p50: middle(one => one.p50), p95: middle(one => one.p95), p99: middle(one => one.p99) },
    ...{ count: sum(one => one.count), errors: sum(one => one.errors) },
    firstError: list.find(({ firstError }) => firstError)?.firstError,
  };
}

export type Ratio = { value: number; spread: number };

/** How much faster `a` is than `b`: the median of the ratios of their rounds. */
export function ratio(a: Result, b: Result): Ratio {
  const list = a.rounds.map((speed, round) => speed / (b.rounds[round] || Number.NaN));
  return { value: median(list), spread: spreadOf(list) };
}

/** The middle one of some numbers; 0 of none. */
export function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spreadOf(list: readonly number[]): number {
  const middle = median(list);
  return middle ? (Math.max(...list) - Math.min(...list)) / 2 / middle : 0;
}
