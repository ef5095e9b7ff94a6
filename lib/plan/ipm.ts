/** The four figures that IPM is made of, by the value of an indicator's field `ipm`. */
export type ComponentKey = 'uhh' | 'hls' | 'rls' | 'spending';

/** The value of that field by which an indicator says that it is IPM itself; its name is the region's to choose. */
export const indexTag = 'index';

export type Component = {
  key: ComponentKey;
  /** Its name within a sentence. */
  name: string;
  /** What it is counted in: years of life or school, or rupiah in a year, at constant prices. */
  unit: 'tahun' | 'Rp per tahun';
  /** Which of the three dimensions of human development it stands for. */
  dimension: string;
  /** The normal range of the method; an index is a place between the two. */
  low: number;
  high: number;
};

/** The components with the limits of the method (BPS; DOMAIN 7 and 9). */
export const components: readonly Component[] = [
  {
    key: 'uhh',
    name: 'umur harapan hidup',
    unit: 'tahun',
    dimension: 'Umur panjang dan sehat',
    low: 20,
    high: 85,
  },
  { key: 'hls', name: 'harapan lama sekolah', unit: 'tahun', dimension: 'Pengetahuan', low: 0, high: 18 },
  { key: 'rls', name: 'rata-rata lama sekolah', unit: 'tahun', dimension: 'Pengetahuan', low: 0, high: 15 },
  {
    key: 'spending',
    name: 'pengeluaran per kapita',
    unit: 'Rp per tahun',
    dimension: 'Standar hidup layak',
    low: 1_007_436,
    high: 26_572_352,
  },
];

/** Years of life, years of school twice, and rupiah in a year. */
export type ComponentValues = Record<ComponentKey, number>;

/** Whether a component's amount, in its own unit, lies within the limits that the method gives it. */
export function isWithin({ low, high }: Component, amount: number): boolean {
  return amount >= low && amount <= high;
}

/**
 * IPM from its four components, 0 to 100 and not rounded: the cube root of the indices of health,
 * education (the mean of its two) and spending (by logarithm), times 100. null when a component is
 * outside its limits, where the formula says nothing. Source: BPS; DOMAIN 9.
 */
export function ipmOf(values: ComponentValues): number | null {
  if (!components.every(component => isWithin(component, values[component.key]))) return null;
  const indices = components.map(component => indexOf(component, values[component.key]));
  const [health = 0, expected = 0, mean = 0, spending = 0] = indices;
  return 100 * Math.cbrt(health * ((expected + mean) / 2) * spending);
}

function indexOf({ key, low, high }: Component, amount: number): number {
  if (key !== 'spending') return (amount - low) / (high - low);
  return (Math.log(amount) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

/** How BPS names the height of an IPM (DOMAIN 7): below 60, 70 and 80, and from 80. */
export function classOf(ipm: number): 'rendah' | 'sedang' | 'tinggi' | 'sangat tinggi' {
  if (ipm < 60) return 'rendah';
  if (ipm < 70) return 'sedang';
  return ipm < 80 ? 'tinggi' : 'sangat tinggi';
}

/** What a published IPM may differ from its components by rounding alone. */
const tolerance = 0.01;

/** By how much a stated IPM and the computed one differ; null when rounding explains it (DOMAIN 9). */
export function disagreement(stated: number, computed: number): number | null {
  const difference = Math.abs(stated - computed);
  return difference > tolerance + 1e-9 ? difference : null;
}

const rupiah = new Map([
  ['', 1],
  ['ribu', 1_000],
  ['juta', 1_000_000],
]);
const perHeadAndYear = /\s*(?:\/|\bper)\s*(?:orang|kapita|tahun|th|thn)\b/g;

/**
 * What a figure in this unit is multiplied by to stand in the component's own unit: "tahun" is 1,
 * "Rp ribu per tahun" is 1000. null for a unit that the formula does not know; none is guessed.
 */
export function factorOf({ unit: wanted }: Component, unit: string): number | null {
  const text = unit.trim().toLowerCase();
  if (wanted === 'tahun') return text === 'tahun' ? 1 : null;
  const bare = text.replace(perHeadAndYear, '').trim();
  const found = /^(?:rp\.?\s*(?<after>\w*)|(?:(?<before>\w+)\s+)?rupiah)$/.exec(bare)?.groups;
  return found ? (rupiah.get(found.after ?? found.before ?? '') ?? null) : null;
}
