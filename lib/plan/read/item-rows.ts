import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Database, Transaction } from '@/lib/database/client';
import type { Prisma } from '@/lib/database/generated/client';
import type { PlanItem } from '../item';
import type { Fields } from '../kinds/kind';

const select = {
  id: true,
  planId: true,
  kind: true,
  parentId: true,
  parent: { select: { title: true } },
  dimensionId: true,
  departmentId: true,
  status: true,
  version: true,
  position: true,
  illustrative: true,
  selfApproved: true,
  title: true,
  code: true,
  subdimensionId: true,
  beneficiaries: true,
  priority: true,
  horizon: true,
  rpjmd: true,
  archivedAt: true,
  mergedIntoId: true,
  leftOutReason: true,
  copiedFromId: true,
  predecessorIds: true,
  supporters: { select: { departmentId: true }, orderBy: { departmentId: 'asc' } },
  references: { select: { nodeId: true }, orderBy: { nodeId: 'asc' } },
  reasons: { select: { check: true, text: true } },
  indicator: {
    omit: { regionId: true, id: true, kind: true },
    include: {
      milestones: true,
      replacedBy: {
        where: { breakYear: { not: null }, item: { archivedAt: null } },
        orderBy: [{ breakYear: 'asc' }, { id: 'asc' }],
        take: 1,
        select: { id: true, breakYear: true, item: { select: { code: true, title: true } } },
      },
    },
  },
} satisfies Prisma.ItemSelect;

type Row = Prisma.ItemGetPayload<{ select: typeof select }>;

/** Items that fit a condition, in the order of the tree, with every field; what is put away only when asked for. */
export async function listItemRows(
  actor: Actor,
  source: Database | Transaction,
  where: Prisma.ItemWhereInput,
  options: { withArchived?: boolean } = {},
): Promise<PlanItem[]> {
  const rows = await source.item.findMany({
    where: {
      AND: [{ regionId: actor.regionId }, options.withArchived ? {} : { archivedAt: null }, where],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select,
  });
  return rows.map(itemOfRow);
}

function itemOfRow(row: Row): PlanItem {
  const { title, code, subdimensionId, beneficiaries, priority, horizon, rpjmd } = row;
  const { supporters, references, reasons, indicator, parent, ...trunk } = row;
  const supporterIds = supporters.map(supporter => supporter.departmentId);
  const answered = Object.fromEntries(reasons.map(({ check, text }) => [`reasons.${check}`, text]));
  return {
    id: trunk.id,
    planId: trunk.planId,
    kind: trunk.kind,
    parentId: trunk.parentId,
    parentTitle: parent?.title ?? null,
    dimensionId: trunk.dimensionId,
    departmentId: trunk.departmentId,
    status: trunk.status,
    version: trunk.version,
    position: trunk.position,
    illustrative: trunk.illustrative,
    selfApproved: trunk.selfApproved,
    archivedAt: trunk.archivedAt?.toISOString() ?? null,
    mergedIntoId: trunk.mergedIntoId,
    leftOutReason: trunk.leftOutReason,
    copiedFromId: trunk.copiedFromId,
    predecessorIds: trunk.predecessorIds,
    successor: successorOf(indicator?.replacedBy[0]),
    supporterIds,
    fields: {
      ...{ title, code, subdimensionId, beneficiaries, priority, horizon, rpjmd },
      ...(indicator ? indicatorFields(indicator) : {}),
      ...(supporterIds.length > 0 ? { supporters: supporterIds } : {}),
      ...(references.length > 0 ? { references: references.map(({ nodeId }) => nodeId) } : {}),
      ...answered,
    },
  };
}

type Replacing = NonNullable<Row['indicator']>['replacedBy'][number];

function successorOf(row: Replacing | undefined): PlanItem['successor'] {
  if (!row || row.breakYear === null) return null;
  return { id: row.id, year: row.breakYear, name: row.item.code ?? row.item.title ?? '' };
}

function indicatorFields(indicator: NonNullable<Row['indicator']>): Fields {
  const {
    milestones,
    replacedBy: _,
    baselineLow,
    baselineHigh,
    baselineText,
    baselineSkipReason,
    baselineIllustrative,
    ...plain
  } = indicator;
  const cells = milestones.map(({ year, low, high, text, skipReason, illustrative }) => [
    `milestones.${year}`,
    { low: low?.toFixed() ?? null, high: high?.toFixed() ?? null, text, skipReason, illustrative },
  ]);
  return {
    ...plain,
    baseline: {
      low: baselineLow?.toFixed() ?? null,
      high: baselineHigh?.toFixed() ?? null,
      text: baselineText,
      skipReason: baselineSkipReason,
      illustrative: baselineIllustrative,
    },
    ...Object.fromEntries(cells),
  };
}
