import { parseCsv } from 'hucre/csv';

/** One pasted row with the number of its line among those that hold something. */
export type PastedRow = { line: number; cells: string[] };

/** More than a region has, and few enough to be looked through. */
export const mostRows = 400;

/**
 * Rows of a text copied from a spreadsheet (tabs) or written with semicolons or commas. A first line that
 * names columns is left out.
 * @param heads words that a column may be named by
 */
export function pastedRows(text: string, heads: readonly string[]): PastedRow[] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ',';
  return parseCsv(text.replace(/^\ufeff/, ''), { delimiter })
    .map(cells =>
      cells.map(cell =>
        String(cell ?? '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    )
    .filter(cells => cells.some(cell => cell !== ''))
    .filter((cells, index) => index > 0 || !heads.includes(cells[0]?.toLowerCase() ?? ''))
    .map((cells, index) => ({ line: index + 1, cells }));
}

/** What is thought of one row before anything is written. */
export type Judged<Row> = {
  line: number;
  /** As it was pasted, for whoever looks for it in their sheet. */
  pasted: string;
  state: 'ready' | 'doubtful' | 'refused';
  /** Why it is doubtful or refused. */
  reason: string | null;
  row: Row | null;
};

/** A verdict on one row. */
export function judged<Row>(
  { line, cells }: PastedRow,
  state: Judged<Row>['state'],
  reason: string | null,
  row: Row | null,
): Judged<Row> {
  return { line, pasted: cells.filter(Boolean).join(' | ').slice(0, 300), state, reason, row };
}
