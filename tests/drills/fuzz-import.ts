import { meaningOptions } from '@/lib/exchange/import/meaning';
import { fates } from '@/lib/exchange/import/report';
import { oneLine } from '@/lib/exchange/import/wording';
import type { SheetCell } from '@/lib/exchange/sheet';
import { tried, view } from '../support/import-plan';

const meanings = [...meaningOptions(view.plan).map(({ value }) => value), 'ignore', 'unknown'];

/** The recogniser and the dry run take any sheet, with columns of any meaning, and account for every cell. */
export function importComplaints(rows: SheetCell[][], roll: () => number): string[] {
  const sheet = { name: 'uji', isHidden: false, merges: [], rows };
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const chosen = Array.from(
    { length: width },
    () => meanings[Math.floor(roll() * meanings.length)] ?? 'ignore',
  );
  return [tried(sheet), tried(sheet, { head: { row: 0, rows: 1 }, meanings: chosen })].flatMap(({ cells }) =>
    rows.flatMap((row, at) =>
      row.flatMap(({ text }, column) => {
        const isLost = oneLine(text) !== '' && fates[cells.fate[at * cells.width + column] ?? 0] === 'empty';
        return isLost ? [`${JSON.stringify(text)} at ${at}:${column} is not accounted for`] : [];
      }),
    ),
  );
}
