import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { appRole } from '@/lib/database/app-role';
import { askWith, fillAndMark, regionTables } from '../../support/fill-tables';
import { makeRegion, smallTree } from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

/** Tables without the second lock, and why. */
const exceptions: Record<string, string> = {
  Session:
    'read before the region is known, by a hash that nobody can guess; a right of its own (SECURITY 12)',
};
/** Tables that hold no region's rows. */
const others: Record<string, string> = {
  Region: 'the list of regions at sign-in: read by all, written by its own region alone',
  Throttle: 'counts attempts to sign in, before a region is known',
  _prisma_migrations: 'what the owner applied; the program may not even read it',
};

let url: string;
let mine: string;
let foreign: string;

beforeAll(async () => {
  url = await freshDatabase();
  const one = await makeRegion('10.01');
  const other = await makeRegion('10.02');
  await smallTree(one.as);
  [foreign, mine] = [one.regionId, other.regionId];
});

/** What is missing of the second lock, table by table. */
async function faults(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
       (SELECT count(*)::int FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
          AND p.roles = ARRAY['${appRole}']::name[] AND p.cmd = 'ALL' AND p.permissive = 'PERMISSIVE'
          AND p.qual = '("regionId" = current_setting(''app.region''::text, true))' AND p.with_check = p.qual) AS policies
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'regionId' AND NOT a.attisdropped
     ORDER BY 1`,
  );
  return rows
    .filter(({ name }) => !Object.hasOwn(exceptions, name))
    .flatMap(({ name, enabled, forced, policies }) => [
      ...(enabled ? [] : [`${name} has no row-level security`]),
      ...(forced ? [] : [`${name} does not force it upon its owner`]),
      ...(policies === 1 ? [] : [`${name} has ${policies} policies for ${appRole}`]),
    ]);
}

describe('in the catalog', () => {
  test('every table with a region has it, enabled, forced, for every command', async () => {
    expect(await asOwner(url, faults)).toEqual([]);
  });

  test('no other policy opens a table to the program', async () => {
    const { rows } = await asOwner(url, client =>
      client.query(
        `SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND tablename <> 'Region'
           AND (roles && ARRAY['${appRole}', 'public']::name[]) AND policyname <> tablename || '_region'`,
      ),
    );
    expect(rows).toEqual([]);
  });

  test('what has no lock is named, with its reason', async () => {
    const { rows } = await asOwner(url, client =>
      client.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
           AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'regionId')`,
      ),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(others).sort());
    const { rows: open } = await asOwner(url, client =>
      client.query<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'regionId'
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity`,
      ),
    );
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(exceptions).sort());
  });

  test.each([
    ['DROP POLICY "Verdict_region" ON "Verdict"', 'Verdict has 0 policies for rembug_app'],
    ['ALTER TABLE "Item" DISABLE ROW LEVEL SECURITY', 'Item has no row-level security'],
    ['ALTER TABLE "User" NO FORCE ROW LEVEL SECURITY', 'User does not force it upon its owner'],
    ['ALTER POLICY "Item_region" ON "Item" USING (true)', 'Item has 0 policies for rembug_app'],
  ])('a lock that is taken out is missed: %s', async (sql, fault) => {
    const found = await asOwner(url, async client => {
      await client.query('BEGIN');
      await client.query(sql);
      const missing = await faults(client);
      await client.query('ROLLBACK');
      return missing;
    });
    expect(found).toEqual([fault]);
  });
});

describe('in every table', () => {
  test('rows of another region are neither seen nor changed, moved here or put there', async () => {
    await asOwner(url, async client => {
      const ask = askWith(client);
      expect(await fillAndMark(ask, foreign)).toEqual([]);
      const tables = (await regionTables(ask)).filter(name => !Object.hasOwn(exceptions, name));
      const rows = new Map<string, object>();
      for (const name of tables) {
        const [row] = await ask<{ row: object }>(
          `SELECT to_jsonb(t) AS row FROM "${name}" t WHERE "regionId" = $1 LIMIT 1`,
          [foreign],
        );
        if (row) rows.set(name, row.row);
      }
      expect([...rows.keys()]).toEqual(tables);
      await client.query(`SET ROLE ${appRole}`);
      await client.query(`SELECT set_config('app.region', $1, false)`, [mine]);
      const found: string[] = [];
      for (const [name, row] of rows) {
        const seen = await ask(`SELECT FROM "${name}" WHERE "regionId" <> $1 LIMIT 1`, [mine]);
        if (seen.length > 0) found.push(`${name} is seen`);
        const moved = `UPDATE "${name}" SET "regionId" = $1 WHERE "regionId" = $2`;
        const gone = `DELETE FROM "${name}" WHERE "regionId" = $1`;
        for (const said of [
          await attempt(client, moved, [mine, foreign]),
          await attempt(client, gone, [foreign]),
        ])
          if (said !== 0 && said !== 'permission') found.push(`${name} is changed: ${said}`);
        const put = `INSERT INTO "${name}" SELECT * FROM jsonb_populate_record(NULL::"${name}", $1)`;
        const said = await attempt(client, put, [JSON.stringify(row)]);
        if (said !== 'row-level' && said !== 'permission')
          found.push(`${name} takes a row for another region: ${said}`);
      }
      expect(found).toEqual([]);
    });
  });
});

/** How many rows a statement takes, or why none; nothing of it stays. */
async function attempt(client: Client, sql: string, values: unknown[]): Promise<number | string> {
  await client.query('BEGIN');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('row-level security')) return 'row-level';
    return message.includes('permission denied') ? 'permission' : message;
  } finally {
    await client.query('ROLLBACK');
  }
}
