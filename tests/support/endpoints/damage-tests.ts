import { expect, test } from '@playwright/test';
import { ask, inTurns, sendRaw } from '../http';
import { callAction, postForm } from './actions';
import * as damages from './damages';
import { asAddress, asSent, hostileTexts, rounds } from './hostile';

/** Requests that no browser makes: damaged bodies, bytes, cookies, and ways off the site. */
export function damageTests(get: () => { url: string; dinkes: string }) {
  test('damaged bodies are 400 or 413, or refused in words', async () => {
    const { url, dinkes } = get();
    const asked = inTurns(damages.bodies(), async ({ what, path, headers, body }) => {
      const own = { origin: url, connection: 'close', ...headers };
      const sent = { method: 'POST', cookie: dinkes, headers: own, body };
      const answer = await ask(url + path, sent).catch((error: Error) => ({
        status: 0,
        text: error.message,
      }));
      const isRefused = [400, 404, 405, 409, 413, 415].includes(answer.status);
      const isWords = /"ok":false|<!DOCTYPE html>/.test(answer.text) && answer.status === 200;
      return isRefused || isWords || [302, 307].includes(answer.status)
        ? []
        : [`${what}: ${answer.status} ${answer.text.slice(0, 80)}`];
    });
    expect((await asked).flat()).toEqual([]);
  });

  test('the answer to a damaged body ends where it says that it ends', async () => {
    const { url } = get();
    const { host } = new URL(url);
    const asked = inTurns(damages.bodies(), async body => {
      const { text } = await sendRaw(url, damages.onTheWire(host, body), true);
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const said = /^content-length: (\d+)/im.exec(head)?.[1];
      const length = rest.join('\r\n\r\n').length;
      return said === undefined || Number(said) === length
        ? []
        : [`${body.what}: ${length} bytes, said ${said}`];
    });
    expect((await asked).flat()).toEqual([]);
  });

  test('what is no HTTP, or lies about its length, gets an answer and closes', async () => {
    const { url } = get();
    const asked = inTurns(damages.rawRequests(new URL(url).host), async ({ what, bytes, expected }) => {
      const { status, text } = await sendRaw(url, bytes);
      return expected.includes(status) ? [] : [`${what}: ${status} ${text.slice(0, 80)}`];
    });
    expect((await asked).flat()).toEqual([]);
    expect((await ask(`${url}/api/health`)).status).toBe(200);
  });

  test('damaged cookies are nobody: never let in, never failed upon', async () => {
    const { url, dinkes } = get();
    const texts = hostileTexts(rounds, 18).map(text => `rembug-sesi=${asAddress(text)}`);
    const cells = [...damages.cookies(dinkes), ...texts];
    const asked = inTurns(cells, async cookie => {
      const { status, headers } = await ask(`${url}/pekerjaan`, { cookie });
      const isOut = status === 307 && headers.location?.startsWith('/masuk');
      return isOut || status === 400 || status === 431 ? [] : [`${cookie.slice(0, 80)}: ${status}`];
    });
    expect((await asked).flat()).toEqual([]);
    const beside = `kota=%E0%A4%A; x=%; ${dinkes}; y="`;
    expect((await ask(`${url}/pekerjaan`, { cookie: beside })).status).toBe(200);
  });

  test('nothing leads off the site', async () => {
    const { url } = get();
    const cells = damages.elsewhere.flatMap((next, at) =>
      [false, true].map(isForm => ({ next, isForm, at })),
    );
    const wrong: string[] = [];
    for (const { next, isForm } of cells) {
      const form = { regionId: '33-03', username: 'dinarpus', password: 'rembug-contoh-2024', next };
      const call = { name: 'signIn', path: '/masuk' };
      const answer = await (isForm
        ? postForm(url, { ...call, fields: form })
        : callAction(url, { ...call, args: [asSent(form)] }));
      const to = String(answer.headers.location ?? answer.headers['x-action-redirect'] ?? '');
      if (answer.status >= 500) wrong.push(`${next}: ${answer.status}`);
      if (to !== '' && new URL(to.replace(/;(push|replace)$/, ''), url).host !== new URL(url).host)
        wrong.push(`${next} → ${to}`);
      const page = await ask(`${url}/masuk?lanjut=${encodeURIComponent(next)}`);
      if (page.status !== 200) wrong.push(`/masuk?lanjut=${next}: ${page.status}`);
      const door = await ask(`${url}/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`);
      const way = new URL(door.headers.location ?? '/', url);
      const back = way.searchParams.get('callbackUrl') ?? '/';
      if (way.host !== new URL(url).host || new URL(back, url).host !== new URL(url).host)
        wrong.push(`signin ${next} → ${way}`);
      const plain = await ask(url + (next.startsWith('/') ? encodeURI(next) : `/${encodeURI(next)}`));
      if (plain.headers.location && new URL(plain.headers.location, url).host !== new URL(url).host)
        wrong.push(`GET ${next} → ${plain.headers.location}`);
    }
    expect(wrong).toEqual([]);
  });
}
