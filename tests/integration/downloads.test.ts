import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDownload, listDownloads } from '@/lib/exchange/read';
import { makeDownload, type Wanted } from '@/lib/exchange/write';
import { slot } from '@/lib/server/documents/slot';
import { makeRegion } from '../support/small-region';
import { tableDocument } from '../support/table-document';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
});
afterAll(() => slot.rembugDocuments?.stop());

const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  ...{ format: 'csv', query: '/rencana', revision: 1, reach: 'semua', planId: 'p1', ...over },
});
/** A document that counts how often it is drawn. */
function drawing() {
  const counted = { times: 0 };
  const draw = () => {
    counted.times += 1;
    return tableDocument(2);
  };
  return { counted, draw };
}
const made = async (username: string, draw: () => ReturnType<typeof tableDocument>, over?: Partial<Wanted>) =>
  makeDownload(await as(username), wanted(over), draw);

describe('a file that is asked for', { timeout: 60_000 }, () => {
  it('is made once for the same address, revision, eyes and person', async () => {
    const { counted, draw } = drawing();
    // The first waits for a process to start; whether it comes at once or waits, it is there in the end.
    await made('c', draw);
    await expect
      .poll(async () => (await listDownloads(await as('c')))[0]?.state, { timeout: 30_000 })
      .toBe('ready');
    const again = await made('c', draw);
    expect([counted.times, again?.format]).toEqual([1, 'csv']);
    for (const over of [{ revision: 2 }, { reach: 'lain' }, { query: '/rencana?opd=C' }])
      await made('c', draw, over);
    await made('d', draw);
    expect(counted.times).toBe(5);
  });

  it('is nobody else’s', async () => {
    const [own] = await listDownloads(await as('c'));
    expect(await getDownload(await as('c'), own?.id ?? '')).toMatchObject({ format: 'csv' });
    expect(await getDownload(await as('d'), own?.id ?? '')).toBeNull();
    expect((await listDownloads(await as('d'))).map(({ id }) => id)).not.toContain(own?.id);
  });

  it('waits for the same one in the making, and behind a few others of the same person', async () => {
    const { counted, draw } = drawing();
    const begin = (id: string, query: string, at = 'now()') =>
      asOwner(url, client =>
        client.query(
          `INSERT INTO "Download" ("regionId", id, "userId", "planId", format, title, query, revision, reach, stage, "createdAt", "fileName")
            SELECT "regionId", $1, id, 'p1', 'csv', 'Uji', $2, 1, 'semua', 'menunggu', ${at}, 'uji.csv' FROM "User" WHERE username = 'a'`,
          [id, query],
        ),
      );
    await begin('satu', '/rencana?a');
    expect(await made('a', draw, { query: '/rencana?a' })).toBeNull();
    for (const id of ['dua', 'tiga', 'empat']) await begin(id, `/rencana?${id}`);
    expect(await made('a', draw, { query: '/rencana?lain' })).toBeNull();
    expect(counted.times).toBe(0);
    // What has been in the making for long was lost with its process, and says so.
    await asOwner(url, client =>
      client.query(`UPDATE "Download" SET "createdAt" = now() - interval '1 hour'`),
    );
    expect((await listDownloads(await as('a')))[0]).toMatchObject({ state: 'failed' });
    await made('a', draw, { query: '/rencana?lain' });
    expect(counted.times).toBe(1);
  });

  it('goes after a week, and when there are twenty newer ones', async () => {
    await asOwner(url, client =>
      client.query(
        `INSERT INTO "Download" ("regionId", id, "userId", "planId", format, title, query, revision, reach, stage, state, "createdAt", "fileName")
          SELECT "regionId", 'lama-' || n, id, 'p1', 'csv', 'Uji', '/lama?' || n, 1, 'semua', 'siap', 'ready', now() - n * interval '6 hours', 'uji.csv'
          FROM "User", generate_series(1, 40) n WHERE username = 'b'`,
      ),
    );
    await made('b', drawing().draw);
    const kept = await listDownloads(await as('b'));
    expect(kept).toHaveLength(20);
    expect(kept.at(-1)?.id).toBe('lama-19');
  });
});
