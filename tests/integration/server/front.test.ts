import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { front, type Handler } from '@/lib/server/front';
import { currentRequest } from '@/lib/server/request-context';

let server: Server;
let base = '';
let handler: Handler;
let seen: IncomingMessage | undefined;

const options = { hosts: ['localhost', '127.0.0.1'], trustProxy: false, isDev: false };
const read = (req: IncomingMessage) =>
  new Promise<string>((resolve, reject) => {
    let text = '';
    req.on('data', chunk => {
      text += chunk;
    });
    req.on('end', () => resolve(text));
    req.on('close', () => resolve(text));
    req.on('error', reject);
  });
const echo: Handler = async (req, res) => {
  seen = req;
  const text = await read(req);
  res.writeHead(200, { 'Cache-Control': 's-maxage=31536000', 'Content-Type': 'text/plain' });
  res.end(text);
};
const broken: Handler = async (req: IncomingMessage, res: ServerResponse) => {
  await read(req);
  res.statusCode = 500;
  res.setHeader('content-length', 4);
  res.end('oops');
};

beforeAll(async () => {
  server = createServer(front(options, () => handler));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  handler = echo;
  seen = undefined;
});

describe('front', () => {
  test('puts its own headers on every answer and lets nothing be stored', async () => {
    const answer = await fetch(`${base}/`, { headers: { 'x-request-id': 'mine' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /script-src 'nonce-[^']+' 'strict-dynamic';/,
    );
    expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen?.headers['x-request-id']).toBe(answer.headers.get('x-request-id'));
    expect(seen?.headers['content-security-policy']).toBe(answer.headers.get('content-security-policy'));
  });

  test('lets built files be stored', async () => {
    const answer = await fetch(`${base}/_next/static/x.js`);
    expect(answer.headers.get('cache-control')).toBe('s-maxage=31536000');
  });

  test('believes the socket, not the sender, about where a request comes from', async () => {
    const forged = {
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
      'x-middleware-subrequest': 'a',
    };
    await fetch(`${base}/`, { headers: { ...forged, 'x-forwarded-host': 'evil.example' } });
    expect(seen?.headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$/);
    expect(seen?.headers['x-forwarded-proto']).toBe('http');
    expect(seen?.headers['x-forwarded-host']).toBe(new URL(base).host);
    expect(seen?.headers['x-middleware-subrequest']).toBeUndefined();
  });

  test.each([
    ['GET /%zz HTTP/1.1\r\nHost: localhost', /400 .*Alamat halaman tidak terbaca/s],
    ['GET / HTTP/1.1\r\nHost: evil.example', /400 .*tidak dilayani di sini/s],
    ['GET / HTTP/1.1\r\nHost: a b', /400 /],
    ['POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999', /413 .*256 KB/s],
  ])('%j is refused in words', async (head, expected) => {
    expect(await raw(`${head}\r\n\r\n`)).toMatch(expected);
  });

  test('a chunked body over the limit is cut off', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const sent = fetch(`${base}/`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    const status = await sent.then(
      answer => answer.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(status);
  });

  test('a body within the limit arrives whole', async () => {
    const body = 'x'.repeat(200_000);
    expect(await (await fetch(`${base}/`, { method: 'POST', body })).text()).toBe(body);
  });

  test('a failure before any action was reached is the sender’s fault, and answered whole', async () => {
    handler = broken;
    const headers = { 'next-action': 'abc', 'content-type': 'text/plain' };
    const answer = await fetch(`${base}/`, { method: 'POST', headers, body: '[{"a":' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/Kiriman tidak terbaca/);
  });

  test('a failure in an action that was reached stays ours', async () => {
    handler = (req, res) => {
      const request = currentRequest();
      if (request) request.isReached = true;
      return broken(req, res);
    };
    const headers = { 'next-action': 'abc', 'content-type': 'text/plain' };
    const answer = await fetch(`${base}/`, { method: 'POST', headers, body: '[]' });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('oops');
  });

  test('a thrown error shows the request id and nothing else', async () => {
    handler = () => {
      throw new Error('secret of the house');
    };
    const answer = await fetch(`${base}/`);
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain(answer.headers.get('x-request-id'));
    expect(text).not.toContain('secret');
  });

  test('a sender that leaves in the middle of its body does no harm', async () => {
    await raw('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf', 50);
    expect((await fetch(`${base}/`)).status).toBe(200);
  });
});

function raw(text: string, leaveAfter = 1_000) {
  return new Promise<string>(resolve => {
    let answer = '';
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text));
    const timer = setTimeout(() => socket.destroy(), leaveAfter);
    socket.on('data', chunk => {
      answer += chunk;
      if (answer.includes('\n') && leaveAfter === 1_000) socket.end();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
