/** What of an indicator is held against the others. */
export type Named = { title: string; unit: string; code: string };

/** A name in a form in which two that mean the same look alike. */
export type Profile = { words: readonly string[]; unit: string; code: string };

/** From here on two indicators are shown side by side; tried on the 220 recognised names and the seed's 41. */
export const alike = 0.8;

/** Two names that say the same but for their spelling; from here on their sources should be one. */
export const nearlyEqual = 0.93;

const sameUnit = 0.04;
const otherUnit = 0.12;
const sameCode = 0.04;

// How something is counted says less than what is counted.
const forms = new Map(
  ['persen', 'jumlah', 'indeks', 'tingkat', 'rasio', 'angka', 'nilai', 'cakupan', 'prevalensi', 'laju']
    .concat(['rata', 'banyak', 'total', 'proporsi'])
    .map(word => [word, 0.3]),
);
const fillers = new Set(
  [
    'yang',
    'di',
    'ke',
    'dari',
    'pada',
    'dan',
    'atau',
    'oleh',
    'untuk',
    'dalam',
    'dengan',
    'para',
    'per',
  ].concat(['atas', 'terhadap', 'kabupaten', 'kab', 'kecamatan', 'kec', 'kelurahan', 'kel', 'kota']),
);
const spellings: Record<string, string> = {
  persentase: 'persen',
  prosentase: 'persen',
  presentase: 'persen',
  persentasi: 'persen',
  prosen: 'persen',
  banyaknya: 'jumlah',
  banyak: 'jumlah',
  index: 'indeks',
};

/**
 * The words that a name is compared by: without case, punctuation, accents, doubled plurals (*desa-desa*),
 * fillers and the names of places.
 * @param places names of the region and its districts, in any spelling
 */
export function profileOf({ title, unit, code }: Named, places: readonly string[] = []): Profile {
  const all = wordsOf(title);
  const named = new Set(places.flatMap(wordsOf).filter(word => !/\d/.test(word)));
  const telling = all.filter(word => !fillers.has(word) && !named.has(word));
  return {
    words: [...new Set(telling.length > 0 ? telling : all)].sort(),
    unit: wordsOf(unit).join(' '),
    code: wordsOf(code).join(' '),
  };
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/%/g, ' persen ');
  const words = plain
    .replace(/(?<![\p{L}\p{N}])(\p{L}{3,})\s*-\s*\1(?![\p{L}\p{N}])/gu, '$1')
    .match(/[\p{L}\p{N}]+/gu);
  const known = (words ?? []).map(word => spellings[word] ?? word);
  return known.filter((word, at) => word !== known[at - 1]);
}

const weightOf = (word: string) => forms.get(word) ?? 1;
const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);

/** Three letters in a row, with the edges of the word, as pg_trgm counts them. */
function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

const trigrams = new Map<string, Set<string>>();
const mostWords = 50_000;

function known(word: string): Set<string> {
  const found = trigrams.get(word);
  if (found) return found;
  // Words are what people type; a process that runs for years must not keep them all.
  if (trigrams.size >= mostWords) trigrams.clear();
  const made = trigramsOf(word);
  trigrams.set(word, made);
  return made;
}

const closeEnough = 0.5;

/** How alike two words are by their trigrams, 0 to 1; below one half they are two words. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [known(a), known(b)];
  let shared = 0;
  for (const part of left) if (right.has(part)) shared += 1;
  const likeness = shared / (left.size + right.size - shared);
  return likeness >= closeEnough && !differsInNumber(a, b) ? likeness : 0;
}

// “kelas 1” and “kelas 2” are two things, however close their spelling.
const differsInNumber = (a: string, b: string) => /\d/.test(a + b) && a !== b;

/** How alike two names are, 0 to 1: the share of the words of both that the other has too. */
export function nameLikeness(a: Profile, b: Profile): number {
  const whole = weigh(a.words) + weigh(b.words);
  if (whole === 0) return 0;
  return numbered((found(a.words, b.words) + found(b.words, a.words)) / whole, a, b);
}

/** Names that count alike and name different numbers (classes, ages, sizes) are of two measures, however long they are. */
function numbered(name: number, a: Profile, b: Profile): number {
  const [left, right] = [numbersIn(a), numbersIn(b)];
  return left !== '' && right !== '' && left !== right ? 0.7 * name : name;
}

const numbersIn = ({ words }: Profile) => words.filter(word => /\d/.test(word)).join(' ');

function found(words: readonly string[], among: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    let best = 0;
    for (const other of among) best = Math.max(best, wordLikeness(word, other));
    sum += weightOf(word) * best;
  }
  return sum;
}

/** How alike two indicators are by name, unit and code, 0 to 1. */
export function likeness(a: Profile, b: Profile): number {
  return withRest(nameLikeness(a, b), a, b);
}

function withRest(name: number, a: Profile, b: Profile): number {
  const unit = a.unit === '' || b.unit === '' ? 0 : a.unit === b.unit ? sameUnit : -otherUnit;
  const code = a.code !== '' && a.code === b.code ? sameCode : 0;
  return Math.max(0, Math.min(1, name + unit + code));
}

/** Names below this cannot reach `alike` by unit and code. */
const leastName = alike - sameUnit - sameCode;

/** More than a large plan needs; a plan made to keep the program busy is not compared to its end. */
const mostCompared = 600_000;

/**
 * Pairs that are alike, by the places of their ids; one may come twice. Only names that share a rare word are held
 * against each other: of two that are alike, one has less than a third of its words missing in the other, so that
 * each looks up just so many of its rarest words.
 * @param isSkipped asked before two are held against each other: they are known to belong together
 */
export function* pairsAlike(
  index: Index,
  isSkipped: (a: number, b: number) => boolean = () => false,
): Generator<{ a: number; b: number; score: number }> {
  const lastSeenBy = new Int32Array(index.ids.length).fill(-1);
  let count = 0;
  for (const a of index.ids.keys()) {
    lastSeenBy[a] = a;
    for (const b of candidates(index, a)) {
      if (lastSeenBy[b] === a) continue;
      lastSeenBy[b] = a;
      if (isSkipped(a, b)) continue;
      count += 1;
      if (count > mostCompared) return;
      const score = scoreIn(index, a, b);
      if (score >= alike) yield { a, b, score };
    }
  }
}

/** All that are alike to one, best first. */
export function alikeTo(index: Index, id: string): { id: string; score: number }[] {
  const at = index.ids.indexOf(id);
  if (at < 0) return [];
  return index.ids
    .map((other, place) => ({ id: other, score: place === at ? 0 : scoreIn(index, at, place) }))
    .filter(({ score }) => score >= alike)
    .sort((x, y) => y.score - x.score || x.id.localeCompare(y.id));
}

/** All whose name says nearly the same as that of one, whatever their units. */
export function namedLike(index: Index, id: string): string[] {
  const at = index.ids.indexOf(id);
  return at < 0
    ? []
    : index.ids.filter((_, place) => place !== at && nameIn(index, at, place, nearlyEqual) >= nearlyEqual);
}

/** Profiles with their words as numbers, who holds each word, and what else it may stand for. */
export type Index = {
  ids: readonly string[];
  profiles: readonly Profile[];
  words: readonly (readonly number[])[];
  weights: readonly number[];
  whole: readonly number[];
  /** By word, then by the numbers in the name: names with other numbers are never alike. */
  holders: readonly ReadonlyMap<number, readonly number[]>[];
  sizes: readonly number[];
  /** The numbers in each name as one number; 0 for none. */
  numbers: readonly number[];
  near: readonly (ReadonlyMap<number, number> | null)[];
};

export function indexOf(named: ReadonlyMap<string, Profile>): Index {
  const profiles = [...named.values()];
  const known = new Map<string, number>();
  const numbered = new Map<string, number>([['', 0]]);
  const holders: Map<number, number[]>[] = [];
  const sizes: number[] = [];
  const numbers = profiles.map(profile => numberOf(numbered, numbersIn(profile)));
  const words = profiles.map((profile, at) =>
    profile.words.map(word => {
      const number = numberOf(known, word);
      const lists = holders[number] ?? new Map<number, number[]>();
      holders[number] = lists;
      const list = lists.get(numbers[at] ?? 0);
      if (list) list.push(at);
      else lists.set(numbers[at] ?? 0, [at]);
      sizes[number] = (sizes[number] ?? 0) + 1;
      return number;
    }),
  );
  const all = [...known.keys()];
  const whole = profiles.map(profile => weigh(profile.words));
  const weights = all.map(weightOf);
  return {
    ids: [...named.keys()],
    profiles,
    words,
    whole,
    holders,
    sizes,
    numbers,
    weights,
    near: nearWords(all),
  };
}

/** The number of a text, in the order in which texts came. */
function numberOf(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size;
  known.set(text, number);
  return number;
}

/** More than the words of a large plan need; words made to keep the program busy stand for themselves alone. */
const mostLooked = 8_000_000;

/** Which other words each word may stand for, and how well. */
function nearWords(words: readonly string[]): (Map<number, number> | null)[] {
  const byPart = new Map<string, number[]>();
  const hasDigit = words.map(word => /\d/.test(word));
  for (const [at, word] of words.entries()) {
    for (const part of hasDigit[at] ? [] : known(word)) {
      const list = byPart.get(part);
      if (list) list.push(at);
      else byPart.set(part, [at]);
    }
  }
  let looked = 0;
  return words.map((word, at) => {
    const own = hasDigit[at] ? [] : [...known(word)];
    looked += own.reduce((sum, part) => sum + (byPart.get(part)?.length ?? 0), 0);
    if (looked > mostLooked) return null;
    const shared = new Map<number, number>();
    for (const part of own)
      for (const other of byPart.get(part) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    let near: Map<number, number> | null = null;
    for (const [other, parts] of shared) {
      const spelling = words[other] ?? '';
      const most = known(word).size + known(spelling).size - parts;
      const like = other === at || parts / most < closeEnough ? 0 : wordLikeness(word, spelling);
      if (like > 0) near = (near ?? new Map<number, number>()).set(other, like);
    }
    return near;
  });
}

function* candidates(index: Index, at: number): Generator<number> {
  const { words, weights, whole, sizes, near } = index;
  const size = (word: number) =>
    [word, ...(near[word]?.keys() ?? [])].reduce((sum, one) => sum + (sizes[one] ?? 0), 0);
  const rarest = (words[at] ?? []).map(word => ({ word, size: size(word) }));
  rarest.sort((a, b) => a.size - b.size);
  const mayMiss = (1 - leastName) * (whole[at] ?? 0);
  let looked = 0;
  for (const { word } of rarest) {
    for (const one of [word, ...(near[word]?.keys() ?? [])]) yield* holdersOf(index, one, at);
    looked += weights[word] ?? 0;
    if (looked > mayMiss + 1e-9) return;
  }
}

/** Who has a word, of those whose numbers do not tell them apart. */
function* holdersOf({ holders, numbers }: Index, word: number, at: number): Generator<number> {
  const mine = numbers[at] ?? 0;
  const lists = holders[word];
  if (mine === 0) for (const list of lists?.values() ?? []) yield* list;
  else for (const theirs of [0, mine]) yield* lists?.get(theirs) ?? [];
}

/** The same as `likeness`, from the index. */
function scoreIn(index: Index, a: number, b: number): number {
  const [left, right] = [index.profiles[a], index.profiles[b]];
  const name = nameIn(index, a, b, leastName);
  return name === 0 || !left || !right ? 0 : withRest(name, left, right);
}

/** The same as `nameLikeness`, from the index; 0 where it is less than asked for. */
function nameIn(index: Index, a: number, b: number, least: number): number {
  const { profiles, whole } = index;
  const [left, right] = [profiles[a], profiles[b]];
  const most = (whole[a] ?? 0) + (whole[b] ?? 0);
  if (!left || !right || most === 0) return 0;
  const mine = foundIn(index, a, b);
  // However much of the other is found here, it is not enough.
  if (mine + (whole[b] ?? 0) < (least - 1e-9) * most) return 0;
  return numbered((mine + foundIn(index, b, a)) / most, left, right);
}

function foundIn({ words, weights, near }: Index, a: number, b: number): number {
  const among = words[b] ?? [];
  let sum = 0;
  for (const word of words[a] ?? []) {
    const others = near[word];
    let best = 0;
    if (among.includes(word)) best = 1;
    else if (others) for (const other of among) best = Math.max(best, others.get(other) ?? 0);
    sum += (weights[word] ?? 0) * best;
  }
  return sum;
}
