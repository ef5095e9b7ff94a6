import type { Bench } from '../bench';
import { changeOf } from '../cell-change';
import { Connection } from '../connection';
import { inTurn, type Measured } from '../load';
import { countErrors, judge, show, table } from '../report';
import { sendChanges } from '../writer';

const rowCount = 100;

/** A paste of a hundred rows in one request, with one and with ten yearly values a row. */
export async function measureCells(bench: Bench): Promise<void> {
  const { report, options } = bench;
  const world = await bench.world(5_000);
  const { drafts, years } = world.plan;
  const operator = drafts.at(-1)?.operator ?? '';
  const cookie = await world.cookieOf(operator);
  const own = drafts.filter(draft => draft.operator === operator).slice(-rowCount);
  if (own.length < rowCount) throw new Error(`${operator} has ${own.length} drafts only`);
  const versions = own.map(({ item }) => item.version);
  const connection = new Connection(world.site);
  const paste = async (pasted: readonly number[]) => {
    const changes = own.map(({ item }, index) => changeOf(item.id, versions[index] ?? 0, pasted));
    const outcomes = await sendChanges(connection, { site: world.site, cookie, path: '/rencana', changes });
    for (const [index, outcome] of outcomes.entries()) {
      if (!outcome.ok) throw new Error(`not pasted: ${JSON.stringify(outcome)}`);
      versions[index] = outcome.version;
    }
    if (outcomes.length !== rowCount) throw new Error(`${outcomes.length} outcomes of ${rowCount} rows`);
  };
  const times = options.isShort ? 3 : 10;
  const rows: string[][] = [];
  const data: Record<string, Measured & { cellsPerSecond: number }> = {};
  for (const pasted of [years.slice(0, 1), years]) {
    await paste(pasted);
    const measured = await inTurn(() => paste(pasted), times);
    const cells = rowCount * pasted.length;
    const cellsPerSecond = (1000 * cells) / measured.p50;
    const name = `${rowCount} baris × ${pasted.length} tahun`;
    countErrors(report, `tempel ${name}`, measured);
    rows.push([name, show(cellsPerSecond), show(measured.p50), show(measured.p95), String(measured.errors)]);
    data[name] = { ...measured, cellsPerSecond };
    if (pasted.length > 1)
      judge(report, { what: `tempel ${name}`, value: cellsPerSecond, unit: 'sel/detik', atLeast: 4_000 });
  }
  connection.close();
  table(['', 'sel/detik', 'p50 ms', 'p95 ms', 'galat'], rows);
  report.data.cells = data;
}
