import { beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { join, leave, type Viewer } from '@/lib/live/hub';
import type { News } from '@/lib/live/news';
import { getFrame } from '@/lib/plan/read/frame';
import { listWritten } from '@/lib/plan/read/image';
import { begin, made, makeRegion } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

const pause = vi.hoisted(() => ({ afterReading: async () => {} }));
vi.mock('@/lib/plan/read/image', async original => {
  const image = await original<typeof import('@/lib/plan/read/image')>();
  const read = async (...args: Parameters<typeof image.listWritten>) => {
    const written = await image.listWritten(...args);
    await pause.afterReading();
    return written;
  };
  return { ...image, listWritten: read };
});

let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  await freshDatabase();
  ({ as } = await makeRegion());
});

function watch(actor: Actor) {
  const news: News[] = [];
  const send = (text: Uint8Array) => {
    const said = new TextDecoder().decode(text);
    if (said.startsWith('event: kabar')) news.push(JSON.parse(/^data: (.*)$/m.exec(said)?.[1] ?? ''));
  };
  const viewer: Viewer = { actor, look: async () => actor, since: null, send, end: () => {} };
  expect(join(viewer)).toBe(true);
  return { viewer, news, items: () => news.flatMap(({ items }) => items) };
}

it('what is written while the news are told reaches those who were told before as well', async () => {
  const owner = await as('c');
  const all = [watch(await as('c')), watch(await as('d'))];
  for (const { news } of all) await vi.waitUntil(() => news.length > 0);
  const between: string[] = [];
  pause.afterReading = async () => {
    pause.afterReading = async () => {};
    between.push(await made(owner, begin({ kind: 'goal', department: 'c' })));
    // Somebody opens a page: the memory is further than the telling has come.
    await listWritten(owner, await getFrame(owner), 0);
  };
  const first = await made(owner, begin({ kind: 'goal', department: 'c' }));
  await vi.waitUntil(() => between.length > 0, 8_000);
  const last = await made(owner, begin({ kind: 'goal', department: 'c' }));
  for (const { items } of all) await vi.waitUntil(() => items().includes(last), 8_000);
  for (const { items } of all) expect(items()).toEqual(expect.arrayContaining([first, ...between, last]));
  for (const { viewer } of all) leave(viewer);
});
