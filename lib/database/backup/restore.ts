import { Client } from 'pg';
import { Quit } from '../../server/quit';
import { type Header, walkBackup } from './file';
import { quoted, readAlike, type Sum, sumOf } from './rows';
import { appliedMigrations, chainHeads, listTables, type Table } from './tables';

const bytesAtOnce = 1_000_000;
const rowsAtOnce = 500;

/**
 * Puts a backup into the empty, migrated database at `url`, whole or not at all: everything is one transaction,
 * which ends only when every row, read back, is what the file says, and every chain of events ends where it did.
 * @returns what the file holds. Throws Quit when the file or the database is not fit for it; nothing is changed then
 */
export async function restore(url: string, path: string): Promise<Header & { rows: number }> {
  const { header, sums } = await readWhole(path);
  const client = new Client({ connectionString: url, application_name: 'rembug-pemulihan' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await readAlike(client);
    const tables = await listTables(client);
    await requireSameMigrations(client, header);
    const links = await takeLinksOff(client, tables);
    await requireEmpty(client, tables);
    await load(client, path);
    for (const link of links) await client.query(link);
    await requireSame(client, tables, header, sums);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    // What is not committed by now never was.
    await client.end();
  }
  return { ...header, rows: [...sums.values()].reduce((sum, { rows }) => sum + rows, 0) };
}

// Read to the end before the database is touched, so that a damaged file is found out at once.
async function readWhole(path: string): Promise<{ header: Header; sums: Map<string, Sum> }> {
  const sums = new Map<string, Sum>();
  let header: Header | undefined;
  await walkBackup(path, {
    header: read => {
      header = read;
    },
    table: (name, sum) => {
      sums.set(name, sum);
    },
  });
  return { header: header as Header, sums };
}

async function requireSameMigrations(client: Client, { migrations }: Header): Promise<void> {
  if (JSON.stringify(await appliedMigrations(client)) === JSON.stringify(migrations)) return;
  throw new Quit(
    'Cadangan ini dibuat Rembug versi lain: pulihkan dengan versi yang membuatnya, lalu mutakhirkan.',
  );
}

async function requireEmpty(client: Client, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${quoted(name)}) AS found`,
    );
    if (rows[0]?.found)
      throw new Quit('Basis data tujuan sudah berisi data: pulihkan ke basis data yang masih kosong.');
  }
}

/** Takes the foreign keys off, which rows that name later ones would break, and answers with what puts them back. */
async function takeLinksOff(client: Client, tables: readonly Table[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
  );
  await client.query(
    `LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN ACCESS EXCLUSIVE MODE`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  return rows.map(
    ({ table, name, definition }) =>
      `ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`,
  );
}

async function load(client: Client, path: string): Promise<void> {
  let waiting: string[] = [];
  let bytes = 0;
  const store = async (table: string) => {
    if (waiting.length === 0) return;
    const name = quoted(table);
    await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`, [
      `[${waiting.join(',')}]`,
    ]);
    [waiting, bytes] = [[], 0];
  };
  await walkBackup(path, {
    row: async (table, line) => {
      waiting.push(line);
      bytes += line.length;
      if (waiting.length >= rowsAtOnce || bytes >= bytesAtOnce) await store(table);
    },
    table: store,
  });
}

async function requireSame(
  client: Client,
  tables: readonly Table[],
  { heads }: Header,
  sums: ReadonlyMap<string, Sum>,
): Promise<void> {
  const differs = new Quit(
    'Isi yang dipulihkan tidak sama dengan cadangannya, jadi dibatalkan: periksa versi PostgreSQL.',
  );
  for (const table of tables) {
    const { rows, hash } = await sumOf(client, table);
    const kept = sums.get(table.name);
    if (rows !== kept?.rows || hash !== kept.hash) throw differs;
  }
  if (JSON.stringify(await chainHeads(client)) !== JSON.stringify(heads)) throw differs;
}
