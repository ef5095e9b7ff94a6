import { randomUUID } from 'node:crypto';
import { generateNKeysBetween } from 'fractional-indexing';
import { Client } from 'pg';
import { type PlanItem, structureOf } from '@/lib/plan/item';
import { emptyCell, type Fields, type ItemKind } from '@/lib/plan/kinds/kind';
import { planStream } from '@/lib/plan/log/body';
import { storedEvent } from '@/lib/plan/log/hash';
import { difference, flatten, type PathChange } from '@/lib/plan/paths';
import { insertRows, rowsOf } from './large-plan-rows';

export type LargePlan = {
  regionId: string;
  indicators: number;
  years: readonly number[];
  dimensionIds: readonly string[];
  /** The department that owns the indicator with this number, and the goal or target begun with it. */
  ownerOf: (index: number) => string;
  /** Whether the indicator with this number has been handed in and approved; all others are drafts. */
  isApproved?: (index: number) => boolean;
};

const perTarget = 5;
const perGoal = 25;

/**
 * Enters a plan of any size into a founded region whose first plan is empty, by a few statements, with the
 * events that saving item by item would have left: the log agrees with the tables and its chain holds.
 * Five indicators hang under a target and five targets under a goal, whatever the size. Answers with the
 * indicators in the order of their numbers.
 */
export async function enterLargePlan(url: string, plan: LargePlan): Promise<PlanItem[]> {
  const items = itemsOf(plan);
  const client = new Client(url);
  await client.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string; revision: number; headHash: string }>(
      'SELECT id, revision, "headHash" FROM "Plan" WHERE "regionId" = $1 FOR UPDATE',
      [plan.regionId],
    );
    const [head] = rows;
    if (!head) throw new Error(`region ${plan.regionId} has no plan`);
    const events = eventsOf(plan.regionId, head, items);
    await insertRows(client, rowsOf(plan.regionId, items, events));
    const last = events.at(-1);
    await client.query('UPDATE "Plan" SET revision = $3, "headHash" = $4 WHERE "regionId" = $1 AND id = $2', [
      ...[plan.regionId, head.id, last?.revision ?? head.revision, last?.hash ?? head.headHash],
    ]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  return items.filter(({ kind }) => kind === 'indicator');
}

function itemsOf(plan: LargePlan): PlanItem[] {
  const positions = generateNKeysBetween(null, null, plan.indicators);
  const items: PlanItem[] = [];
  let goal: PlanItem | null = null;
  let target: PlanItem | null = null;
  for (let index = 0; index < plan.indicators; index += 1) {
    const at = (kind: ItemKind, parent: PlanItem | null, fields: Fields) => {
      const dimensionId =
        parent?.dimensionId ?? plan.dimensionIds[(index / perGoal) % plan.dimensionIds.length];
      const item: PlanItem = {
        ...{ id: randomUUID(), planId: 'p1', kind, parentId: parent?.id ?? null, parentTitle: null },
        ...{ dimensionId: dimensionId ?? null, departmentId: plan.ownerOf(index), supporterIds: [] },
        ...{
          status: 'draft',
          version: 1,
          position: positions[index] ?? '',
          archivedAt: null,
          mergedIntoId: null,
          leftOutReason: null,
          copiedFromId: null,
          successor: null,
        },
        ...{ illustrative: true, selfApproved: false, fields },
      };
      items.push(item);
      return item;
    };
    if (index % perGoal === 0) goal = at('goal', null, { title: `Tujuan uji ${index}`, priority: 'primary' });
    if (index % perTarget === 0) target = at('target', goal, { title: `Sasaran uji ${index}` });
    const indicator = at('indicator', target, indicatorFields(index, plan.years));
    if (plan.isApproved?.(index)) Object.assign(indicator, { status: 'approved', version: 3 });
  }
  return items;
}

function indicatorFields(index: number, years: readonly number[]): Fields {
  const cell = (step: number) => ({
    ...emptyCell,
    low: String(40 + (index % 50) + step / 2),
    illustrative: true,
  });
  return {
    ...{ title: `Persentase layanan uji nomor ${index} yang memenuhi standar pelayanan minimal` },
    ...{ code: `U-${index}`, unit: '%', direction: 'up', accumulation: 'yearly', valueType: 'number' },
    ...{ precision: 1, source: 'Data uji', baselineYear: 2024, baseline: cell(0) },
    ...Object.fromEntries(years.map((year, at) => [`milestones.${year}`, cell(at + 1)])),
  };
}

type Head = { id: string; revision: number; headHash: string };

function eventsOf(regionId: string, head: Head, items: readonly PlanItem[]) {
  const at = new Date().toISOString();
  let { revision, headHash } = head;
  const record = (item: PlanItem, action: string, changes: PathChange[]) => {
    revision += 1;
    const event = storedEvent({
      ...{ regionId, stream: planStream(head.id), revision, at, action, changes, note: null },
      actor: { id: 'system', name: 'Rembug' },
      subject: { type: 'item', id: item.id },
      ...{ mutationId: randomUUID(), previousHash: headHash },
    });
    headHash = event.hash;
    return event;
  };
  const statusChange = (before: string, after: string) => difference({ status: before }, { status: after });
  return items.flatMap(item => {
    const values = { ...structureOf(item), status: 'draft', ...flatten(item.fields) };
    const begun = record(item, 'create', difference({}, values));
    if (item.version === 1) return [begun];
    const submitted = record(item, 'submit', statusChange('draft', 'submitted'));
    return [begun, submitted, record(item, 'approve', statusChange('submitted', 'approved'))];
  });
}
