import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type EmbeddedDatabase, runningDatabase, startDatabase } from '@/lib/database/embedded';
import { reachableFolder } from '../../support/folder';
import { asOwner } from '../../support/world';

let dataDir = '';
let database: EmbeddedDatabase | undefined;

const start = async () => {
  database = await startDatabase({ dataDir, fast: true });
  return database;
};

afterEach(async () => {
  await database?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('keeps its data over stop and start, both quick', async () => {
  dataDir = reachableFolder();
  const { url, stop } = await start();
  await asOwner(url, client => client.query('CREATE TABLE kept AS SELECT 42 AS answer'));
  const stopped = Date.now();
  await stop();
  expect(Date.now() - stopped).toBeLessThan(2_000);
  const started = Date.now();
  const again = await start();
  expect(Date.now() - started).toBeLessThan(3_000);
  const { rows } = await asOwner(again.url, client => client.query('SELECT answer FROM kept'));
  expect(rows).toEqual([{ answer: 42 }]);
});

test('is found by who wants to read beside it, and only while it runs', async () => {
  dataDir = reachableFolder();
  expect(runningDatabase(dataDir)).toBeNull();
  const { url, stop } = await start();
  expect(runningDatabase(dataDir)).toBe(url);
  await stop();
  expect(runningDatabase(dataDir)).toBeNull();
});

test('recovers from a stale lock and a stale pid file by itself', async () => {
  dataDir = reachableFolder();
  await (await start()).stop();
  writeFileSync(join(dataDir, 'rembug.pid'), '999999 1\n');
  writeFileSync(
    join(dataDir, 'postgres/postmaster.pid'),
    `${process.pid}\n${dataDir}/postgres\n1\n1\n\n127.0.0.1\n`,
  );
  const { url } = await start();
  await asOwner(url, client => client.query('SELECT 1'));
});

test('takes over from a database whose Rembug was killed', async () => {
  dataDir = reachableFolder();
  const orphan = await start();
  await asOwner(orphan.url, client => client.query('CREATE TABLE kept AS SELECT 42 AS answer'));
  rmSync(join(dataDir, 'rembug.pid'));
  const again = await start();
  const { rows } = await asOwner(again.url, client => client.query('SELECT answer FROM kept'));
  expect(rows).toEqual([{ answer: 42 }]);
  await orphan.stop();
});

test('comes back when the server dies', async () => {
  dataDir = reachableFolder();
  const { url } = await start();
  process.kill(
    Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  );
  const isBack = () => asOwner(url, client => client.query('SELECT 1')).then(Boolean, () => false);
  await expect.poll(isBack, { timeout: 15_000, interval: 200 }).toBe(true);
});

test('a folder that another Rembug uses is left alone', async () => {
  dataDir = reachableFolder();
  await start();
  // The lock of this very process counts as its own; one of a living other does not.
  writeFileSync(join(dataDir, 'rembug.pid'), `${process.ppid} ${birth(process.ppid)}\n`);
  await expect(startDatabase({ dataDir })).rejects.toThrow(/sedang dipakai Rembug lain .+DATA_DIR=/);
});

test('a half-made database is made anew', async () => {
  dataDir = reachableFolder();
  mkdirSync(join(dataDir, 'postgres.new'));
  const { url } = await start();
  await asOwner(url, client => client.query('SELECT 1'));
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
});

test.runIf(process.getuid?.() === 0)('a folder its user cannot enter is named with the way out', async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rembug-closed-'));
  chmodSync(dataDir, 0o700);
  const inside = join(dataDir, 'data');
  await expect(startDatabase({ dataDir: inside })).rejects.toThrow(
    new RegExp(`^Folder data ${inside} tidak dapat dimasuki .+DATA_DIR=`),
  );
});

function birth(pid: number) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
