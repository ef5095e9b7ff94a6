import { rmSync } from 'node:fs';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../lib/database/embedded';
import { migrate } from '../../lib/database/migrate';
import { reachableFolder } from './folder';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
  }
}

export const template = 'rembug_template';

/** One fast PostgreSQL for the whole run, with a migrated database that every test file copies. */
export default async function setup(project: TestProject) {
  const dataDir = reachableFolder();
  const { url, stop } = await startDatabase({ dataDir, fast: true });
  const client = new Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  await migrate(withDatabaseName(url, template));
  project.provide('adminUrl', url);
  return async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

export function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
