import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { closeDatabases } from '../database/client';
import { migrate } from '../database/migrate';
import { Quit } from './quit';
import { settings } from './settings';

const explained = 3; // the person has been told why; serve.ts adds nothing

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Migrates the database and, in the embedded one only, loads the demo data while no region exists. */
async function prepare() {
  const url = process.env.DATABASE_URL ?? '';
  const isEmbedded = process.env.REMBUG_EMBEDDED === '1';
  const unfinished = join(settings().DATA_DIR, 'seed-unfinished');
  if (isEmbedded && existsSync(unfinished)) await emptyDatabase(url);
  await migrate(url, say);
  if (!isEmbedded || (await hasRegion(url))) return;
  say('Mengisi data contoh …');
  writeFileSync(unfinished, '');
  const { seedDemo } = await import('@/prisma/seed/demo');
  await seedDemo();
  rmSync(unfinished);
}

// A start that was cut off while seeding left half a demo and nothing else: nobody has been served yet.
async function emptyDatabase(url: string) {
  await withClient(url, async client => {
    await client.query('DROP SCHEMA public CASCADE');
    await client.query('CREATE SCHEMA public AUTHORIZATION pg_database_owner');
    await client.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  });
}

async function hasRegion(url: string) {
  return withClient(url, async client => {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM "Region") AS found');
    return rows[0]?.found ?? false;
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

try {
  await prepare();
} catch (error) {
  if (!(error instanceof Quit)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = explained;
} finally {
  await closeDatabases();
}
