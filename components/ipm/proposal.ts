import { type ComponentKey, components } from '@/lib/plan/ipm';
import type { ChainYear } from '@/lib/plan/ipm-chain';
import { cellKey, type IpmGap, type Tried } from '@/lib/plan/ipm-gaps';
import { showIpm } from '@/lib/plan/ipm-notes';
import type { Holder } from '@/lib/plan/read/ipm';
import { componentOf, sayAmount, showAmount } from './amounts';

/** One figure that is tried, with the indicator that it would go to. */
type TriedFigure = {
  cell: string;
  key: ComponentKey;
  year: number;
  amount: number;
  planned: number | null;
  holder: Holder | null;
  /** The plan sets targets for this year; what was before it is no target. */
  isPlanYear: boolean;
};

/** What is tried, by year and component; `holder` is null where the plan has no indicator, or the year none. */
export function itemsOfTry(
  chain: readonly ChainYear[],
  holders: readonly Holder[],
  planYears: readonly number[],
  tried: Tried,
): TriedFigure[] {
  return chain.flatMap(({ year, figures, holders: ids }) =>
    components.flatMap(({ key }): TriedFigure[] => {
      const cell = cellKey(key, year);
      const amount = tried[cell];
      if (amount === undefined || amount === figures[key]) return [];
      const isPlanYear = planYears.includes(year);
      const holder = isPlanYear ? holders.find(({ id, factor }) => id === ids[key] && factor !== null) : null;
      return [{ cell, key, year, amount, planned: figures[key], holder: holder ?? null, isPlanYear }];
    }),
  );
}

/** Words to send to the owners, by department; `{asal}` becomes this site's address. */
export function proposalText(
  figures: readonly TriedFigure[],
  gaps: readonly IpmGap[],
  query: string,
): string {
  const owners = [...new Set(figures.map(({ holder }) => holder?.departmentCode ?? ''))];
  const years = [...new Set(figures.map(({ year }) => year))];
  const effects = years.flatMap(year => {
    const computed = gaps.find(gap => gap.year === year)?.computed ?? null;
    return computed === null ? [] : [`IPM ${year} menjadi ${showIpm(computed)}.`];
  });
  return [
    'Usulan dari simulasi IPM',
    ...owners.flatMap(owner => [
      '',
      owner === '' ? 'Belum ada indikatornya di rencana:' : `Untuk ${owner}:`,
      ...figures.filter(({ holder }) => (holder?.departmentCode ?? '') === owner).map(line),
    ]),
    ...(effects.length > 0 ? ['', ...effects] : []),
    '',
    `Lihat simulasinya: {asal}/ipm${query}`,
  ].join('\n');
}

function line({ key, year, amount, planned, holder }: TriedFigure): string {
  const before = planned === null ? 'belum ada' : sayAmount(key, showAmount(key, planned));
  const name = holder?.title || componentOf(key).name;
  return `- ${name} ${year}: ${sayAmount(key, showAmount(key, amount))} (sekarang ${before})`;
}
