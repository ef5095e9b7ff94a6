import { newBench } from './bench';
import { endAll, endOnSignals } from './ending';
import { describeMachine } from './machine';
import { readOptions, type SectionName } from './options';
import { conclude, newReport, say, show } from './report';
import { measureCells } from './sections/cells';
import { measureExports } from './sections/exports';
import { measureGrid } from './sections/grid';
import { measureGrowth } from './sections/growth';
import { measureHall } from './sections/hall';
import { measureImport } from './sections/import';
import { measureMatrix } from './sections/matrix';
import { measureSave } from './sections/save';

/**
 * `npm run bench [-- --only save,matrix --short --hall 900 --directus URL --nocodb URL]`: how fast the built program
 * is beside what the machine can do. Fails only for wrong answers, never for slow ones.
 */
const sections: Record<SectionName, [title: string, measure: typeof measureSave]> = {
  save: ['Simpan', measureSave],
  matrix: ['Matriks', measureMatrix],
  hall: ['Balai', measureHall],
  exports: ['Unduhan', measureExports],
  growth: ['Rencana kecil dan besar', measureGrowth],
  cells: ['Tempelan', measureCells],
  grid: ['Isian cepat', measureGrid],
  import: ['Berkas masuk', measureImport],
};

async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const report = newReport();
  const bench = await newBench(options, report);
  const machine = await describeMachine(bench.cluster);
  const { commitMs } = machine;
  report.data.machine = machine;
  report.data.options = options;
  say(`${machine.cores} inti (${machine.processor}), ${machine.memoryGb} GB, beban ${show(machine.load)}`);
  say(`Node ${machine.node}, PostgreSQL ${machine.postgres}, fsync dan synchronous_commit menyala`);
  say(`Satu commit di cakram ini: p50 ${show(commitMs.p50)} ms, p95 ${show(commitMs.p95)} ms`);
  for (const name of options.only) {
    const [title, measure] = sections[name];
    say(`\n${title}`);
    try {
      await measure(bench);
    } catch (error) {
      // One part that cannot be measured leaves the others their turn.
      report.errors.push({ what: title, count: 1, first: String(error) });
    }
    await bench.noteDeaths();
  }
  conclude(report);
  return report.errors.length > 0 ? 1 : 0;
}

endOnSignals();
try {
  process.exitCode = await run();
} finally {
  await endAll();
}
process.exit();
