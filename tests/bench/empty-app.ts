import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtActions } from '../support/endpoints/actions';
import { freePort } from '../support/program';
import { Connection } from './connection';
import { atEnd } from './ending';
import { leash } from './leash';
import type { Task } from './load';

const next = join(process.cwd(), 'node_modules/next/dist/bin/next');

/** What Next itself costs: an application with one action and one handler that do nothing. */
export type EmptyApp = { act: (clients: number) => Task[]; get: (clients: number) => Task[] };

/** Builds the empty application and serves it as `next start` does, without TLS and compression. */
export async function startEmptyApp(): Promise<EmptyApp> {
  // Built where nothing looks for sources, and still below the packages.
  const folder = join(process.cwd(), 'tests/output/empty-app');
  rmSync(folder, { recursive: true, force: true });
  cpSync('tests/bench/empty-app', folder, { recursive: true });
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, [next, 'build'], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as NodeJS.ProcessEnv,
  });
  if (built.status !== 0)
    throw new Error(`the empty application was not built: ${built.stdout}${built.stderr}`);
  const port = await freePort();
  const server = await leash(
    'TERM',
    [process.execPath, next, 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      ...{ cwd: folder, env },
    },
  );
  atEnd(server.stop);
  const site = `http://localhost:${port}`;
  await untilServed(site, server);
  const id = builtActions(join(folder, '.next')).nothingAction ?? '';
  const headers = { origin: site, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' };
  return {
    act: clients => tasks(site, clients, { method: 'POST', path: '/', headers, body: '[]' }, isOne),
    get: clients => tasks(site, clients, { path: '/kosong' }, text => text === '1'),
  };
}

const isOne = (text: string) => /^1:1$/m.test(text);

type Request = Parameters<Connection['send']>[0];

function tasks(site: string, clients: number, request: Request, isRight: (text: string) => boolean): Task[] {
  return Array.from({ length: clients }, () => {
    const connection = new Connection(site);
    return async () => {
      const { status, bytes } = await connection.send(request);
      if (status !== 200 || !isRight(bytes.toString())) throw new Error(`empty app: ${status} ${bytes}`);
    };
  });
}

async function untilServed(site: string, server: { isOver: () => boolean; said: () => string }) {
  for (const since = Date.now(); Date.now() - since < 30_000 && !server.isOver(); await pause(50)) {
    const connection = new Connection(site);
    const answer = await connection.send({ path: '/kosong' }).catch(() => null);
    connection.close();
    if (answer?.status === 200) return;
  }
  throw new Error(`the empty application did not start: ${server.said()}`);
}
