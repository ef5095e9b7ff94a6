import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Table } from './tables';

/** How many rows a table has and the SHA-256 over all of them, line by line. */
export type Sum = { rows: number; hash: string };

const rowsAtOnce = 100;

/** Makes rows read the same wherever they stand, and sees to it that none is hidden. */
export async function readAlike(client: Client): Promise<void> {
  await client.query(
    `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL bytea_output = 'hex';
     SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0`,
  );
}

/** The rows of a table as lines of JSON, in the order of its key, a hundred at a time; within a transaction. */
export async function* linesOf(client: Client, { name, key }: Table): AsyncGenerator<string[]> {
  await client.query(
    `DECLARE kept NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${quoted(name)} t ORDER BY ${key}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM kept`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('CLOSE kept');
}

/** Counts and hashes lines as they pass. */
export class Summing {
  private rows = 0;
  private readonly hash = createHash('sha256');

  add(line: string): void {
    this.rows += 1;
    this.hash.update(line).update('\n');
  }

  sum(): Sum {
    return { rows: this.rows, hash: this.hash.copy().digest('hex') };
  }
}

export async function sumOf(client: Client, table: Table): Promise<Sum> {
  const summing = new Summing();
  for await (const lines of linesOf(client, table)) for (const line of lines) summing.add(line);
  return summing.sum();
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
