// The way in for `npm start`. Until the packages are there, only what Node brings may be imported.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const isDev = process.argv.includes('--dev');

process.chdir(root);
refuseOldNode();
process.env.NODE_ENV = isDev ? 'development' : 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.noDeprecation = true; // libraries' notes to programmers are nothing for the terminal

const { setUp } = await import('./set-up.mjs');
await setUp(root);

const { register } = await import('tsx/esm/api');
register();
const { serve } = await import(pathToFileURL(join(root, 'lib/server/serve.ts')).href);
await serve({ isDev });

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24) return;
  process.stderr.write(
    `Rembug memerlukan Node 20.19 ke atas, 22.12 ke atas, atau 24; yang terpasang ${process.versions.node}.\n`,
  );
  process.exit(1);
}
