import type { Counting } from './criteria';

/** What one person holds one target to be worth by one criterion. */
export type Score = { itemId: string; userId: string; criterion: string; score: number };

/** Several people's scores in short. */
export type Spread = { mean: number; low: number; high: number; count: number };

export type Rated = {
  id: string;
  /** The weighed mean, 1 to 5; null while a criterion that counts has no score. */
  total: number | null;
  /** Of the totals of those who scored every criterion that counts. */
  spread: Spread | null;
  /** By criterion; one without a score is left out. */
  criteria: ReadonlyMap<string, Spread>;
  /** Equal totals share a place, and the next one counts them: 1, 2, 2, 4. null without a total. */
  rank: number | null;
};

/**
 * Targets by their scores, the highest first; equal ones and those without a total in the order given. A criterion's
 * mean is that of whoever scored it, so one missing score takes nothing from the others.
 */
export function rated(
  ids: readonly string[],
  scores: readonly Score[],
  criteria: readonly Counting[],
): Rated[] {
  const byItem = groupBy(scores, ({ itemId }) => itemId);
  const all = ids.map(id => rate(id, byItem.get(id) ?? [], criteria));
  const sorted = [...all].sort((a, b) => compareTotals(a.total, b.total));
  return sorted.map(one => ({ ...one, rank: one.total === null ? null : placeOf(one.total, sorted) }));
}

function rate(id: string, scores: readonly Score[], criteria: readonly Counting[]): Omit<Rated, 'rank'> {
  const byCriterion = groupBy(scores, ({ criterion }) => criterion);
  const spreads = criteria.flatMap(({ key }): [string, Spread][] => {
    const own = byCriterion.get(key);
    return own ? [[key, spreadOf(own.map(({ score }) => score))]] : [];
  });
  const means = new Map(spreads.map(([key, { mean }]) => [key, mean]));
  const people = [...groupBy(scores, ({ userId }) => userId).values()];
  const totals = people.flatMap(
    own => weighed(criteria, new Map(own.map(({ criterion, score }) => [criterion, score]))) ?? [],
  );
  return {
    ...{ id, total: weighed(criteria, means), criteria: new Map(spreads) },
    spread: totals.length > 0 ? spreadOf(totals) : null,
  };
}

/** The weighed sum of a value for each criterion that counts; null when one is missing. */
export function weighed(criteria: readonly Counting[], values: ReadonlyMap<string, number>): number | null {
  let total = 0;
  for (const { key, share } of criteria) {
    const value = values.get(key);
    if (value === undefined) return null;
    total += share * value;
  }
  return criteria.length > 0 ? total : null;
}

function spreadOf(values: readonly number[]): Spread {
  const sum = values.reduce((total, value) => total + value, 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { mean: sum / values.length, low, high, count: values.length };
}

/** Sums of shares differ in the last digits; that is no difference between targets. */
const equal = 1e-9;

/** The higher total first, no total last. */
export function compareTotals(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Math.abs(a - b) < equal ? 0 : b - a;
}

const placeOf = (total: number, all: readonly { total: number | null }[]) =>
  1 + all.filter(other => other.total !== null && other.total > total + equal).length;

/** Whether an order puts a target before one with a higher total; the order of equal ones is free. */
export function departs(order: readonly string[], totals: ReadonlyMap<string, number | null>): boolean {
  return order.some((id, at) => {
    const next = order[at + 1];
    return next !== undefined && compareTotals(totals.get(id) ?? null, totals.get(next) ?? null) > 0;
  });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
