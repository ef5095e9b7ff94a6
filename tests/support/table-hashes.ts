import { asOwner } from './world';

/** What a backup leaves out. */
const passing = ['Session', 'Throttle', 'Download', '_prisma_migrations'];

/** How many rows each table has and a hash over all of them, made by the database itself. */
export function tableHashes(url: string): Promise<Record<string, { rows: number; hash: string }>> {
  return asOwner(url, async client => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const hashes: Record<string, { rows: number; hash: string }> = {};
    for (const { name } of tables.rows.filter(table => !passing.includes(table.name))) {
      const { rows } = await client.query<{ rows: number; hash: string }>(
        `SELECT count(*)::int AS rows, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")), '') AS hash
         FROM "${name}" t`,
      );
      if (rows[0]) hashes[name] = rows[0];
    }
    return hashes;
  });
}
