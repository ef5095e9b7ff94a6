import { aloneFor, type ComponentKey, components, ipmOf, isWithin } from './ipm';
import { type ChainYear, type ComponentFigures, chainOf, completeFigures } from './ipm-chain';
import type { IpmStory } from './ipm-story';

/** Figures that are tried in the place of the plan's, by `cellKey`, in the unit of the formula. */
export type Tried = Readonly<Record<string, number>>;

export const cellKey = (key: ComponentKey, year: number) => `${key}-${year}`;

/** One component in one year. */
export type GapPart = {
  key: ComponentKey;
  /** As the plan has it. */
  planned: number | null;
  /** What is reckoned with: what is tried, or else the plan's. */
  amount: number | null;
  /**
   * What it would have to be, alone, for the IPM that the plan states; null where that cannot be told. It is
   * `isBeyond` when no region can be there, so that this component cannot do it alone.
   */
  needed: number | null;
  isBeyond: boolean;
};

/** IPM in one year: as its components give it, and what is wanted. */
export type IpmGap = {
  year: number;
  /** By the formula; null while a component has no figure, or one outside its limits. */
  computed: number | null;
  /** As the plan states it. */
  stated: number | null;
  regional: number | null;
  /** What the components fall short of what the plan states; negative where they give more. */
  gap: number | null;
  /** The same for the regional plan. */
  regionalGap: number | null;
  parts: GapPart[];
};

/** Per year what the chain gives, what the plan states, and what lies between. */
export function ipmGaps(story: IpmStory, regional?: ReadonlyMap<number, number>): IpmGap[] {
  return gapsOf(chainOf(story, regional));
}

/**
 * The same from a chain, with other figures tried in the place of the plan's. Pure: the server and the browser
 * reckon alike, and nothing is changed by trying.
 */
export function gapsOf(chain: readonly ChainYear[], tried: Tried = {}): IpmGap[] {
  return chain.map(({ year, stated, regional, figures }) => {
    const amounts = withTried(figures, year, tried);
    const complete = completeFigures(amounts);
    const computed = complete && ipmOf(complete);
    const short = (wanted: number | null) =>
      wanted === null || computed === null ? null : wanted - computed;
    return {
      ...{ year, computed, stated, regional, gap: short(stated), regionalGap: short(regional) },
      parts: components.map(component => {
        const { key } = component;
        const needed = stated === null ? null : neededOf(key, amounts, stated);
        return {
          ...{ key, planned: figures[key], amount: amounts[key], needed },
          isBeyond: needed !== null && !isWithin(component, needed),
        };
      }),
    };
  });
}

function withTried(figures: ComponentFigures, year: number, tried: Tried): ComponentFigures {
  const entries = components.map(({ key }) => [key, tried[cellKey(key, year)] ?? figures[key]]);
  return Object.fromEntries(entries) as ComponentFigures;
}

/** It can be told while the other three are known, whether this one has a figure or not. */
function neededOf(key: ComponentKey, amounts: ComponentFigures, stated: number): number | null {
  const others = completeFigures({ ...amounts, [key]: 0 });
  return others && aloneFor(key, others, stated);
}
