import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { closeDatabases } from '@/lib/database/client';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { freePort } from '../../support/program';
import { edit, makeRegion, number, smallTree } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let actor: Actor;
let itemId: string;

beforeAll(async () => {
  url = await freshDatabase();
  const { as } = await makeRegion();
  itemId = (await smallTree(as)).indicator;
  actor = await as('c.operator');
});

// Who is told that it failed stops trying; who hears nothing sends the same change again.
test('a change that finds no database is not refused, and goes through once there is one', async () => {
  const change = edit(itemId, 1, { 'milestones.2026': number('61') });
  await closeDatabases();
  process.env.DATABASE_URL = `postgresql://rembug@127.0.0.1:${await freePort()}/postgres`;
  await expect(saveChanges(actor, [change])).rejects.toThrow();
  await closeDatabases();
  process.env.DATABASE_URL = url;
  expect(await saveChanges(actor, [change])).toMatchObject([{ ok: true, version: 2 }]);
});

test.each([
  ['whose database dies while it waits', 'milestones.2026', undefined],
  ['that also moves', 'milestones.2025', 'here'],
])('a change %s is not refused, and is the same change when it comes again', async (_, field, place) => {
  const { version } = await asOwner(url, async client => {
    const { rows } = await client.query('SELECT version, "parentId" FROM "Item" WHERE id = $1', [itemId]);
    return rows[0];
  });
  const parent = place && (await asOwner(url, async client => parentOf(client)));
  const change = edit(itemId, version, { [field]: number('62') }, parent);
  await asOwner(url, async client => {
    await client.query('BEGIN');
    await client.query('SELECT FROM "Plan" FOR UPDATE');
    const saving = saveChanges(actor, [change]);
    saving.catch(() => {});
    await expect.poll(() => asOwner(url, other => endWaiting(other)), { interval: 20 }).toBeGreaterThan(0);
    await expect(saving).rejects.toThrow();
    await client.query('ROLLBACK');
  });
  expect(await saveChanges(actor, [change])).toMatchObject([{ ok: true, version: version + 1 }]);
  expect(await saveChanges(actor, [change])).toMatchObject([{ ok: true, version: version + 1 }]);
});

type Owner = Parameters<Parameters<typeof asOwner>[1]>[0];

async function parentOf(client: Owner): Promise<string> {
  return (await client.query('SELECT "parentId" FROM "Item" WHERE id = $1', [itemId])).rows[0].parentId;
}

/** Ends the program's connections that wait for a lock, as a dying PostgreSQL does; tells how many. */
async function endWaiting(client: Owner): Promise<number> {
  const { rows } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rembug' AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}
