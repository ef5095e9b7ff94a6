import { parseCsv } from 'hucre/csv';

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
