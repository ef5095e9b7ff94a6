// `npm test`: everything that must hold, in the order in which a fault is cheapest to find.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from '../lib/server/set-up.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(root, 'tests/output');
const total = { passed: 0, failed: 0, skipped: 0 };

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = '1';
await setUp(root);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

step('format and lint', tool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'));
step('dead code', tool('knip/bin/knip.js'));
step('types', tool('typescript/bin/tsc', '--noEmit'));
step('unit', vitest('unit'), {}, () => countVitest('unit'));
step('integration', vitest('integration'), {}, () => countVitest('integration'));
step('build', [process.execPath, '--import', 'tsx', 'lib/server/build-cli.ts']);
const { findChromium } = await import('./support/chromium.mjs');
const browser = { REMBUG_CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(output, 'e2e.json') };
step('drills', vitest('drills'), { REMBUG_CHROMIUM: browser.REMBUG_CHROMIUM }, () => countVitest('drills'));
step('browser', tool('@playwright/test/cli.js', 'test', '--reporter=list,json'), browser, countPlaywright);
close(0);

/** @param {string} file @param {string[]} args */
function tool(file, ...args) {
  return [process.execPath, join('node_modules', file), ...args];
}

/** @param {string} project */
function vitest(project) {
  const json = `--outputFile.json=${join(output, `${project}.json`)}`;
  return tool(
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    json,
  );
}

/** @param {string} name @param {string[]} command @param {Record<string, string>} env @param {() => void} count */
function step(name, command, env = {}, count = () => {}) {
  process.stdout.write(`\n── ${name}\n`);
  const since = Date.now();
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  process.stdout.write(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - since) / 1000).toFixed(1)} s\n`,
  );
  count();
  if (status !== 0) close(status ?? 1);
}

/** @param {string} project */
function countVitest(project) {
  const report = readReport(project);
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += report?.numPendingTests ?? 0;
}

function countPlaywright() {
  const stats = readReport('e2e')?.stats;
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  total.skipped += stats?.skipped ?? 0;
}

/** @param {string} name */
function readReport(name) {
  const file = join(output, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** @param {number} code */
function close(code) {
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  process.exit(code);
}
