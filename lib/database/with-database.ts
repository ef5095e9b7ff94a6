import { Quit } from '../server/quit';
import { settings } from '../server/settings';
import { closeDatabases } from './client';
import { runningDatabase, startDatabase } from './embedded';
import { migrate } from './migrate';

/**
 * For commands on the terminal: runs `run` on the database of DATABASE_URL, or on the embedded one of DATA_DIR,
 * migrated and with DATABASE_URL set. Quit becomes one sentence and exit code 1.
 * @param options.isAsItStands for reading only: nothing is migrated, and an embedded one in use is shared
 */
export async function withDatabase(
  run: () => Promise<void>,
  { isAsItStands = false }: { isAsItStands?: boolean } = {},
): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = settings();
  let stop = async () => {};
  try {
    const running = isAsItStands && !DATABASE_URL ? runningDatabase(DATA_DIR) : null;
    if (running) process.env.DATABASE_URL = running;
    else if (!DATABASE_URL) {
      const embedded = await startDatabase({ dataDir: DATA_DIR });
      stop = embedded.stop;
      process.env.DATABASE_URL = embedded.url;
    }
    if (!isAsItStands) await migrate(process.env.DATABASE_URL ?? '');
    await run();
  } catch (error) {
    if (!(error instanceof Quit)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabases();
    await stop();
  }
}
