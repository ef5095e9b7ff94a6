import { Connection } from './connection';
import type { Task } from './load';

export type Page = { status: number; etag: string | undefined; encoding: string | undefined; bytes: Buffer };

/** Somebody signed in who reads one address again and again over a connection of their own. */
export class Reader {
  private readonly connection: Connection;
  private etag: string | undefined;

  constructor(
    site: string,
    private readonly cookie: string,
    private readonly path: string,
  ) {
    this.connection = new Connection(site);
  }

  /** Reads it whole. Rejects unless it is answered with 200. */
  async read(headers: Record<string, string> = {}): Promise<Page> {
    const page = await this.ask(headers);
    if (page.status !== 200) throw new Error(`${this.path}: ${page.status}`);
    return page;
  }

  /** Reads it as a browser that has it already, and has heard of a revision: 304 when nothing is new. */
  async readAgain(heard = 0): Promise<Page> {
    const known: Record<string, string> = this.etag ? { 'if-none-match': this.etag } : {};
    const page = await this.ask({ ...known, 'x-revisi': String(heard) });
    if (page.status !== 200 && page.status !== 304) throw new Error(`${this.path}: ${page.status}`);
    this.etag = page.etag ?? this.etag;
    return page;
  }

  async ask(headers: Record<string, string> = {}): Promise<Page> {
    const answer = await this.connection.send({
      path: this.path,
      headers: { cookie: this.cookie, ...headers },
    });
    const { etag, 'content-encoding': encoding } = answer.headers;
    return { status: answer.status, etag, encoding, bytes: answer.bytes };
  }

  close(): void {
    this.connection.close();
  }
}

/** So many readers of one address with one session, as tasks of a closed loop. */
export function readingTasks(site: string, cookie: string, path: string, clients: number): Task[] {
  return Array.from({ length: clients }, () => {
    const reader = new Reader(site, cookie, path);
    return () => reader.read();
  });
}

/** The size of what is sent when it is asked for packed; null when it comes unpacked all the same. */
export async function packedSize(reader: Reader, encoding: 'br' | 'gzip'): Promise<number | null> {
  const page = await reader.read({ 'accept-encoding': encoding });
  return page.encoding === encoding ? page.bytes.length : null;
}
