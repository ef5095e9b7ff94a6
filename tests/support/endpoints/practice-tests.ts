import { expect, test } from '@playwright/test';
import { type Answer, ask, inTurns } from '../http';
import * as table from './expected';
import { pathOf, type TestItem } from './items';
import { leaks } from './replay';
import { isSignedIn, signInAs, type World } from './world';

const { groupOf, roleNames } = table;

type Scene = { world: World; cookies: Record<table.Role, string>; items: TestItem[] };

// To guests its door is shut as if nobody asked.
const isOut = (role: table.Role) => ['out', 'guest', 'waiting'].includes(groupOf(role));

/** Who they are and who they practise as, by the session of a cookie that just signed in. */
async function sessionOf({ sql }: World, username: string) {
  const [row] = await sql<{ userId: string; practiceUserId: string | null }>(
    `SELECT s."userId", s."practiceUserId" FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u."regionId" = s."regionId"
      WHERE u.username = $1 ORDER BY s."createdAt" DESC LIMIT 1`,
    [username],
  );
  return row;
}

/** The buttons of practice, pressed by everybody, and what an open session sees of the real plan from within. */
export function practiceTests(scene: () => Scene): void {
  const press = (cookie: string, fields: Record<string, string>, origin?: string): Promise<Answer> => {
    const { url } = scene().world;
    const body = new URLSearchParams(fields).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(origin && { origin }) };
    return ask(`${url}/latihan/perbuat`, { method: 'POST', cookie, headers, body });
  };

  test('the buttons of practice are pressed from our own pages only, and by whoever they were drawn for', async () => {
    const { world, cookies } = scene();
    const { url } = world;
    const sessions = 'SELECT count(*) FROM "Session" WHERE "practiceUserId" IS NOT NULL';
    const before = await world.sql(sessions);
    const wrong = await inTurns(roleNames, async role => {
      const cookie = cookies[role];
      const form = { langkah: 'masuk', orang: 'orang-lain' };
      const own = isOut(role) ? '/masuk?lanjut=%2Flatihan' : groupOf(role) === 'oneUse' ? '/akun' : null;
      const answers: [Answer, string | number][] = [
        [await press(cookie, form), 403],
        [await press(cookie, form, 'https://evil.example'), 403],
        [await press(cookie, form, url), own ?? '/latihan'],
        [await press(cookie, { langkah: 'lain', orang: 'x' }, url), own ?? 400],
        [await press(cookie, { ...form, peran: 'drafter' }, url), own ?? 400],
        [await press(cookie, {}, url), own ?? 400],
        [await ask(`${url}/latihan/langkah?orang=x`, { cookie }), 401],
        [await ask(`${url}/latihan/perbuat`, { cookie }), 405],
      ];
      return answers.flatMap(([{ status, headers, text }, expected], nth) => {
        const said = status === 303 ? headers.location : status;
        const isSilent = text === '' || status === 403;
        return said === expected && isSilent ? [] : [`${role}, ${nth}: ${said}, not ${expected}`];
      });
    });
    expect(wrong.flat()).toEqual([]);
    expect(await world.sql(sessions)).toEqual(before);
  });

  test('from within practice nothing of the real plan is seen, and by the same session it is seen again after it', async () => {
    const { world, items } = scene();
    const { url } = world;
    const cookie = await signInAs(url, 'dinarpus');
    const { userId = '' } = (await sessionOf(world, 'dinarpus')) ?? {};
    const begun = await press(cookie, { langkah: 'masuk', orang: userId }, url);
    expect(begun.headers.location).toMatch(/^\/indikator\/[\w-]+#isian-title$/);
    const { practiceUserId } = (await sessionOf(world, 'dinarpus')) ?? {};
    expect(practiceUserId).toBe(`${userId}-opd`);
    for (const orang of [`${userId}-opd`, `${userId}-koordinator`]) {
      const paths = [
        ...Object.values(table.pages).flatMap(({ paths: own }) => own),
        ...items.map(pathOf),
        ...items.map(({ id }) => `/tinjau/${id}`),
        ...['/rencana/tabel', '/rencana/unduh.csv', '/rencana/unduh.xlsx', '/api/versi?sejak=0'],
        ...items.map(item => `${pathOf(item)}/isi?sejak=0`),
      ];
      const wrong = await inTurns(paths, async path => {
        const answer = await ask(`${url}${path}`, { cookie });
        const leaked = leaks(answer, items);
        const isPage =
          answer.status === 200 && (answer.headers['content-type'] ?? '').startsWith('text/html');
        const isMarked = !isPage || /<title>LATIHAN: /.test(answer.text) || path.startsWith('/bimtek/layar');
        return [
          ...(leaked.length > 0 ? [`${path} shows ${leaked}`] : []),
          ...(answer.status >= 500 ? [`${path}: ${answer.status}`] : []),
          ...(isMarked ? [] : [`${path} does not say that it is practice`]),
        ];
      });
      expect([orang, wrong.flat()]).toEqual([orang, []]);
      const guide = await ask(`${url}/latihan/langkah?orang=${orang}`, { cookie });
      expect([orang, guide.status, JSON.parse(guide.text).at]).toEqual([orang, 200, 0]);
      await press(cookie, { langkah: 'peran', orang, peran: 'reviewer' }, url);
    }
    const orang = `${userId}-koordinator`;
    const elsewhere = { langkah: 'peran', orang, peran: 'reviewer', ke: '//evil.example' };
    expect((await press(cookie, elsewhere, url)).headers.location).toBe('/tinjau');
    const denied = await press(cookie, { langkah: 'ulang-semua', orang }, url);
    expect(denied.headers.location).toBe('/latihan');
    const left = await press(cookie, { langkah: 'keluar', orang }, url);
    expect(left.headers.location).toBe('/pekerjaan');
    expect((await sessionOf(world, 'dinarpus'))?.practiceUserId).toBeNull();
    expect(await isSignedIn(url, cookie)).toBe(true);
    const work = await ask(`${url}/pekerjaan`, { cookie });
    expect(work.text).not.toContain('LATIHAN');
  });
}
