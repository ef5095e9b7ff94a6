import type { Block } from './block';
import { type FieldReading, readField } from './field-text';
import type { Field, Fields, FieldValue } from './kinds/kind';
import { type Habit, habitOf } from './numbers';
import { sameValue } from './paths';

/** What is proposed for one cell; nothing of it is written before somebody says so. */
export type Proposed =
  | { kind: 'ready'; text: string; value: FieldValue }
  | (Extract<FieldReading, { kind: 'doubtful' }> & { text: string })
  | { kind: 'refused'; text: string; message: string };

/** One row of a table that can be filled: an item, or one that would be begun. */
export type Row = { id: string; fields: Fields /** Why nothing can be written here. */; barred?: string };

export type ProposedRow = { id: string; isNew: boolean; cells: Record<string, Proposed> };

export type Proposal = {
  rows: ProposedRow[];
  /** How numbers were read, when the block told. */
  habit: Habit | null;
  /** Columns of the block that lie beside the table. */
  columnsOutside: number;
};

type Where = {
  row: number;
  column: number /** How far one cell that was copied is to be repeated. */;
  height: number;
  width: number;
};

/**
 * What a pasted block would write from a cell on. Each cell is read by its field, after the cells of its row that
 * decide how (form of values, decimals). Cells that would stay as they are are left out; rows below the table
 * come as new ones.
 */
export function propose(
  block: Block,
  columns: readonly Field[],
  rows: readonly Row[],
  where: Where,
  fresh: (index: number) => Row,
  habit: Habit | null = habitOf(block.flat()),
): Proposal {
  const [first = []] = block;
  const isOne = block.length === 1 && first.length === 1;
  const height = isOne ? where.height : block.length;
  const width = isOne ? where.width : first.length;
  const proposed: ProposedRow[] = [];
  for (let y = 0; y < height; y += 1) {
    const texts = isOne ? Array.from({ length: width }, () => first[0] ?? '') : (block[y] ?? []);
    const known = rows[where.row + y];
    const row = known ?? fresh(where.row + y - rows.length);
    const within = texts.slice(0, columns.length - where.column);
    if (!known && within.every(text => text.trim() === '')) continue;
    const pairs = within.map((text, x) => [columns[where.column + x], text] as const);
    const cells = proposeRow(row, pairs, habit);
    if (Object.keys(cells).length > 0) proposed.push({ id: row.id, isNew: !known, cells });
  }
  return { rows: proposed, habit, columnsOutside: Math.max(0, where.column + width - columns.length) };
}

function proposeRow(
  row: Row,
  pairs: readonly (readonly [Field | undefined, string])[],
  habit: Habit | null,
): Record<string, Proposed> {
  const cells: Record<string, Proposed> = {};
  let fields = row.fields;
  const isValue = ([field]: readonly [Field | undefined, string]) => field?.input === 'cell';
  // What decides how values are read comes first.
  for (const [field, raw] of [...pairs.filter(pair => !isValue(pair)), ...pairs.filter(isValue)]) {
    if (!field) continue;
    const text = field.input === 'paragraph' ? raw.trim() : raw.replace(/\s+/g, ' ').trim();
    const reading = readField(field, field.input === 'cell' ? raw : text, fields, habit);
    if (reading.kind === 'value' && sameValue(reading.value, fields[field.path])) continue;
    if (row.barred) cells[field.path] = { kind: 'refused', text, message: row.barred };
    else if (reading.kind === 'value') {
      cells[field.path] = { kind: 'ready', text, value: reading.value };
      fields = { ...fields, [field.path]: reading.value };
    } else cells[field.path] = { ...reading, text };
  }
  return cells;
}

/** How many cells stand how, and how many rows have no doubtful or refused one. */
export function countProposal({ rows }: Proposal) {
  const all = rows.flatMap(({ cells }) => Object.values(cells));
  const count = (kind: Proposed['kind']) => all.filter(cell => cell.kind === kind).length;
  return {
    rows: rows.length,
    soundRows: rows.filter(({ cells }) => Object.values(cells).every(({ kind }) => kind === 'ready')).length,
    ready: count('ready'),
    doubtful: count('doubtful'),
    refused: count('refused'),
  };
}

/** The values of a row that can be written. */
export function readyFields({ cells }: ProposedRow): Fields {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([path, cell]) => (cell.kind === 'ready' ? [[path, cell.value]] : [])),
  );
}
