import { beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import { makeRegion } from '../../support/small-region';
import { countStatements, rowsRead } from '../../support/statements';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let regionId: string;

beforeAll(async () => {
  url = await freshDatabase();
  ({ regionId } = await makeRegion());
});

const listUsers = async () => {
  await database(regionId).user.findMany({ where: { regionId } });
};

it('hears every statement, those around a transaction included', async () => {
  const heard = await countStatements(async () => {
    await database(regionId).$transaction(async tx => {
      await tx.user.count({ where: { regionId } });
      await tx.$queryRaw`SELECT 1 AS one`;
    });
  });
  expect(heard).toHaveLength(4);
  expect([heard[0], heard[3]]).toEqual(['BEGIN', 'COMMIT']);
  expect(heard[1]).toMatch(/COUNT.*"User"/s);
  expect(heard[2]).toContain('SELECT 1 AS one');
});

it('hears plain clients too, and stops listening, also after a fault', async () => {
  const heard = await countStatements(() =>
    asOwner(url, async client => {
      await client.query('SELECT 1');
      await client.query({ text: 'SELECT $1::int', values: [2] });
    }),
  );
  expect(heard).toEqual(['SELECT 1', 'SELECT $1::int']);
  await expect(countStatements(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  await listUsers();
  expect(heard).toHaveLength(2);
});

it('counts the rows that are read, each time anew', async () => {
  const users = await asOwner(url, async client => {
    await client.query('ANALYZE');
    return Number((await client.query('SELECT count(*) FROM "User"')).rows[0].count);
  });
  expect(users).toBeGreaterThan(10);
  const total = ({ sequential = 0, index = 0 } = {}) => sequential + index;
  const once = await rowsRead(url, listUsers);
  expect(Object.keys(once)).toEqual(['User']);
  expect(total(once.User)).toBe(users);
  const twice = await rowsRead(url, async () => {
    await listUsers();
    await listUsers();
  });
  expect(total(twice.User)).toBe(2 * users);
  expect(await rowsRead(url, async () => {})).toEqual({});
});

it('counts what is read through an index', async () => {
  const read = await rowsRead(url, async () => {
    await database(regionId).$transaction([
      database(regionId).$executeRaw`SET LOCAL enable_seqscan = off`,
      database(regionId).user.findMany({ where: { regionId, username: 'dewan' } }),
    ]);
  });
  expect(read).toEqual({ User: { sequential: 0, index: 1 } });
});
