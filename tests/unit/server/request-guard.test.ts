import { describe, expect, test } from 'vitest';
import {
  damagedSessionCookie,
  dropInternalHeaders,
  isKnownHost,
  isReadableUrl,
  readableCookies,
  refusalOf,
} from '@/lib/server/request-guard';

describe('request guard', () => {
  test.each([
    ['/', true],
    ['/sasaran/a%20b?x=%zz', true],
    ['/%zz', false],
    ['/%c3', false],
    ['/a%00b', false],
    ['/a?x=%00', false],
    ['http://other/', false],
    ['*', false],
  ])('address %s: %s', (url, ok) => {
    expect(isReadableUrl(url)).toBe(ok);
  });

  test.each([
    ['localhost:3000', [], true],
    ['[::1]:3000', [], true],
    ['a b', [], false],
    ['a/b', [], false],
    ['', [], false],
    ['rembug.go.id', ['rembug.go.id'], true],
    ['Rembug.go.id:8443', ['rembug.go.id'], true],
    ['evil.example', ['rembug.go.id'], false],
  ])('host %s among %j: %s', (host, hosts, ok) => {
    expect(isKnownHost(host, hosts, false)).toBe(ok);
  });

  test('a load balancer may ask for health by address', () => {
    expect(isKnownHost('10.0.0.7:3000', ['rembug.go.id'], true)).toBe(true);
  });

  test('a body said to be too long is refused before it is read', () => {
    const headers = { host: 'localhost', 'content-length': String(256 * 1024 + 1) };
    expect(refusalOf('/', headers, [], false)?.status).toBe(413);
    expect(refusalOf('/', { ...headers, 'content-length': '10' }, [], false)).toBeNull();
  });

  test('damaged cookies are left out and the others kept', () => {
    expect(readableCookies('a=1; b=%zz; c=\u00e9; junk; d=%00; e=x%20y')).toBe('a=1; e=x%20y');
  });

  test("Next's own headers do not come from outside", () => {
    const headers = {
      'x-middleware-subrequest': 'a',
      'x-nextjs-data': '1',
      'x-nonce': 'n',
      'next-action': 'id',
    };
    dropInternalHeaders(headers);
    expect(headers).toEqual({ 'next-action': 'id' });
  });

  test.each([
    [undefined, null],
    ['http://rembug.go.id', null],
    ['https://rembug.go.id', null],
    ['http://evil.example', 403],
    ['http://rembug.go.id:8080', 403],
    ['null', 403],
    ['', 403],
  ])('a request that says it comes from %j is refused: %s', (origin, status) => {
    const headers = { host: 'rembug.go.id', ...(origin === undefined ? {} : { origin }) };
    expect(refusalOf('/', headers, [], false)?.status ?? null).toBe(status);
  });

  test("Next's own pages are nobody's address, its files are", () => {
    expect(refusalOf('/_global-error', { host: 'a' }, [], false)?.status).toBe(404);
    expect(refusalOf('/_next/static/x.js', { host: 'a' }, [], false)).toBeNull();
  });
});

test('knows a session cookie that cannot be one of ours', () => {
  const sound = 'eyJhbGciOiJkaXIifQ..abc-_1.def.ghi';
  expect(damagedSessionCookie(`a=1; rembug-sesi=${sound}`)).toBeNull();
  expect(damagedSessionCookie('a=%zz')).toBeNull();
  for (const value of ['', 'junk', '%zz', sound.slice(0, 20), `${sound}.x`, `${sound} `, 'a.b.c.d.e']) {
    expect(damagedSessionCookie(`__Host-rembug-sesi=${value}x!`)).toBe('__Host-rembug-sesi');
  }
});
