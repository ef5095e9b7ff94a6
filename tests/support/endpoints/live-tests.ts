import { expect, test } from '@playwright/test';
import { ask, inTurns } from '../http';
import { openStream } from '../stream';
import { groupOf, type Role, reads, roleNames } from './expected';
import { pathOf, type TestItem } from './items';
import { leaks } from './replay';
import type { World } from './world';

type Scene = { world: World; cookies: Record<Role, string>; items: TestItem[] };

const isBarred = (role: Role) => ['out', 'oneUse', 'waiting'].includes(groupOf(role));
/** Who else has an item open, and what becomes of it by whom, is not told to guests. */
const isShut = (role: Role) => isBarred(role) || groupOf(role) === 'guest';
const mayRead = (role: Role, item: TestItem) => reads(role, item.relation, item.status);
const readable = (role: Role, items: TestItem[]) =>
  items.filter(item => mayRead(role, item)).map(({ id }) => id);

/** What open pages hear and ask by themselves: each role is told of what it may read, and of nothing else. */
export function liveTests(scene: () => Scene): void {
  test('the stream and the news tell each role of the items it may read, and the barred nothing', async () => {
    const { world, cookies, items } = scene();
    const ours = new Set(items.map(({ id }) => id));
    const wrong = await inTurns(roleNames, async role => {
      const cookie = cookies[role];
      const news = await ask(`${world.url}/api/versi?sejak=0`, { cookie });
      const stream = await openStream(`${world.url}/api/aliran?sejak=0`, cookie);
      const found: string[] = [];
      for (const [what, { status }] of Object.entries({ news, stream })) {
        if (status !== (isBarred(role) ? 401 : 200)) found.push(`${role} ${what}: ${status}`);
      }
      if (isBarred(role)) {
        if (news.text !== '' || stream.events.length > 0) found.push(`${role} is told something`);
        return found;
      }
      const { data } = await stream.until(({ event }) => event === 'kabar');
      stream.close();
      for (const told of [JSON.parse(news.text), data] as { items: string[] }[]) {
        const named = told.items.filter(id => ours.has(id)).sort();
        if (named.join() !== readable(role, items).sort().join()) found.push(`${role} is told of ${named}`);
      }
      const tag = { 'if-none-match': news.headers.etag };
      const again = await ask(`${world.url}/api/versi?sejak=0`, { cookie, headers: tag });
      if (again.status !== 304) found.push(`${role} again: ${again.status}`);
      // In another tab somebody else signed in: their news are not for this page.
      for (const path of ['/api/versi', '/api/aliran']) {
        const other = await ask(`${world.url}${path}?orang=orang-lain`, { cookie });
        if (other.status !== 401) found.push(`${role} ${path} for somebody else: ${other.status}`);
      }
      return found;
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('the news of an item are for who may read it; to others it is missing', async () => {
    const { world, cookies, items } = scene();
    const cells = roleNames.flatMap(role => items.map(item => ({ role, item })));
    const wrong = await inTurns(cells, async ({ role, item }) => {
      const answer = await ask(`${world.url}${pathOf(item)}/isi?sejak=0`, { cookie: cookies[role] });
      const expected = isShut(role) ? 401 : mayRead(role, item) ? 200 : 404;
      const others = items.filter(other => other.id !== item.id || expected !== 200);
      const isFit = answer.status === expected && (expected === 200 || answer.text === '');
      return isFit && leaks(answer, others).length === 0
        ? []
        : [`${role}, ${item.relation}, ${item.status}: ${answer.status}, not ${expected}`];
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('who has an item open is told by its readers only, and only by our own pages', async () => {
    const { world, cookies, items } = scene();
    const own = { origin: world.url };
    const cells = roleNames.flatMap(role => items.map(item => ({ role, item })));
    const wrong = await inTurns(cells, async ({ role, item }, at) => {
      const tab = at.toString(16).padStart(32, '0');
      const post = (path: string, headers: Record<string, string> = own) =>
        ask(`${world.url}${pathOf(item)}/hadir?${path}`, { method: 'POST', cookie: cookies[role], headers });
      const expected = isShut(role) ? 401 : mayRead(role, item) ? 204 : 404;
      const answers = [
        [await post(`tab=${tab}`), expected],
        [await post(`tab=${tab}&pergi=ya`), isShut(role) ? 401 : 204],
        [await post('tab=x'), isShut(role) ? 401 : 400],
        [await post(`tab=${tab}`, {}), 403],
        [await post(`tab=${tab}`, { origin: 'https://evil.example' }), 403],
      ] as const;
      return answers.flatMap(([{ status }, wanted], nth) =>
        status === wanted
          ? []
          : [`${role}, ${item.relation}, ${item.status}, ${nth}: ${status}, not ${wanted}`],
      );
    });
    expect(wrong.flat()).toEqual([]);
  });
}
