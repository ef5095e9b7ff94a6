import 'server-only';
import type { Transaction } from './client';
import { Prisma } from './generated/client';

type Table = 'Indicator' | 'Item' | 'ItemReference' | 'Milestone' | 'Reason' | 'Suggestion' | 'Supporter';

const atOnce = 2_000;

/**
 * Inserts any number of rows, two thousand a statement. What a row does not name and another does is null in it;
 * what none names is as the table says. Prisma's `createMany` takes a parameter for each value, and with that three
 * seconds a thousand rows. Throws what the database refuses.
 */
export async function insertRows(tx: Transaction, table: Table, rows: readonly object[]): Promise<void> {
  const names = [...new Set(rows.flatMap(Object.keys))].map(name => `"${name}"`).join(', ');
  const [place, columns] = [Prisma.raw(`"${table}"`), Prisma.raw(names)];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = JSON.stringify(rows.slice(from, from + atOnce));
    await tx.$executeRaw`INSERT INTO ${place} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${place}, ${some}::jsonb)`;
  }
}
