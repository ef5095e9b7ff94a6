// One piece of work in a process of its own; prints milliseconds and the most memory that it took.
// `bare FILE` the library reads, `ours FILE` the reader opens, `dry FILE` it is opened and compared with the plan,
// `write ROWS` a table document becomes a workbook, `write-bare ROWS` the library writes the same cells.
import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { readFile } from '@/lib/exchange/foreign/read-file';
import { tableWorkbook } from '@/lib/exchange/workbook';
import { tried, view } from '../support/import-plan';
import { tableDocument } from '../support/table-document';

const [how, argument = ''] = process.argv.slice(2);
const works: Record<string, () => () => Promise<number>> = {
  bare: () => {
    const bytes = new Uint8Array(readFileSync(argument));
    return async () => (await readXlsx(bytes, { readStyles: true })).sheets[0]?.rows.length ?? 0;
  },
  ours: () => {
    const bytes = new Uint8Array(readFileSync(argument));
    return async () => (await opened(bytes)).rows.length;
  },
  dry: () => {
    const bytes = new Uint8Array(readFileSync(argument));
    const wide = { ...view, plan: { baselineYear: 2024, years: [2025, 2026, 2027, 2028, 2029] } };
    return async () => tried(await opened(bytes), { view: wide }).counts.create + 1;
  },
  write: () => {
    const document = tableDocument(Number(argument));
    return async () => (await tableWorkbook(document)).length && Number(argument);
  },
  'write-bare': () => {
    const { columns, rows } = tableDocument(Number(argument));
    const plain = rows.map(({ cells }) =>
      columns.map((_, at) => {
        const value = cells?.[at] ?? null;
        return typeof value === 'object' && value !== null ? value.amount : value;
      }),
    );
    return async () =>
      (await writeXlsx({ sheets: [{ name: 'Rencana', rows: plain }] })).length && Number(argument);
  },
};

const work = works[how ?? '']?.();
if (!work) throw new Error(`unknown work: ${how}`);
const before = process.resourceUsage().maxRSS;
const since = performance.now();
const rows = await work();
const ms = performance.now() - since;
const mostMb = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(JSON.stringify({ ms, mostMb, rows }));

async function opened(bytes: Uint8Array) {
  const file = await readFile(bytes, 'a.xlsx');
  if (!file.ok) throw new Error(file.message);
  const [sheet] = file.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
