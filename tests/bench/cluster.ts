import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseUser } from '@/lib/database/binaries';
import { startDatabase } from '@/lib/database/embedded';
import { withDatabaseName } from '../support/database';
import { reachableFolder } from '../support/folder';
import { freePort } from '../support/program';
import { atEnd } from './ending';
import { leash } from './leash';

const system = '/usr/lib/postgresql/15/bin';

/** A PostgreSQL of the bench's own, durable as in use: fsync and synchronous_commit are on. */
export type Cluster = { url: string; folder: string; isSystem: boolean };

/** Starts the system's PostgreSQL where there is one, else the program's own, on an empty folder. */
export async function startCluster(): Promise<Cluster> {
  const folder = reachableFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const isSystem = existsSync(join(system, 'postgres'));
  const url = isSystem ? await startSystem(folder) : await startEmbedded(folder);
  await requireDurability(url);
  return { url, folder, isSystem };
}

async function startEmbedded(dataDir: string): Promise<string> {
  const { url, stop } = await startDatabase({ dataDir });
  atEnd(stop);
  return url;
}

async function startSystem(folder: string): Promise<string> {
  const user = databaseUser();
  const data = join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  const options = ['-D', data, '-U', 'rembug', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  const made = spawnSync(join(system, 'initdb'), options, { cwd: '/', encoding: 'utf8', ...user });
  if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}`);
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 400 };
  const server = await leash(
    'INT',
    [
      ...[join(system, 'postgres'), '-D', data, '-p', String(port), '-c', 'timezone=UTC'],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: '/', user, env: { LC_ALL: 'C', TZ: 'UTC' } },
  );
  atEnd(server.stop);
  const url = `postgresql://rembug@127.0.0.1:${port}/postgres`;
  for (const since = Date.now(); Date.now() - since < 30_000; await pause(50)) {
    if (server.isOver()) break;
    if (await answers(url)) return url;
  }
  throw new Error(`PostgreSQL did not start: ${server.said()}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new Client(url);
  client.on('error', () => {});
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => true,
      () => false,
    );
}

async function requireDurability(url: string): Promise<void> {
  const [row] = await asked<{ fsync: string; commit: string }>(
    url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  if (row?.fsync !== 'on' || row.commit !== 'on') throw new Error('the bench measures durable commits only');
}

/** An empty database of this cluster. */
export async function makeDatabase({ url }: Cluster, name: string): Promise<string> {
  await asked(url, `CREATE DATABASE ${name}`);
  return withDatabaseName(url, name);
}

/** Asks a database one thing, as its owner. */
export async function asked<Row extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
