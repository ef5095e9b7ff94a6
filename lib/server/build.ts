import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressBuiltFiles } from './built-files';
import { Quit } from './quit';
import { oneAtATime, run } from './set-up.mjs';

const root = process.cwd();
const stamp = join(root, '.next/rembug-build');
const sources = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
const configs = ['next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'instrumentation.ts'];

/** Builds the application unless the last build is of exactly these sources. Throws Quit when it fails. */
export async function buildIfStale(say: (line: string) => void): Promise<void> {
  if (isFresh()) return;
  await oneAtATime(root, async () => {
    if (isFresh()) return;
    say('Membangun aplikasi (sekitar setengah menit) …');
    const digest = sourceDigest();
    const next = join(root, 'node_modules/next/dist/bin/next');
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
    const { ok, output } = await run(process.execPath, [next, 'build'], root, env);
    if (!ok) throw new Quit(`Aplikasi tidak dapat dibangun.\n${output}`);
    compressBuiltFiles();
    writeFileSync(stamp, digest);
  });
}

function isFresh() {
  return (
    existsSync(join(root, '.next/BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourceDigest()
  );
}

function sourceDigest() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const name of [...sources, ...configs].filter(name => existsSync(join(root, name)))) {
    for (const file of filesOf(name))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(name: string): string[] {
  if (statSync(join(root, name)).isFile()) return [name];
  return readdirSync(join(root, name), { withFileTypes: true })
    .filter(entry => entry.name !== 'generated' && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => filesOf(`${name}/${entry.name}`));
}
