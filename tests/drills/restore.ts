// `npm run drill:restore [-- --short]`: a backup is restored elsewhere, compared row by row, and served.
import { endAll, endOnSignals } from '../bench/ending';
import { say } from '../bench/report';
import { longRestore, runRestore, shortRestore } from './run-restore';

endOnSignals();
try {
  const wrong = await runRestore(process.argv.includes('--short') ? shortRestore : longRestore);
  for (const what of wrong) say(`  SALAH ${what}`);
  if (wrong.length === 0) say('  Semua baris dan ujung rantai sama, dan orang dapat masuk.');
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await endAll();
}
process.exit();
