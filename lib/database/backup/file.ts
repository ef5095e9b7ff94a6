import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Quit } from '../../server/quit';
import { type Sum, Summing } from './rows';
import type { ChainHead, Migration } from './tables';

export const format = 'rembug-cadangan-1';

/**
 * A backup is gzip over lines: the header, then of every table `#table <name>`, its rows as JSON and
 * `#sum <rows> <hash>`, at last `#end <hash of all lines before>`.
 */
export type Header = {
  format: string;
  madeAt: string;
  migrations: Migration[];
  tables: string[];
  heads: ChainHead[];
};

export type Visit = {
  header?: (header: Header) => Promise<void> | void;
  /** A row of a table, as it stands in the file. */
  row?: (table: string, line: string) => Promise<void> | void;
  /** A table is whole, and its rows are what was backed up. */
  table?: (table: string, sum: Sum) => Promise<void> | void;
};

/** Walks a backup from its first line to its last. Throws Quit when it is no backup, damaged or cut off. */
export async function walkBackup(path: string, visit: Visit): Promise<void> {
  const damaged = new Quit(`Cadangan ${path} rusak atau terpotong: pakai salinan lain dari cadangan ini.`);
  const whole = createHash('sha256');
  let header: Header | undefined;
  let table: string | undefined;
  let summing = new Summing();
  const left = new Set<string>();
  let isEnded = false;
  for await (const line of fileLines(path, damaged)) {
    if (isEnded) throw damaged;
    if (line.startsWith('#end ')) {
      if (!header || table || left.size > 0 || line !== `#end ${whole.digest('hex')}`) throw damaged;
      isEnded = true;
      continue;
    }
    whole.update(line).update('\n');
    if (!header) {
      header = headerOf(line, path);
      for (const name of header.tables) left.add(name);
      await visit.header?.(header);
    } else if (line.startsWith('#table ')) {
      table = line.slice('#table '.length);
      if (!left.has(table)) throw damaged;
      summing = new Summing();
    } else if (table && line.startsWith('#sum ')) {
      const sum = summing.sum();
      if (line !== `#sum ${sum.rows} ${sum.hash}`) throw damaged;
      await visit.table?.(table, sum);
      left.delete(table);
      table = undefined;
    } else if (table) {
      summing.add(line);
      await visit.row?.(table, line);
    } else throw damaged;
  }
  if (!isEnded) throw damaged;
}

function headerOf(line: string, path: string): Header {
  try {
    const header = JSON.parse(line) as Header;
    if (header.format === format) return header;
  } catch {
    // Told below, whatever it is.
  }
  throw new Quit(`Berkas ${path} bukan cadangan Rembug: pilih berkas yang dibuat sebagai cadangan.`);
}

async function* fileLines(path: string, damaged: Quit): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', error => unpacked.destroy(error));
  let rest: Buffer[] = [];
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString();
        rest = [];
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    if (error instanceof Quit) throw error;
    const { code = '' } = error as { code?: string };
    if (code === 'Z_DATA_ERROR' && rest.length === 0 && unpacked.bytesWritten < 1024)
      throw new Quit(`Berkas ${path} bukan cadangan Rembug: pilih berkas yang dibuat sebagai cadangan.`);
    if (code.startsWith('Z_')) throw damaged;
    if (code.startsWith('E'))
      throw new Quit(`Berkas ${path} tidak dapat dibaca (${code}): periksa nama dan izinnya.`);
    throw error;
  } finally {
    file.destroy();
  }
  if (rest.length > 0) throw damaged;
}
