import { figureOf, linesOf, oneLine } from './cell-text';

/** The cells of one row that speak of one level's indicators. */
export type IndicatorCells = {
  names: string;
  baseline: string;
  /** With several yearly columns, each with its head. */
  targets: { label: string; cell: string }[];
  unit: string;
  department: string;
};

/**
 * Indicators of one row, as lines of a node. Several may be stacked in a cell: names, figures and units then stand
 * line by line. What does not come out even is kept whole at the first, and told.
 */
export function stackedIndicators(cells: IndicatorCells): { lines: string[]; doubts: string[] } {
  const names = joinedNames(linesOf(cells.names), countOf(cells));
  if (names.length === 0) return { lines: [], doubts: [] };
  const doubts: string[] = [];
  const spread = (what: string, cell: string, isShared = false): string[] => {
    const parts = linesOf(cell);
    if (parts.length === names.length) return parts;
    if (parts.length === 0) return [];
    if (parts.length === 1 && isShared) return names.map(() => parts[0] ?? '');
    if (names.length > 1 || parts.length > 1) {
      // A figure over several lines of one indicator is one figure.
      if (names.length > 1)
        doubts.push(`Ada ${names.length} indikator, tetapi ${what} berisi ${parts.length} baris.`);
      return [oneLine(cell)];
    }
    return parts;
  };
  const baseline = spread('kondisi awal', cells.baseline);
  const unit = spread('satuan', cells.unit, true);
  const department = spread('OPD', cells.department, true);
  const isYearly = cells.targets.filter(({ cell }) => cell.trim() !== '').length > 1;
  const targets = cells.targets.map(({ label, cell }) => ({ label, parts: spread('target', cell) }));
  const lines = names.map((name, at) => {
    const target = targets
      .map(({ label, parts }) => ({ label, text: figureOf(parts[at] ?? '') }))
      .filter(({ text }) => text !== '')
      .map(({ label, text }) => (isYearly ? `${label}: ${text}` : text))
      .join('; ');
    const rest = [figureOf(baseline[at] ?? ''), target, unit[at] ?? '', department[at] ?? ''];
    return [name, ...rest].map(part => part.replaceAll('\t', ' ')).join('\t');
  });
  return { lines, doubts };
}

/** How many indicators the figures speak of. */
function countOf({ baseline, targets, unit }: IndicatorCells): number {
  return Math.max(
    1,
    ...[baseline, unit, ...targets.map(({ cell }) => cell)].map(cell => linesOf(cell).length),
  );
}

/** A long name may run over lines itself: where the figures are fewer, lines without a capital belong to the one before. */
function joinedNames(lines: string[], figures: number): string[] {
  if (lines.length <= figures) return lines;
  const joined: string[] = [];
  for (const line of lines) {
    const isRest = joined.length > 0 && /^[\p{Ll}(,]/u.test(line);
    if (isRest) joined[joined.length - 1] += ` ${line}`;
    else joined.push(line);
  }
  return joined;
}
