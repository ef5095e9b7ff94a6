import { rmSync } from 'node:fs';
import { reachableFolder } from './folder';
import { startProgram } from './program';

/** Starts the built program with demo data for the browser tests, and ends it after them. */
export default async function setup() {
  const dataDir = reachableFolder();
  const program = await startProgram({
    DATA_DIR: dataDir,
    PORT: process.env.REMBUG_E2E_PORT ?? '',
    LOG_LEVEL: 'warn',
  });
  return async () => {
    await program.stop();
    if (process.env.REMBUG_E2E_LOG) process.stderr.write(program.said());
    rmSync(dataDir, { recursive: true, force: true });
  };
}
