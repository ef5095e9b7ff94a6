/** Something that a text is held against. */
export type Candidate = { id: string; text: string; code: string | null };

/** A candidate with how much of it is in the text, 0 to 1. */
export type Ranked = { id: string; score: number };

// Words that nearly every sentence of a plan has, and what they are joined by.
const common = new Set(
  [
    'yang dan di ke dari untuk dengan pada dalam oleh atau serta bagi secara melalui sebagai para antar',
    'meningkatnya meningkatkan peningkatan terwujudnya mewujudkan perwujudan menurunnya menurunkan penurunan',
    'terciptanya menciptakan terlaksananya optimalnya mengoptimalkan berkembangnya mengembangkan pengembangan',
    'menguatnya memperkuat penguatan membaiknya terjaganya tercapainya tersedianya kualitas daerah kabupaten kota',
    'sasaran tujuan misi visi program rpjmd nomor',
  ].flatMap(line => line.split(' ')),
);

const least = 0.22;

/** Few letters of a word that a derived one begins or ends with: "kemiskinan" and "miskin" share theirs. */
function trigrams(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

type Word = { word: string; parts: Set<string> };

function wordsOf(text: string): Word[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter(word => word.length > 1 && !common.has(word) && !/^\d+$/.test(word));
  return [...new Set(telling)].map(word => ({ word, parts: trigrams(word) }));
}

/** How alike two words are, 0 to 1; one that is within the other is nearly it. */
function likeness(a: Word, b: Word): number {
  if (a.word === b.word) return 1;
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length >= 4 && long.includes(short)) return 0.85;
  const shared = [...a.parts].filter(part => b.parts.has(part)).length;
  const dice = (2 * shared) / (a.parts.size + b.parts.size);
  return dice >= 0.5 ? dice : 0;
}

const best = (word: Word, others: readonly Word[]) =>
  others.reduce((most, other) => Math.max(most, likeness(word, other)), 0);

/**
 * Candidates that fit a text, best first: shared words count by how rare they are among the candidates, and words of
 * one root count in part. A code that the text names ("Sasaran 2.1") counts most.
 */
export function rankSimilar(
  texts: readonly string[],
  candidates: readonly Candidate[],
  { most = 5, codes = [] as readonly string[] } = {},
): Ranked[] {
  const known = candidates.map(candidate => ({ ...candidate, words: wordsOf(candidate.text) }));
  const holders = new Map<string, number>();
  for (const { words } of known)
    for (const { word } of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weight = ({ word }: Word) => Math.log(1 + known.length / (holders.get(word) ?? 1));
  const covered = (words: readonly Word[], others: readonly Word[]) => {
    const whole = words.reduce((sum, word) => sum + weight(word), 0);
    return whole === 0 ? 0 : words.reduce((sum, word) => sum + weight(word) * best(word, others), 0) / whole;
  };
  const named = new Set([...codes, ...texts.flatMap(codesIn)]);
  const wanted = texts.map(wordsOf).filter(words => words.length > 0);
  return known
    .map(({ id, code, words }) => {
      const fits = wanted.map(own => {
        const [there, back] = [covered(own, words), covered(words, own)];
        return there + back === 0 ? 0 : (2 * there * back) / (there + back);
      });
      const isNamed = code !== null && named.has(plainCode(code));
      return { id, score: Math.min(1, Math.max(0, ...fits) + (isNamed ? 0.4 : 0)) };
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

const plainCode = (code: string) => code.toLowerCase().replace(/[.\s]+$/, '');

/** Numbers with a point, as codes are: "2.1". A plain number may be anything. */
function codesIn(text: string): string[] {
  return (text.match(/(?<![\d.,])\d{1,2}(?:\.\d{1,2})+(?![\d,])/g) ?? []).map(plainCode);
}
