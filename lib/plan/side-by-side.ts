import { kinds } from './kinds/all';
import { type Fields, precisionOf, type Years } from './kinds/kind';
import { type Names, showValue } from './log/story';

/** One field of several indicators beside each other. */
export type Beside = {
  path: string;
  label: string;
  /** As people read them, in the order of the indicators; '' where nothing is written. */
  values: string[];
  differs: boolean;
  /** Which of them say something else than most, by place; none where no two say the same. */
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
        const precision = precisionOf(fields);
        return showValue(field, fields[field.path] ?? null, names, precision);
      });
      const usual = mostCommon(values);
      return {
        ...{ path: field.path, label: field.label, values },
        differs: values.some(value => value !== values[0]),
        isOdd: values.map(value => usual !== null && value !== usual),
      };
    })
    .filter(({ values }) => values.some(value => value !== ''));
}

/** What more of them say than anything else; null where nothing is said twice. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
