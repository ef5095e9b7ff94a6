// `npm run fuzz`: a million mutated cells through everything that reads foreign cells, with a new seed each time.
import { randomInt } from 'node:crypto';
import { fuzzCells } from './fuzz-cells';

const seed = Number(process.argv[2] ?? randomInt(2 ** 31));
const since = performance.now();
const { cells, complaints } = fuzzCells(1_000_000, seed);
const seconds = ((performance.now() - since) / 1_000).toFixed(1);
process.stdout.write(`${cells} sel, benih ${seed}, ${seconds} detik, ${complaints.length} keluhan\n`);
for (const complaint of complaints) process.stdout.write(`  ${complaint}\n`);
process.exit(complaints.length === 0 ? 0 : 1);
