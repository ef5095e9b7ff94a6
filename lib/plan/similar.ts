import { alike, indexOf, likeness, type Profile, pairsAlike } from './likeness';

export type VerdictKind = 'different' | 'shared' | 'source';

/** What was decided on indicators that look alike. */
export type Verdict = {
  id: string;
  kind: VerdictKind;
  itemIds: readonly string[];
  /** Name and unit of each then (`imprintOf`). */
  seen: readonly string[];
  /** The source that binds; of a verdict on sources only. */
  source: string | null;
  reason: string;
};

/** Name and unit as they are compared; when this changes, what was found different is asked about again. */
export function imprintOf({ words, unit }: Profile): string {
  return `${words.join(' ')} | ${unit}`;
}

/** Whether a verdict has settled that two stand side by side: they differ and still do, or share a definition. */
export function settling(verdicts: readonly Verdict[], profiles: ReadonlyMap<string, Profile>) {
  const isAsThen = ({ itemIds, seen }: Verdict, id: string) => {
    const profile = profiles.get(id);
    return profile !== undefined && seen[itemIds.indexOf(id)] === imprintOf(profile);
  };
  return (a: string, b: string): boolean =>
    verdicts.some(
      verdict =>
        verdict.kind !== 'source' &&
        verdict.itemIds.includes(a) &&
        verdict.itemIds.includes(b) &&
        (verdict.kind === 'shared' || (isAsThen(verdict, a) && isAsThen(verdict, b))),
    );
}

export type Group = { ids: string[]; score: number };

// A group larger than that is one name copied over and over; pairs within it need no second look.
const mostPaired = 60;

/** Groups of indicators that look alike and are not settled, the likeliest first. */
export function groupsAlike(
  profiles: ReadonlyMap<string, Profile>,
  isSettled: (a: string, b: string) => boolean,
): Group[] {
  // What says exactly the same is held against the others once.
  const same = new Map<string, string[]>();
  for (const [id, profile] of profiles) {
    const key = `${imprintOf(profile)} | ${profile.code}`;
    const ids = same.get(key);
    if (ids) ids.push(id);
    else same.set(key, [id]);
  }
  const twins = [...same.values()];
  const index = indexOf(new Map(twins.map(([id = '']) => [id, profiles.get(id) as Profile])));
  const kin = new Kin(twins.length);
  for (const { a, b } of pairsAlike(index, (a, b) => kin.top(a) === kin.top(b))) kin.join(a, b);
  const groups = new Map<number, string[]>();
  for (const [at, ids] of twins.entries())
    groups.set(kin.top(at), [...(groups.get(kin.top(at)) ?? []), ...ids]);
  const scoreOf = (a: string, b: string) => likeness(profiles.get(a) as Profile, profiles.get(b) as Profile);
  return [...groups.values()]
    .filter(ids => ids.length > 1)
    .map(ids => ids.sort())
    .flatMap(ids => (ids.length > mostPaired ? [{ ids, score: 1 }] : unsettled(ids, scoreOf, isSettled)))
    .sort((x, y) => y.score - x.score || (x.ids[0] ?? '').localeCompare(y.ids[0] ?? ''));
}

function unsettled(
  ids: readonly string[],
  scoreOf: (a: string, b: string) => number,
  isSettled: (a: string, b: string) => boolean,
): Group[] {
  const kin = new Kin(ids.length);
  const best = new Map<number, number>();
  const pairs = ids.flatMap((_, a) => ids.slice(a + 1).map((_, at) => ({ a, b: a + 1 + at })));
  const scored = pairs.map(({ a, b }) => ({ a, b, score: scoreOf(ids[a] ?? '', ids[b] ?? '') }));
  const open = scored.filter(({ a, b, score }) => score >= alike && !isSettled(ids[a] ?? '', ids[b] ?? ''));
  for (const { a, b } of open) kin.join(a, b);
  for (const { a, score } of open) best.set(kin.top(a), Math.max(best.get(kin.top(a)) ?? 0, score));
  return [...best].map(([top, score]) => ({ ids: ids.filter((_, at) => kin.top(at) === top), score }));
}

/** Which of so many hang together. */
class Kin {
  private above: number[];

  constructor(count: number) {
    this.above = Array.from({ length: count }, (_, at) => at);
  }

  top(at: number): number {
    let top = at;
    while (this.above[top] !== top) top = this.above[top] ?? top;
    // The way is shortened for the next who asks.
    for (let next = at; this.above[next] !== top; ) {
      const after = this.above[next] ?? top;
      this.above[next] = top;
      next = after;
    }
    return top;
  }

  join(a: number, b: number): void {
    this.above[this.top(b)] = this.top(a);
  }
}
