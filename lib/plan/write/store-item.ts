import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { detailColumns, detailTable, pick, rowsOfLists, trunkFields } from '../columns';
import type { PlanItem } from '../item';

/** Writes a new item with its detail and all its fields. */
export async function insertItem(tx: Transaction, { regionId }: Actor, item: PlanItem): Promise<void> {
  const { id, planId, kind, parentId, dimensionId, departmentId, status, position, illustrative, fields } =
    item;
  await tx.item.create({
    data: {
      ...{ regionId, id, planId, kind, parentId, dimensionId, departmentId, status, position, illustrative },
      ...pick(fields, trunkFields),
    },
  });
  if (detailTable(kind))
    await tx.indicator.create({ data: { regionId, id, ...detailColumns(kind, fields) } });
  const { cells = [], supporters = [], references = [], reasons = {} } = rowsOfLists(fields);
  if (cells.length > 0) {
    await tx.milestone.createMany({ data: cells.map(cell => ({ regionId, indicatorId: id, ...cell })) });
  }
  if (supporters.length > 0) {
    const rows = supporters.map(departmentId => ({ regionId, itemId: id, departmentId }));
    await tx.supporter.createMany({ data: rows });
  }
  if (references.length > 0) {
    await tx.itemReference.createMany({ data: references.map(nodeId => ({ regionId, itemId: id, nodeId })) });
  }
  const answers = Object.entries(reasons).flatMap(([check, text]) =>
    text === null ? [] : [{ check, text }],
  );
  if (answers.length > 0) {
    await tx.reason.createMany({ data: answers.map(answer => ({ regionId, itemId: id, ...answer })) });
  }
}
