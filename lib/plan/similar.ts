import { type Profile, pairsAlike } from './likeness';

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
    same.set(key, [...(same.get(key) ?? []), id]);
  }
  const twins = [...same.values()].filter(ids => ids.length > 1);
  const single = new Map(
    [...same.values()].flatMap(([id = '']) => {
      const profile = profiles.get(id);
      return profile ? [[id, profile] as const] : [];
    }),
  );
  const scores = new Map<string, number>();
  const links: [string, string, number][] = [
    ...twins.flatMap(ids => ids.slice(1).map((id): [string, string, number] => [ids[0] ?? id, id, 1])),
    ...pairsAlike(single).map(({ a, b, score }): [string, string, number] => [a, b, score]),
  ];
  for (const [a, b, score] of links) scores.set(keyOf(a, b), score);
  const firstOf = new Map(twins.flatMap(ids => ids.map(id => [id, ids[0] ?? id] as const)));
  const scoreOf = (a: string, b: string): number => {
    const [left, right] = [firstOf.get(a) ?? a, firstOf.get(b) ?? b];
    return left === right ? 1 : (scores.get(keyOf(left, right)) ?? 0);
  };
  return joined(links)
    .flatMap(ids => (ids.length > mostPaired ? [ids] : unsettled(ids, scoreOf, isSettled)))
    .map(ids => ({
      ids,
      score: Math.max(...pairsOf(ids.slice(0, mostPaired)).map(([a, b]) => scoreOf(a, b))),
    }))
    .sort((x, y) => y.score - x.score || (x.ids[0] ?? '').localeCompare(y.ids[0] ?? ''));
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function unsettled(
  ids: readonly string[],
  scoreOf: (a: string, b: string) => number,
  isSettled: (a: string, b: string) => boolean,
): string[][] {
  const links = pairsOf(ids).filter(([a, b]) => scoreOf(a, b) > 0 && !isSettled(a, b));
  return joined(links);
}

const pairsOf = (ids: readonly string[]) =>
  ids.flatMap((a, at) => ids.slice(at + 1).map((b): [string, string] => [a, b]));

/** What hangs together by links, each in order. */
function joined(links: readonly (readonly [string, string, ...unknown[]])[]): string[][] {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    return at;
  };
  for (const [a, b] of links) {
    const [left, right] = [top(a), top(b)].sort() as [string, string];
    above.set(left, left);
    above.set(right, left);
  }
  const groups = new Map<string, string[]>();
  for (const id of above.keys()) groups.set(top(id), [...(groups.get(top(id)) ?? []), id]);
  return [...groups.values()].map(ids => ids.sort());
}
