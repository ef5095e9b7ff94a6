import { isDistrict as isDistrictKind } from './department-label';
import {
  approvedOf,
  type Counts,
  countsOf,
  type Moment,
  type ProgressFilter,
  type Standing,
  standingOf,
  sumOf,
  type Tally,
} from './progress';

/** What stands around the tallies: whose they are and where. */
export type Surroundings = Moment & {
  dimensions: readonly { id: string; slug: string }[];
  /** In the region's own order. `label`: what people call it, which for a district is its name. */
  departments: readonly {
    id: string;
    code: string;
    name: string;
    kind: string;
    label: string;
    isEnded?: boolean;
  }[];
  /** Departments that the reader drafts for. */
  own: readonly string[];
};

export type ProgressRow = Standing & {
  id: string;
  code: string;
  label: string;
  name: string;
  isOwn: boolean;
  /** One entry per dimension that is shown, in their order. */
  cells: Counts[];
};

export type ProgressGroup = { kind: 'office' | 'district'; rows: ProgressRow[]; sum: Counts[] };

export type Board = {
  /** Which of the dimensions is asked for; null: all. */
  dimensionId: string | null;
  /** Districts stand apart; the reader's own kind comes first, and in it the reader's own department. */
  groups: ProgressGroup[];
  /** Who holds items of the region itself (IPM), which belong to no dimension. */
  regionOwn: ProgressRow[];
  totals: {
    departments: number;
    settled: number;
    unstarted: number;
    late: number;
    items: number;
    handedIn: number;
    approved: number;
    counts: Counts;
  };
  /** Departments left out, because they have nothing in the dimension that is asked for. */
  outside: number;
};

/** The board: departments in the region's order by dimensions. Totals do not follow `isOpenOnly`; rows do. */
export function boardOf(tallies: readonly Tally[], around: Surroundings, filter: ProgressFilter): Board {
  const wanted = around.dimensions.find(({ slug }) => slug === filter.dimension);
  const dimensions = wanted ? [wanted] : around.dimensions;
  const everyone = around.departments
    // One that has ended shows as long as something is still to follow to its successor.
    .filter(({ id, isEnded }) => !isEnded || tallies.some(({ departmentId }) => departmentId === id))
    .map(department => rowOf(department, tallies, around, dimensions));
  const counted = wanted ? everyone.filter(({ total }) => total > 0) : everyone;
  const shown = filter.isOpenOnly ? counted.filter(({ isOpen }) => isOpen) : counted;
  const isDistrict = ({ id }: ProgressRow) =>
    around.departments.some(department => department.id === id && isDistrictKind(department));
  const offices = groupOf('office', shown, row => !isDistrict(row), dimensions.length);
  const districts = groupOf('district', shown, isDistrict, dimensions.length);
  const ownFirst = districts.rows.some(({ isOwn }) => isOwn) && !offices.rows.some(({ isOwn }) => isOwn);
  const sum = sumOf(counted.map(({ counts }) => counts));
  return {
    dimensionId: wanted?.id ?? null,
    groups: (ownFirst ? [districts, offices] : [offices, districts]).filter(({ rows }) => rows.length > 0),
    regionOwn: wanted ? [] : regionOwnOf(tallies, around),
    totals: {
      departments: counted.length,
      settled: counted.filter(({ isOpen, total }) => !isOpen && total > 0).length,
      unstarted: counted.filter(({ isOpen, total }) => isOpen && total === 0).length,
      late: counted.filter(({ isLate }) => isLate).length,
      items: counted.reduce((total, row) => total + row.total, 0),
      handedIn: counted.reduce((total, row) => total + row.handedIn, 0),
      approved: approvedOf(sum),
      counts: sum,
    },
    outside: everyone.length - counted.length,
  };
}

type Department = Surroundings['departments'][number];

function rowOf(
  department: Department,
  tallies: readonly Tally[],
  around: Surroundings,
  dimensions: Surroundings['dimensions'],
): ProgressRow {
  const mine = tallies.filter(({ departmentId }) => departmentId === department.id);
  const cells = dimensions.map(({ id }) => countsOf(mine.filter(({ dimensionId }) => dimensionId === id)));
  const standing = standingOf(sumOf(cells), around);
  const isElsewhere = standing.total === 0 && mine.some(({ dimensionId }) => dimensionId === null);
  return {
    ...naming(department, around),
    cells,
    ...standing,
    ...(isElsewhere && { isOpen: false, isLate: false, next: 'Hanya memegang indikator daerah' }),
  };
}

function regionOwnOf(tallies: readonly Tally[], around: Surroundings): ProgressRow[] {
  return around.departments.flatMap(department => {
    const held = tallies.filter(
      ({ departmentId, dimensionId }) => departmentId === department.id && dimensionId === null,
    );
    if (held.length === 0) return [];
    return { ...naming(department, around), cells: [], ...standingOf(countsOf(held), around) };
  });
}

function naming({ id, code, label, name }: Department, { own }: Surroundings) {
  return { id, code, label, name, isOwn: own.includes(id) };
}

function groupOf(
  kind: ProgressGroup['kind'],
  rows: readonly ProgressRow[],
  isWithin: (row: ProgressRow) => boolean,
  columns: number,
): ProgressGroup {
  const within = rows.filter(isWithin);
  const placed = [...within.filter(({ isOwn }) => isOwn), ...within.filter(({ isOwn }) => !isOwn)];
  const sum = Array.from({ length: columns }, (_, column) =>
    sumOf(placed.flatMap(({ cells }) => cells[column] ?? [])),
  );
  return { kind, rows: placed, sum };
}
