import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ask, inTurns } from '../http';
import { callAction, returned } from './actions';
import { groupOf, type Role, reads, roleNames } from './expected';
import type { TestItem } from './items';
import { leaks } from './replay';
import type { World } from './world';

type Scene = { world: World; cookies: Record<Role, string>; items: TestItem[] };

const isBarred = (role: Role) => ['out', 'oneUse', 'guest', 'waiting'].includes(groupOf(role));

/** What is taken out of a sitting, and what a presentation fetches, as each role. */
export function councilTests(scene: () => Scene): void {
  test('minutes and sheets are for members, and show nobody what they may not read', async () => {
    const { world, cookies } = scene();
    const mutationId = randomUUID();
    const sitting = {
      title: 'Sidang uji',
      date: '2026-11-26',
      place: 'Aula',
      leader: 'A',
      leaderOffice: 'B',
    };
    const call = { name: 'openSittingAction', path: '/sidang', cookie: cookies.sekretariat };
    const opened = await callAction(world.url, { ...call, args: [{ mutationId, ...sitting }] });
    expect(returned(opened)).toMatchObject({ ok: true });
    const paths = [
      `/sidang/${mutationId}/berita-acara/unduh.pdf`,
      '/sidang/persetujuan/dinkes/unduh.docx',
      '/sidang/persetujuan/semua/unduh.pdf',
    ];
    const wrong = await inTurns(roleNames, async role => {
      const get = (path: string) => ask(world.url + path, { cookie: cookies[role] });
      const found: string[] = [];
      for (const path of paths) {
        const { status } = await get(path);
        const isOwn = groupOf(role) === 'member' || (groupOf(role) === 'foreign' && path !== paths[0]);
        const fits = isBarred(role) ? status === 303 : isOwn ? [200, 303].includes(status) : status === 404;
        if (!fits) found.push(`${role} ${path}: ${status}`);
      }
      for (const path of ['unduh.xlsx', 'unduh.csv', 'lain'].map(
        name => `/sidang/${mutationId}/berita-acara/${name}`,
      ))
        if ((await get(path)).status !== 404) found.push(`${role} ${path} is there`);
      const page = await get(`/sidang/${mutationId}`);
      if (page.text.includes('Sidang uji') !== (groupOf(role) === 'member'))
        found.push(`${role}: ${page.status}`);
      return found;
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('a presentation is fetched by members, as far as they read', async () => {
    const { world, cookies, items } = scene();
    const wrong = await inTurns(roleNames, async role => {
      const get = (headers = {}) => ask(`${world.url}/presentasi/data`, { cookie: cookies[role], headers });
      const answer = await get();
      const isIn = ['member', 'foreign'].includes(groupOf(role));
      if (!isIn) return answer.status === 401 && answer.text === '' ? [] : [`${role}: ${answer.status}`];
      const again = await get({ 'if-none-match': answer.headers.etag });
      const hidden = items.filter(item => !reads(role, item.relation, item.status));
      const leaked = leaks(answer, hidden);
      const isFit = answer.status === 200 && again.status === 304 && leaked.length === 0;
      return isFit ? [] : [`${role}: ${answer.status}, ${again.status}, ${leaked}`];
    });
    expect(wrong.flat()).toEqual([]);
  });
}
