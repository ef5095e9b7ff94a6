import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForLock } from './lock.mjs';

/**
 * Installs the locked packages and generates the Prisma client where they are missing or old.
 * Two starts in one folder take turns. Ends the process with one sentence when it cannot.
 * @param {string} root
 */
export async function setUp(root) {
  if (hasPackages(root) && hasClient(root)) return;
  await oneAtATime(root, async () => {
    if (!hasPackages(root)) await install(root);
    if (!hasClient(root)) await generate(root);
  });
}

/**
 * Runs `work` while no other start does so in this checkout.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(root, work) {
  const file = join(tmpdir(), `rembug-${hashOf(root).slice(0, 12)}.lock`);
  const release = await waitForLock(file, () => say('Menunggu penyiapan oleh proses lain …'));
  try {
    await work();
  } finally {
    release();
  }
}

/** @param {string} root */
async function install(root) {
  say('Memasang paket yang diperlukan (beberapa menit pada kali pertama) …');
  const npm = process.env.npm_execpath;
  // Install scripts stay off: what they would do is either not needed or done by ourselves.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  const { NODE_ENV: _, ...env } = process.env;
  const done = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], root, env)
    : await run('npm', args, root, env);
  if (!done.ok) {
    quit(`Paket tidak dapat dipasang: periksa sambungan ke registri npm, lalu ulangi.\n${done.output}`);
  }
  writeFileSync(stamp(root), lockHash(root));
}

/** @param {string} root */
async function generate(root) {
  say('Menyiapkan klien basis data …');
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  const done = await run(process.execPath, [prisma, 'generate'], root, process.env);
  if (!done.ok) quit(`Klien Prisma tidak dapat dibuat.\n${done.output}`);
}

/** @param {string} root */
function hasPackages(root) {
  if (existsSync(stamp(root))) return readFileSync(stamp(root), 'utf8') === lockHash(root);
  const installed = join(root, 'node_modules/.package-lock.json');
  return existsSync(installed) && changed(installed) >= changed(join(root, 'package-lock.json'));
}

/** @param {string} root */
function hasClient(root) {
  const client = join(root, 'lib/database/generated/client.ts');
  return existsSync(client) && changed(client) >= changed(join(root, 'prisma/schema.prisma'));
}

/** @param {string} root */
const stamp = root => join(root, 'node_modules/.rembug-lock');
/** @param {string} root */
const lockHash = root => hashOf(readFileSync(join(root, 'package-lock.json')));
/** @param {string | Buffer} data */
const hashOf = data => createHash('sha256').update(data).digest('hex');
/** @param {string} file */
const changed = file => statSync(file).mtimeMs;

/**
 * Runs a program to its end, keeping what it says for the case that it fails.
 * @param {string} program @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, cwd, env) {
  return new Promise(resolve => {
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill('SIGTERM');
    process.once('exit', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
      });
    }
    const finish = (/** @type {boolean} */ ok) => {
      process.off('exit', end);
      resolve({ ok, output });
    };
    child.once('error', () => finish(false));
    child.once('close', code => finish(code === 0));
  });
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string} message @returns {never} */
function quit(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
