import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '@/lib/database/backup/backup';
import { restore } from '@/lib/database/backup/restore';
import { closeDatabases, database } from '@/lib/database/client';
import { addComment } from '@/lib/plan/write/comment';
import { expectLogMatchesTables } from '../../support/fold';
import { edit, made, makeRegion, number, save, smallTree, step } from '../../support/small-region';
import { tableHashes } from '../../support/table-hashes';
import { asOwner, freshDatabase } from '../../support/world';

const folder = mkdtempSync(join(tmpdir(), 'rembug-backup-'));
const file = join(folder, 'cadangan.gz');
let source = '';

beforeAll(async () => {
  source = await freshDatabase();
  const { as } = await makeRegion();
  const { as: asOther } = await makeRegion('10.02');
  const tree = await smallTree(as);
  await smallTree(asOther, 'a');
  const c = await as('c.operator');
  // A parent whose id comes after its child's, signs of all kinds, and a cell without a value.
  const odd = 'baris\nbaru “kutip” \\ ’ 🌾 #sum 1 x';
  await made(c, edit(tree.indicator, 1, { definition: odd, 'milestones.2026': number('10.5') }));
  await step(c, 'submit', tree.indicator, 2);
  await addComment(await as('a'), {
    ...{ mutationId: 'm1', id: '7d9b0a7e-5d6f-4a39-9f2b-5a1d2f6f7d10', itemId: tree.indicator },
    ...{ field: null, threadId: null, text: odd },
  } as never);
  await backUp(source, file);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const foreignKeys = (url: string) =>
  asOwner(url, async client => {
    const { rows } = await client.query(
      `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`,
    );
    return rows;
  });

const runRestore = (url: string, path: string) =>
  spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/database/restore-cli.ts', path],
    { env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' },
  );

describe('what is restored', () => {
  test('is every row as it was, with chains, links and guards', async () => {
    const target = await freshDatabase();
    const { rows, heads } = await restore(target, file);
    expect(rows).toBeGreaterThan(100);
    expect(heads).toHaveLength(4);
    expect(await tableHashes(target)).toEqual(await tableHashes(source));
    expect(await foreignKeys(target)).toEqual(await foreignKeys(source));
    await expectLogMatchesTables(target);
    const change = asOwner(target, client => client.query('DELETE FROM "Event"'));
    await expect(change).rejects.toThrow(/written events cannot be changed/);
    await closeDatabases();
    expect(await database('10-01').item.count()).toBe(3);
  });

  test('is one moment of a database that is written to meanwhile', async () => {
    await closeDatabases();
    const busy = await freshDatabase();
    const { as } = await makeRegion();
    const { indicator } = await smallTree(as);
    const c = await as('c.operator');
    let isOver = false;
    const writing = (async () => {
      for (let version = 1; !isOver; version += 1)
        await save(c, edit(indicator, version, { 'milestones.2026': number(String(version)) }));
    })();
    const files = [1, 2, 3].map(turn => join(folder, `sibuk-${turn}.gz`));
    for (const path of files) await backUp(busy, path);
    isOver = true;
    await writing;
    for (const path of files) {
      const target = await freshDatabase();
      await restore(target, path);
      await expectLogMatchesTables(target);
    }
  });

  test('leaves out sessions, so that an ended one does not come back to life', async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text).toContain('#table User');
    expect(text).not.toContain('#table Session');
  });

  test('is for its owner to read only', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('what is refused changes nothing', () => {
  let target = '';
  beforeAll(async () => {
    target = await freshDatabase();
  });

  const whole = () => readFileSync(file);
  const text = () => gunzipSync(whole()).toString();
  const damage: [what: string, bytes: () => Buffer, reason: RegExp][] = [
    ['a file cut off', () => whole().subarray(0, 2_000), /rusak atau terpotong/],
    ['a file without its last byte', () => whole().subarray(0, -1), /rusak atau terpotong/],
    ['a changed byte', () => flipped(whole()), /rusak atau terpotong/],
    ['a changed value', () => gzipSync(text().replace('Operator C', 'Operator D')), /rusak atau terpotong/],
    ['a missing row', () => gzipSync(text().replace(/\n\{"regionId"[^\n]+/, '')), /rusak atau terpotong/],
    ['a missing end', () => gzipSync(text().replace(/#end [^\n]+\n$/, '')), /rusak atau terpotong/],
    ['lines after the end', () => gzipSync(`${text()}{}\n`), /rusak atau terpotong/],
    ['an empty file', () => Buffer.alloc(0), /rusak atau terpotong|bukan cadangan Rembug/],
    ['another file', () => Buffer.from('PK not a backup at all'), /bukan cadangan Rembug/],
    ['another packed file', () => gzipSync('{"hello":1}\n'), /bukan cadangan Rembug/],
  ];
  test.each(damage)('%s', async (_, bytes, reason) => {
    const before = await tableHashes(target);
    const path = join(folder, 'rusak.gz');
    writeFileSync(path, bytes());
    await expect(restore(target, path)).rejects.toThrow(reason);
    expect(await tableHashes(target)).toEqual(before);
  });

  test('a file that is not there', async () => {
    await expect(restore(target, join(folder, 'tidak-ada.gz'))).rejects.toThrow(
      /tidak dapat dibaca \(ENOENT\)/,
    );
  });

  test('a file that would be overwritten', async () => {
    await expect(backUp(source, file)).rejects.toThrow(/sudah ada/);
    await expect(backUp(source, join(folder, 'tidak/ada.gz'))).rejects.toThrow(
      /tidak dapat ditulis \(ENOENT\)/,
    );
  });

  test('a database that holds something, told in one sentence with code 1', async () => {
    const before = await tableHashes(source);
    const links = await foreignKeys(source);
    const { status, stdout, stderr } = runRestore(source, file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('Basis data tujuan sudah berisi data: pulihkan ke basis data yang masih kosong.\n');
    expect(await tableHashes(source)).toEqual(before);
    expect(await foreignKeys(source)).toEqual(links);
  });

  test('a backup of another version of the program', async () => {
    const other = await freshDatabase();
    await asOwner(other, client =>
      client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ('x', 'y', '99990101000000_later', now(), 1)`,
      ),
    );
    await expect(restore(other, file)).rejects.toThrow(/Rembug versi lain/);
    expect(Object.values(await tableHashes(other)).every(({ rows }) => rows === 0)).toBe(true);
  });

  test('a row that breaks the rules of the tables takes all the others back', async () => {
    const broken = await freshDatabase();
    await asOwner(broken, client =>
      client.query(`ALTER TABLE "Milestone" ADD CONSTRAINT never CHECK (year < 2026)`),
    );
    await expect(restore(broken, file)).rejects.toThrow(/never/);
    expect(Object.values(await tableHashes(broken)).every(({ rows }) => rows === 0)).toBe(true);
  });

  test('a database that stores it otherwise', async () => {
    const other = await freshDatabase();
    await asOwner(other, client =>
      client.query('ALTER TABLE "Milestone" ALTER COLUMN low TYPE numeric(28, 2)'),
    );
    await expect(restore(other, file)).rejects.toThrow(/tidak sama dengan cadangannya, jadi dibatalkan/);
    expect(Object.values(await tableHashes(other)).every(({ rows }) => rows === 0)).toBe(true);
  });

  test('a database without Rembug is not backed up', async () => {
    const empty = await freshDatabase({ isEmpty: true });
    await expect(backUp(empty, join(folder, 'kosong.gz'))).rejects.toThrow(/belum berisi Rembug/);
  });
});

function flipped(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0x40;
  return bytes;
}
