/** The four figures that IPM is made of, by the value of an indicator's field `ipm`. */
export type ComponentKey = 'uhh' | 'hls' | 'rls' | 'spending';

/** The value of that field by which an indicator says that it is IPM itself; its name is the region's to choose. */
export const indexTag = 'index';

export type Component = {
  key: ComponentKey;
  /** Its name within a sentence. */
  name: string;
  /** What an indicator is called that is this very figure, and not something that moves it. */
  titles: readonly string[];
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
    titles: ['umur harapan hidup', 'usia harapan hidup', 'angka harapan hidup', 'uhh', 'ahh'],
    unit: 'tahun',
    dimension: 'Umur panjang dan sehat',
    low: 20,
    high: 85,
  },
  {
    key: 'hls',
    name: 'harapan lama sekolah',
    titles: ['harapan lama sekolah', 'angka harapan lama sekolah', 'hls'],
    unit: 'tahun',
    dimension: 'Pengetahuan',
    low: 0,
    high: 18,
  },
  {
    key: 'rls',
    name: 'rata-rata lama sekolah',
    titles: ['rata-rata lama sekolah', 'rata rata lama sekolah', 'rls'],
    unit: 'tahun',
    dimension: 'Pengetahuan',
    low: 0,
    high: 15,
  },
  {
    key: 'spending',
    name: 'pengeluaran per kapita',
    titles: [
      'pengeluaran per kapita',
      'pengeluaran riil per kapita',
      'pengeluaran per kapita disesuaikan',
      'pengeluaran riil per kapita disesuaikan',
    ],
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

/** What an IPM is made of, each from 0 to 1. */
type Indices = { health: number; expected: number; mean: number; education: number; spending: number };

/** The indices of four components; null when one is outside its limits, where the formula says nothing. */
export function indicesOf(values: ComponentValues): Indices | null {
  if (!components.every(component => isWithin(component, values[component.key]))) return null;
  const indices = components.map(component => indexOf(component, values[component.key]));
  const [health = 0, expected = 0, mean = 0, spending = 0] = indices;
  return { health, expected, mean, education: (expected + mean) / 2, spending };
}

/**
 * IPM from its four components, 0 to 100 and not rounded: the cube root of the indices of health,
 * education (the mean of its two) and spending (by logarithm), times 100. null when a component is
 * outside its limits. Source: BPS; DOMAIN 9.
 */
export function ipmOf(values: ComponentValues): number | null {
  const indices = indicesOf(values);
  if (!indices) return null;
  const { health, education, spending } = indices;
  return 100 * Math.cbrt(health * education * spending);
}

function indexOf({ key, low, high }: Component, amount: number): number {
  if (key !== 'spending') return (amount - low) / (high - low);
  return (Math.log(amount) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

/**
 * What one component would have to be for an IPM while the other three stay as they are, in its own unit. It may lie
 * outside the component's limits: then that one cannot do it alone. null where no amount would do.
 */
export function aloneFor(key: ComponentKey, values: ComponentValues, ipm: number): number | null {
  const component = components.find(one => one.key === key);
  // The one that is looked for must not spoil the indices of the others.
  const indices = component && indicesOf({ ...values, [key]: component.low });
  if (!component || !indices) return null;
  const { health, expected, mean, education, spending } = indices;
  const product = (ipm / 100) ** 3;
  const { low, high } = component;
  const at = {
    uhh: () => low + (high - low) * (product / (education * spending)),
    hls: () => low + (high - low) * (2 * (product / (health * spending)) - mean),
    rls: () => low + (high - low) * (2 * (product / (health * spending)) - expected),
    spending: () => low * (high / low) ** (product / (health * education)),
  };
  const amount = at[key]();
  return Number.isFinite(amount) ? amount : null;
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
