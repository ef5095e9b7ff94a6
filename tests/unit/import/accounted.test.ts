import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningOptions } from '@/lib/exchange/import/meaning';
import { fates } from '@/lib/exchange/import/report';
import { oneLine } from '@/lib/exchange/import/wording';
import type { Sheet } from '@/lib/exchange/sheet';
import { findField } from '@/lib/plan/kinds/all';
import { parseField } from '@/lib/plan/schema';
import { rightsOf, sheetOf, smallPlan, tried, view } from '@/tests/support/import-plan';

const words = [
  ...['', '', '', '-', '–', 'NA', '#VALUE!', '65%', '0,65', '1.234', '1,234', '12', 'BB', 'DINSEHAT', 'DPU'],
  ...['Dinas Kesehatan', 'Dinas Entah', 'Hidup Baik', 'AA', 'Indikator', 'Sasaran', 'Tujuan', 'Draf'],
  ...['Prevalensi stunting', 'Meningkatnya kualitas hidup', 'Masyarakat', '1. satu\n2. dua\n3. tiga'],
  ...[
    '10\n20\n30',
    '1\n2',
    'Total',
    'i1',
    'i2',
    'g1',
    's1',
    '3',
    '1',
    '%',
    'persen',
    '=1+1',
    "'=x",
    'TUJUAN: sehat semua',
  ],
];
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }) },
);
const table = fc.array(fc.array(cell, { maxLength: 9 }), { minLength: 1, maxLength: 9 });
const merge = fc
  .tuple(fc.nat(9), fc.nat(9), fc.nat(3), fc.nat(3))
  .map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across }));
const meanings = fc.array(
  fc.constantFrom(...meaningOptions(view.plan).map(({ value }) => value), 'ignore', 'unknown'),
  { minLength: 1, maxLength: 9 },
);

const unaccounted = (sheet: Sheet, { cells: { fate, width } }: ReturnType<typeof tried>) =>
  sheet.rows.flatMap((row, at) =>
    row.flatMap(({ text }, column) =>
      oneLine(text) !== '' && fates[fate[at * width + column] ?? 0] === 'empty'
        ? [`${at}:${column} ${text}`]
        : [],
    ),
  );

const references = {
  departmentIds: new Set(view.departments.map(({ id }) => id)),
  subdimensionIds: new Set(view.subdimensions.map(({ id }) => id)),
  referenceIds: new Set<string>(),
  indicatorIds: new Set<string>(),
};

test('whatever stands in a sheet, every cell is accounted for and nothing is planned that saving would not take', () => {
  fc.assert(
    fc.property(table, fc.array(merge, { maxLength: 3 }), meanings, (rows, merges, columns) => {
      const sheet = sheetOf(rows, merges);
      const run = tried(sheet, {
        head: { row: 0, rows: 1 },
        meanings: columns,
        rights: rightsOf('kes', 'pu'),
      });
      expect(unaccounted(sheet, run)).toEqual([]);
      expect(Object.values(run.counts).reduce((sum, count) => sum + count, 0)).toBe(run.rows.length);
      const held = new Set(['doubtful', 'refused', 'clash', 'same', 'aside']);
      const blocked = new Set(
        run.rows.filter(row => held.has(row.outcome)).map(row => `${row.row}.${row.part}`),
      );
      const begun = new Set(smallPlan.map(({ id }) => id));
      for (const { row, part, create, fields, itemId } of run.changes) {
        expect(blocked.has(`${row}.${part}`)).toBe(false);
        if (create?.parentId) expect(begun.has(create.parentId)).toBe(true);
        begun.add(itemId);
        const kind = create?.kind ?? smallPlan.find(({ id }) => id === itemId)?.kind ?? 'goal';
        for (const [path, value] of Object.entries(fields)) {
          const field = findField(kind, path, view.plan);
          expect(field && parseField(field, value, references)).toMatchObject({ ok: true });
        }
      }
    }),
    { numRuns: 1_000, seed: 7 },
  );
});

test('a row that asks, or is refused, says what to do', () => {
  fc.assert(
    fc.property(table, meanings, (rows, columns) => {
      const run = tried(sheetOf(rows), { head: { row: 0, rows: 1 }, meanings: columns });
      for (const { outcome, findings } of run.rows) {
        if (!['doubtful', 'refused'].includes(outcome)) continue;
        expect(findings.some(({ level, remedy }) => level !== 'note' && remedy !== '')).toBe(true);
      }
    }),
    { numRuns: 500, seed: 11 },
  );
});
