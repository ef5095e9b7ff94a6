import type { Client } from 'pg';
import type { PlanItem } from '@/lib/plan/item';
import { cellOf, type Fields } from '@/lib/plan/kinds/kind';
import type { StoredEvent } from '@/lib/plan/log/body';

type Row = Record<string, unknown>;
export type Rows = Record<'Item' | 'Indicator' | 'Milestone' | 'Event', Row[]>;

const trunk = ['title', 'code', 'priority'];

/** Items and their events as the rows that saving them one by one would have made. */
export function rowsOf(regionId: string, items: readonly PlanItem[], events: readonly StoredEvent[]): Rows {
  const indicators = items.filter(({ kind }) => kind === 'indicator');
  return {
    Item: items.map(item => itemRow(regionId, item)),
    Indicator: indicators.map(({ id, fields }) => ({ regionId, id, kind: 'indicator', ...detail(fields) })),
    Milestone: indicators.flatMap(({ id, fields }) =>
      Object.keys(fields)
        .filter(path => path.startsWith('milestones.'))
        .map(path => ({ regionId, indicatorId: id, year: Number(path.slice(11)), ...cellOf(fields, path) })),
    ),
    Event: events.map(event => ({ ...event })),
  };
}

function itemRow(regionId: string, item: PlanItem): Row {
  const { parentTitle: _, supporterIds: __, successor: ___, fields, ...columns } = item;
  return { regionId, ...columns, ...Object.fromEntries(trunk.map(name => [name, fields[name] ?? null])) };
}

function detail(fields: Fields): Row {
  const plain = Object.entries(fields).filter(
    ([path]) => !trunk.includes(path) && path !== 'baseline' && !path.startsWith('milestones.'),
  );
  const { low, high, text, skipReason, illustrative } = cellOf(fields, 'baseline');
  return {
    ...Object.fromEntries(plain),
    ...{ baselineLow: low, baselineHigh: high, baselineText: text, baselineSkipReason: skipReason },
    baselineIllustrative: illustrative,
  };
}

const atOnce = 2_000;

/** Inserts rows, two thousand a statement, in the order in which they refer to each other. */
export async function insertRows(client: Client, tables: Rows): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (let from = 0; from < rows.length; from += atOnce) {
      const names = Object.keys(rows[0] ?? {})
        .map(name => `"${name}"`)
        .join(', ');
      await client.query(
        `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(rows.slice(from, from + atOnce))],
      );
    }
  }
}
