import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ask, inTurns } from '../http';
import { callAction, returned } from './actions';
import { draftsFor, groupOf, type Role, reads, roleNames } from './expected';
import type { TestItem } from './items';
import { verdictOf, wordsOf } from './replay';
import type { World } from './world';

type Scene = { world: World; cookies: Record<Role, string>; items: TestItem[] };

const isBarred = (role: Role) => ['out', 'oneUse', 'waiting'].includes(groupOf(role));
/** To what is not open to guests. */
const isShut = (role: Role) => isBarred(role) || groupOf(role) === 'guest';

/** Versions, files and the table of open pages: what each role is shown of them, and of whose. */
export function fileTests(scene: () => Scene): void {
  test('the table of open pages answers by eyes: nothing new is 304, another’s state is no state', async () => {
    const { world, cookies } = scene();
    const tags = new Map<Role, string>();
    const wrong = await inTurns(roleNames, async role => {
      const get = (headers = {}) => ask(`${world.url}/rencana/tabel`, { cookie: cookies[role], headers });
      const answer = await get();
      if (isBarred(role))
        return answer.status === 401 && answer.text === '' ? [] : [`${role}: ${answer.status}`];
      tags.set(role, answer.headers.etag ?? '');
      const again = await get({ 'if-none-match': answer.headers.etag });
      const isFit = answer.status === 200 && again.status === 304 && again.text === '';
      return isFit ? [] : [`${role}: ${answer.status}, then ${again.status}`];
    });
    expect(wrong.flat()).toEqual([]);
    expect(tags.get('dinkes')).not.toBe(tags.get('dlh'));
    const other = await ask(`${world.url}/rencana/tabel`, {
      ...{ cookie: cookies.dlh, headers: { 'if-none-match': tags.get('dinkes') } },
    });
    expect(JSON.parse(other.text)).toHaveProperty('table');
  });

  test('a file is found by nobody but who asked for it', async () => {
    const { world, cookies } = scene();
    await ask(`${world.url}/rencana/unduh.csv?cari=uji`, { cookie: cookies.dinkes });
    const rows = await world.sql<{ id: string }>(
      `SELECT id FROM "Download" WHERE "userId" = (SELECT id FROM "User" WHERE username = 'dinkes' AND "regionId" = '33-03')
        AND format = 'csv' AND state = 'ready' ORDER BY "createdAt" DESC LIMIT 1`,
    );
    const path = `/unduhan/${rows[0]?.id}`;
    const wrong = await inTurns(roleNames, async role => {
      const { status, text } = await ask(world.url + path, { cookie: cookies[role] });
      const expected = isBarred(role) ? 303 : role === 'dinkes' ? 200 : 404;
      const isShown = text.includes('Uraian');
      return status === expected && isShown === (expected === 200) ? [] : [`${role}: ${status}`];
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('an import is opened by nobody but who uploaded it; templates by who drafts', async () => {
    const { world, cookies } = scene();
    const line = ['Tujuan', 'Sasaran', 'Rahasia impor uji'];
    const sheet = { name: 'L', isHidden: false, merges: [], rows: [line, ['a', 'b', 'c']] };
    const reading = { sheet: 0, headRow: 0, headRows: 1, meanings: ['goal', 'target', 'unknown'] };
    await world.sql(
      `INSERT INTO "Import" ("regionId", id, "userId", "fileName", format, content, reading, answers, results, "createdAt")
        SELECT '33-03', 'impor-uji', id, 'uji.xlsx', 'xlsx', $1, $2, '{}', '{}', now() FROM "User"
        WHERE "regionId" = '33-03' AND username = 'dinkes'`,
      [
        gzipSync(JSON.stringify({ sheets: [sheet], notes: [] })),
        JSON.stringify({ ...reading, dimensionId: null, departmentId: null }),
      ],
    );
    const wrong = await inTurns(roleNames, async role => {
      const found: string[] = [];
      const get = (path: string) => ask(world.url + path, { cookie: cookies[role] });
      const page = await get('/impor/impor-uji');
      if (page.text.includes('Rahasia impor') !== (role === 'dinkes')) found.push(`${role}: ${page.status}`);
      const rest = await get('/impor/impor-uji/sisa');
      const own = isShut(role) ? 303 : role === 'dinkes' ? 200 : 404;
      if (rest.status !== own) found.push(`${role}, rest: ${rest.status}`);
      const template = await get('/impor/templat/indikator');
      const drafts = isShut(role) ? 303 : draftsFor[role] ? 200 : 404;
      if (template.status !== drafts) found.push(`${role}, template: ${template.status}`);
      return found;
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('a version shows each role what it could read then, and what changed since no more', async () => {
    const { world, cookies, items } = scene();
    const call = { name: 'nameVersionAction', path: '/versi', cookie: cookies.sekretariat };
    const named = await callAction(world.url, {
      ...call,
      args: [{ mutationId: 'versi-uji', name: 'Versi uji' }],
    });
    expect(returned(named)).toMatchObject({ ok: true });
    const wrong = await inTurns(roleNames, async role => {
      const cookie = cookies[role];
      const found: string[] = [];
      const group = groupOf(role);
      const expected = {
        out: 'to /masuk',
        oneUse: 'to /akun',
        former: 'missing',
        member: 'open',
        foreign: 'missing',
        guest: 'missing',
        waiting: 'to /gabung/tamu',
      };
      for (const path of [
        '/versi/versi-uji',
        '/versi/versi-uji/banding/sekarang',
        '/versi/sekarang/banding/versi-uji',
      ]) {
        const answer = await ask(world.url + path, { cookie });
        const verdict = verdictOf(answer, path);
        if (verdict !== expected[group]) found.push(`${role} ${path}: ${verdict}`);
        const words = wordsOf(answer);
        for (const item of items) {
          const isShown = words.includes(item.secrets[0] ?? '');
          const mayShow = group === 'member' && reads(role, item.relation, item.status);
          const mustShow = path === '/versi/versi-uji' && mayShow;
          if ((isShown && !mayShow) || (mustShow && !isShown))
            found.push(`${role} ${path}: ${item.relation}, ${item.status}`);
        }
      }
      for (const path of ['/versi/karangan', '/versi/karangan/banding/sekarang', '/versi/sekarang']) {
        const verdict = verdictOf(await ask(world.url + path, { cookie }), path);
        const missing = isBarred(role) ? expected[group] : 'missing';
        if (verdict !== missing) found.push(`${role} ${path}: ${verdict}`);
      }
      const file = await ask(`${world.url}/versi/versi-uji/banding/sekarang/unduh.csv`, { cookie });
      const status = isShut(role) ? 303 : group === 'member' ? 200 : 404;
      if (file.status !== status) found.push(`${role} the comparison as a file: ${file.status}`);
      return found;
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('files of other names and comparisons of nothing are missing, and the way to one leads on', async () => {
    const { world, cookies } = scene();
    const cookie = cookies.dewan;
    for (const path of [
      '/rencana/unduh.exe',
      '/rencana/lain',
      '/versi/a/banding/b/unduh.csv',
      '/unduhan/x',
    ]) {
      expect([path, (await ask(world.url + path, { cookie })).status]).toEqual([path, 404]);
    }
    const way = await ask(`${world.url}/versi/banding?dari=${encodeURIComponent('//evil.example')}&ke=`, {
      cookie,
    });
    expect([way.status, new URL(way.headers.location ?? '', world.url).origin]).toEqual([303, world.url]);
  });
}
