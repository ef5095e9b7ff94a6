import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ask, cookiesOf, inTurns } from '../http';
import { builtActions, callAction, reasonsOf, returned } from './actions';
import { actions, groupOf, pages, type Role, reads, roleNames } from './expected';
import { pathOf, type TestItem } from './items';
import { verdictOf, ways, wordsOf } from './replay';
import { stateOf, type World } from './world';

type Scene = { world: World; cookies: Record<Role, string>; items: TestItem[] };

const wallAddress = '/bimtek/layar/data';
const isOf = (role: Role) => role === 'sekretariat';

/** A hall day with its screen: what the screen is let into, which is the wall and nothing else. */
export function hallTests(scene: () => Scene): void {
  test.describe.configure({ mode: 'serial' });
  let screen = '';
  let hallId = '';

  test('the secretariat opens a day, and a key opens one screen', async () => {
    const { world, cookies } = scene();
    const call = { path: '/bimtek', cookie: cookies.sekretariat };
    hallId = randomUUID();
    const opening = [{ mutationId: hallId, stageId: 'p1-tahap-1', day: 1 }];
    const opened = await callAction(world.url, { ...call, name: 'openHallAction', args: opening });
    expect(reasonsOf(opened)).toEqual(['ok']);
    const made = await callAction(world.url, { ...call, name: 'makeScreenKeyAction', args: [{ hallId }] });
    const { key } = returned(made) as { key: string };
    const open = () =>
      callAction(world.url, { name: 'openScreenAction', path: '/bimtek/layar', args: [{ key }] });
    const token = cookiesOf(await open())['rembug-layar'];
    expect(token).toBeTruthy();
    screen = `rembug-layar=${token}`;
    expect(reasonsOf(await open())).toEqual(['credentials']);
  });

  test('the wall is shown to screens and to its secretariat, and holds nothing that not all may read', async () => {
    const { world, cookies, items } = scene();
    const wrong = await inTurns([...roleNames, 'screen'] as const, async role => {
      const cookie = role === 'screen' ? screen : cookies[role];
      const isShown = role === 'screen' || isOf(role);
      const answer = await ask(world.url + wallAddress, { cookie });
      const page = await ask(`${world.url}/bimtek/layar`, { cookie });
      const found: string[] = [];
      if (answer.status !== (isShown ? 200 : 401)) found.push(`${role}: ${answer.status}`);
      if (page.text.includes('Perubahan terakhir') !== isShown) found.push(`${role}: the page`);
      for (const { secrets, relation, status } of items) {
        const isForAll = reads('dewan', relation, status);
        if (
          !isForAll &&
          secrets.some(secret => wordsOf(answer).includes(secret) || page.text.includes(secret))
        )
          found.push(`${role}: shows ${relation}, ${status}`);
      }
      return found;
    });
    expect(wrong.flat()).toEqual([]);
    const { headers } = await ask(world.url + wallAddress, { cookie: screen });
    const again = await ask(world.url + wallAddress, {
      ...{ cookie: screen, headers: { 'if-none-match': headers.etag } },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('to every other page and file a screen is nobody, whatever its cookie is called', async () => {
    const { world, items } = scene();
    const addresses = [
      ...Object.values(pages).flatMap(({ paths }) => paths),
      ...items.slice(0, 4).map(pathOf),
      ...['/rencana/tabel', '/rencana/unduh.xlsx', '/rencana/unduh.csv', '/katalog?cari=a', '/unduhan/x'],
      ...['/versi/x', '/versi/x/banding/sekarang', '/tinjau/x', '/api/auth/session'],
    ].filter(address => !address.startsWith('/bimtek/layar'));
    const wrong = await inTurns(addresses, async path => {
      const nobody = await ways.plainly(world.url, path, '');
      const found: string[] = [];
      for (const [way, go] of Object.entries(ways)) {
        const answer = await go(world.url, path, screen);
        const expected = await go(world.url, path, '');
        const told = [answer, expected].map(one => verdictOf(one, path));
        if (told[0] !== told[1]) found.push(`${path} ${way}: ${told[0]}, not ${told[1]}`);
      }
      const renamed = await ask(world.url + path, { cookie: screen.replace('rembug-layar', 'rembug-sesi') });
      // Such a cookie was never written, so it is not even looked at.
      if (renamed.status !== 400) found.push(`${path} renamed: ${renamed.status}, like ${nobody.status}`);
      return found;
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('every action takes a screen for somebody who is signed out', async () => {
    const { world } = scene();
    const before = await stateOf(world);
    const open = ['signIn', 'signOut', 'openScreenAction', 'joinAsGuestAction'];
    for (const name of Object.keys(builtActions()).filter(each => !open.includes(each))) {
      const { path, args } = actions[name] as (typeof actions)[string];
      for (const at of [path, '/bimtek/layar']) {
        const answer = await callAction(world.url, { name, args, path: at, cookie: screen });
        expect([name, at, reasonsOf(answer)]).toEqual([name, at, ['signed-out']]);
      }
    }
    expect(await stateOf(world)).toEqual(before);
  });

  test('the page of the day is for the secretariat, and its code leads in whoever is out', async () => {
    const { world, cookies } = scene();
    const rows = await world.sql<{ joinCode: string }>(`SELECT "joinCode" FROM "HallSession"`);
    const path = `/gabung/${rows[0]?.joinCode}`;
    for (const role of roleNames) {
      const answer = await ask(world.url + path, { cookie: cookies[role] });
      expect([role, answer.status]).toEqual([role, groupOf(role) === 'out' ? 200 : 307]);
      if (answer.status === 200) expect(answer.text).toContain('Bimtek I, hari 1');
    }
  });

  test('closing the day ends the screen at once', async () => {
    const { world, cookies } = scene();
    const args = [{ mutationId: randomUUID(), hallId }];
    const call = { name: 'closeHallAction', path: '/bimtek', args };
    for (const role of roleNames.filter(each => !isOf(each))) {
      const foreign = role.startsWith('sekretariat') ? 'missing' : 'denied';
      const barred = { out: 'signed-out', oneUse: 'denied', guest: 'denied', waiting: 'denied' };
      const expected = { ...barred, former: 'denied', member: 'denied', foreign };
      const answer = await callAction(world.url, { ...call, cookie: cookies[role] });
      expect([role, reasonsOf(answer)]).toEqual([role, [expected[groupOf(role)]]]);
    }
    expect((await ask(world.url + wallAddress, { cookie: screen })).status).toBe(200);
    const closed = await callAction(world.url, { ...call, cookie: cookies.sekretariat });
    expect(reasonsOf(closed)).toEqual(['ok']);
    expect((await ask(world.url + wallAddress, { cookie: screen })).status).toBe(401);
    expect((await ask(`${world.url}/bimtek/layar`, { cookie: screen })).text).toContain('Kode layar');
  });
}
