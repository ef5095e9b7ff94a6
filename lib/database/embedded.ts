import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, isAlive, takeLock } from '../server/lock.mjs';
import { Quit } from '../server/quit';
import { type DatabaseUser, databaseUser, executable, postgresPrograms, userCan } from './binaries';

export type EmbeddedDatabase = { url: string; stop: () => Promise<void> };

type Options = { dataDir: string; fast?: boolean; port?: number };

type Place = { dataDir: string; cluster: string; programs: string; user: DatabaseUser; log: string };

/**
 * Starts a real PostgreSQL in `dataDir` on 127.0.0.1, on a free port unless given one, making it first if need be.
 * `fast` gives up durability and is for tests only. Throws Quit where the person must do something.
 */
export async function startDatabase(options: Options): Promise<EmbeddedDatabase> {
  const { dataDir, fast = false } = options;
  const user = databaseUser();
  openDataDir(dataDir, user);
  const lock = takeLock(join(dataDir, 'rembug.pid'));
  if (!lock.ok) {
    throw new Quit(
      `Folder data ${dataDir} sedang dipakai Rembug lain (proses ${lock.pid}): hentikan dahulu, atau pilih folder lain, misalnya DATA_DIR=./.data2 npm start.`,
    );
  }
  try {
    const place = {
      dataDir,
      cluster: join(dataDir, 'postgres'),
      programs: postgresPrograms(user, dataDir),
      user,
      log: join(dataDir, 'postgres.log'),
    };
    await endOrphan(place.cluster);
    const password = keptPassword(dataDir);
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) await initialise(place, password, fast);
    return await run(place, password, { ...options, fast }, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the database in `dataDir` while a Rembug serves it; null when none does. */
export function runningDatabase(dataDir: string): string | null {
  const file = join(dataDir, 'postgres/postmaster.pid');
  if (statusIn(file) !== 'ready') return null;
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
  if (!isAlive(Number(pid)) || !commandOf(Number(pid)).includes('postgres')) return null;
  return urlOf(keptPassword(dataDir), Number(port));
}

const urlOf = (password: string, port: number) =>
  `postgresql://rembug:${password}@127.0.0.1:${port}/postgres`;

function openDataDir(dataDir: string, user: DatabaseUser) {
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: user ? 0o755 : 0o700 });
    writeFileSync(join(dataDir, '.writable'), '');
    rmSync(join(dataDir, '.writable'));
  } catch {
    throw new Quit(
      `Folder data ${dataDir} tidak dapat dibuat atau ditulisi: beri izin tulis, atau pilih folder lain lewat DATA_DIR.`,
    );
  }
  if (userCan(user, '-x', dataDir)) return;
  throw new Quit(
    `Folder data ${dataDir} tidak dapat dimasuki pengguna basis data "${user?.name}": pilih folder lain lewat DATA_DIR, misalnya DATA_DIR=/var/lib/rembug npm start.`,
  );
}

function keptPassword(dataDir: string) {
  const file = join(dataDir, 'database-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

// A server whose Rembug was killed is shut down properly, so that its data is taken over whole.
async function endOrphan(cluster: string) {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const isOurs = pid > 0 && isAlive(pid) && commandOf(pid).includes('postgres');
  if (isOurs) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 50) {
      if (waited === 5_000) process.kill(pid, 'SIGQUIT');
      await pause(50);
    }
  }
  rmSync(file, { force: true });
}

async function initialise(place: Place, password: string, fast: boolean) {
  const fresh = `${place.cluster}.new`;
  const passwordFile = join(place.dataDir, 'password.init');
  rmSync(fresh, { recursive: true, force: true });
  rmSync(place.cluster, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) {
    chownSync(fresh, place.user.uid, place.user.gid);
    chownSync(passwordFile, place.user.uid, place.user.gid);
  }
  const args = ['--pgdata', fresh, '--username=rembug', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (fast) args.push('--no-sync');
  const child = launch(place, 'initdb', args);
  const code = await new Promise(resolve => child.once('exit', resolve));
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Quit(`PostgreSQL tidak dapat disiapkan; sebabnya ada di ${place.log}.`);
  renameSync(fresh, place.cluster);
}

async function run(place: Place, password: string, { fast, port: wish }: Options, release: () => void) {
  const port = wish ?? (await freePort());
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' };
  const risky = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const all = { ...settings, log_timezone: 'UTC', max_connections: '200', ...(fast ? risky : {}) };
  const args = ['-D', place.cluster, '-p', String(port)];
  for (const [name, value] of Object.entries(all)) args.push('-c', `${name}=${value}`);

  let stopping = false;
  let server = launch(place, 'postgres', args);
  const revive = async () => {
    if (stopping) return;
    await pause(1_000);
    if (stopping) return;
    await endOrphan(place.cluster);
    server = launch(place, 'postgres', args).once('exit', revive);
  };
  await untilReady(place, server);
  server.once('exit', revive);

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await shutDown(server);
    release();
  };
  return { url: urlOf(password, port), stop };
}

// SIGINT ends sessions and writes a checkpoint; after 1.8 s SIGQUIT leaves the rest to recovery.
async function shutDown(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise(resolve => server.once('exit', resolve));
  server.kill('SIGINT');
  const quit = setTimeout(() => server.kill('SIGQUIT'), 1_800);
  await gone;
  clearTimeout(quit);
}

async function untilReady(place: Place, server: ChildProcess) {
  const file = join(place.cluster, 'postmaster.pid');
  const started = Date.now();
  while (server.exitCode === null && Date.now() - started < 60_000) {
    if (statusIn(file) === 'ready') return;
    await pause(20);
  }
  server.kill('SIGQUIT');
  throw new Quit(`PostgreSQL tidak dapat dijalankan; sebabnya ada di ${place.log}.`);
}

function statusIn(file: string) {
  try {
    return readFileSync(file, 'utf8').split('\n')[7]?.trim();
  } catch {
    return undefined;
  }
}

// Its own process group: Ctrl-C reaches Rembug first, which then ends the database in order.
function launch(place: Place, program: string, args: string[]) {
  const isLong = existsSync(place.log) && statSync(place.log).size > 5_000_000;
  const output = openSync(place.log, isLong ? 'w' : 'a', 0o600);
  const as = place.user ? { uid: place.user.uid, gid: place.user.gid } : {};
  const child = spawn(join(place.programs, executable(program)), args, {
    cwd: process.platform === 'win32' ? dirname(place.cluster) : '/',
    env: environment(),
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
    windowsHide: true,
    ...as,
  });
  closeSync(output);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

// Nothing of ours, settings and secrets least of all, is the database's business.
function environment() {
  const { PATH, SYSTEMROOT } = process.env;
  return { PATH, SYSTEMROOT, LC_ALL: 'C', TZ: 'UTC' } as Record<string, string> as NodeJS.ProcessEnv;
}

// A process that ends in the middle of starting leaves no database behind.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGQUIT');
});

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
