import 'server-only';
import type { Transaction } from './client';

type Table =
  | 'Event'
  | 'Indicator'
  | 'Item'
  | 'ItemReference'
  | 'Milestone'
  | 'Reason'
  | 'Suggestion'
  | 'Supporter';

const atOnce = 2_000;

/**
 * Inserts any number of rows, two thousand a statement. What a row does not name and another does is null in it;
 * what none names is as the table says. Prisma's `createMany` takes a parameter for each value, and with that three
 * seconds a thousand rows. Throws what the database refuses.
 */
export async function insertRows(tx: Transaction, table: Table, rows: readonly object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(Object.keys))].map(name => `"${name}"`).join(', ');
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      JSON.stringify(rows.slice(from, from + atOnce)),
    );
}
