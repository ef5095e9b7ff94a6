import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { searchCatalogue } from '@/lib/plan/read/catalogue';
import { makeRegion } from '../../support/small-region';
import { freshDatabase } from '../../support/world';

let actor: Actor;
let former: Actor;
beforeAll(async () => {
  await freshDatabase();
  const { as } = await makeRegion();
  [actor, former] = [await as('c'), await as('mantan')];
});

const titles = (typed: string) => searchCatalogue(actor, typed).map(({ title }) => title);

it('finds a recognised indicator by parts of its words, the best first', () => {
  expect(titles('stunt')[0]).toMatch(/stunting/i);
  expect(titles('Persentase penduduk misk')[0]).toMatch(/miskin/i);
  expect(titles('indeks spbe')[0]).toMatch(/SPBE/i);
  expect(titles('internet rumah tangga')[0]).toBe('Akses internet rumah tangga');
});

it('brings unit, direction, definition and source', () => {
  const [entry] = searchCatalogue(actor, 'internet rumah tangga');
  expect(entry).toMatchObject({
    unit: '%',
    direction: 'up',
    source: 'BPS (Susenas), Diskominfo',
    sdg: '17.8',
  });
  expect(entry?.definition).toMatch(/rumah tangga/);
});

it('stays silent where nothing was said yet, where nothing fits, and for whoever has no role', () => {
  for (const typed of ['', 'pe', 'persentase jumlah', 'xyzzy', '%', '\u0000', 'a'.repeat(5000)])
    expect([typed.slice(0, 20), titles(typed)]).toEqual([typed.slice(0, 20), []]);
  expect(searchCatalogue(former, 'stunting')).toEqual([]);
});
