import 'server-only';
import { type Actor, isMember } from '@/lib/access/policy';
import entries from '@/prisma/seed/data/indicator-catalogue.json' with { type: 'json' };

/** A recognised indicator, as fields of an indicator and where it is recognised. */
export type CatalogueEntry = {
  code: string;
  title: string;
  unit: string;
  /** null where better is neither up nor down. */
  direction: 'up' | 'down' | null;
  definition: string;
  source: string;
  sdg: string;
  /** Who scores or publishes it, in words. */
  recognisedBy: string;
};

const publishers: Record<string, string> = {
  U4SSC: 'daftar kota cerdas PBB (U4SSC)',
  ISO37120: 'ISO 37120',
  ISO37122: 'ISO 37122',
  SDG: 'TPB/SDGs',
  'ID-IKK': 'IKK LPPD',
  'ID-NASIONAL': 'ukuran nasional',
};

const catalogue = entries.map(entry => ({
  name: wordsOf(entry.name_id),
  all: wordsOf(`${entry.name_id} ${entry.definition_id} ${entry.unit_id} ${entry.code}`),
  entry: {
    code: entry.code,
    title: entry.name_id,
    unit: entry.unit_id,
    direction: entry.direction === 'up' || entry.direction === 'down' ? entry.direction : null,
    definition: entry.definition_id,
    source: entry.typical_data_source,
    sdg: entry.sdg ?? '',
    recognisedBy: publishers[entry.source] ?? entry.source,
  } satisfies CatalogueEntry,
}));

// Words that say how something is measured fit nearly every entry.
const forms = /^(?:jumlah|persentase|indeks|tingkat|rasio|angka|nilai|cakupan|yang|dan|di|per)$/;

/** Recognised indicators that fit what is typed, best first, at most five. */
export function searchCatalogue(actor: Actor, typed: string): CatalogueEntry[] {
  const wanted = wordsOf(typed.slice(0, 250)).filter(word => word.length > 1);
  const telling = wanted.filter(word => !forms.test(word));
  if (!isMember(actor) || telling.join('').length < 3) return [];
  const weights = telling.map(word => ({ word, weight: weightOf(word) }));
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  const share = (words: readonly string[]) =>
    weights.reduce((sum, { word, weight }) => sum + (holdsOne(words, word) ? weight : 0), 0) / whole;
  return catalogue
    .map(({ name, all, entry }) => ({ entry, inName: share(name), inAll: share(all), length: name.length }))
    .filter(({ inName }) => inName >= 0.5)
    .map(({ entry, inName, inAll, length }) => ({ entry, rank: 2 * inName + inAll - length / 100 }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 5)
    .map(({ entry }) => entry);
}

// A word of few entries says more than one of many; a word of none says nothing against an entry.
function weightOf(word: string): number {
  const holders = catalogue.filter(({ all }) => holdsOne(all, word)).length;
  return holders === 0 ? 0.5 : Math.log((catalogue.length + 1) / holders);
}

// "miskin" is also in "kemiskinan"; a shorter part would be in half of all words.
function holdsOne(words: readonly string[], part: string): boolean {
  return words.some(word => (part.length < 4 ? word.startsWith(part) : word.includes(part)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
