import type { Client } from 'pg';
import { Quit } from '../../server/quit';

export type Table = { name: string; key: string };
export type Migration = { name: string; checksum: string };
export type ChainHead = { regionId: string; stream: string; revision: number; hash: string };

/** What lasts minutes and is asked for anew: an ended session must not come back to life from a backup. */
const passing = ['Session', 'Throttle', 'Download'];

/** The tables that are kept, each with its key as it is sorted by, which depends on no language. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', '
         ORDER BY array_position(i.indkey::int2[], a.attnum)) AS key
     FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  );
  return rows.filter(({ name }) => !passing.includes(name));
}

/** The migrations this database has, by name and checksum. Throws Quit where there are none. */
export async function appliedMigrations(client: Client): Promise<Migration[]> {
  const known = await client.query(`SELECT to_regclass('public._prisma_migrations') AS there`);
  if (!known.rows[0]?.there)
    throw new Quit('Basis data ini belum berisi Rembug: periksa DATABASE_URL atau DATA_DIR.');
  const { rows } = await client.query<Migration>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** Where every chain of events ends. */
export async function chainHeads(client: Client): Promise<ChainHead[]> {
  const { rows } = await client.query<ChainHead>(
    `SELECT DISTINCT ON ("regionId" COLLATE "C", stream COLLATE "C") "regionId", stream, revision, hash
     FROM "Event" ORDER BY "regionId" COLLATE "C", stream COLLATE "C", revision DESC`,
  );
  return rows;
}
