import { buildIfStale } from './build';
import { Quit } from './quit';

try {
  await buildIfStale(line => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof Quit)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
