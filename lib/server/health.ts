import { Client } from 'pg';
import { version } from '@/package.json';

export type Health = { status: 'ok' | 'error'; database: 'ok' | 'unreachable'; version: string };

/** Asks the database over a connection of its own, so that a busy pool is not taken for an outage; 2 s at most. */
export async function checkHealth(): Promise<Health> {
  const late = new Promise<false>(resolve => setTimeout(resolve, 2_000, false).unref());
  const isReachable = await Promise.race([answers(), late]);
  return isReachable
    ? { status: 'ok', database: 'ok', version }
    : { status: 'error', database: 'unreachable', version };
}

async function answers() {
  const connectionString = process.env.DATABASE_URL;
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => {});
  }
}
