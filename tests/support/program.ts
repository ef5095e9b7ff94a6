import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Program = {
  url: string;
  child: ChildProcess;
  said: () => string;
  /** Sends the signal and answers with the exit code and how long it took, in ms. */
  stop: (signal?: NodeJS.Signals) => Promise<{ code: number | null; took: number }>;
};

/** Starts the program as `npm start` does, without waiting for it; another copy of it when told where that lies. */
export function launchProgram(env: Record<string, string>, cwd = process.cwd()): Program {
  const {
    VITEST: _v,
    TEST: _t,
    NODE_ENV: _n,
    DATABASE_URL: _d,
    npm_lifecycle_event: _l,
    ...inherited
  } = process.env;
  const [, ...args] = (JSON.parse(readFileSync('package.json', 'utf8')).scripts.start as string).split(' ');
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...inherited, HOST: '127.0.0.1', ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  child.stderr.on('data', chunk => {
    said += chunk;
  });
  const exit = new Promise<number | null>(resolve => child.once('close', code => resolve(code)));
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const since = Date.now();
    child.kill(signal);
    return { code: await exit, took: Date.now() - since };
  };
  return { url: `http://localhost:${env.PORT}`, child, said: () => said, stop };
}

/** Starts the program and waits until it is healthy; throws with what it said when it ends or takes too long. */
export async function startProgram(
  env: Record<string, string>,
  { limit = 180_000, cwd = process.cwd() } = {},
): Promise<Program> {
  const program = launchProgram(env, cwd);
  for (const since = Date.now(); Date.now() - since < limit; await pause(50)) {
    if (program.child.exitCode !== null) throw new Error(`The program ended:\n${program.said()}`);
    const answer = await fetch(`${program.url}/api/health`).catch(() => null);
    if (answer?.ok) return program;
  }
  await program.stop();
  throw new Error(`The program was not ready in time:\n${program.said()}`);
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
