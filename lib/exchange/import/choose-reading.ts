import type { Years } from '@/lib/plan/kinds/kind';
import type { Sheet } from '../sheet';
import { findHead, type Head, headLabels, recogniseColumns } from './columns';
import { ignored, unknown } from './meaning';
import type { KeptReading } from './schema';

/** The sheet of a file that looks most like a table of a plan: the one whose heads name the most columns. */
export function chooseSheet(sheets: readonly Sheet[], years: Years): number {
  let best = { sheet: 0, score: -1 };
  for (const [index, sheet] of sheets.entries()) {
    const head = findHead(sheet, years);
    const known = head ? recogniseColumns(headLabels(sheet, head), years).filter(isKnown).length : 0;
    const score = sheet.isHidden ? known - 100 : known;
    if (score > best.score) best = { sheet: index, score };
  }
  return best.sheet;
}

const isKnown = ({ meaning }: { meaning: string }) => meaning !== ignored && meaning !== unknown;

/** How a sheet is read when nobody has chosen: its own heads, or those that were named. */
export function readingOf(
  sheets: readonly Sheet[],
  years: Years,
  chosen: { sheet: number; head?: Head },
): Pick<KeptReading, 'sheet' | 'headRow' | 'headRows' | 'meanings'> & { labels: string[] } {
  const sheet = sheets[chosen.sheet] ?? { name: '', isHidden: false, rows: [], merges: [] };
  const head = chosen.head ?? findHead(sheet, years) ?? { row: 0, rows: 1 };
  const labels = headLabels(sheet, head);
  const meanings = recogniseColumns(labels, years).map(({ meaning }) => meaning);
  return { sheet: chosen.sheet, headRow: head.row, headRows: head.rows, meanings, labels };
}
