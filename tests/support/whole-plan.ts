import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { type Cell, isCell } from '../../lib/plan/kinds/kind';
import data from '../../prisma/seed/data/purbalingga.json' with { type: 'json' };
import { purbalinggaItems, reviewerOf, type SourceItem } from '../../prisma/seed/purbalingga';
import { stepOf, type WholeRegion } from './whole-region';

const items = purbalinggaItems();

/** Each item of the file is begun by its department's operator, handed in, and approved by its reviewer. */
export async function enterPurbalingga({ take }: WholeRegion): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const item of items) {
    const operator = `${item.department.toLowerCase()}.operator`;
    const itemId = randomUUID();
    ids.set(item.key, itemId);
    const create = {
      kind: item.kind,
      parentId: item.parentKey ? ids.get(item.parentKey) : null,
      dimensionId: item.dimension && `p1-${item.dimension.toLowerCase()}`,
      departmentId: item.department.toLowerCase(),
      illustrative: item.isOwnerIllustrative,
    };
    const change = { mutationId: randomUUID(), itemId, version: 0, create, fields: item.fields };
    const version = await take(operator, 'saveChangesAction', [change]);
    const submitted = await take(operator, 'takeStepAction', stepOf('submit', itemId, version));
    await take(reviewerOf(item), 'takeStepAction', stepOf('approve', itemId, submitted));
  }
  return ids;
}

/** What is stored is what the file says, value by value. */
export async function expectEqualToFile({ rows }: WholeRegion, ids: ReadonlyMap<string, string>) {
  const stored = await rows('SELECT * FROM "Item"');
  const details = await rows('SELECT * FROM "Indicator"');
  const milestones = await rows('SELECT * FROM "Milestone"');
  const reasons = await rows('SELECT * FROM "Reason"');
  expect(stored.map(({ status }) => status)).toEqual(items.map(() => 'approved'));
  expect(reasons.length).toBeLessThanOrEqual(5);
  for (const item of items.filter(({ kind }) => kind === 'indicator')) {
    const detail = details.find(({ id }) => id === ids.get(item.key));
    const {
      baselineLow: low,
      baselineHigh: high,
      baselineText: text,
      baselineSkipReason: skipReason,
    } = detail;
    expectCell(`${item.key} baseline`, { low, high, text, skipReason }, item.fields.baseline);
    const own = milestones.filter(({ indicatorId }) => indicatorId === ids.get(item.key));
    expect(own.map(({ year }) => year).sort()).toEqual(data.plan.years);
    for (const cell of own)
      expectCell(`${item.key} ${cell.year}`, cell, item.fields[`milestones.${cell.year}`]);
  }
  expectCountsOfFile(items);
}

type StoredCell = { low: string | null; high: string | null; text: string | null; skipReason: string | null };

function expectCell(place: string, stored: StoredCell, wanted: unknown): void {
  const cell: Cell | null = isCell(wanted as Cell) ? (wanted as Cell) : null;
  const number = (value: string | null | undefined) => (value == null ? null : Number(value));
  expect([place, number(stored.low), number(stored.high), stored.skipReason]).toEqual([
    ...[place, number(cell?.low), number(cell?.high), cell?.skipReason ?? null],
  ]);
  // Nothing stays unsaid: a value, or the reason why there is none.
  expect([place, stored.low !== null || Boolean(stored.skipReason)]).toEqual([place, true]);
}

/** The items are the file's: every number of it stands in exactly one cell. */
function expectCountsOfFile(list: readonly SourceItem[]): void {
  const fromFile = [
    ...data.plan.goals.flatMap(goal => goal.targets.flatMap(target => target.indicators as object[])),
    data.overarching,
    // The components of IPM have a published figure and, as yet, no target.
    ...Object.values(data.overarching.components)
      .flatMap(figures => Object.values(figures))
      .map(value => ({ baseline: { value }, milestones: {} })),
  ]
    .flatMap(indicator => {
      const { baseline, milestones } = indicator as {
        baseline: { value: unknown };
        milestones: Record<string, unknown>;
      };
      return [baseline.value, ...Object.values(milestones)];
    })
    .flatMap(value =>
      value === null ? [] : typeof value === 'object' ? Object.values(value as object) : [value],
    );
  const fromItems = list.flatMap(({ fields }) =>
    Object.values(fields).flatMap(value =>
      isCell(value) ? [value.low, value.high].filter(end => end !== null).map(Number) : [],
    ),
  );
  expect([...fromItems].sort()).toEqual([...fromFile].sort());
}
