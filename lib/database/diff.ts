import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ensureAppRole } from './app-role';
import { startDatabase } from './embedded';
import { withMigrationEngine } from './engine';
import { migrationNames, migrationsList, noFilter } from './migrate';

/** The SQL that leads from the migrations so far to prisma/schema.prisma; '' when there is nothing to do. */
export async function schemaDifference(): Promise<string> {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const files = [{ path: 'prisma/schema.prisma', content: schema }];
  const dataDir = mkdtempSync(join(tmpdir(), 'rembug-diff-'));
  chmodSync(dataDir, 0o755);
  const database = await startDatabase({ dataDir, fast: true });
  try {
    const client = new Client(database.url);
    await client.connect();
    await ensureAppRole(client);
    await client.end();
    const { stdout } = await withMigrationEngine(database.url, schema, engine =>
      engine.diff({
        from: migrationNames().length > 0 ? { tag: 'migrations', ...migrationsList() } : { tag: 'empty' },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: noFilter,
      }),
    );
    return stdout?.includes('empty migration') ? '' : (stdout ?? '');
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function main() {
  const name = process.argv[2] ?? '';
  if (!/^[a-z0-9_]+$/.test(name)) {
    process.stderr.write(
      'Beri nama migrasi dengan huruf kecil, misalnya: npm run migration -- tambah_program\n',
    );
    process.exit(1);
  }
  const sql = await schemaDifference();
  if (sql === '') {
    process.stdout.write('Skema sudah sama dengan migrasi; tidak ada yang ditulis.\n');
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join('prisma/migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  const lock = 'prisma/migrations/migration_lock.toml';
  if (!existsSync(lock)) writeFileSync(lock, '# Prisma reads this; do not edit.\nprovider = "postgresql"\n');
  process.stdout.write(`Ditulis: ${folder}/migration.sql\n`);
}

if (process.argv[1]?.endsWith('diff.ts')) await main();
