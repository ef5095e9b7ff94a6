import { describe, expect, test } from 'vitest';
import {
  damagedSessionCookie,
  dropInternalHeaders,
  isKnownHost,
  isReadableBody,
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

  const part = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n';
  test.each([
    ['multipart/form-data; boundary=b', `${part}--b--\r\n`, true, true],
    ['multipart/form-data; boundary=b', part, true, false],
    ['multipart/form-data; boundary=b', '--b\r\nnothing\r\n--b--\r\n', true, false],
    ['multipart/form-data', `${part}--b--`, true, false],
    ['text/plain;charset=UTF-8', '[{"a":1}]', true, true],
    ['text/plain;charset=UTF-8', '[{"a":', true, false],
    ['application/x-www-form-urlencoded', 'a=1', false, true],
  ])('a body of %s %j (action: %s) is readable: %s', (type, body, isAction, ok) => {
    expect(isReadableBody(type, Buffer.from(body), isAction)).toBe(ok);
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
