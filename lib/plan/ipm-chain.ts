import { type Component, type ComponentKey, type ComponentValues, components, factorOf } from './ipm';
import { type ComponentStory, type IpmStory, type Measure, numberOf } from './ipm-story';
import { emptyCell } from './kinds/kind';

/** One figure for each component, in the unit of the formula; null where the plan has none. */
export type ComponentFigures = Record<ComponentKey, number | null>;

/** What the plan says of IPM in one year. */
export type ChainYear = {
  year: number;
  /** IPM as the plan states it; null for nothing, or a range. */
  stated: number | null;
  /** IPM as the regional plan (RPJMD) states it, where that is known. */
  regional: number | null;
  figures: ComponentFigures;
  /** The indicator that has each figure, or where it would belong; null where the plan has none for it. */
  holders: Record<ComponentKey, string | null>;
};

/**
 * The chain from the components to IPM, by year. A component's figure is the region's own; where that says nothing of
 * a year, that of the one indicator of a department which is the component itself (`standIn`).
 * @param regional IPM of the regional plan by year
 */
export function chainOf(story: IpmStory, regional: ReadonlyMap<number, number> = new Map()): ChainYear[] {
  const { index } = story;
  const own = index?.points ?? story.components.flatMap(part => measuresOf(part).flatMap(filledPoints));
  const years = [...new Set([...own.map(({ year }) => year), ...story.years.map(({ year }) => year)])];
  return years
    .sort((a, b) => a - b)
    .map(year => {
      const places = story.components.map(part => ({ key: part.key, ...placeOf(year, part) }));
      return {
        year,
        stated: numberOf(index?.points.find(point => point.year === year)?.cell ?? emptyCell),
        regional: regional.get(year) ?? null,
        figures: byKey(places, ({ amount }) => amount),
        holders: byKey(places, ({ holder }) => holder?.id ?? null),
      };
    });
}

/** All four figures, or null when one is missing. */
export function completeFigures(figures: ComponentFigures): ComponentValues | null {
  const { uhh, hls, rls, spending } = figures;
  if (uhh === null || hls === null || rls === null || spending === null) return null;
  return { uhh, hls, rls, spending };
}

/** Where a component's figures may stand: the region's own first, then the indicator that is the component itself. */
export function measuresOf(part: ComponentStory): Measure[] {
  return [part.own, standIn(part)].filter(measure => measure !== null);
}

/**
 * The one indicator of a department that is the component itself: counted in its unit and called by its name. One
 * that only moves it is none, and of two nobody says which of them holds.
 */
function standIn(part: ComponentStory): Measure | null {
  const found = part.feeders.filter(feeder => isItself(part, feeder));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isItself(component: Component, { title, unit }: Measure): boolean {
  const bare = title
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/\bsaat lahir\b/g, ' ')
    .replace(/[,.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return component.titles.includes(bare) && factorOf(component, unit) !== null;
}

function placeOf(year: number, part: ComponentStory): { amount: number | null; holder: Measure | null } {
  const measures = measuresOf(part);
  for (const holder of measures) {
    const amount = amountOf(part, holder, year);
    if (amount !== null) return { amount, holder };
  }
  const isLeftOut = ({ points }: Measure) =>
    points.some(point => point.year === year && point.cell.skipReason);
  return { amount: null, holder: measures.find(measure => !isLeftOut(measure)) ?? measures[0] ?? null };
}

/** A measure's figure of a year in the unit of the formula; null without one, or in an unknown unit. */
function amountOf(component: Component, { points, unit }: Measure, year: number): number | null {
  const amount = numberOf(points.find(point => point.year === year)?.cell ?? emptyCell);
  const factor = factorOf(component, unit);
  return amount === null || factor === null ? null : amount * factor;
}

const filledPoints = ({ points }: Measure) => points.filter(({ cell }) => numberOf(cell) !== null);

/** A record with a value for each component. */
export function byKey<Part extends { key: ComponentKey }, Value>(
  parts: readonly Part[],
  pick: (part: Part) => Value,
): Record<ComponentKey, Value | null> {
  const values = new Map(parts.map(part => [part.key, pick(part)]));
  return Object.fromEntries(components.map(({ key }) => [key, values.get(key) ?? null])) as Record<
    ComponentKey,
    Value | null
  >;
}
