import { describe, expect, test } from 'vitest';
import { readFile } from '@/lib/exchange/foreign/read-file';
import { hostileFiles } from '@/tests/support/hostile-files';

describe(`${hostileFiles.length} hostile files`, () => {
  test.each(hostileFiles)('$name', async ({ fileName, make, refused, read, notes = [] }) => {
    const file = await readFile(await make(), fileName);
    if (refused !== undefined) {
      expect(file).toEqual({ ok: false, message: refused });
      return;
    }
    const [sheet] = file.ok ? file.sheets : [];
    expect(sheet?.rows.map(row => row.map(({ text }) => text))).toEqual(read);
    expect(file.ok ? file.notes : []).toEqual(notes);
  });
});
