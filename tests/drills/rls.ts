// `npm run drill:rls`: the program without its first lock (everything allowed, no region in any statement) gives nothing
// of one region to people of another; row-level security alone holds.
import { endAll, endOnSignals } from '../bench/ending';
import { say } from '../bench/report';
import { faultsOf, runSecondLock, sayReport } from './second-lock';

endOnSignals();
try {
  const report = await runSecondLock();
  sayReport(report);
  const faults = faultsOf(report);
  if (faults.length === 0) say('  Tidak ada yang tampak atau berubah lintas daerah.');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await endAll();
}
process.exit();
