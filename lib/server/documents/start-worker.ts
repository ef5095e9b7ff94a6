import { type ChildProcess, fork } from 'node:child_process';

// What a process needs to run at all; the database's address and the secrets of sessions are not for documents.
const needed = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'NODE_ENV', 'TZ', 'LANG'];

/** Starts a worker with a heap of 512 MB, which neither keeps this process alive nor outlives it. */
export function startWorker(file: string): ChildProcess {
  const worker = fork(file, {
    execArgv: ['--no-deprecation', '--max-old-space-size=512', '--import', 'tsx'],
    env: Object.fromEntries(needed.map(name => [name, process.env[name]])) as NodeJS.ProcessEnv,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  worker.unref();
  worker.channel?.unref();
  const end = () => worker.kill('SIGKILL');
  process.once('exit', end);
  worker.once('exit', () => process.off('exit', end));
  return worker;
}
