import { parseCsv } from 'hucre/csv';

/** The longest table that is taken, in characters. */
export const longestText = 200_000;

/** Rows as a spreadsheet copies them: tabs between cells, quotes around those that need them. */
export function textOfRows(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows
    .filter(row => row.some(cell => cell.trim() !== ''))
    .map(row => row.map(quoted).join('\t').replace(/\t+$/, ''))
    .join('\n');
}

/** The rows of a text copied from a spreadsheet; null when its quotes do not close. Line breaks in cells stay. */
export function rowsOfText(text: string): string[][] | null {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ',';
  try {
    return parseCsv(text.replace(/^\ufeff/, ''), { delimiter })
      .map(cells => cells.map(cell => String(cell ?? '').trim()))
      .filter(cells => cells.some(cell => cell !== ''));
  } catch {
    return null;
  }
}
