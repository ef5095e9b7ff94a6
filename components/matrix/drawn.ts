import { createHash } from 'node:crypto';
import { type MatrixFilter, queryOf } from '@/lib/plan/matrix-filter';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { ReadMatrix } from '@/lib/plan/read/matrix';
import type { Status } from '@/lib/plan/workflow';
import { drawTable, type Marks } from './table';

/** The matrix as it goes to a page. */
export type Drawn = {
  /** Revision, whose eyes, and which rows in which order: what a page has, in three words. */
  etag: string;
  table: () => string;
  rows: ReadonlyMap<string, string>;
  indicators: number;
  hidden: number;
  counts: Record<Status, number>;
};

/** What leads a page from the state it names to this one. */
export type Patch = Pick<Drawn, 'etag' | 'counts' | 'hidden' | 'indicators'> &
  ({ rows: Record<string, string> } | { table: string });

/** The drawn matrix, once per revision, reach, filter and version that changes are marked since. */
export function drawnOf(
  matrix: ReadMatrix,
  frame: PlanFrame,
  filter: MatrixFilter,
  since: { id: string; marks: Marks } | null,
): Drawn {
  const { image, rows, counts, hidden } = matrix;
  return image.once(`drawn ${queryOf(filter, { since: since?.id })}`, () => {
    const around = [frame.plan.years, frame.dimensions.map(({ code, name, colour }) => [code, name, colour])];
    // What replaces another changes the row of that too, and so does a decided rank; neither writes the item.
    const places = rows.map(({ id, elsewhere, rank }) =>
      rank !== null || elsewhere.some(Boolean) ? [id, elsewhere, rank] : id,
    );
    const order = JSON.stringify([around, places]);
    const etag = `${image.revision}.${image.reach}.${hash(order)}`;
    const drawn = drawTable(rows, frame.plan, frame.dimensions, since?.marks ?? new Map());
    return {
      etag,
      ...drawn,
      counts,
      hidden,
      indicators: rows.filter(({ kind }) => kind === 'indicator').length,
    };
  });
}

/**
 * The rows that were written since the state a page has, or the whole table when rows came, went or moved,
 * when the page was drawn for other eyes, or when it is older than what is remembered. Null: nothing new.
 */
export function patchOf(drawn: Drawn, { image }: ReadMatrix, known: string | null): Patch | null {
  if (known === drawn.etag) return null;
  const { etag, counts, hidden, indicators } = drawn;
  const [revision = '', ...rest] = (known ?? '').split('.');
  const isSameShape = rest.join('.') === etag.slice(etag.indexOf('.') + 1);
  const base = { etag, counts, hidden, indicators };
  if (!isSameShape || !/^\d+$/.test(revision) || Number(revision) < image.from) {
    return { ...base, table: drawn.table() };
  }
  const written = [...image.changedAt].filter(([, at]) => at > Number(revision));
  const rows = written.flatMap(([id]) => {
    const row = drawn.rows.get(id);
    return row === undefined ? [] : [[id, row]];
  });
  return { ...base, rows: Object.fromEntries(rows) };
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 12);
