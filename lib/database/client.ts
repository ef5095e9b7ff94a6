import { PrismaPg } from '@prisma/adapter-pg';
import { log } from '../server/log';
import { appRole } from './app-role';
import { PrismaClient } from './generated/client';
import { closeEars } from './listen';

export type Database = PrismaClient;
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
/** Where a read goes: inside a transaction, or on its own. */
export type Source = Database | Transaction;

const shared = globalThis as typeof globalThis & { rembugDatabases?: Map<string, PrismaClient> };

/** The database as seen by one region: row-level security hides every other one. Throws on an impossible id. */
export function database(regionId: string): Database {
  if (!/^[a-z0-9-]{1,40}$/.test(regionId)) throw new Error('Impossible region id');
  return cached(regionId, `-c app.region=${regionId}`);
}

/** For what is read before the region is known: sessions, throttle and the list of regions. */
export function commonDatabase(): Database {
  return cached('', '');
}

/** Closes every pool of this process, and whatever listens. */
export async function closeDatabases(): Promise<void> {
  const open = [...(shared.rembugDatabases?.values() ?? [])];
  shared.rembugDatabases?.clear();
  await Promise.all([closeEars(), ...open.map(client => client.$disconnect())]);
}

function cached(key: string, region: string) {
  shared.rembugDatabases ??= new Map();
  const found = shared.rembugDatabases.get(key);
  if (found) return found;
  const made = connect(region);
  shared.rembugDatabases.set(key, made);
  return made;
}

const names = new Map<string, string>();
const mostNames = 300;

/**
 * The same statement keeps its name, so that a connection plans it once and not each time. Lists of changing
 * length make ever new statements: when there are too many, further ones are planned as they come.
 */
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  // The driver keeps nothing for a statement without a name.
  if (known || names.size >= mostNames) return known ?? '';
  const name = `r${names.size}`;
  names.set(sql, name);
  return name;
}

// Role and region are set as the connection opens, so row-level security costs no extra round trip.
function connect(region: string) {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set');
  const limits = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000';
  const pool = {
    connectionString,
    options: `-c role=${appRole} ${region} ${limits}`,
    application_name: 'rembug',
    max: 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  };
  const onPoolError = (error: Error) => log.warn({ reason: error.message }, 'database connection lost');
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      ...{ onPoolError, onConnectionError: onPoolError, statementNameGenerator: statementName },
    }),
  });
}
