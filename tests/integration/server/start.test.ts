import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { reachableFolder } from '../../support/folder';
import { freePort, launchProgram } from '../../support/program';

const dataDir = reachableFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const end = (program: ReturnType<typeof launchProgram>) =>
  new Promise<number | null>(resolve => program.child.once('close', resolve));

test('a port in use is one sentence with the way out', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  const program = launchProgram({ PORT: String(port), DATA_DIR: dataDir });
  expect(await end(program)).toBe(1);
  expect(program.said()).toBe(
    `Porta ${port} sudah dipakai program lain: hentikan program itu, atau pilih porta lain, misalnya PORT=${port + 1} npm start.\n`,
  );
  other.close();
});

test('a wrong setting is one sentence with its name', async () => {
  const program = launchProgram({ PORT: 'banyak', DATA_DIR: dataDir });
  expect(await end(program)).toBe(1);
  expect(program.said()).toMatch(/^Pengaturan salah: PORT harus [^\n]+\n$/);
});

test('production without a secret does not start', async () => {
  const program = launchProgram({
    PORT: '1',
    DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/z',
    AUTH_SECRET: '',
  });
  expect(await end(program)).toBe(1);
  expect(program.said()).toMatch(/^Pengaturan salah: AUTH_SECRET wajib [^\n]+\n$/);
});
