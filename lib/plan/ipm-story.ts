import { type Component, type ComponentKey, components, factorOf, indexTag, ipmOf } from './ipm';
import {
  type Cell,
  cellOf,
  emptyCell,
  type Fields,
  hasValue,
  type ItemKind,
  mediumYear,
  textOf,
  type Years,
} from './kinds/kind';
import type { Status } from './workflow';

/** What the story needs to know of an item of the plan. */
export type IpmItem = {
  id: string;
  kind: ItemKind;
  /** null: the region's own. */
  dimensionId: string | null;
  departmentId: string;
  status: Status;
  selfApproved: boolean;
  archivedAt: string | null;
  fields: Fields;
};

/** An indicator of this story with its path: the baseline and every plan year, in order. */
export type Measure = {
  id: string;
  kind: ItemKind;
  title: string;
  status: Status;
  selfApproved: boolean;
  departmentId: string;
  unit: string;
  precision: number | null;
  /** Which series of its source the figures come from; '' when that is not said. */
  series: string;
  points: MeasurePoint[];
  /** The first figure, and the last one of the medium term; the same where there is only one. */
  ends: [MeasurePoint, MeasurePoint] | null;
};

export type MeasurePoint = { year: number; cell: Cell };

export type ComponentStory = Component & {
  /** The region's own figures of the component. */
  own: Measure | null;
  /** Indicators of departments that are this component or move it. None: a gap in the plan. */
  feeders: Measure[];
};

/** IPM in one year as it is stated, and as its four components give it. */
export type IpmYear = { year: number; stated: Cell; computed: number | null };

export type IpmStory = {
  /** null: nothing in the plan says that it is IPM. */
  index: Measure | null;
  components: ComponentStory[];
  years: IpmYear[];
};

/**
 * IPM on top of the plan (DOMAIN 9), from the items that a person may read, in the order of the plan.
 * IPM is the indicator that is tagged so, the region's own before one of a dimension; of several, the
 * first. An indicator outside the dimensions with a component's tag holds the region's figures.
 */
export function ipmStory(items: readonly IpmItem[], plan: Years): IpmStory {
  const tagged = (tag: string) =>
    items.filter(
      ({ kind, fields, archivedAt }) =>
        kind === 'indicator' && archivedAt === null && textOf(fields, 'ipm') === tag,
    );
  const indices = tagged(indexTag);
  const index = indices.find(isOwn) ?? indices[0];
  const stories = components.map((component): ComponentStory => {
    const all = tagged(component.key);
    const own = all.find(isOwn);
    return {
      ...component,
      own: own ? measureOf(own, plan) : null,
      feeders: all.filter(item => !isOwn(item)).map(item => measureOf(item, plan)),
    };
  });
  const told = index ? measureOf(index, plan) : null;
  return { index: told, components: stories, years: yearsOf(told, stories) };
}

/** The others of the region's own indicators: what the story of IPM does not tell. */
export function besideIpm<Row extends { id: string }>(own: readonly Row[], story: IpmStory): Row[] {
  if (!story.index) return [...own];
  const told = new Set([
    story.index.id,
    ...story.components.flatMap(({ own: figures }) => figures?.id ?? []),
  ]);
  return own.filter(({ id }) => !told.has(id));
}

const isOwn = ({ dimensionId }: IpmItem) => dimensionId === null;

function measureOf(item: IpmItem, plan: Years): Measure {
  const { id, kind, status, selfApproved, departmentId, fields } = item;
  const { baselineYear, precision } = fields;
  const first = typeof baselineYear === 'number' ? [{ year: baselineYear, path: 'baseline' }] : [];
  const places = [...first, ...plan.years.map(year => ({ year, path: `milestones.${year}` }))];
  const points = places
    .map(({ year, path }) => ({ year, cell: cellOf(fields, path) }))
    .sort((a, b) => a.year - b.year);
  const filled = points.filter(({ cell }) => hasValue(cell));
  const start = filled[0];
  const end = filled.findLast(({ year }) => year <= (mediumYear(plan) ?? year)) ?? start;
  return {
    ...{ id, kind, title: textOf(fields, 'title'), status, selfApproved, departmentId },
    unit: textOf(fields, 'unit').trim(),
    precision: typeof precision === 'number' ? precision : null,
    series: textOf(fields, 'dataSeries').trim(),
    points,
    ends: start && end ? [start, end] : null,
  };
}

/** Every year of IPM's own path, and those for which all four components have a figure. */
function yearsOf(index: Measure | null, stories: readonly ComponentStory[]): IpmYear[] {
  const stated = new Map(index?.points.map(({ year, cell }) => [year, cell]));
  const known = new Set([...stated.keys(), ...stories.flatMap(({ own }) => own?.points ?? []).map(yearOf)]);
  return [...known]
    .sort((a, b) => a - b)
    .map(year => ({ year, stated: stated.get(year) ?? emptyCell, computed: computedIn(year, stories) }))
    .filter(({ year, computed }) => stated.has(year) || computed !== null);
}

const yearOf = ({ year }: MeasurePoint) => year;

function computedIn(year: number, stories: readonly ComponentStory[]): number | null {
  const amounts: Partial<Record<ComponentKey, number>> = {};
  for (const story of stories) {
    const amount = amountIn(year, story);
    if (amount === null) return null;
    amounts[story.key] = amount;
  }
  const { uhh = 0, hls = 0, rls = 0, spending = 0 } = amounts;
  return ipmOf({ uhh, hls, rls, spending });
}

/** A component's figure of a year in the unit of the formula; null without one, or in an unknown unit. */
export function amountIn(year: number, { own, ...component }: ComponentStory): number | null {
  const amount = numberOf(own?.points.find(point => point.year === year)?.cell ?? emptyCell);
  const factor = factorOf(component, own?.unit ?? '');
  return amount === null || factor === null ? null : amount * factor;
}

/** The number of a cell; null for nothing, a range or a category, which no formula can take. */
export function numberOf({ low, high }: Cell): number | null {
  return low === null || high !== null ? null : Number(low);
}
