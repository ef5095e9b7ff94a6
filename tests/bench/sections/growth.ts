import type { Bench } from '../bench';
import { closedLoop } from '../load';
import { readingTasks } from '../reader';
import { countErrors, percent, say, speedCells, speedHeads, table } from '../report';
import { type Contender, inRounds, ratio } from '../rounds';
import type { World } from '../world';

const sizes = [50, 5_000];

type Measure = [what: string, contender: (world: World) => Promise<Contender['run']>];

/** The same save and the same pages of a department with the same share, in a small and in a large plan. */
export async function measureGrowth(bench: Bench): Promise<void> {
  const { report, options } = bench;
  const seconds = options.turnSeconds / 2;
  const saving = (clients: number): Measure => [
    `simpan satu isian, ${clients} orang`,
    async world => {
      const writers = await world.writers(clients);
      return () =>
        closedLoop(
          writers.map(writer => () => writer.save()),
          seconds,
        );
    },
  ];
  const reading = (what: string, pathOf: (itemId: string) => string): Measure => [
    what,
    async world => {
      const [writer] = await world.writers(1);
      const path = pathOf(writer?.itemId ?? '');
      return () => closedLoop(readingTasks(world.site, writer?.cookie ?? '', path, 1), seconds);
    },
  ];
  const measures: Measure[] = [
    saving(1),
    saving(20),
    reading('halaman satu indikator', itemId => `/indikator/${itemId}`),
    reading('pekerjaan saya', () => '/pekerjaan'),
  ];
  const data: Record<string, unknown> = {};
  for (const [what, contender] of measures) {
    const contenders: Contender[] = [];
    for (const size of sizes) {
      const run = await contender(await bench.world(size));
      await run();
      contenders.push({ name: `${size} indikator`, run });
    }
    const results = await inRounds(contenders);
    const [small, large] = results;
    if (!small || !large) continue;
    const { value, spread } = ratio(large, small);
    say(`\n  ${what}: di rencana besar secepat ${percent(value)} ± ${percent(spread)} dari di rencana kecil`);
    table(
      ['', ...speedHeads],
      results.map(result => [result.name, ...speedCells(result)]),
    );
    for (const result of results) countErrors(report, `${what}, ${result.name}`, result);
    data[what] = results;
  }
  say('  Ini waktu; jumlah pernyataan dan baris dijaga tests/integration/plan/growth.test.ts.');
  report.data.growth = data;
}
