import { showDecimal } from '@/lib/plan/numbers';
import type { Spread } from '@/lib/priority/ranking';

/** A mean of scores: "3,8". */
export const showMean = (mean: number) => showDecimal(mean.toFixed(2));

/** How far apart people are: "2–5, 7 penilai"; who they are many of is left out where that was said already. */
export function sayRange({ low, high, count }: Spread, digits = 0, known?: number): string {
  const [from, to] = [low, high].map(value => showDecimal(value.toFixed(digits)));
  const range = from === to ? `${from}` : `${from}–${to}`;
  return count === known ? range : `${range}, ${count} penilai`;
}

/** A part of the whole: "25 %". */
export const showShare = (share: number) => `${showDecimal((share * 100).toFixed(1).replace(/\.0$/, ''))} %`;
