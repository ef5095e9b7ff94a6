import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { Quit } from '../../server/quit';
import { format, type Header } from './file';
import { linesOf, readAlike, Summing } from './rows';
import { appliedMigrations, chainHeads, listTables } from './tables';

/**
 * Writes all that lasts of the database at `url` into one file, as it stood at one moment, while others go on
 * writing. Needs nothing but a connection of the owner; memory stays small however large the plan is.
 * @returns what the file holds. Throws Quit where the person must do something
 */
export async function backUp(url: string, path: string): Promise<Header & { rows: number }> {
  if (existsSync(path)) throw new Quit(`Berkas ${path} sudah ada: pilih nama lain untuk cadangan ini.`);
  const client = new Client({ connectionString: url, application_name: 'rembug-cadangan' });
  const unfinished = `${path}.sementara`;
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await readAlike(client);
    const tables = await listTables(client);
    const migrations = await appliedMigrations(client);
    const heads = await chainHeads(client);
    const names = tables.map(({ name }) => name);
    const header = { format, madeAt: new Date().toISOString(), migrations, tables: names, heads };
    let rows = 0;
    const whole = createHash('sha256');
    const text = async function* () {
      const told = (lines: readonly string[]) => {
        const piece = lines.map(line => `${line}\n`).join('');
        whole.update(piece);
        return piece;
      };
      yield told([JSON.stringify(header)]);
      for (const table of tables) {
        yield told([`#table ${table.name}`]);
        const summing = new Summing();
        for await (const lines of linesOf(client, table)) {
          for (const line of lines) summing.add(line);
          yield told(lines);
        }
        const sum = summing.sum();
        rows += sum.rows;
        yield told([`#sum ${sum.rows} ${sum.hash}`]);
      }
      yield `#end ${whole.digest('hex')}\n`;
    };
    // Names and the hashes of passwords are in it: for its owner's eyes only.
    const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(text(), { objectMode: true }), createGzip(), file).catch(
      refuseUnwritable(path),
    );
    await client.query('COMMIT');
    renameSync(unfinished, path);
    return { ...header, rows };
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}

const refuseUnwritable = (path: string) => (error: unknown) => {
  const { code = '', syscall } = error as { code?: string; syscall?: string };
  if (!syscall || !['open', 'write', 'fsync'].includes(syscall)) throw error;
  throw new Quit(
    `Cadangan ${path} tidak dapat ditulis (${code}): periksa folder, izin, dan ruang cakramnya.`,
  );
};
