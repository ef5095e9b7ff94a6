import { type Cell, cellOf, hasValue, type ItemKind, precisionOf, textOf } from './kinds/kind';
import type { MatrixFilter } from './matrix-filter';
import { amountOf } from './numbers';
import { priorityLabel } from './priority-mark';
import { pruned, treeOf, walk } from './tree';
import type { Status } from './workflow';

/** An item as the matrix needs it; what is read of the plan fits. */
type Item = {
  id: string;
  kind: ItemKind;
  parentId: string | null;
  dimensionId: string | null;
  departmentId: string;
  status: Status;
  selfApproved: boolean;
  leftOutReason?: string | null;
  illustrative: boolean;
  successor?: { id: string; year: number; name: string } | null;
  version: number;
  fields: Parameters<typeof cellOf>[0];
};
type Hidden = Pick<Item, 'id' | 'kind' | 'parentId' | 'dimensionId' | 'departmentId' | 'status'>;

type Frame = {
  plan: { years: readonly number[] };
  dimensions: readonly { id: string; slug: string }[];
  subdimensions: readonly { id: string; dimensionId: string; code: string; name: string }[];
  departments: readonly { id: string; code: string }[];
  departmentCode: (id: string) => string;
};

export type MatrixRow = {
  id: string;
  kind: ItemKind;
  code: string;
  title: string;
  status: Status;
  selfApproved: boolean;
  /** The plan goes without it, by decision. */
  isLeftOut?: boolean;
  illustrative: boolean;
  version: number;
  dimensionId: string | null;
  /** Its own, or that of what it hangs under. */
  subdimensionCode: string;
  departmentCode: string;
  /** The owner's own mark, in words; '' without one. */
  priority: string;
  /** Its place in the order that the coordinator decided. */
  rank: number | null;
  unit: string;
  direction: string;
  precision: number | null;
  dataSeries: string;
  baselineYear: number | null;
  baseline: Cell;
  /** One cell per plan year, in their order; empty for goals and targets. */
  cells: Cell[];
  /** In years that belong to what it replaces or what replaces it, which that is: "→ A-07"; else ''. By year as the cells. */
  elsewhere: string[];
};

/** One of the official subdimensions, with what the plan has for it. */
export type Covered = {
  id: string;
  dimensionId: string;
  code: string;
  name: string;
  targets: number;
  indicators: number;
};

export type Matrix = {
  /** The region's own indicators (IPM), whatever the filter. */
  own: MatrixRow[];
  rows: MatrixRow[];
  /** How many of each status fit the rest of the filter, those included that others are still drafting. */
  counts: Record<Status, number>;
  /** Indicators that fit and that other departments are still drafting: counted, not shown. */
  hidden: number;
  coverage: Covered[];
};

type Ranks = ReadonlyMap<string, { rank: number }>;

const noCounts = (): Record<Status, number> => ({ draft: 0, submitted: 0, returned: 0, approved: 0 });

/**
 * The plan as the rows of one table: what fits the filter, and what it hangs under.
 * @param items readable ones, in the order of the tree's branches
 * @param hidden what others are drafting; of these only where they stand is known
 * @param ranks the places that coordinators decided, where they are shown
 */
export function matrixOf(
  items: readonly Item[],
  hidden: readonly Hidden[],
  frame: Frame,
  filter: MatrixFilter,
  ranks: Ranks = new Map(),
): Matrix {
  const within = items.filter(({ dimensionId }) => dimensionId !== null);
  const inherited = inheritance(items);
  const named = namesAmong(items);
  const fits = fitting(frame, filter, inherited);
  const isShown = (item: Item) => fits(item) && hasStatus(filter, item) && isFound(filter, item);
  const counts = noCounts();
  for (const item of within) if (fits(item) && isFound(filter, item)) counts[item.status] += 1;
  // What a hidden one says is not known, so that a search never counts it.
  const unseen = filter.search ? [] : hidden.filter(fits);
  for (const item of unseen) counts[item.status] += 1;
  const shown = walk(pruned(treeOf(within), isShown));
  const own = items.filter(({ dimensionId }) => dimensionId === null);
  return {
    own: own.map(item => rowOf(item, frame, inherited, named, ranks)),
    rows: shown.map(({ node }) => rowOf(node.item, frame, inherited, named, ranks)),
    counts,
    hidden: unseen.filter(item => hasStatus(filter, item)).length,
    coverage: coverageOf(within, hidden, frame, inherited),
  };
}

type Inherited = (item: Hidden | Item, path: string) => string;

/** The value of a field, or where it says nothing that of what it hangs under: a target's horizon holds for its indicators. */
function inheritance(items: readonly Item[]): Inherited {
  const byId = new Map(items.map(item => [item.id, item]));
  return function inherited(item, path): string {
    const own = 'fields' in item ? textOf(item.fields, path) : '';
    const parent = byId.get(item.parentId ?? '');
    return own !== '' || !parent ? own : inherited(parent, path);
  };
}

function fitting(frame: Frame, filter: MatrixFilter, inherited: Inherited) {
  const dimension = frame.dimensions.find(({ slug }) => slug === filter.dimension);
  const subdimension = frame.subdimensions.find(({ code }) => code === filter.subdimension);
  const department = frame.departments.find(({ code }) => code === filter.department);
  // An address that names what does not exist shows nothing, not everything.
  const isUnknown =
    (filter.dimension && !dimension) ||
    (filter.subdimension && !subdimension) ||
    (filter.department && !department);
  return (item: Item | Hidden): boolean =>
    !isUnknown &&
    (!dimension || item.dimensionId === dimension.id) &&
    (!subdimension || inherited(item, 'subdimensionId') === subdimension.id) &&
    (!department || item.departmentId === department.id) &&
    (!filter.priority || inherited(item, 'priority') === filter.priority) &&
    (!filter.horizon || inherited(item, 'horizon') === filter.horizon);
}

const hasStatus = (filter: MatrixFilter, { status }: Pick<Item, 'status'>) =>
  !filter.status || status === filter.status;

function isFound({ search }: MatrixFilter, { fields }: Item): boolean {
  if (!search) return true;
  const text = ['code', 'title', 'unit']
    .map(path => textOf(fields, path))
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

function coverageOf(
  items: readonly Item[],
  hidden: readonly Hidden[],
  frame: Frame,
  inherited: Inherited,
): Covered[] {
  const count = new Map<string, { targets: number; indicators: number }>();
  for (const item of [...items, ...hidden]) {
    const id = inherited(item, 'subdimensionId');
    const sum = count.get(id) ?? { targets: 0, indicators: 0 };
    if (item.kind === 'target') sum.targets += 1;
    if (item.kind === 'indicator') sum.indicators += 1;
    count.set(id, sum);
  }
  return frame.subdimensions.map(subdimension => ({
    ...subdimension,
    ...(count.get(subdimension.id) ?? { targets: 0, indicators: 0 }),
  }));
}

type Around = Pick<MatrixRow, 'subdimensionCode' | 'departmentCode' | 'rank' | 'elsewhere'>;

const made = new WeakMap<Item, { years: readonly number[]; around: Around; row: MatrixRow }>();

/** An item that was not written since has the same row as before, so that whoever draws it can tell by looking. */
function rowOf(item: Item, frame: Frame, inherited: Inherited, named: Named, ranks: Ranks): MatrixRow {
  const { years } = frame.plan;
  const subdimensionId = inherited(item, 'subdimensionId');
  const around = {
    subdimensionCode: frame.subdimensions.find(one => one.id === subdimensionId)?.code ?? '',
    departmentCode: frame.departmentCode(item.departmentId),
    rank: ranks.get(item.id)?.rank ?? null,
    elsewhere: item.kind === 'indicator' ? beyond(item, years, named) : [],
  };
  const known = made.get(item);
  if (known && isSame(known.years, years) && isSameAround(known.around, around)) return known.row;
  const row = newRow(item, frame, around);
  made.set(item, { years, around, row });
  return row;
}

const isSameAround = (a: Around, b: Around) =>
  a.subdimensionCode === b.subdimensionCode &&
  a.departmentCode === b.departmentCode &&
  a.rank === b.rank &&
  isSame(a.elsewhere, b.elsewhere);

const isSame = <Value>(a: readonly Value[], b: readonly Value[]) =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]));

function newRow(item: Item, frame: Frame, around: Around): MatrixRow {
  const { id, kind, status, selfApproved, illustrative, version, dimensionId, fields } = item;
  return {
    ...{ id, kind, status, selfApproved, illustrative, version, dimensionId },
    ...(item.leftOutReason ? { isLeftOut: true } : {}),
    ...{ code: textOf(fields, 'code'), title: textOf(fields, 'title'), unit: textOf(fields, 'unit') },
    ...around,
    priority: priorityLabel(textOf(fields, 'priority')),
    direction: textOf(fields, 'direction'),
    precision: precisionOf(fields),
    dataSeries: textOf(fields, 'dataSeries'),
    baselineYear: typeof fields.baselineYear === 'number' ? fields.baselineYear : null,
    baseline: cellOf(fields, 'baseline'),
    cells: kind === 'indicator' ? frame.plan.years.map(year => cellOf(fields, `milestones.${year}`)) : [],
  };
}

/** Most neither replace another nor are replaced. */
const beyond = (item: Item, years: readonly number[], named: Named) =>
  years.map(year => (item.successor || item.fields.replacesId ? elsewhere(item, year, named) : ''));

/** Where the target of a year stands, if not here; what this person may not read is not named. */
function elsewhere({ fields, successor }: Item, year: number, named: Named): string {
  if (hasValue(cellOf(fields, `milestones.${year}`))) return '';
  if (successor && year >= successor.year) return `→ ${named(successor.id) || 'indikator lain'}`;
  const { replacesId, breakYear } = fields;
  const isBefore = typeof replacesId === 'string' && typeof breakYear === 'number' && year < breakYear;
  return isBefore ? `← ${named(replacesId) || 'indikator lain'}` : '';
}

/** What an item that may be read is called, in short. */
type Named = (id: string) => string;

function namesAmong(items: readonly Item[]): Named {
  const byId = new Map(items.map(item => [item.id, item]));
  return id => {
    const fields = byId.get(id)?.fields ?? {};
    return textOf(fields, 'code') || textOf(fields, 'title');
  };
}

/** The points of a row's path, for its figure: the baseline, then the years. */
export function pointsOf({ baseline, baselineYear, cells }: MatrixRow, years: readonly number[]) {
  const first = { year: baselineYear ?? (years[0] ?? 0) - 1, value: amountOf(baseline) };
  return [first, ...years.map((year, index) => ({ year, value: amount(cells[index]) }))];
}

const amount = (cell: Cell | undefined) => (cell && hasValue(cell) ? amountOf(cell) : null);
