import { beforeAll, describe, expect, test } from 'vitest';
import { commonDatabase, database } from '@/lib/database/client';
import { schemaDifference } from '@/lib/database/diff';
import { migrate, migrationNames } from '@/lib/database/migrate';
import { asOwner, freshDatabase } from '../../support/world';

const region = (id: string) => ({
  id,
  code: id,
  name: `Kabupaten ${id}`,
  province: 'Jawa Tengah',
  headTitle: 'Bupati',
  contact: 'sekretariat@contoh.go.id',
});

describe('migrations', () => {
  test('two processes starting at once both end with every migration applied once', async () => {
    const url = await freshDatabase({ isEmpty: true });
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(migrationNames());
    expect(await migrate(url)).toEqual([]);
    const rows = await asOwner(url, client => client.query('SELECT 1 FROM "_prisma_migrations"'));
    expect(rows.rowCount).toBe(migrationNames().length);
  });

  test('a migration that was applied with another content stops the start', async () => {
    const url = await freshDatabase();
    await asOwner(url, client => client.query(`UPDATE "_prisma_migrations" SET checksum = 'other'`));
    await expect(migrate(url)).rejects.toThrow(/sudah diterapkan dengan isi lain/);
  });

  test('an owner who may not make the role is told what to run', async () => {
    const url = await freshDatabase({ isEmpty: true });
    await asOwner(url, async client => {
      await client.query(`CREATE ROLE weak LOGIN PASSWORD 'weak'`);
      await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO weak`);
    });
    const weak = new URL(url);
    weak.username = 'weak';
    weak.password = 'weak';
    await expect(migrate(weak.href)).rejects.toThrow(/GRANT rembug_app TO weak/);
    await asOwner(url, client => client.query('GRANT rembug_app TO weak'));
    expect(await migrate(weak.href)).toEqual(migrationNames());
  });

  test('an owner with CREATEROLE needs no superuser', async () => {
    const url = await freshDatabase({ isEmpty: true });
    await asOwner(url, async client => {
      await client.query(`CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'maker'`);
      await client.query('GRANT rembug_app TO maker WITH ADMIN OPTION, SET FALSE');
      await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO maker`);
    });
    const maker = new URL(url);
    maker.username = 'maker';
    maker.password = 'maker';
    expect(await migrate(maker.href)).toEqual(migrationNames());
  });

  test('the migrations lead to exactly the schema', async () => {
    expect(await schemaDifference()).toBe('');
  });
});

describe('the restricted role', () => {
  beforeAll(async () => {
    await freshDatabase();
    for (const id of ['satu', 'dua']) {
      await database(id).region.create({ data: region(id) });
      await database(id).event.create({
        data: {
          regionId: id,
          stream: id,
          revision: 1,
          at: new Date(),
          actorId: 'x',
          subjectType: 'region',
          subjectId: id,
          action: 'create',
          mutationId: `m-${id}`,
          previousHash: '',
          hash: 'h',
          body: '{}',
        },
      });
    }
  });

  test.each([
    ['CREATE TABLE public.mine (id int)', /permission denied for schema public/],
    ['ALTER TABLE "Event" DISABLE TRIGGER ALL', /must be owner/],
    [`UPDATE "Event" SET "actorId" = 'other'`, /permission denied/],
    ['DELETE FROM "Event"', /permission denied/],
    ['TRUNCATE "Event"', /permission denied/],
    ['DELETE FROM "Item"', /permission denied/],
    ['DELETE FROM "User"', /permission denied/],
    ['DELETE FROM "Membership"', /permission denied/],
    ['SELECT * FROM "_prisma_migrations"', /permission denied/],
  ])('may not %s', async (sql, reason) => {
    await expect(database('satu').$executeRawUnsafe(sql)).rejects.toThrow(reason);
  });

  test.each([`UPDATE "Event" SET "actorId" = 'other'`, 'DELETE FROM "Event"', 'TRUNCATE "Event"'])(
    'not even the owner may %s',
    async sql => {
      const owner = process.env.DATABASE_URL ?? '';
      await expect(asOwner(owner, client => client.query(sql))).rejects.toThrow(
        /written events cannot be changed/,
      );
      const asReplica = asOwner(owner, async client => {
        await client.query('SET session_replication_role = replica');
        await client.query(sql);
      });
      await expect(asReplica).rejects.toThrow(/written events cannot be changed/);
    },
  );

  test('sees and writes only its own region', async () => {
    expect(await database('satu').event.findMany({ select: { regionId: true } })).toEqual([
      { regionId: 'satu' },
    ]);
    expect(await commonDatabase().event.count()).toBe(0);
    const foreign = { regionId: 'dua', id: 'd', code: 'D', name: 'Dinas', kind: 'dinas', position: 1 };
    await expect(database('satu').department.create({ data: foreign })).rejects.toThrow(/row-level security/);
    const renamed = await database('satu').region.updateMany({ where: { id: 'dua' }, data: { name: 'X' } });
    expect(renamed.count).toBe(0);
    await expect(database('satu').region.create({ data: region('tiga') })).rejects.toThrow(
      /row-level security/,
    );
    expect(await commonDatabase().region.count()).toBe(2);
  });

  test('every table with a region has the second lock', async () => {
    const owner = process.env.DATABASE_URL ?? '';
    const { rows } = await asOwner(owner, client =>
      client.query(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE a.attname = 'regionId' AND c.relkind = 'r' AND NOT c.relrowsecurity`,
      ),
    );
    expect(rows).toEqual([{ name: 'Session' }]);
  });

  test('an impossible region id never reaches the connection', () => {
    expect(() => database('satu -c role=postgres')).toThrow('Impossible region id');
    expect(() => database('')).toThrow('Impossible region id');
  });
});
