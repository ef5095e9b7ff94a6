// Runs in a copy of the program whose first lock was taken out; started by tests/drills/second-lock.
import { replayOpened } from './second-lock';

const report = await replayOpened();
process.stdout.write(`REPORT ${JSON.stringify(report)}\n`);
process.exit();
