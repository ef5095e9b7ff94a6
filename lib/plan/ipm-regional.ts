import { readValue } from './numbers';
import { indicatorParts, type References, treeLabel } from './references';

/** One line of a regional plan in force that is about IPM. */
type RegionalLine = {
  tree: string;
  name: string;
  baseline: string;
  /** As it is written there. */
  target: string;
  /** Whether all of the target could be read as figures of years. */
  isRead: boolean;
};

/** IPM in the regional plans (RPJMD) that are in force. */
export type RegionalIpm = {
  hasTree: boolean;
  lines: RegionalLine[];
  /** Its target by year; the first tree and line that names a year holds. */
  targets: ReadonlyMap<number, number>;
};

/**
 * IPM as the regional plan states it, from the texts of its tree's indicators. A figure without a year is that of the
 * tree's last year. What cannot be read as one figure is shown as it is written, and nothing is guessed.
 */
export function regionalIpm({ trees, nodes }: References): RegionalIpm {
  const inForce = trees.filter(({ isInForce }) => isInForce);
  const targets = new Map<number, number>();
  const lines = inForce.flatMap(tree =>
    [...nodes.values()]
      .filter(({ treeId }) => treeId === tree.id)
      .flatMap(({ indicators }) => indicators)
      .map(indicatorParts)
      .filter(({ name }) => isIpm(name))
      .map(({ name, baseline, target }): RegionalLine => {
        const figures = figuresOf(target, tree.lastYear);
        for (const [year, amount] of figures ?? []) if (!targets.has(year)) targets.set(year, amount);
        return { tree: treeLabel(tree), name, baseline, target, isRead: figures !== null };
      }),
  );
  return { hasTree: inForce.length > 0, lines, targets };
}

/** IPM itself: "IPM", "Indeks Pembangunan Manusia (IPM)"; not the index of gender, nor IPM of a group. */
function isIpm(name: string): boolean {
  const bare = name
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/^\s*(?:nilai|angka|capaian|skor)\b/, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return bare === 'ipm' || bare === 'indeks pembangunan manusia';
}

/** "73", or "Target …: 71,5; Target …: 72" with a year in each head; null where a part cannot be read. */
function figuresOf(target: string, lastYear: number): [year: number, amount: number][] | null {
  const parts = target.split(';').filter(part => part.trim() !== '');
  const figures = parts.flatMap((part): [number, number][] => {
    const [text = '', head] = part.split(':').reverse();
    const named = head === undefined ? undefined : /(?<!\d)\d{4}(?!\d)/.exec(head)?.[0];
    const year = head === undefined ? (parts.length === 1 ? lastYear : undefined) : named && Number(named);
    const reading = readValue(text, { valueType: 'number', precision: 2 });
    return year && reading.kind === 'number' ? [[year, Number(reading.low)]] : [];
  });
  return parts.length > 0 && figures.length === parts.length ? figures : null;
}
