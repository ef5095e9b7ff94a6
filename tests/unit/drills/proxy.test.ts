import { createServer, type Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calm } from '@/tests/drills/line';
import { type BadNetwork, startProxy } from '@/tests/drills/proxy';
import { ask } from '../../support/http';

const answer = 'x'.repeat(40_000);
let server: Server;
let proxy: BadNetwork;
let heard = 0;

beforeEach(async () => {
  heard = 0;
  server = createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      heard += 1;
      res.end(answer);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  proxy = await startProxy((server.address() as { port: number }).port, 1);
});

afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
});

const timed = async () => {
  const since = performance.now();
  const { text } = await ask(`${proxy.url}/`, { body: 'hello' });
  expect(text).toBe(answer);
  return performance.now() - since;
};

test('in calm weather all goes through as it is', async () => {
  for (let turn = 0; turn < 5; turn += 1) await timed();
  expect(proxy.counts).toMatchObject({ requests: 5, eaten: 0, cuts: 0 });
});

test('a round trip takes the delay longer, give or take the jitter', async () => {
  proxy.set({ ...calm, delayMs: 60, jitterMs: 40 });
  for (let turn = 0; turn < 5; turn += 1) expect(await timed()).toBeGreaterThanOrEqual(19);
  proxy.set({ ...calm, delayMs: 60 });
  expect(await timed()).toBeGreaterThanOrEqual(59);
});

test('a narrow line lets only so much through', async () => {
  proxy.set({ ...calm, bytesPerSecond: 200_000 });
  expect(await timed()).toBeGreaterThanOrEqual(199);
});

test('an eaten reply was heard by the server, and the connection is cut', async () => {
  proxy.set({ ...calm, eatenShare: 1 });
  await expect(ask(`${proxy.url}/`, { body: 'hello' })).rejects.toThrow();
  expect([heard, proxy.counts.eaten]).toEqual([1, 1]);
  proxy.set(calm);
  await timed();
});

test('the share of eaten replies is the one that was asked for', async () => {
  proxy.set({ ...calm, eatenShare: 0.3 });
  for (let turn = 0; turn < 100; turn += 1) await timed().catch(() => {});
  expect(proxy.counts.eaten).toBeGreaterThan(15);
  expect(proxy.counts.eaten).toBeLessThan(45);
  expect(heard).toBe(100);
});

test('while it is cut off nothing goes through, and afterwards everything again', async () => {
  await timed();
  const over = proxy.cut(100);
  for (let turn = 0; turn < 2; turn += 1) await expect(ask(`${proxy.url}/`)).rejects.toThrow();
  expect(heard).toBe(1);
  await over;
  await timed();
  expect(proxy.counts).toMatchObject({ cuts: 1, refused: expect.any(Number) });
  expect(proxy.counts.refused).toBeGreaterThan(0);
});
