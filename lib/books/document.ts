/** One table as it leaves the house: workbook, CSV, PDF and Word are drawn from this and nothing else. */
export type TableDocument = {
  /** Short, for file names and sheet tabs: "rencana". */
  name: string;
  title: string;
  /** Marked across every page, since nobody has signed it yet. */
  isDraft: boolean;
  /** "Ditetapkan dengan …": what stands in the place of DRAF once it was signed. */
  standing?: string | null;
  /** Marked across every page in the place of that: it is practice, and no plan at all. */
  isPractice?: boolean;
  /** What PDF and Word are laid out on, across; A4 unless the office has F4 (215 × 330 mm). */
  paper?: 'a4' | 'f4';
  /** What the reader must know before the table: region, years, version, filter, head of the chain. */
  facts: readonly { label: string; value: string }[];
  columns: readonly Column[];
  rows: readonly Row[];
  /** Below the table, one line each: what signs and marks mean. */
  notes: readonly string[];
  /** At the foot of every printed page: who took it out and when. */
  footer: string;
  /** Further sheets of a workbook; nothing else draws them. */
  sheets?: readonly TableDocument[];
};

/** What is marked across every page; null for nothing. */
export function stampOf({ isDraft, isPractice }: { isDraft: boolean; isPractice?: boolean }): string | null {
  if (isPractice) return 'LATIHAN';
  return isDraft ? 'DRAF' : null;
}

export type Column = {
  label: string;
  /** In characters of the workbook's own font; the printed widths are shares of the sum. */
  width: number;
  align: 'start' | 'end';
  /** Only where cells can be sorted and counted: a repeated group in a workbook, which print shows as a heading. */
  isOnlyInSheets?: boolean;
  /** What its cells may say, as a range of a further sheet: “Daftar!$A$3:$A$9”. */
  choices?: string;
};

/** A heading spans the table in print and is a row of its own in a sheet; a record has one cell per column. */
export type Row =
  | {
      kind: 'heading';
      level: 1 | 2 | 3;
      text: string;
      aside?: string;
      colour?: string;
      cells?: readonly Value[];
    }
  | { kind: 'record'; cells: readonly Value[] };

/**
 * A cell: text, nothing, or a number with the digits behind the comma that it is shown with.
 * `shown` is the same as people read it (1.234,50); `amount` stays a number wherever the format has numbers.
 */
export type Value = string | null | { amount: number; digits: number; shown: string };
