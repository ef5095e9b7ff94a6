/** One cell of a foreign sheet, as a person would type it; '' when it is empty. */
export type SheetCell = {
  text: string;
  kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  isFormula?: true;
  note?: string;
};

/** A merged range, 0-based and inclusive; its value stands in the first cell only. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type Sheet = { name: string; isHidden: boolean; rows: SheetCell[][]; merges: Merge[] };

export type OpenedFile =
  | { ok: true; format: 'xlsx' | 'csv' | 'ods'; sheets: Sheet[]; notes: string[] }
  | { ok: false; message: string };
