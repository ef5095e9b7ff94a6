import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer };
export type Asked = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** Cookies as the header carries them. */
  cookie?: string;
};

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const patienceMs = 20_000;

/**
 * One request with exactly these headers and this address; follows no redirect, keeps no cookie.
 * Rejects when the connection is cut or no whole answer came within 20 s.
 */
export function ask(url: string, { method, headers, body, cookie }: Asked = {}): Promise<Answer> {
  const [, origin = '', path = '/'] = /^(https?:\/\/[^/]+)(.*)$/s.exec(url) ?? [];
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const all = { host: `${hostname}:${port}`, ...length, ...(cookie ? { cookie } : {}), ...headers };
    const options = { agent, hostname: '127.0.0.1', port, method: method ?? (body ? 'POST' : 'GET') };
    const req = request({ ...options, path: path || '/', headers: all }, res => {
      const chunks: Buffer[] = [];
      res.on('data', chunk => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text: bytes.toString(), bytes });
      });
    });
    req.setTimeout(patienceMs, () => req.destroy(new Error(`no answer within ${patienceMs} ms: ${url}`)));
    req.on('error', error =>
      reject(
        new Error(
          `${options.method} ${path}: ${error.message}${req.reusedSocket ? ' on a kept connection' : ''}`,
        ),
      ),
    );
    req.end(body);
  });
}

/**
 * Writes bytes that no client would send and answers with the status that came back; 0 when the
 * connection was closed without one.  Rejects when nothing happened within 20 s.
 * @param isWhole the bytes end by themselves, so our side of the connection stays open
 */
export function sendRaw(
  url: string,
  bytes: string | Buffer,
  isWhole = false,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    const done = () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.setTimeout(patienceMs, () => {
      socket.destroy();
      reject(new Error(`no answer within ${patienceMs} ms to raw bytes`));
    });
    socket.on('data', chunk => {
      text += chunk.toString('latin1');
    });
    socket.on('error', done);
    socket.on('close', done);
    if (isWhole) socket.write(bytes);
    else socket.end(bytes);
  });
}

/** The cookies of an answer by name, without their attributes. */
export function cookiesOf({ headers }: Answer): Record<string, string> {
  const pairs = (headers['set-cookie'] ?? []).map(line => line.split(';', 1)[0] ?? '');
  return Object.fromEntries(
    pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** Runs `work` over all entries, at most six at a time, and answers in their order. */
export async function inTurns<Entry, Result>(
  entries: readonly Entry[],
  work: (entry: Entry, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < entries.length) {
      const at = next++;
      results[at] = await work(entries[at] as Entry, at);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return results;
}
