import 'server-only';
import { type Actor, can, isMember, ownDepartments, reach } from '@/lib/access/policy';
import { type Database, database } from '@/lib/database/client';
import { obstacles } from '../checks/all';
import type { Finding } from '../checks/check';
import type { PlanItem } from '../item';
import { cellOf, type ItemKind, mediumYear, precisionOf, textOf } from '../kinds/kind';
import { showCell } from '../numbers';
import { type Node, ordered, treeOf } from '../tree';
import type { Status } from '../workflow';
import type { DimensionView, PlanFrame } from './frame';
import { listItemRows } from './item-rows';
import { listBeside } from './similar';

export type TreeItem = {
  id: string;
  parentId: string | null;
  kind: ItemKind;
  code: string;
  title: string;
  status: Status;
  selfApproved: boolean;
  isLeftOut: boolean;
  version: number;
  departmentId: string;
  departmentCode: string;
  isMine: boolean;
  /** This person may move, copy and put it away now. */
  isMovable: boolean;
  /** With its owner, nothing stops it from being handed in, and no reviewer's note waits for an answer. */
  isReady: boolean;
  subdimension: string | null;
  /** Baseline and target of the last year within five, as shown: "11,34 → 9,00". */
  from: string;
  to: string;
  unit: string;
  /** One of the two figures is an example. */
  isExample: boolean;
};

export type DimensionPage = {
  /** null: the region's own items, outside the dimensions. */
  dimension: DimensionView | null;
  tree: Node<TreeItem>[];
  indicators: number;
  mine: number;
  /** Indicators that other departments are still drafting, by parent; their content is not here. */
  hidden: Record<string, number>;
  /** Departments that this person drafts for. */
  departments: { id: string; code: string }[];
};

/** Items with a reviewer's note that nobody has marked as answered. */
async function listUnanswered(
  { regionId }: Actor,
  db: Database,
  ids: readonly string[],
): Promise<Set<string>> {
  const notes = await db.comment.findMany({
    where: { regionId, itemId: { in: [...ids] }, isNote: true, settledAt: null },
    select: { itemId: true },
  });
  return new Set(notes.map(({ itemId }) => itemId));
}

/** The tree of one dimension, own items first; `daerah` is the region's own. null when there is no such dimension. */
export async function getDimension(
  actor: Actor,
  frame: PlanFrame,
  slug: string,
): Promise<DimensionPage | null> {
  const dimension = frame.dimensions.find(candidate => candidate.slug === slug) ?? null;
  if (!dimension && slug !== 'daerah') return null;
  const { regionId } = actor;
  const scope = { regionId, planId: frame.plan.id, dimensionId: dimension?.id ?? null, archivedAt: null };
  const db = database(regionId);
  const items = await listItemRows(actor, db, { AND: [reach.items(actor, frame), scope] });
  const seen = items.map(({ id }) => id);
  const unseen = !isMember(actor)
    ? []
    : await db.item.groupBy({
        by: ['parentId'],
        where: { ...scope, id: { notIn: seen } },
        _count: true,
      });
  const own = ownDepartments(actor);
  const unanswered = await listUnanswered(actor, db, seen);
  const mine = items.filter(item => can.edit(actor, item)).map(({ id }) => id);
  const beside = await listBeside(actor, frame, mine);
  const tree = ordered(
    treeOf(items.map(item => treeItem(actor, item, frame, own, unanswered, beside))),
    item => item.isMine,
  );
  const indicators = items.filter(({ kind }) => kind === 'indicator');
  return {
    dimension,
    tree,
    indicators: indicators.length,
    mine: indicators.filter(({ departmentId }) => own.includes(departmentId)).length,
    hidden: Object.fromEntries(unseen.map(({ parentId, _count }) => [parentId ?? '', _count])),
    departments: can.draft(actor) ? frame.departments.filter(({ id }) => own.includes(id)) : [],
  };
}

function treeItem(
  actor: Actor,
  item: PlanItem,
  frame: PlanFrame,
  own: readonly string[],
  unanswered: ReadonlySet<string>,
  beside: ReadonlyMap<string, Finding[]>,
): TreeItem {
  const { fields } = item;
  const isEditableNow = can.edit(actor, item) && !frame.isLocked;
  const precision = precisionOf(fields);
  const [first, last] = [cellOf(fields, 'baseline'), cellOf(fields, `milestones.${mediumYear(frame.plan)}`)];
  return {
    ...{ id: item.id, parentId: item.parentId, kind: item.kind, status: item.status, version: item.version },
    ...{ selfApproved: item.selfApproved, isLeftOut: item.leftOutReason !== null },
    ...{ code: textOf(fields, 'code'), title: textOf(fields, 'title'), unit: textOf(fields, 'unit') },
    departmentId: item.departmentId,
    departmentCode: frame.departmentCode(item.departmentId),
    isMine: own.includes(item.departmentId),
    isMovable: isEditableNow,
    isReady:
      isEditableNow &&
      !unanswered.has(item.id) &&
      obstacles(item, frame.plan, beside.get(item.id)).length === 0,
    subdimension: frame.subdimensions.find(({ id }) => id === fields.subdimensionId)?.code ?? null,
    from: showCell(first, precision),
    to: showCell(last, precision),
    isExample: first.illustrative || last.illustrative,
  };
}
