import type { OutgoingHttpHeaders } from 'node:http';
import { builtActions } from './actions';

type Body = { what: string; path: string; headers: OutgoingHttpHeaders; body: string | Buffer };

const plain = 'text/plain;charset=UTF-8';
const multipart = 'multipart/form-data; boundary=x';
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** Bodies that no page of the site sends. */
export function bodies(): Body[] {
  const { signIn, saveChangesAction } = builtActions();
  const forAction = (what: string, type: string, body: string | Buffer): Body => {
    const headers = { 'next-action': saveChangesAction, 'content-type': type };
    return { what: `${what} to an action`, path: '/perencanaan/sl', headers, body };
  };
  const forForm = (what: string, body: string | Buffer, type = multipart): Body => {
    return { what: `${what} to a form`, path: '/masuk', headers: { 'content-type': type }, body };
  };
  const auth = (what: string, type: string, body: string | Buffer): Body => {
    return {
      what: `${what} to next-auth`,
      path: '/api/auth/callback/credentials',
      headers: { 'content-type': type },
      body,
    };
  };
  const id = part(`$ACTION_ID_${signIn}`, '');
  const references = [
    '$F1',
    '$@1',
    '$K1',
    '$Q1',
    '$W1',
    '$i1',
    '$B1',
    '$1',
    '$1:__proto__:x',
    '$Z',
    '$n1e9',
    '$Dx',
    '$R1',
    '$r1',
    '$o1',
    '$A1',
  ];
  return [
    ...['', '[', '[[{', 'null', '{}', '"x"', '1e309', '\u0000', '[1e309]', '[[', '[undefined]'].map(body =>
      forAction(body, plain, body),
    ),
    ...references.map(reference => forAction(reference, plain, JSON.stringify([reference]))),
    ...references.map(reference =>
      forAction(`${reference} in parts`, multipart, `${part('0', JSON.stringify([reference]))}--x--\r\n`),
    ),
    ...[1_000, 20_000, 100_000].map(deep =>
      forAction(`${deep} deep`, plain, '['.repeat(deep) + ']'.repeat(deep)),
    ),
    forAction('objects 20,000 deep', plain, `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`),
    forAction('300 KB', plain, JSON.stringify([['x'.repeat(300_000)]])),
    forAction('1 MB', plain, JSON.stringify([['x'.repeat(1_000_000)]])),
    forAction('invalid UTF-8', plain, Buffer.from([0x5b, 0x22, 0xff, 0xc0, 0x22, 0x5d])),
    ...[
      'application/json',
      'application/octet-stream',
      'text/html',
      'x',
      'multipart/form-data',
      'multipart/mixed; boundary=x',
    ].map(type => forAction(type, type, '[[]]')),
    forAction('a form', 'application/x-www-form-urlencoded', 'a=b&0=[]'),
    forAction('parts without an end', multipart, part('0', '[]')),
    forAction('parts that miss', multipart, `${part('7', '[]')}--x--\r\n`),
    forForm('parts without an end', id),
    forForm('a part without a name', `--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n`),
    forForm('a part without a head', '--x\r\n\r\n\r\n--x--\r\n'),
    forForm('another boundary', id.replaceAll('--x', '--y')),
    forForm('an unknown action', `${part(`$ACTION_ID_${'7f'.padEnd(42, '0')}`, '')}--x--\r\n`),
    forForm('a damaged action', `${part('$ACTION_ID_', '')}${part('$ACTION_ID_x', '')}--x--\r\n`),
    forForm(
      'a bound action of nothing',
      `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--x--\r\n`,
    ),
    forForm(
      'a bound action of itself',
      `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', `{"id":"${signIn}","bound":"$@1"}`)}${part('$ACTION_1:1', '["$F0"]')}--x--\r\n`,
    ),
    forForm('a key of state', `${part('$ACTION_KEY', 'k')}${id}--x--\r\n`),
    forForm(
      'a file',
      `${id}--x\r\nContent-Disposition: form-data; name="username"; filename="a"\r\nContent-Type: text/html\r\n\r\nx\r\n--x--\r\n`,
    ),
    forForm(
      '1,000 fields',
      `${id}${Array.from({ length: 1_000 }, (_, at) => part(`f${at}`, 'x')).join('')}--x--\r\n`,
    ),
    forForm('300 KB', `${id}${part('username', 'x'.repeat(300_000))}--x--\r\n`),
    forForm('no boundary', id, 'multipart/form-data'),
    auth('broken JSON', 'application/json', '{"csrfToken":'),
    auth('a list', 'application/json', '[[]]'),
    auth('null', 'application/json', 'null'),
    auth('nothing', 'application/json', ''),
    auth('bad escapes', 'application/x-www-form-urlencoded', 'csrfToken=%&username=%zz&%=%E0%A4%A'),
    auth(
      'prototype keys',
      'application/json',
      '{"__proto__":{"x":1},"constructor":{"prototype":{}},"csrfToken":{}}',
    ),
    auth('parts', multipart, `${part('csrfToken', 'x')}--x--\r\n`),
    auth('300 KB', 'application/json', `{"username":"${'x'.repeat(300_000)}"}`),
  ];
}

type Raw = { what: string; bytes: string | Buffer; expected: number[] };

/** Bytes on the wire, with the answers that may come; 0 is a closed connection. */
export function rawRequests(host: string): Raw[] {
  const post = (headers: string, body: string) =>
    `POST /masuk HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${headers}\r\n\r\n${body}`;
  const get = (target: string, more = '') =>
    `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`;
  const big = 'x'.repeat(300_000);
  const refused = [400, 0];
  return [
    { what: 'no HTTP', bytes: '\x00\x01\x02\r\n\r\n', expected: refused },
    { what: 'a negative length', bytes: post('Content-Length: -1', ''), expected: refused },
    { what: 'a length in words', bytes: post('Content-Length: banyak', ''), expected: refused },
    { what: 'two lengths', bytes: post('Content-Length: 1\r\nContent-Length: 2', 'x'), expected: refused },
    {
      what: 'length and chunks',
      bytes: post('Content-Length: 1\r\nTransfer-Encoding: chunked', '0\r\n\r\n'),
      expected: refused,
    },
    { what: 'a length of 10 GB', bytes: post('Content-Length: 9999999999', 'x'), expected: [413] },
    { what: 'a shorter body than said', bytes: post('Content-Length: 50', 'x'), expected: [400, 408, 0] },
    { what: 'broken chunks', bytes: post('Transfer-Encoding: chunked', 'zz\r\n'), expected: refused },
    {
      what: '300 KB in one chunk',
      bytes: post(
        `Content-Type: text/plain\r\nOrigin: http://${host}\r\nNext-Action: ${builtActions().signIn}\r\nTransfer-Encoding: chunked`,
        `${big.length.toString(16)}\r\n${big}\r\n0\r\n\r\n`,
      ),
      expected: [413],
    },
    { what: 'a NUL in a header', bytes: get('/masuk', 'x: a\x00b\r\n'), expected: refused },
    { what: 'no host', bytes: 'GET /masuk HTTP/1.1\r\nConnection: close\r\n\r\n', expected: refused },
    { what: 'a foreign address', bytes: get('http://evil.example/masuk'), expected: [...refused, 404] },
    { what: 'two slashes', bytes: get('//evil.example/masuk'), expected: [...refused, 404, 307, 308] },
    {
      what: 'raw bytes',
      bytes: Buffer.from(get('/indikator/\xff\xfe'), 'latin1'),
      expected: [...refused, 404, 307],
    },
    { what: 'a NUL in the address', bytes: get('/indikator/%00'), expected: [400] },
    { what: 'dots', bytes: get('/../../etc/passwd'), expected: [...refused, 404, 307, 308] },
    {
      what: 'a cookie of raw bytes',
      bytes: Buffer.from(get('/pekerjaan', 'Cookie: rembug-sesi=\xff\xfe\x80\r\n'), 'latin1'),
      expected: [...refused, 307],
    },
    {
      what: '64 KB of cookies',
      bytes: get('/pekerjaan', `Cookie: rembug-sesi=${'x'.repeat(65_000)}\r\n`),
      expected: [431, ...refused],
    },
  ];
}

/** Cookies made from a good one that must not count. */
export function cookies(good: string): string[] {
  const [name = '', value = ''] = good.split('=');
  const parts = value.split('.');
  const of = (...all: string[]) => `${name}=${all.join('.')}`;
  const [head = '', key = '', nonce = '', sealed = '', tag = ''] = parts;
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const body = Buffer.from('{"sid":"x"}').toString('base64url');
  return [
    ...[1, 10, 60].map(cut => good.slice(0, -cut)),
    ...[
      of(head, key, nonce, sealed, ''),
      of(head, key, nonce, '', tag),
      of(head, key, '', sealed, tag),
      of('', key, nonce, sealed, tag),
    ],
    ...[
      of(none, body, ''),
      of(none, body),
      of(head, 'AAAA', nonce, sealed, tag),
      of(head, key, nonce, sealed, tag, tag),
    ],
    ...[
      `${name}=`,
      `${name}`,
      `${name}=""`,
      `${name}=null`,
      `${name}=[]`,
      `${name}=%E0%A4%A`,
      `${name}=%`,
      `${name}=%00`,
    ],
    ...[
      `${name}=${'x'.repeat(8_000)}`,
      `${name.toUpperCase()}=${value}`,
      `__Host-${name}=${value}`,
      `${name}=${value.toUpperCase()}`,
    ],
    `next-auth.session-token=${value}`,
  ];
}

/** Places off the site, as `next`, `lanjut` or `callbackUrl` would name them. */
export const elsewhere = [
  ...[
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'http:/evil.example',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    ' //evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
  ],
  ...[
    '/%2F/evil.example',
    '/%5Cevil.example',
    '///evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '//evil.example/%2e%2e',
  ],
  ...[
    'https://localhost@evil.example',
    'http://localhost.evil.example',
    '?x=//evil.example',
    '/masuk?lanjut=//evil.example',
  ],
];

/** A body as it goes over the wire, on a connection that closes after the answer. */
export function onTheWire(host: string, { path, headers, body }: Body): Buffer {
  const all = { host, origin: `http://${host}`, connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}
