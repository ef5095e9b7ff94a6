// `npm run drill:crash [-- --short]`: server and database are killed under load, and nothing acknowledged may be lost.
import { endAll, endOnSignals } from '../bench/ending';
import { longCrash, runCrash, shortCrash } from './run-crash';
import { conclude } from './run-hall';

endOnSignals();
try {
  const isShort = process.argv.includes('--short');
  process.exitCode = conclude(await runCrash(isShort ? shortCrash : longCrash)) ? 0 : 1;
} finally {
  await endAll();
}
process.exit();
