import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { watchBody } from './body-watch';
import { log } from './log';
import { inRequest, type RequestContext } from './request-context';
import {
  damagedSessionCookie,
  dropInternalHeaders,
  type Refusal,
  readableCookies,
  refusalOf,
  refusals,
} from './request-guard';
import {
  builtFileHeaders,
  contentSecurityPolicy,
  isBuiltFile,
  isCacheable,
  publicFilePolicy,
  publicFiles,
  securityHeaders,
} from './response-headers';

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;
export type FrontOptions = { hosts: string[]; trustProxy: boolean; isDev: boolean };

/** The front door: refuses what is malformed, marks what goes in, and puts the last word on what comes out. */
export function front(options: FrontOptions, handler: () => Handler): Handler {
  const files = publicFiles();
  return (req, res) => {
    const id = randomUUID();
    const path = (req.url ?? '').split('?', 1)[0] ?? '';
    const origin = originOf(req, options.trustProxy);
    const nonce = randomBytes(16).toString('base64');
    const policy = files.has(path) ? publicFilePolicy : contentSecurityPolicy(nonce, options.isDev);
    if (!isBuiltFile(path)) res.setHeader('x-request-id', id);
    const marks = isBuiltFile(path)
      ? builtFileHeaders(origin.isSecure)
      : securityHeaders(policy, origin.isSecure);
    for (const [name, value] of Object.entries(marks)) {
      res.setHeader(name, value);
    }
    req.on('error', error => log.debug({ requestId: id, reason: error.message }, 'request cut off'));
    res.on('error', error => log.debug({ requestId: id, reason: error.message }, 'answer cut off'));

    const refusal = refusalOf(req.url ?? '', req.headers, options.hosts, path === '/api/health');
    if (refusal) return refuse(req, res, refusal);
    const damaged = damagedSessionCookie(req.headers.cookie ?? '');
    if (damaged) {
      res.setHeader(
        'set-cookie',
        `${damaged}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${origin.isSecure ? '; Secure' : ''}`,
      );
      return refuse(req, res, refusals.damagedSession);
    }

    mark(req, { id, nonce, policy, origin });
    if (hasBody(req)) watchBody(req, () => refuse(req, res, refusals.tooLarge));
    const context: RequestContext = { id, address: origin.address, ...handlesOf(res) };
    takeLastWord(req, res, context, isCacheable(path, files));
    return inRequest(context, () => answer(handler(), req, res, id));
  };
}

const handlesOf = (res: ServerResponse): Pick<RequestContext, 'cut' | 'write' | 'waiting'> => ({
  cut: () => res.destroy(),
  write: text => void (res.writableEnded || res.write(text)),
  waiting: () => res.writableLength,
});

const logged = new WeakSet<ServerResponse>();

async function answer(handler: Handler, req: IncomingMessage, res: ServerResponse, id: string) {
  try {
    await handler(req, res);
  } catch (error) {
    if (req.destroyed && !req.complete) return;
    log.error({ requestId: id, err: error }, 'request failed');
    logged.add(res);
    if (!res.headersSent)
      refuse(req, res, {
        status: 500,
        message: `Rembug belum dapat menjawab. Muat ulang halaman; bila berulang, sebutkan nomor ${id} kepada sekretariat.`,
      });
    else res.destroy();
  }
}

type Origin = { address: string; host: string; isSecure: boolean };

// Whoever is not told to trust a proxy believes the socket alone; of a list only the last entry is the proxy's own.
function originOf(req: IncomingMessage, trustProxy: boolean): Origin {
  const said = (name: string) =>
    (trustProxy ? String(req.headers[name] ?? '') : '').split(',').at(-1)?.trim();
  const proto = said('x-forwarded-proto');
  return {
    address: said('x-forwarded-for') || req.socket.remoteAddress || '',
    host: said('x-forwarded-host') || req.headers.host || '',
    isSecure: proto ? proto === 'https' : Boolean((req.socket as TLSSocket).encrypted),
  };
}

function mark(req: IncomingMessage, marks: { id: string; nonce: string; policy: string; origin: Origin }) {
  const { headers } = req;
  dropInternalHeaders(headers);
  delete headers.forwarded;
  delete headers['x-forwarded-port'];
  headers['x-request-id'] = marks.id;
  headers['x-rembug-path'] = pagePath(req);
  headers['x-nonce'] = marks.nonce;
  headers['content-security-policy'] = marks.policy;
  headers['x-forwarded-for'] = marks.origin.address;
  headers['x-forwarded-host'] = marks.origin.host;
  headers['x-forwarded-proto'] = marks.origin.isSecure ? 'https' : 'http';
  if (headers.cookie) headers.cookie = readableCookies(headers.cookie);
}

/** Where to come back to after signing in: the page itself, without Next's own marks. */
function pagePath(req: IncomingMessage) {
  const [path = '/', query = ''] = (req.url ?? '/').split('?', 2);
  const kept = query.split('&').filter(part => part !== '' && !part.startsWith('_rsc='));
  return req.method === 'GET' ? [path, ...(kept.length > 0 ? [kept.join('&')] : [])].join('?') : '/';
}

const hasBody = (req: IncomingMessage) =>
  'content-length' in req.headers || 'transfer-encoding' in req.headers;

/** Answers in plain words and, where the body was not read to its end, closes the connection. */
export function refuse(req: IncomingMessage, res: ServerResponse, { status, message }: Refusal): void {
  if (res.headersSent) return void res.destroy();
  res.statusCode = status;
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  if (!req.complete) res.setHeader('connection', 'close');
  res.end(`${message}\n`);
}

// Next sets its own headers as late as it can; ours are put on as the head is written.
function takeLastWord(req: IncomingMessage, res: ServerResponse, context: RequestContext, mayCache: boolean) {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  const write = res.write.bind(res) as (...args: unknown[]) => boolean;
  const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse;
  let isReplaced = false;
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    const reason = typeof rest[0] === 'string' ? [rest.shift()] : [];
    setAll(res, rest[0] as OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined);
    if (!mayCache) res.setHeader('cache-control', 'no-store');
    if (status === 500 && isSendersFault(req, context)) {
      isReplaced = true;
      return writeRefusal(res, writeHead, write);
    }
    if (status >= 500 && status !== 503 && !logged.has(res))
      log.error({ requestId: context.id, method: req.method, path: req.url, status }, 'server error');
    return writeHead(status, ...reason);
  }) as typeof res.writeHead;
  // The head is written before the first byte, so that a replaced answer swallows all of the old one.
  const begin = () => {
    if (!res.headersSent) res.writeHead(res.statusCode);
  };
  res.write = ((...args: unknown[]) => {
    begin();
    return isReplaced || write(...args);
  }) as typeof res.write;
  res.end = ((...args: unknown[]) => {
    begin();
    return isReplaced ? end() : end(...args);
  }) as typeof res.end;
}

function setAll(res: ServerResponse, headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined) {
  if (!headers) return;
  const pairs = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers);
  for (const [name, value] of pairs) if (value !== undefined) res.setHeader(name, value);
}

function pairsOf(list: OutgoingHttpHeader[]): [string, OutgoingHttpHeader][] {
  if (Array.isArray(list[0])) return list as unknown as [string, OutgoingHttpHeader][];
  return list.flatMap((name, at) =>
    at % 2 === 0 ? [[String(name), list[at + 1] as OutgoingHttpHeader] as [string, OutgoingHttpHeader]] : [],
  );
}

// A post that failed before it reached any action could not be read: broken, cut off, or made up.
function isSendersFault(req: IncomingMessage, { isReached }: RequestContext) {
  if (req.method !== 'POST' || isReached) return false;
  const type = req.headers['content-type'] ?? '';
  return 'next-action' in req.headers || /^multipart\/|^application\/x-www-form-urlencoded/i.test(type);
}

type Send<Result> = (...args: unknown[]) => Result;

function writeRefusal(res: ServerResponse, writeHead: Send<ServerResponse>, write: Send<boolean>) {
  const { status, message } = refusals.unreadable;
  const text = Buffer.from(`${message}\n`);
  for (const name of ['content-encoding', 'transfer-encoding', 'etag']) res.removeHeader(name);
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('content-length', text.length);
  writeHead(status);
  write(text);
  return res;
}
