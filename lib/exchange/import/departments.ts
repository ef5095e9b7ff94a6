import { cleanLines, oneLine, saysNothing, squeezed, wordsOf } from './wording';

export type KnownDepartment = {
  id: string;
  code: string;
  name: string;
  isEnded?: boolean;
  successorIds?: readonly string[];
};

/** Which department a cell names. */
export type FoundDepartment =
  | { kind: 'none' }
  | { kind: 'one'; id: string; by: 'code' | 'name' | 'answer' }
  /** Nobody is called so; `key` is what an answer is kept under. */
  | { kind: 'unknown'; name: string; key: string }
  /** Several in one cell, those that are known. */
  | { kind: 'several'; ids: string[]; unknown: { name: string; key: string }[] };

export type DepartmentFinder = (text: string) => FoundDepartment;

const short: readonly [RegExp, string][] = [
  [/\bkec\b/g, 'kecamatan'],
  [/\bdin\b/g, 'dinas'],
  [/\bset\b/g, 'sekretariat'],
];

/**
 * Finds departments by code, then by name without its spaces, signs and the name of the region, then by what
 * was answered before for the same name.
 * @param answers by key; '' says that the name is no department of this region
 */
export function departmentFinder(
  departments: readonly KnownDepartment[],
  region: string,
  answers: Readonly<Record<string, string>>,
): DepartmentFinder {
  const codes = new Map<string, string>();
  const names = new Map<string, string>();
  // What is there today goes before what ended, whose names live on in old files.
  for (const { id, code, name } of [...departments].sort(endedFirst)) {
    codes.set(squeezed(code), id);
    names.set(departmentKey(name), id);
  }
  const heirOf = heirFinder(departments);
  const one = (text: string): FoundDepartment => {
    if (saysNothing(text)) return { kind: 'none' };
    const code = heirOf(codes.get(squeezed(text)));
    if (code !== null) return { kind: 'one', id: code, by: 'code' };
    const key = departmentKey(text);
    const name = heirOf(names.get(key) ?? names.get(withoutPlace(key, region)));
    if (name !== null) return { kind: 'one', id: name, by: 'name' };
    const answer = heirOf(Object.hasOwn(answers, key) ? answers[key] : undefined);
    if (answer !== null) return { kind: 'one', id: answer, by: 'answer' };
    return { kind: 'unknown', name: oneLine(text), key };
  };
  const cache = new Map<string, FoundDepartment>();
  return text => {
    const kept = cache.get(text);
    if (kept) return kept;
    const found = one(text);
    // Only what is no name as a whole is taken apart: names have commas and “dan” too.
    const answer = found.kind === 'unknown' ? (severalOf(text, one) ?? found) : found;
    cache.set(text, answer);
    return answer;
  };
}

const endedFirst = (a: KnownDepartment, b: KnownDepartment) =>
  Number(b.isEnded ?? false) - Number(a.isEnded ?? false);

/** What took the place of a department that ended; null where there are several, and somebody has to say which. */
function heirFinder(departments: readonly KnownDepartment[]) {
  const byId = new Map(departments.map(one => [one.id, one]));
  return (id: string | undefined): string | null => {
    const seen = new Set<string>();
    let one = byId.get(id ?? '');
    while (one?.isEnded && !seen.has(one.id)) {
      seen.add(one.id);
      one = one.successorIds?.length === 1 ? byId.get(one.successorIds[0] ?? '') : undefined;
    }
    return one && !one.isEnded ? one.id : null;
  };
}

function severalOf(text: string, one: DepartmentFinder): FoundDepartment | null {
  // Wide gaps would be looked through again from each of their spaces.
  const parts = cleanLines(text)
    .split(/[,;/\n•]|\s+dan\s+|\s*\d{1,2}[.)]\s+/i)
    .map(part => part.replace(/^[-–*\s]+/, ''))
    .filter(part => !saysNothing(part));
  const found = parts.map(one);
  const ids = found.flatMap(answer => (answer.kind === 'one' ? answer.id : []));
  if (parts.length < 2 || ids.length === 0) return null;
  const unknown = found.flatMap(answer =>
    answer.kind === 'unknown' ? { name: answer.name, key: answer.key } : [],
  );
  return { kind: 'several', ids: [...new Set(ids)], unknown };
}

/** What two spellings of one department have in common: neither spaces nor signs, and short words in full. */
export function departmentKey(text: string): string {
  let words = wordsOf(text.replace(/&/g, ' dan '));
  for (const [pattern, long] of short) words = words.replace(pattern, long);
  return words.replaceAll(' ', '');
}

/** The key without the name of the region that many write behind a department's. */
function withoutPlace(key: string, region: string): string {
  const place = squeezed(region).replace(/^(?:kabupaten|kota)/, '');
  if (place === '' || !key.endsWith(place)) return key;
  return key.slice(0, -place.length).replace(/(?:kabupaten|kab|kota)$/, '');
}
