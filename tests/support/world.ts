import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { closeDatabases } from '@/lib/database/client';
import { template, withDatabaseName } from './database';

/**
 * Gives the test file its own migrated, empty database and sets DATABASE_URL to it, as the owner;
 * it goes when the file is done. Call in `beforeAll`. `{ isEmpty: true }` leaves it without any table.
 */
export async function freshDatabase(options: { isEmpty?: boolean } = {}): Promise<string> {
  const adminUrl = inject('adminUrl');
  const name = `rembug_${randomBytes(6).toString('hex')}`;
  const source = options.isEmpty ? 'template0' : template;
  await asOwner(adminUrl, client => client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`));
  const url = withDatabaseName(adminUrl, name);
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await closeDatabases();
    await asOwner(adminUrl, client => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
  return url;
}

/** Runs `work` on a connection of the database's owner, whom no row-level security binds. */
export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
