// Reads one workbook in a process of its own: `read-once.ts bare|ours FILE`. Prints milliseconds and the most memory.
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { readFile } from '@/lib/exchange/foreign/read-file';

const [how, file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const before = process.resourceUsage().maxRSS;
const since = performance.now();
const { sheets } = how === 'bare' ? await readXlsx(bytes, { readStyles: true }) : await opened();
const ms = performance.now() - since;
const mostMb = (process.resourceUsage().maxRSS - before) / 1024;
process.stdout.write(JSON.stringify({ ms, mostMb, rows: sheets[0]?.rows.length ?? 0 }));

async function opened() {
  const file = await readFile(bytes, 'a.xlsx');
  if (!file.ok) throw new Error(file.message);
  return file;
}
