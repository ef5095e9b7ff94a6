import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Takes a lock file for this process. A file whose process is gone is taken over.
 * @param {string} file
 * @returns {{ ok: true, release: () => void } | { ok: false, pid: number }}
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o644 });
      return { ok: true, release: () => releaseLock(file, mine) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = holderOf(file);
    if (holder !== null) return { ok: false, pid: holder };
    rmSync(file, { force: true });
  }
  return { ok: false, pid: 0 };
}

/**
 * Takes a lock, waiting for whoever has it; `onWait` is called once when it must wait.
 * @param {string} file
 * @param {() => void} onWait
 * @returns {Promise<() => void>} gives the lock back
 */
export async function waitForLock(file, onWait) {
  for (let round = 0; ; round += 1) {
    const lock = takeLock(file);
    if (lock.ok) return lock.release;
    if (round === 0) onWait();
    await pause(200);
  }
}

/** @param {string} file @param {string} mine */
function releaseLock(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}

/** @param {string} file @returns {number | null} the living holder's process id */
function holderOf(file) {
  const [pid, ...birth] = (read(file) ?? '').trim().split(' ');
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0 || id === process.pid || !isAlive(id)) return null;
  return birthOf(id) === birth.join(' ') ? id : null;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Whether a process with this id exists, whoever owns it. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When the process began, in whatever words the system has: ids are given again, births are not.
 * @param {number} pid
 */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return process.platform === 'win32' ? '' : ask('lstart', pid);
  }
}

/**
 * The parent of a process, or 0 when it cannot be told.
 * @param {number} pid
 */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return process.platform === 'win32' ? 0 : Number(ask('ppid', pid)) || 0;
  }
}

/** The command line of a process, '' when it is gone. @param {number} pid */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return process.platform === 'win32' ? '' : ask('command', pid);
  }
}

/** @param {string} column @param {number} pid */
function ask(column, pid) {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
