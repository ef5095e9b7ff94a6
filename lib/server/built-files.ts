import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sirv from 'sirv';
import type { Handler } from './front';

const folder = join(process.cwd(), '.next/static');
const prefix = '/_next/static/';

/** Writes every script and style of the build once more, as small as it gets; a phone in a hall pays for each byte. */
export function compressBuiltFiles(): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => /\.(?:js|css)$/.test(name))) {
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** Serves the built files itself, compressed beforehand; everything else goes to `next`. */
export function withBuiltFiles(next: Handler): Handler {
  const serve = sirv(folder, { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000, etag: false });
  return (req, res) => {
    if (!req.url?.startsWith(prefix) || (req.method !== 'GET' && req.method !== 'HEAD'))
      return next(req, res);
    req.url = req.url.slice(prefix.length - 1);
    dropDate(res);
    serve(req, res, () => {
      res.statusCode = 404;
      res.end();
    });
  };
}

/** The address of a built file changes with its content, so that its date says nothing more. */
function dropDate(res: ServerResponse): void {
  const writeHead = res.writeHead.bind(res);
  const withoutDate = (status: number, { 'Last-Modified': _, ...headers }: Record<string, string> = {}) =>
    writeHead(status, headers);
  res.writeHead = withoutDate as typeof res.writeHead;
}
