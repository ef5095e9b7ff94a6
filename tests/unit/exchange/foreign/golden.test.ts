import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFile } from '@/lib/exchange/foreign/read-file';

const golden = join(process.cwd(), 'tests/golden');
const files = readdirSync(golden).filter(name => !name.endsWith('.json'));

test('there are files of three writers and every format', () => {
  expect(files.sort()).toEqual([
    'excelts.xlsx',
    'hucre.xlsx',
    'libreoffice.csv',
    'libreoffice.ods',
    'libreoffice.xlsx',
  ]);
});

test.each(files)('%s is read as it was looked at', async name => {
  const opened = await readFile(new Uint8Array(readFileSync(join(golden, name))), name);
  expect(opened).toEqual(JSON.parse(readFileSync(join(golden, `${name}.json`), 'utf8')));
});
