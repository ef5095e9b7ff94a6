import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium, installing one if there is none; '' means Playwright's own. */
export function findChromium() {
  const found = process.env.REMBUG_CHROMIUM || onPath();
  if (found) return found;
  if (existsSync(chromium.executablePath())) return '';
  process.stdout.write('\n── installing Chromium\n');
  const isRoot = process.getuid?.() === 0;
  const byApt = isRoot && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']);
  if (!byApt) run('npx', ['playwright', 'install', 'chromium']);
  return onPath();
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap(name => folders.map(folder => join(folder, name)));
  return candidates.find(isExecutable) ?? '';
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'inherit', env }).status === 0;
}
