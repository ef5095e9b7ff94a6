import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Leashed = { pid: number; said: () => string; isOver: () => boolean; stop: () => Promise<void> };

type Options = { cwd?: string; env?: Record<string, string>; user?: { uid: number; gid: number } };

// Ends the program when its own input closes, which happens however the bench ends, killed included.
const script = '"$@" <&- & pid=$!; echo "leashed $pid"; cat >/dev/null; kill -s "$0" $pid; wait $pid';

/** Starts a program that cannot outlive this process. `signal` is how it wants to be ended. */
export async function leash(
  signal: 'INT' | 'TERM',
  command: string[],
  options: Options = {},
): Promise<Leashed> {
  const { cwd, env = {}, user } = options;
  const child = spawn('/bin/sh', ['-c', script, signal, ...command], {
    ...{ cwd, ...user, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as Record<
      string,
      string
    > as NodeJS.ProcessEnv,
  });
  let said = '';
  let isOver = false;
  const exit = once(child, 'exit').then(() => {
    isOver = true;
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      said = (said + chunk).slice(-20_000);
    });
  child.stdin?.on('error', () => {});
  while (!/leashed \d+/.test(said)) {
    if (isOver) throw new Error(`${command[0]} did not start: ${said}`);
    await Promise.race([child.stdout ? once(child.stdout, 'data') : exit, exit]);
  }
  const pid = Number(/leashed (\d+)/.exec(said)?.[1]);
  const stop = async () => {
    child.stdin?.end();
    await exit;
  };
  return { pid, said: () => said, isOver: () => isOver || !isRunning(pid), stop };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
