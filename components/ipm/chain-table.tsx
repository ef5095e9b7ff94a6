'use client';

import { useEffect, useState } from 'react';
import { senderOf, useSnapshot } from '@/components/item/sender';
import { Button } from '@/components/ui/button';
import type { ChainYear } from '@/lib/plan/ipm-chain';
import { gapsOf } from '@/lib/plan/ipm-gaps';
import { queryOfTyped, readTyped, type Typed } from '@/lib/plan/ipm-what-if';
import type { Holder } from '@/lib/plan/read/ipm';
import { componentOf, titleOf } from './amounts';
import { ChainRow } from './chain-row';
import { Outcome } from './outcome';
import { savedInto } from './saved-figures';

type Props = {
  chain: readonly ChainYear[];
  holders: readonly Holder[];
  planYears: readonly number[];
  /** What the address asks to be tried. */
  first: Typed;
  person: string;
};

const keys = ['uhh', 'hls', 'rls', 'spending'] as const;

/**
 * Every year's way from the components to IPM, with a field for each figure to try another. It is reckoned here and
 * kept in the address only; a form without script asks the server for the same.
 */
export function ChainTable({ chain: given, holders, planYears, first, person }: Props) {
  const [typed, setTyped] = useState<Typed>(first);
  const sender = senderOf(person);
  useSnapshot(sender);
  // What was saved from here stands in the plan, though this page was drawn before.
  const chain = savedInto(given, holders, sender);
  const { tried, problems } = readTyped(typed);
  const gaps = gapsOf(chain, tried);

  useEffect(() => {
    const address = `/ipm${queryOfTyped(typed, given)}`;
    const timer = setTimeout(() => {
      if (address !== `${window.location.pathname}${window.location.search}`)
        window.history.replaceState(null, '', address);
    }, 300);
    return () => clearTimeout(timer);
  }, [typed, given]);

  return (
    <form className="chain" action="/ipm" noValidate onSubmit={event => event.preventDefault()}>
      <table className="panel chain-table">
        <caption className="only-read">IPM tiap tahun dari komponennya, dengan simulasi</caption>
        <thead>
          <tr>
            <th scope="col">Tahun</th>
            {keys.map(key => (
              <th key={key} scope="col">
                {titleOf(componentOf(key))} <small>{key === 'spending' ? 'Rp per tahun' : 'tahun'}</small>
              </th>
            ))}
            <th scope="col">IPM menurut rumus</th>
            <th scope="col">IPM di rencana</th>
            <th scope="col">IPM di RPJMD</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(gap => (
            <ChainRow
              key={gap.year}
              gap={gap}
              typed={typed}
              problems={problems}
              onType={(cell, text) => setTyped(before => ({ ...before, [cell]: text }))}
            />
          ))}
        </tbody>
      </table>
      <noscript>
        <Button>Hitung</Button>
      </noscript>
      <Outcome
        {...{ chain, gaps, holders, planYears, tried, problems, person, sender }}
        query={queryOfTyped(typed, given)}
        forget={cells =>
          setTyped(before =>
            Object.fromEntries(Object.entries(before).filter(([cell]) => !cells.includes(cell))),
          )
        }
      />
    </form>
  );
}
