import type { Sender } from '@/lib/live/sender';
import { components } from '@/lib/plan/ipm';
import { byKey, type ChainYear } from '@/lib/plan/ipm-chain';
import { numberOf } from '@/lib/plan/ipm-story';
import { cellOf, type Fields } from '@/lib/plan/kinds/kind';
import { normalise } from '@/lib/plan/numbers';
import type { Holder } from '@/lib/plan/read/ipm';

export const pathOf = (year: number) => `milestones.${year}`;

/** The chain with what this page wrote on top of what the server gave. */
export function savedInto(
  chain: readonly ChainYear[],
  holders: readonly Holder[],
  sender: Pick<Sender, 'typed'>,
): readonly ChainYear[] {
  const written = new Map(holders.map(({ id }): [string, Fields] => [id, sender.typed(id)]));
  if ([...written.values()].every(fields => Object.keys(fields).length === 0)) return chain;
  return chain.map(line => {
    const parts = components.map(({ key }) => {
      const holder = holders.find(({ id }) => id === line.holders[key]);
      const fields = written.get(holder?.id ?? '') ?? {};
      const amount = pathOf(line.year) in fields ? numberOf(cellOf(fields, pathOf(line.year))) : null;
      return { key, amount: amount === null ? line.figures[key] : amount * (holder?.factor ?? 1) };
    });
    return { ...line, figures: byKey(parts, ({ amount }) => amount) };
  });
}

/** An amount of the formula's unit as the indicator has it: "11.250.000" is "11250" where it counts in thousands. */
export function amountFor({ factor }: Holder, amount: number): string {
  return normalise((amount / (factor ?? 1)).toFixed(8));
}
