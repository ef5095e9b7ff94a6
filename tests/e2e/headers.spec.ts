import { expect, test } from '@playwright/test';
import { callAction, returned } from '../support/endpoints/actions';
import { demoPassword, isSignedIn, signInAs } from '../support/endpoints/world';
import { type Answer, ask, cookiesOf } from '../support/http';

let url = '';
let cookie = '';
test.beforeAll(async ({ baseURL }) => {
  url = baseURL ?? '';
  cookie = await signInAs(url, '33.03.17');
});

const policyOf = ({ headers }: Answer) => String(headers['content-security-policy'] ?? '');
const nonceOf = (answer: Answer) => /script-src [^;]*'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? '';

/** What every answer carries, whatever it is. */
function expectSafe(what: string, answer: Answer) {
  const policy = policyOf(answer);
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect.soft(scripts, what).toMatch(/^'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'$/);
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect.soft(policy, what).toContain(part);
  expect.soft(answer.headers['x-content-type-options'], what).toBe('nosniff');
  expect.soft(answer.headers['x-powered-by'], what).toBeUndefined();
  expect.soft(answer.headers.server, what).toBeUndefined();
  expect.soft(answer.headers['cache-control'], what).toBe('no-store');
  expect.soft(answer.headers['access-control-allow-origin'], what).toBeUndefined();
  for (const line of answer.headers['set-cookie'] ?? []) {
    expect.soft(line, what).toMatch(/; HttpOnly/i);
    expect.soft(line, what).toMatch(/; SameSite=Lax/i);
    expect.soft(line, what).toMatch(/; Path=\//);
    expect.soft(line, what).not.toMatch(/; Domain=/i);
  }
}

const asked: Record<string, () => Promise<Answer>> = {
  'the sign-in page': () => ask(`${url}/masuk`),
  'the help page': () => ask(`${url}/bantuan`),
  'a page': () => ask(`${url}/pekerjaan`, { cookie }),
  'the account page': () => ask(`${url}/akun`, { cookie }),
  'the plan': () => ask(`${url}/rencana`, { cookie }),
  'a page as data': () => ask(`${url}/pekerjaan?_rsc`, { cookie, headers: { rsc: '1' } }),
  'a workbook': () => ask(`${url}/rencana/unduh.xlsx`, { cookie }),
  'a missing page': () => ask(`${url}/tidak-ada`),
  'a missing item': () => ask(`${url}/indikator/tidak-ada`, { cookie }),
  'a redirect to sign in': () => ask(`${url}/pekerjaan`),
  'a redirect within': () => ask(`${url}/`, { cookie }),
  'a redirect of a workbook': () => ask(`${url}/rencana/unduh.xlsx`),
  health: () => ask(`${url}/api/health`),
  'the csrf token': () => ask(`${url}/api/auth/csrf`),
  'the session': () => ask(`${url}/api/auth/session`, { cookie }),
  'a refused address': () => ask(`${url}/%00`),
  'a refused body': () => ask(`${url}/masuk`, { method: 'POST', body: 'x'.repeat(300_000) }),
  'a missing built file': () => ask(`${url}/_next/image?url=/x&w=64&q=75`),
  'a sign-in': () =>
    callAction(url, {
      ...{ name: 'signIn', path: '/masuk' },
      args: [{ regionId: '33-03', username: '33.03.17', password: demoPassword }],
    }),
  'a sign-out of nobody': () => callAction(url, { name: 'signOut', path: '/masuk', args: [{}] }),
};

for (const [what, send] of Object.entries(asked)) {
  test(`${what} carries the headers that protect it`, async () => {
    const [first, second] = [await send(), await send()];
    expectSafe(what, first);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    const scripts = first.text.startsWith('<!DOCTYPE') ? [...first.text.matchAll(/<script\b([^>]*)>/g)] : [];
    for (const [, attributes = ''] of scripts) expect.soft(attributes).toContain(`nonce="${nonceOf(first)}"`);
    expect.soft(first.text).not.toMatch(/<[^>]+\son(click|load|error|submit)=/i);
  });
}

test('built files are kept, and they alone', async () => {
  const page = await ask(`${url}/masuk`);
  const file = /\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? '';
  const { status, headers } = await ask(url + file);
  expect(status).toBe(200);
  expect(headers['cache-control']).toMatch(/max-age=31536000, ?immutable/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['last-modified']).toBeUndefined();
  expect((await ask(`${url}/_next/static/tidak-ada.js`)).status).toBe(404);
});

test('what the sender says of itself is not believed', async () => {
  const policy = "script-src 'unsafe-inline'";
  const headers = { 'x-nonce': 'abc', 'content-security-policy': policy, 'x-forwarded-proto': 'https' };
  const answer = await ask(`${url}/masuk`, { headers: { ...headers, 'x-forwarded-host': 'evil.example' } });
  expectSafe('forged', answer);
  expect(answer.text).not.toContain('nonce="abc"');
  expect(answer.text).not.toContain('evil.example');
  expect(answer.headers['strict-transport-security']).toBeUndefined();
});

test('after five wrong passwords the sixth waits, even with the right one; a known device does not', async () => {
  const username = '33.03.18';
  const known = cookiesOf(await trySignIn(username, demoPassword))['rembug-perangkat'];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const answer = await trySignIn(username, 'bukan kata sandinya');
    expect(messageOf(answer)).toContain('belum cocok');
  }
  const sixth = await trySignIn(username, demoPassword);
  expect(messageOf(sixth)).toMatch(/^Terlalu banyak percobaan\. Coba lagi dalam \d+ detik\.$/);
  expect(cookiesOf(sixth)['rembug-sesi']).toBeUndefined();
  // A stranger's failures never keep an official out.
  const own = await trySignIn(username, demoPassword, `rembug-perangkat=${known}`);
  expect(cookiesOf(own)['rembug-sesi']).toBeTruthy();
});

test('the answer tells nobody whether there is such an account', async () => {
  const [known, unknown] = ['33.03.16', 'tidak.ada.sama.sekali'];
  const answers = [
    await trySignIn(known, 'bukan kata sandinya'),
    await trySignIn(unknown, 'bukan kata sandinya'),
  ];
  const [first, second] = answers.map(messageOf);
  expect(first).toBe(second);
});

test('signing out makes the old cookie worthless at once, and signing in again makes a new one', async () => {
  const old = await signInAs(url, '33.03.15');
  const other = await signInAs(url, '33.03.15');
  expect(other).not.toBe(old);
  expect(await isSignedIn(url, old)).toBe(true);
  const left = await callAction(url, { name: 'signOut', path: '/pekerjaan', args: [{}], cookie: old });
  expect(cookiesOf(left)['rembug-sesi']).toBe('');
  expect(await isSignedIn(url, old)).toBe(false);
  expect((await ask(`${url}/rencana/unduh.xlsx`, { cookie: old })).status).toBe(303);
  expect(await isSignedIn(url, other)).toBe(true);
  const session = await ask(`${url}/api/auth/session`, { cookie: old });
  expect(session.text).toBe('{}');
});

test("next-auth's sign-out ends the session on the server too", async () => {
  const csrf = await ask(`${url}/api/auth/csrf`);
  const session = await signInAs(url, '33.03.14');
  const jar = [session, `next-auth.csrf-token=${cookiesOf(csrf)['next-auth.csrf-token']}`].join('; ');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = `csrfToken=${JSON.parse(csrf.text).csrfToken}&json=true`;
  expect((await ask(`${url}/api/auth/signout`, { method: 'POST', cookie: jar, headers, body })).status).toBe(
    200,
  );
  expect(await isSignedIn(url, session)).toBe(false);
});

function trySignIn(username: string, password: string, cookie = '') {
  const args = [{ regionId: '33-03', username, password }];
  return callAction(url, { name: 'signIn', path: '/masuk', args, cookie });
}

function messageOf(answer: Answer): string {
  return String((returned(answer) as { message?: string } | undefined)?.message ?? '');
}
