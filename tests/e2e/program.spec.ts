import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { type EmbeddedDatabase, startDatabase } from '../../lib/database/embedded';
import { signInAs } from '../support/endpoints/world';
import { reachableFolder } from '../support/folder';
import { freePort, launchProgram, startProgram } from '../support/program';
import { openStream } from '../support/stream';

const secret = 'e2e-secret-e2e-secret-e2e-secret-e2e';

test('stops within 3 s with open connections, keeps its data, is back within 5 s', async () => {
  const dataDir = reachableFolder();
  const PORT = String(await freePort());
  const first = await startProgram({ PORT, DATA_DIR: dataDir });
  expect(first.said()).toContain(`Rembug siap di http://localhost:${PORT}\nAkun contoh: `);
  const stream = connect(Number(PORT), '127.0.0.1');
  stream.on('error', () => {});
  stream.write('POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n');
  await once(stream, 'connect');
  const stopped = await first.stop('SIGINT');
  expect(stopped.code).toBe(0);
  expect(stopped.took).toBeLessThan(3_000);

  const since = Date.now();
  const second = await startProgram({ PORT, DATA_DIR: dataDir });
  expect(Date.now() - since).toBeLessThan(5_000);
  expect(second.said()).not.toContain('Mengisi data contoh');
  expect((await second.stop()).took).toBeLessThan(3_000);
  rmSync(dataDir, { recursive: true });
});

test('ends within 3 s with open event streams', async () => {
  const dataDir = reachableFolder();
  const program = await startProgram({ PORT: String(await freePort()), DATA_DIR: dataDir });
  const cookie = await signInAs(program.url, 'dewan');
  const streams = await Promise.all(
    Array.from({ length: 10 }, () => openStream(`${program.url}/api/aliran`, cookie)),
  );
  for (const stream of streams) await stream.until(({ event }) => event === 'kabar');
  const stopped = await program.stop();
  expect(streams.every(stream => stream.isEnded())).toBe(true);
  expect(stopped.code).toBe(0);
  expect(stopped.took).toBeLessThan(3_000);
  rmSync(dataDir, { recursive: true });
});

test('ends when the npm that started it is killed, and frees port and data', async () => {
  const dataDir = reachableFolder();
  const PORT = String(await freePort());
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, PORT, DATA_DIR: dataDir, HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  await expect.poll(() => isHealthy(PORT), { timeout: 60_000 }).toBe(true);
  npm.kill('SIGKILL');
  await expect.poll(() => isListening(Number(PORT)), { timeout: 4_000 }).toBe(false);
  await expect
    .poll(() => startDatabase({ dataDir }).then(database => database.stop().then(() => 'free'), String), {
      timeout: 5_000,
    })
    .toBe('free');
  rmSync(dataDir, { recursive: true });
});

test.describe('in production', () => {
  let dataDir = '';
  let database: EmbeddedDatabase;

  test.beforeAll(async () => {
    dataDir = reachableFolder();
    database = await startDatabase({ dataDir, fast: true });
  });
  test.afterAll(async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('two processes start at once on one empty database, without demo data', async () => {
    const env = { DATABASE_URL: database.url, AUTH_SECRET: secret };
    const ports = [String(await freePort()), String(await freePort())];
    const programs = await Promise.all(ports.map(PORT => startProgram({ ...env, PORT })));
    for (const program of programs) expect(program.said()).not.toContain('Akun contoh');
    const client = new Client(database.url);
    await client.connect();
    expect((await client.query('SELECT 1 FROM "Region"')).rowCount).toBe(0);
    await client.end();
    for (const program of programs) expect((await program.stop()).code).toBe(0);
  });

  test('health says when the database is away, and when it is back', async () => {
    const PORT = String(await freePort());
    const program = await startProgram({ DATABASE_URL: database.url, AUTH_SECRET: secret, PORT });
    const port = Number(new URL(database.url).port);
    await database.stop();
    const away = await fetch(`${program.url}/api/health`);
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ status: 'error', database: 'unreachable' });
    database = await startDatabase({ dataDir, fast: true, port });
    await expect.poll(() => isHealthy(PORT), { timeout: 10_000 }).toBe(true);
    await program.stop();
  });

  test('a database that cannot be reached is one sentence', async () => {
    const program = launchProgram({
      PORT: String(await freePort()),
      DATABASE_URL: 'postgresql://x:y@127.0.0.1:9/z',
      AUTH_SECRET: secret,
    });
    await once(program.child, 'close');
    expect(program.said()).toMatch(/^Basis data tidak dapat dihubungi \([^\n]*\): periksa DATABASE_URL\.\n$/);
    expect(program.child.exitCode).toBe(1);
  });
});

async function isHealthy(port: string) {
  const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
  return answer?.ok ?? false;
}

function isListening(port: number) {
  return new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
