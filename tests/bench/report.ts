import { mkdirSync, writeFileSync } from 'node:fs';
import type { Result } from './rounds';

export type Goal = { what: string; goal: string; value: string; verdict: string };

/** Everything that was found: told as it comes, and kept for tests/output/bench.json. */
export type Report = {
  data: Record<string, unknown>;
  goals: Goal[];
  errors: { what: string; count: number; first: string }[];
};

export const newReport = (): Report => ({ data: {}, goals: [], errors: [] });

export const say = (line = '') => process.stdout.write(`${line}\n`);

/** Holds a measured value against the most or the least that it should be. */
export function judge(
  report: Report,
  {
    what,
    value,
    unit,
    atMost,
    atLeast,
  }: { what: string; value: number; unit: string; atMost?: number; atLeast?: number },
): void {
  const goal = atMost !== undefined ? `≤ ${show(atMost)} ${unit}` : `≥ ${show(atLeast ?? 0)} ${unit}`;
  const isReached = atMost !== undefined ? value <= atMost : value >= (atLeast ?? 0);
  const shortfall =
    atMost !== undefined
      ? `${show(value - atMost)} ${unit} terlalu banyak (${show(value / atMost)} kali batasnya)`
      : `kurang ${show((atLeast ?? 0) - value)} ${unit} (baru ${show((100 * value) / (atLeast || 1))} % dari tujuan)`;
  const verdict = isReached ? 'tercapai' : `belum: ${shortfall}`;
  report.goals.push({ what, goal, value: `${show(value)} ${unit}`, verdict });
}

/** A goal that cannot be measured now, and why. */
export function leaveOut(report: Report, what: string, goal: string, why: string): void {
  report.goals.push({ what, goal, value: '–', verdict: `tidak diukur: ${why}` });
}

/** Wrong answers are the one thing that the bench fails for. */
export function countErrors(
  report: Report,
  what: string,
  measured: { errors: number; firstError?: string },
): void {
  if (measured.errors === 0) return;
  report.errors.push({ what, count: measured.errors, first: measured.firstError ?? '' });
}

/** Numbers as they are read: three digits that count, no more. */
export function show(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size === 0 ? 0 : 2;
  return value.toLocaleString('id-ID', { maximumFractionDigits: digits });
}

export const percent = (share: number) => `${show(100 * share)} %`;

/** A table with its columns aligned; the first is text, the others are right-aligned. */
export function table(heads: string[], rows: string[][]): void {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map(row => [...(row[column] ?? '')].length)));
  for (const [index, row] of all.entries()) {
    const cells = widths.map((width, column) => {
      const text = row[column] ?? '';
      const fill = ' '.repeat(width - [...text].length);
      return column === 0 ? text + fill : fill + text;
    });
    say(`  ${cells.join('  ')}`.trimEnd());
    if (index === 0) say(`  ${widths.map(width => '─'.repeat(width)).join('  ')}`);
  }
}

/** The columns that every speed is shown with. */
export const speedHeads = ['per detik', '±', 'p50 ms', 'p95 ms', 'p99 ms', 'galat'];

export function speedCells(result: Result): string[] {
  const { perSecond, spread, p50, p95, p99, errors } = result;
  return [show(perSecond), percent(spread), show(p50), show(p95), show(p99), String(errors)];
}

/** Tells which goals are reached and writes everything to tests/output/bench.json. */
export function conclude(report: Report): void {
  if (report.goals.length > 0) {
    say('\nTujuan');
    const rows = report.goals.map(({ what, goal, value, verdict }) => [what, goal, value, verdict]);
    table(['apa', 'tujuan', 'terukur', 'hasil'], rows);
  }
  for (const { what, count, first } of report.errors) say(`GALAT ${what}: ${count} jawaban salah, ${first}`);
  mkdirSync('tests/output', { recursive: true });
  writeFileSync('tests/output/bench.json', `${JSON.stringify(report, null, 2)}\n`);
  say('\nSemua angka: tests/output/bench.json');
}
