/** What a field can hold. A cell is one value of a series: a number, a range, a category, or the reason why there is none. */
export type Cell = {
  /** Decimal as text, e.g. "10.5"; the value itself, or the lower end of a range. */
  low: string | null;
  /** Upper end of a range; null for a single number. */
  high: string | null;
  /** A category of the indicator's scale, e.g. "BB". */
  text: string | null;
  /** Why there is no value: *tidak ditargetkan* for a year, *tidak ada data* for the baseline. */
  skipReason: string | null;
  /** Made up as an example, not stated by the department. */
  illustrative: boolean;
};

export type FieldValue = string | number | string[] | Cell | null;
export type Fields = Record<string, FieldValue>;

export type ItemKind = 'goal' | 'target' | 'indicator';

export type Option = { value: string; label: string };

export type Field = {
  /** Its name in changes, in the log and in forms: `title`, `milestones.2026`. */
  path: string;
  label: string;
  group: string;
  input:
    | 'text'
    | 'paragraph'
    | 'choice'
    | 'integer'
    | 'cell'
    | 'departments'
    | 'references'
    | 'subdimension'
    | 'indicator';
  hint?: string;
  /** What the word means, in plain language; shown on demand. */
  help?: string;
  example?: string;
  options?: readonly Option[];
  /** Smallest integer; 0 where none is named. */
  min?: number;
  /** Longest text in characters, or largest integer. */
  max?: number;
  /** Suggestions for a free text. */
  suggestions?: readonly string[];
  /** Whether the form asks for it, given what stands in the others; what is filled in is always shown. */
  isAsked?: (fields: Fields, plan: Years) => boolean;
  /** The year of a cell. */
  year?: number;
};

/** Whether the cell of a spreadsheet can say it; what refers to something else by its key is chosen on a page. */
export const fitsCell = ({ input }: Field) => input !== 'references' && input !== 'indicator';

/** Years of a plan: where it starts and which years carry a target. */
export type Years = {
  baselineYear: number;
  years: readonly number[];
  /** Whether a tree of the regional plan (RPJMD) is in force, to which goals and targets are linked. */
  hasReference?: boolean;
};

/** The last plan year within five of the start: where the medium term ends, before a far year. */
export function mediumYear({ baselineYear, years }: Years): number | undefined {
  return years.filter(year => year <= baselineYear + 5).at(-1) ?? years.at(-1);
}

export type Kind = {
  name: ItemKind;
  /** First part of its address. */
  slug: string;
  label: string;
  /** Kinds it may hang under; null stands for the top (the region's own, or a goal under its dimension). */
  parents: readonly (ItemKind | null)[];
  example: string;
  addLabel: string;
  /** Asks for enough to be filled in step by step, and is looked up among the recognised ones. */
  isLong?: boolean;
  /** What nearly all of them begin with, shown and open to change. */
  startsWith?: (years: Years) => Fields;
  fields: (years: Years) => readonly Field[];
};

export const emptyCell: Cell = { low: null, high: null, text: null, skipReason: null, illustrative: false };

export function isCell(value: FieldValue | undefined): value is Cell {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a cell carries a value (a number, a range or a category). */
export function hasValue(cell: Cell): boolean {
  return cell.low !== null || cell.high !== null || cell.text !== null;
}

/** The text of a field, or '' when it is empty or no text. */
export function textOf(fields: Fields, path: string): string {
  const value = fields[path];
  return typeof value === 'string' ? value : '';
}

/** The decimals that an indicator's values are shown with. */
export const precisionOf = (fields: Fields): number | null =>
  typeof fields.precision === 'number' ? fields.precision : null;

/** The cell of a field; an empty one when nothing was written. */
export function cellOf(fields: Fields, path: string): Cell {
  const value = fields[path];
  return isCell(value) ? value : emptyCell;
}

/** A label within a sentence: "Kaitan RPJMD" becomes "kaitan RPJMD", "OPD pendukung" stays. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
