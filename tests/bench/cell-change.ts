import { randomUUID } from 'node:crypto';
import { emptyCell } from '@/lib/plan/kinds/kind';
import type { SentChange } from '@/lib/plan/schema';

/** One changed field of an indicator, as its page sends it: a yearly value that differs with every version. */
export function changeOf(itemId: string, version: number, years: readonly number[] = [2026]): SentChange {
  const cell = { ...emptyCell, low: `${50 + (version % 40)}.${1 + (version % 9)}` };
  return {
    ...{ mutationId: randomUUID(), itemId, version },
    fields: Object.fromEntries(years.map(year => [`milestones.${year}`, cell])),
  };
}
