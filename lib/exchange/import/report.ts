import type { Fields, FieldValue, ItemKind } from '@/lib/plan/kinds/kind';

/** What becomes of a row. `aside`: it is no item (a heading, a note, a total). */
export type RowOutcome = 'create' | 'change' | 'same' | 'clash' | 'doubtful' | 'refused' | 'aside';

export const outcomeLabels: Record<RowOutcome, string> = {
  create: 'Dibuat',
  change: 'Diubah',
  same: 'Tetap',
  clash: 'Bentrok',
  doubtful: 'Diragukan',
  refused: 'Ditolak',
  aside: 'Bukan isian',
};

/** The order in which a person looks at them: what asks for something first. */
export const outcomeOrder: readonly RowOutcome[] = [
  ...(['clash', 'doubtful', 'refused', 'create', 'change', 'same', 'aside'] as const),
];

/** A way out of a doubt: texts that take the place of cells, as if they stood in the file. */
export type Choice = { label: string; cells: Record<string, string> };

/** What is said about a cell or a row. A `note` holds nothing back; the others do. */
export type Finding = {
  level: 'note' | 'doubt' | 'refusal';
  /** 0-based; null: the whole row. */
  column: number | null;
  reason: string;
  /** What to do, as a sentence; '' for a note. */
  remedy: string;
  choices?: Choice[];
  /** A name that is no department yet: what the answer is kept under. */
  department?: { name: string; key: string };
};

/** One field of an item as it stands and as it would stand. */
export type FieldChange = { path: string; label: string; before: string; after: string };

/** The same field changed in the file and, since it was taken out, in the plan. */
export type ClashFound = {
  path: string;
  label: string;
  mine: string;
  theirs: string;
  before: string;
  by: string;
  at: string;
};

export type ReportRow = {
  /** 0-based row of the sheet, and which of several items that one row holds. */
  row: number;
  part: number;
  outcome: RowOutcome;
  kind: ItemKind | null;
  title: string;
  /** The item that it is about, when it is in the plan. */
  itemId: string | null;
  department: string;
  changes: FieldChange[];
  clashes: ClashFound[];
  findings: Finding[];
  /** What the row makes besides itself: “Tujuan: …”. */
  makes: string[];
  /** What holds for the row though it stands elsewhere; `column` is where it would stand, if there is one. */
  carried: { meaning: string; column: number | null; text: string }[];
};

/** One change of the plan that a row stands for, ready for `saveChanges` but for its mutation id. */
export type PlannedChange = {
  row: number;
  part: number;
  itemId: string;
  /** The version that it is made on; 0 begins the item. */
  version: number;
  create?: {
    kind: ItemKind;
    parentId: string | null;
    dimensionId: string | null;
    departmentId: string;
    illustrative: boolean;
  };
  fields: Fields;
  /** What stands there now, so that a later look can tell whether it still does. */
  before: Record<string, FieldValue>;
};

/** What became of the cells of a sheet; no cell that holds something is left without one of these. */
export type CellFate = 'empty' | 'above' | 'head' | 'used' | 'ignored' | 'finding' | 'aside';
export const fates: readonly CellFate[] = ['empty', 'above', 'head', 'used', 'ignored', 'finding', 'aside'];

export type DryRun = {
  rows: ReportRow[];
  counts: Record<RowOutcome, number>;
  changes: PlannedChange[];
  /** Names that are no department of the region, with how many rows hold them back. */
  departments: { name: string; key: string; rows: number }[];
  /** By row and column; see `fates`. */
  cells: { fate: Uint8Array; width: number };
};

/** The key of a cell in answers: “12:3”, both 0-based. */
export const cellKey = (row: number, column: number) => `${row}:${column}`;

/** A column as a spreadsheet names it: 0 is A, 27 is AB. */
export function columnLetter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetter(Math.floor(column / 26) - 1) + rest;
}
