import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Client } from 'pg';
import { Quit } from '../server/quit';
import { ensureAppRole } from './app-role';

export const noFilter = { externalTables: [], externalEnums: [] };

const lockKey = 7362841; // any constant: one migrating process per database

/**
 * Brings the database at `url` to the newest migration, as its owner; makes the role `rembug_app` if need be.
 * Several processes may call it at once. `say` gets a sentence when it has to wait. Returns what was applied.
 */
export async function migrate(url: string, say: (line: string) => void = () => {}): Promise<string[]> {
  const client = await connectOwner(url);
  try {
    await takeTurn(client, say);
    await ensureAppRole(client);
    const pending = await pendingMigrations(client);
    if (pending.length > 0) await apply(url);
    return pending;
  } finally {
    await client.end();
  }
}

async function connectOwner(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || ('code' in error ? error.code : '') : '';
    throw new Quit(`Basis data tidak dapat dihubungi (${reason}): periksa DATABASE_URL.`);
  }
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  if ((rows[0]?.version ?? 0) < 150000) {
    await client.end();
    throw new Quit('PostgreSQL di DATABASE_URL terlalu lama: Rembug memerlukan versi 15 ke atas.');
  }
  return client;
}

// Asking in turns instead of waiting inside the database keeps any statement_timeout from ending the wait.
async function takeTurn(client: Client, say: (line: string) => void) {
  for (let round = 0; ; round += 1) {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [lockKey]);
    if (rows[0]?.ok) return;
    if (round === 20) say('Menunggu proses Rembug lain yang sedang memutakhirkan basis data …');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function pendingMigrations(client: Client) {
  const known = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  const rows = known.rows[0]?.there
    ? (
        await client.query<{ name: string; checksum: string }>(
          `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
        )
      ).rows
    : [];
  const applied = new Map(rows.map(row => [row.name, row.checksum]));
  const onDisk = migrationNames();
  for (const name of onDisk) {
    const checksum = applied.get(name);
    if (checksum !== undefined && checksum !== sha256(migrationText(name))) {
      throw new Quit(
        `Migrasi ${name} sudah diterapkan dengan isi lain: pakai versi Rembug yang cocok dengan basis data ini, atau basis data kosong.`,
      );
    }
  }
  return onDisk.filter(name => !applied.has(name));
}

async function apply(url: string) {
  const { withMigrationEngine } = await import('./engine');
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  try {
    await withMigrationEngine(url, schema, engine =>
      engine.applyMigrations({ migrationsList: migrationsList(), filters: noFilter }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n   0: ')[0] : String(error);
    throw new Quit(`Basis data tidak dapat dimutakhirkan: ${reason}`);
  }
}

/** The migrations on disk in the form that Prisma's engine reads. */
export function migrationsList(): MigrationList {
  return {
    baseDir: folder(),
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(folder(), 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map(name => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migrationText(name) } },
    })),
  };
}

/** Names of the migrations on disk, oldest first. */
export function migrationNames(): string[] {
  if (!existsSync(folder())) return [];
  return readdirSync(folder(), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

const folder = () => join(process.cwd(), 'prisma', 'migrations');
const migrationText = (name: string) => readFileSync(join(folder(), name, 'migration.sql'), 'utf8');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
