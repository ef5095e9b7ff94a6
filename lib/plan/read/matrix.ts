import 'server-only';
import { type Actor, isMember, reach } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { type IpmStory, ipmStory } from '../ipm-story';
import { type Cell, cellOf, type ItemKind, textOf } from '../kinds/kind';
import { pruned, treeOf, walk } from '../tree';
import type { Status } from '../workflow';
import type { PlanFrame } from './frame';
import { listItemRows, type PlanItem } from './item-rows';
import type { MatrixFilter } from './matrix-filter';

export type MatrixRow = {
  id: string;
  kind: ItemKind;
  depth: number;
  code: string;
  title: string;
  status: Status;
  selfApproved: boolean;
  illustrative: boolean;
  dimensionId: string | null;
  departmentCode: string;
  unit: string;
  precision: number | null;
  dataSeries: string;
  baselineYear: number | null;
  baseline: Cell;
  /** One cell per plan year, in their order; empty for goals and targets. */
  cells: Cell[];
};

export type Matrix = {
  /** The region's own indicators (IPM). */
  own: MatrixRow[];
  ipm: IpmStory;
  rows: MatrixRow[];
  counts: Record<Status, number>;
  /** Indicators that other departments are still drafting; counted for everyone, shown to few. */
  hidden: number;
};

/** The whole plan as this person may read it: items × baseline and years, in the order of the tree. */
export async function getMatrix(actor: Actor, frame: PlanFrame, filter: MatrixFilter): Promise<Matrix> {
  const items = await listItemRows(actor, database(actor.regionId), {
    AND: [reach.items(actor, frame), { planId: frame.plan.id }],
  });
  const order = new Map(frame.dimensions.map(({ id }, index) => [id, index]));
  const placed = [...items].sort((a, b) => rank(order, a) - rank(order, b));
  const dimension = frame.dimensions.find(({ slug }) => slug === filter.dimension);
  const fits = (item: PlanItem) =>
    (!dimension || item.dimensionId === dimension.id) && (!filter.status || item.status === filter.status);
  const { regionId } = actor;
  const all = await database(regionId).item.count({
    where: {
      regionId,
      planId: isMember(actor) ? frame.plan.id : '',
      archivedAt: null,
      dimensionId: dimension?.id,
      status: filter.status,
    },
  });
  const within = placed.filter(item => item.dimensionId !== null);
  const counts: Record<Status, number> = { draft: 0, submitted: 0, returned: 0, approved: 0 };
  for (const item of within) if (!dimension || item.dimensionId === dimension.id) counts[item.status] += 1;
  return {
    own: placed.filter(item => item.dimensionId === null).map(item => matrixRow(item, 0, frame)),
    ipm: ipmStory(items, frame.plan),
    rows: walk(pruned(treeOf(within), fits)).map(({ node, depth }) => matrixRow(node.item, depth, frame)),
    counts,
    hidden: Math.max(0, all - items.filter(fits).length),
  };
}

function rank(order: ReadonlyMap<string, number>, item: PlanItem): number {
  return item.dimensionId === null ? -1 : (order.get(item.dimensionId) ?? order.size);
}

function matrixRow(item: PlanItem, depth: number, frame: PlanFrame): MatrixRow {
  const { fields } = item;
  return {
    ...{ id: item.id, kind: item.kind, depth, status: item.status, selfApproved: item.selfApproved },
    ...{ illustrative: item.illustrative, dimensionId: item.dimensionId },
    ...{ code: textOf(fields, 'code'), title: textOf(fields, 'title'), unit: textOf(fields, 'unit') },
    departmentCode: frame.departmentCode(item.departmentId),
    precision: typeof fields.precision === 'number' ? fields.precision : null,
    dataSeries: textOf(fields, 'dataSeries'),
    baselineYear: typeof fields.baselineYear === 'number' ? fields.baselineYear : null,
    baseline: cellOf(fields, 'baseline'),
    cells:
      item.kind === 'indicator' ? frame.plan.years.map(year => cellOf(fields, `milestones.${year}`)) : [],
  };
}
