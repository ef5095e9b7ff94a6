// `npm run drill:hall [-- --short]`: a hall drafts one plan through a bad network, and nothing may be lost.
import { endAll, endOnSignals } from '../bench/ending';
import { conclude, longHall, runHall, shortHall } from './run-hall';

endOnSignals();
try {
  const isShort = process.argv.includes('--short');
  process.exitCode = conclude(await runHall(isShort ? shortHall : longHall)) ? 0 : 1;
} finally {
  await endAll();
}
process.exit();
