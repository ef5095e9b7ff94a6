import pg from 'pg';
import { closeDatabases } from '@/lib/database/client';

/**
 * The SQL texts that this process sent through `pg` while `run` ran, in their order, BEGIN and COMMIT included.
 * Pools and Prisma's adapter end in the same method of a client, which is listened to here.
 */
export async function countStatements(run: () => Promise<void>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    statements.push(textOf(args[0]));
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  const { text, name } = asked as { text?: string; name?: string };
  return text ?? name ?? '';
}

/** Rows of one table that were read by walking through it, and entries read in its indexes. */
export type Read = { sequential: number; index: number };

/**
 * What was read of each table while `run` ran, through the databases of this process (`lib/database/client`);
 * tables of which nothing was read are left out. A session hands in its counts when it ends, at the latest, so
 * all of them are closed before either look; that holds in every version of PostgreSQL.
 * @param databaseUrl as the owner
 */
export async function rowsRead(databaseUrl: string, run: () => Promise<void>): Promise<Record<string, Read>> {
  const before = await readSoFar(databaseUrl);
  await run();
  const after = await readSoFar(databaseUrl);
  const difference = Object.entries(after).map(([table, { sequential, index }]): [string, Read] => [
    table,
    {
      sequential: sequential - (before[table]?.sequential ?? 0),
      index: index - (before[table]?.index ?? 0),
    },
  ]);
  return Object.fromEntries(difference.filter(([, { sequential, index }]) => sequential + index > 0));
}

async function readSoFar(databaseUrl: string): Promise<Record<string, Read>> {
  await closeDatabases();
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await untilAlone(client);
    const { rows } = await client.query<{ table: string } & Record<keyof Read, string>>(`
      SELECT t.relname AS table, t.seq_tup_read AS sequential, COALESCE(sum(i.idx_tup_read), 0) AS index
      FROM pg_stat_user_tables t LEFT JOIN pg_stat_user_indexes i USING (relid)
      GROUP BY t.relid, t.relname, t.seq_tup_read`);
    return Object.fromEntries(
      rows.map(({ table, sequential, index }) => [
        table,
        { sequential: Number(sequential), index: Number(index) },
      ]),
    );
  } finally {
    await client.end();
  }
}

// A closed session may still be on its way out; ending it once more waits until it has handed in its counts.
async function untilAlone(client: pg.Client): Promise<void> {
  await client.query(`
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
}
