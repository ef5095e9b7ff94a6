import { kinds } from './kinds/all';
import type { Fields, Years } from './kinds/kind';
import { type Names, showValue } from './log/story';

/** One field of several indicators beside each other. */
export type Beside = {
  path: string;
  label: string;
  /** As people read them, in the order of the indicators; '' where nothing is written. */
  values: string[];
  /** Which of them say something else than most, by place. */
  isOdd: boolean[];
};

const left = ['supporters', 'precision', 'subdimensionId'];

/** Every field that at least one of them fills in, and which of the values stand out. */
export function sideBySide(all: readonly Fields[], plan: Years, names: Names): Beside[] {
  return kinds.indicator
    .fields(plan)
    .filter(({ path }) => !left.includes(path))
    .map(field => {
      const values = all.map(fields => {
        const precision = typeof fields.precision === 'number' ? fields.precision : null;
        return showValue(field, fields[field.path] ?? null, names, precision);
      });
      const usual = mostCommon(values);
      return { path: field.path, label: field.label, values, isOdd: values.map(value => value !== usual) };
    })
    .filter(({ values }) => values.some(value => value !== ''));
}

/** What most of them say; between two that are as common, the one that stands first. */
function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
}

export const differs = ({ isOdd }: Beside) => isOdd.some(Boolean);
