/** One thing that a target is weighed by. A score of 5 is always the best. */
export type Criterion = {
  key: string;
  name: string;
  /** What a high score means. */
  hint: string;
  /** How much it counts beside the others; 0 leaves it out. */
  weight: number;
};

export type Criteria = {
  all: readonly Criterion[];
  /** Nobody has set them yet: they are what the program suggests. */
  isSuggested: boolean;
  /** Goes up with each setting; 0 while they are suggested. */
  version: number;
};

/** What the selection matrix of the workshops weighs (DOMAIN 3.5), with weights to begin with. */
export const suggestion: readonly Criterion[] = [
  { key: 'impact', name: 'Dampak', hint: '5: paling banyak warga merasakan hasilnya.', weight: 25 },
  { key: 'ease', name: 'Kemudahan', hint: '5: paling mudah dikerjakan.', weight: 15 },
  { key: 'readiness', name: 'Kesiapan', hint: '5: orang, alat, dan aturannya sudah siap.', weight: 15 },
  { key: 'cost', name: 'Biaya', hint: '5: paling murah.', weight: 15 },
  { key: 'time', name: 'Waktu', hint: '5: paling cepat terasa hasilnya.', weight: 10 },
  { key: 'leverage', name: 'Daya ungkit terhadap IPM', hint: '5: paling menaikkan IPM.', weight: 20 },
];

/** Places for criteria of a region's own. */
export const spareKeys = ['own1', 'own2'] as const;

/** What can be given. */
export const scores = [1, 2, 3, 4, 5] as const;

/** The criteria of a plan from what is stored of them; null: nothing was set yet. */
export function criteriaOf(
  stored: { keys: string[]; names: string[]; weights: number[]; version: number } | null,
): Criteria {
  if (!stored) return { all: suggestion, isSuggested: true, version: 0 };
  const { keys, names, weights, version } = stored;
  const all = keys.map((key, at) => ({
    ...{ key, name: names[at] ?? '', weight: weights[at] ?? 0 },
    hint: suggestion.find(one => one.key === key)?.hint ?? '5: paling baik.',
  }));
  return { all, isSuggested: false, version };
}

/** A criterion that counts, with its part of the whole: all parts together are 1. */
export type Counting = Criterion & { share: number };

/** What counts, however the weights add up. */
export function counting({ all }: Pick<Criteria, 'all'>): Counting[] {
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  return all.filter(({ weight }) => weight > 0).map(one => ({ ...one, share: one.weight / sum }));
}
