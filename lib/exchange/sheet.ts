/**
 * One cell of a foreign sheet, as a person would have typed it: '' when empty, '65%' where 0.65 stands in a percent
 * format, all digits of a number with a decimal comma, a date as YYYY-MM-DD. `note` is a sentence for the reader of
 * the import when something about the cell is doubtful.
 */
export type SheetCell = {
  text: string;
  kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** The text is the result stored in the file; no formula is ever computed. */
  isFormula?: true;
  note?: string;
};

/** A merged block, counted from 0, its last row and column included. The value stands in its first cell only. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type Sheet = { name: string; isHidden: boolean; rows: SheetCell[][]; merges: Merge[] };

/** A foreign file opened, or the one sentence that says what is wrong with it and what to do. */
export type OpenedFile =
  | { ok: true; format: 'xlsx' | 'csv' | 'ods'; sheets: Sheet[]; notes: string[] }
  | { ok: false; message: string };
