import { type Client, types } from 'pg';
import { expect } from 'vitest';
import { fold } from '@/lib/plan/log/fold';
import { verifyStream } from '@/lib/plan/log/verify';
import { asOwner } from './world';

// A calendar day is text in the log, not midnight somewhere.
types.setTypeParser(types.builtins.DATE, day => day);

type Values = Record<string, unknown>;

// Kept out of the log on purpose: secrets, and the head that the log itself defines.
const unlogged = new Set(['regionId', 'id', 'passwordHash', 'revision', 'headHash', 'version', 'joinCode']);
const subjects = {
  region: 'Region',
  decree: 'Decree',
  department: 'Department',
  user: 'User',
  membership: 'Membership',
  plan: 'Plan',
  dimension: 'Dimension',
  subdimension: 'Subdimension',
  stage: 'Stage',
  comment: 'Comment',
  snapshot: 'Snapshot',
  hall: 'HallSession',
  referenceTree: 'ReferenceTree',
  referenceNode: 'ReferenceNode',
  verdict: 'Verdict',
  invitation: 'GuestInvitation',
  guest: 'Guest',
  suggestion: 'Suggestion',
  sitting: 'Sitting',
  agendaPoint: 'AgendaPoint',
  attendance: 'Attendance',
  decision: 'Decision',
  priorityCriteria: 'PriorityCriteria',
  priorityDecision: 'PriorityDecision',
};

/**
 * Holds every table against the log: fold(events) = tables, with versions, for each region,
 * and every chain unbroken. Reads the tables by plain SQL, apart from the program's own reads.
 */
export async function expectLogMatchesTables(url: string): Promise<void> {
  await asOwner(url, async client => {
    const regions = await rows(client, 'SELECT * FROM "Region"');
    for (const region of regions) {
      const regionId = String(region.id);
      const events = await rows(
        client,
        'SELECT * FROM "Event" WHERE "regionId" = $1 ORDER BY stream, revision',
        regionId,
      );
      const logged = fold(events as unknown as { body: string }[]);
      const fromLog = Object.fromEntries([...logged].map(([key, { values }]) => [key, values]));
      expect(fromLog).toEqual(await tablesOf(client, regionId));
      const versions = await rows(client, 'SELECT id, version FROM "Item" WHERE "regionId" = $1', regionId);
      for (const { id, version } of versions)
        expect([id, logged.get(`item:${id}`)?.version]).toEqual([id, version]);
      await expectChains(client, region, events);
    }
  });
}

async function expectChains(client: Client, region: Values, events: Values[]): Promise<void> {
  const plans = await rows(client, 'SELECT * FROM "Plan" WHERE "regionId" = $1', String(region.id));
  const heads = [
    { ...region, stream: `region:${region.id}` },
    ...plans.map(plan => ({ ...plan, stream: `plan:${plan.id}` })),
  ];
  for (const head of heads) {
    const own = events.filter(({ stream }) => stream === head.stream);
    expect(verifyStream(head.stream, own as never, head as never)).toEqual([]);
  }
}

async function tablesOf(client: Client, regionId: string): Promise<Record<string, Values>> {
  const image: Record<string, Values> = {};
  for (const [type, table] of Object.entries(subjects)) {
    const column = type === 'region' ? 'id' : '"regionId"';
    for (const row of await rows(client, `SELECT * FROM "${table}" WHERE ${column} = $1`, regionId)) {
      image[`${type}:${row.id}`] = plain(row);
    }
  }
  for (const score of await rows(client, 'SELECT * FROM "PriorityScore" WHERE "regionId" = $1', regionId)) {
    const { planId, itemId, userId, criterion } = score;
    const key = `priorityScore:${itemId}.${userId}`;
    image[key] = { ...image[key], ...{ planId, itemId, userId }, [`scores.${criterion}`]: score.score };
  }
  const of = (table: string) => rows(client, `SELECT * FROM "${table}" WHERE "regionId" = $1`, regionId);
  const [items, indicators, milestones] = [await of('Item'), await of('Indicator'), await of('Milestone')];
  const [supporters, reasons] = [await of('Supporter'), await of('Reason')];
  const references = await of('ItemReference');
  for (const item of items) {
    const detail = indicators.find(({ id }) => id === item.id);
    const cells = milestones.filter(({ indicatorId }) => indicatorId === item.id);
    const supporterIds = supporters
      .filter(({ itemId }) => itemId === item.id)
      .map(({ departmentId }) => departmentId);
    const linked = references.filter(({ itemId }) => itemId === item.id).map(({ nodeId }) => nodeId);
    image[`item:${item.id}`] = plain({
      ...item,
      ...(detail ? baselinePaths(detail) : {}),
      ...Object.assign({}, ...cells.map(cell => cellPaths(`milestones.${cell.year}`, cell))),
      ...(supporterIds.length > 0 ? { supporters: supporterIds.sort() } : {}),
      ...(linked.length > 0 ? { references: linked.sort() } : {}),
      ...Object.fromEntries(
        reasons
          .filter(({ itemId }) => itemId === item.id)
          .map(({ check, text }) => [`reasons.${check}`, text]),
      ),
    });
  }
  return image;
}

function baselinePaths({ kind: _, ...detail }: Values): Values {
  const { baselineLow, baselineHigh, baselineText, baselineSkipReason, baselineIllustrative, ...rest } =
    detail;
  const cell = {
    low: baselineLow,
    high: baselineHigh,
    text: baselineText,
    skipReason: baselineSkipReason,
    illustrative: baselineIllustrative,
  };
  return { ...rest, ...cellPaths('baseline', cell) };
}

function cellPaths(path: string, { low, high, text, skipReason, illustrative }: Values): Values {
  const decimal = (value: unknown) => (typeof value === 'string' ? shortest(value) : value);
  return {
    [`${path}.low`]: decimal(low),
    [`${path}.high`]: decimal(high),
    [`${path}.text`]: text,
    [`${path}.skipReason`]: skipReason,
    [`${path}.illustrative`]: illustrative,
  };
}

/** PostgreSQL pads a numeric to its scale: "10.50000000" is the log's "10.5". */
function shortest(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
}

function plain(row: Values): Values {
  const isNothing = (value: unknown) =>
    value === null || value === false || value === undefined || (Array.isArray(value) && value.length === 0);
  const kept = Object.entries(row).filter(([name, value]) => !unlogged.has(name) && !isNothing(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, scalar(value)]));
}

function scalar(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(String) : value;
}

async function rows(client: Client, sql: string, ...values: string[]): Promise<Values[]> {
  return (await client.query(sql, values)).rows;
}
