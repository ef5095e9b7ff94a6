import 'server-only';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { kinds } from '../kinds/all';
import { cellOf, type Fields, type FieldValue, isCell } from '../kinds/kind';
import type { PlanItem } from '../read/item-rows';

/** Columns of the trunk; every other plain field of a kind is a column of its own detail table. */
const trunkFields = ['title', 'code', 'subdimensionId', 'beneficiaries', 'priority', 'horizon', 'rpjmd'];
const detailFields = kinds.indicator
  .fields({ baselineYear: 0, years: [] })
  .filter(({ path, input }) => !trunkFields.includes(path) && input !== 'cell' && input !== 'departments')
  .map(({ path }) => path);

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
  if (kind === 'indicator') await tx.indicator.create({ data: { regionId, id, ...detailData(fields) } });
  await storeLists(tx, regionId, id, fields);
}

/**
 * Writes changed fields (and a new place, in the tree or put away) of an item that stands at this version.
 * Returns false, having written nothing, when it no longer does.
 */
export async function updateItem(
  tx: Transaction,
  { regionId }: Actor,
  item: PlanItem,
  fields: Fields,
  place: { parentId?: string | null; position?: string; archivedAt?: string | null },
): Promise<boolean> {
  const { id, version } = item;
  const { count } = await tx.item.updateMany({
    where: { regionId, id, version },
    data: { ...pick(fields, trunkFields), ...place, version: { increment: 1 } },
  });
  if (count === 0) return false;
  const detail = detailData(fields);
  if (item.kind === 'indicator' && Object.keys(detail).length > 0) {
    await tx.indicator.update({ where: { regionId_id: { regionId, id } }, data: detail });
  }
  await storeLists(tx, regionId, id, fields);
  return true;
}

function pick(fields: Fields, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(names.filter(name => name in fields).map(name => [name, fields[name] ?? null]));
}

function detailData(fields: Fields): Record<string, unknown> {
  if (!('baseline' in fields)) return pick(fields, detailFields);
  const { low, high, text, skipReason, illustrative } = cellOf(fields, 'baseline');
  return {
    ...pick(fields, detailFields),
    baselineLow: low,
    baselineHigh: high,
    baselineText: text,
    baselineSkipReason: skipReason,
    baselineIllustrative: illustrative,
  };
}

/** Yearly values, supporters and reasons: rows of their own, replaced in one statement each. */
async function storeLists(tx: Transaction, regionId: string, id: string, fields: Fields): Promise<void> {
  const cells = Object.entries(fields).flatMap(([path, value]) => {
    const year = /^milestones\.(\d+)$/.exec(path)?.[1];
    return year ? [{ year: Number(year), value }] : [];
  });
  if (cells.length > 0) {
    const years = cells.map(({ year }) => year);
    await tx.milestone.deleteMany({ where: { regionId, indicatorId: id, year: { in: years } } });
    const rows = cells.flatMap(({ year, value }) =>
      isCell(value) ? [{ regionId, indicatorId: id, year, ...value }] : [],
    );
    if (rows.length > 0) await tx.milestone.createMany({ data: rows });
  }
  if ('supporters' in fields) {
    await tx.supporter.deleteMany({ where: { regionId, itemId: id } });
    const departmentIds = Array.isArray(fields.supporters) ? fields.supporters : [];
    const rows = departmentIds.map(departmentId => ({ regionId, itemId: id, departmentId }));
    if (rows.length > 0) await tx.supporter.createMany({ data: rows });
  }
  const reasons = Object.entries(fields).filter(([path]) => path.startsWith('reasons.'));
  if (reasons.length > 0) {
    const checks = reasons.map(([path]) => path.slice('reasons.'.length));
    await tx.reason.deleteMany({ where: { regionId, itemId: id, check: { in: checks } } });
    const rows = reasons.flatMap(([path, text]) =>
      typeof text === 'string' ? [{ regionId, itemId: id, check: path.slice('reasons.'.length), text }] : [],
    );
    if (rows.length > 0) await tx.reason.createMany({ data: rows });
  }
}
