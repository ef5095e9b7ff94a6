import { beforeAll, describe, expect, it, vi } from 'vitest';
import { recall } from '@/lib/access/known';
import { actorOfToken, openSession } from '@/lib/access/session';
import { makeRegion, password } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let regionId: string;

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId } = await makeRegion());
});

/** Somebody signed in, whom the process knows without asking. */
async function known(username: string) {
  const credentials = { regionId, username, password, address: '127.0.0.1', device: 'uji' };
  const signedIn = await openSession(credentials);
  if (!signedIn.ok) throw new Error(signedIn.message);
  const sessionId = (await actorOfToken(signedIn.token))?.sessionId ?? '';
  await vi.waitUntil(async () => {
    await actorOfToken(signedIn.token);
    return recall(sessionId);
  }, 10_000);
  return { ...signedIn, sessionId };
}

// Another process, or a command on the server: nothing of this program takes part.
const elsewhere = (sql: string, ...values: string[]) => asOwner(url, client => client.query(sql, values));

describe('who is known without asking', () => {
  it('is nobody any more as soon as the session was ended elsewhere', async () => {
    const { token, sessionId } = await known('c');
    await elsewhere('UPDATE "Session" SET "endedAt" = now() WHERE id = $1', sessionId);
    await vi.waitUntil(async () => (await actorOfToken(token)) === null, 5_000);
  });

  it('is nobody any more as soon as the account was disabled elsewhere', async () => {
    const { token } = await known('d');
    await elsewhere('UPDATE "User" SET "disabledAt" = now() WHERE username = $1', 'd');
    await vi.waitUntil(async () => (await actorOfToken(token)) === null, 5_000);
  });

  it('loses a role and a dimension as soon as they were taken elsewhere', async () => {
    const { token } = await known('a');
    expect((await actorOfToken(token))?.coordinates).toEqual(['p1-x1']);
    await elsewhere('UPDATE "Dimension" SET "coordinatorId" = $1 WHERE code = $2', 'b', 'X1');
    await vi.waitUntil(async () => (await actorOfToken(token))?.coordinates.length === 0, 5_000);
    await elsewhere(`UPDATE "Membership" SET "validTo" = '2020-01-01' WHERE "departmentId" = 'a'`);
    await vi.waitUntil(async () => (await actorOfToken(token))?.grants.length === 0, 5_000);
  });

  it('is asked for again while the database is not heard', async () => {
    const { sessionId } = await known('b');
    await elsewhere(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'SELECT 1'`,
    );
    await vi.waitUntil(() => recall(sessionId) === undefined, 5_000);
  });

  it('does not stay signed in by what a page asks by itself', async () => {
    const { token, sessionId } = await known('c.operator');
    const old =
      'UPDATE "Session" SET "lastSeenAt" = now() - interval \'30 minutes\' WHERE id = $1 RETURNING "lastSeenAt"';
    const { rows } = await elsewhere(old, sessionId);
    await elsewhere('UPDATE "User" SET position = $1 WHERE username = $2', 'Uji', 'c.operator');
    await vi.waitUntil(() => recall(sessionId) === undefined, 5_000);
    await actorOfToken(token, { isActivity: false });
    const read = () => elsewhere('SELECT "lastSeenAt" FROM "Session" WHERE id = $1', sessionId);
    expect((await read()).rows).toEqual(rows);
    await actorOfToken(token);
    expect((await read()).rows).not.toEqual(rows);
  });
});
