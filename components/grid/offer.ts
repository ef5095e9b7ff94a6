import { useState } from 'react';
import { newId } from '@/lib/live/mutation-id';
import { parseBlock } from '@/lib/plan/block';
import { fieldText } from '@/lib/plan/field-text';
import { kinds } from '@/lib/plan/kinds/all';
import { type Field, precisionOf, type Years } from '@/lib/plan/kinds/kind';
import type { Habit } from '@/lib/plan/numbers';
import { type Proposal, type Proposed, type ProposedRow, propose, readyFields } from '@/lib/plan/proposal';
import type { GridItem, GridPlace } from '@/lib/plan/read/grid';
import { straightLine } from '@/lib/plan/straight-line';
import { beginRows } from './begin-rows';
import type { Write } from './fills';
import type { RowView } from './row-view';
import type { Span } from './walking';

type World = {
  columns: readonly Field[];
  /** As they are at this moment. */
  rows: () => readonly RowView[];
  plan: Years;
  person: string;
  /** Writes values, and remembers them and what was begun as one deed. */
  write: (words: string, writes: readonly Write[], begun: readonly GridItem[]) => void;
  say: (words: string) => void;
};

type Pasted = { text: string; span: Span; newIds: string[] };
type Offered = { title: string; proposal: Proposal; pasted: Pasted | null };

const barredMessage = 'Indikator ini sudah diajukan atau disetujui. Tarik dulu, lalu tempel lagi.';

export type Offer = ReturnType<typeof useOffer>;

/** What is proposed for the grid and not yet written: a paste, or a straight line. */
export function useOffer({ columns, rows, plan, person, write, say }: World) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const [error, setError] = useState('');
  const [isSaving, setIsSaving] = useState(false);
  const proposal = offered?.proposal ?? null;

  const read = (pasted: Pasted, habit?: Habit | null) => {
    const { span, text, newIds } = pasted;
    const known = rows().map(({ item, fields }) => ({
      ...{ id: item.id, fields, barred: item.isEditable ? undefined : barredMessage },
    }));
    const fresh = (index: number) => {
      newIds[index] ??= newId();
      return { id: newIds[index], fields: kinds.indicator.startsWith?.(plan) ?? {} };
    };
    const where = {
      ...{ row: span.top, column: span.left },
      ...{ height: span.bottom - span.top + 1, width: span.right - span.left + 1 },
    };
    return propose(parseBlock(text), columns, known, where, fresh, habit);
  };

  const paste = (text: string, span: Span) => {
    const pasted = { text, span, newIds: [] };
    const made = read(pasted);
    if (made.rows.length === 0) return say('Yang ditempel sama dengan yang sudah ada.');
    setError('');
    setOffered({ title: 'Tempelan', proposal: made, pasted });
  };

  const pasteBelow = (text: string) => {
    const end = rows().length;
    paste(text, { top: end, bottom: end, left: 0, right: 0 });
  };

  const line = (chosen: readonly RowView[]) => {
    const made = chosen.map(row => ({ row, line: straightLine(row.fields, plan) }));
    const [first] = made;
    if (made.every(({ line: { ok } }) => !ok))
      return say(first && !first.line.ok ? first.line.message : 'Pilih indikator yang belum diajukan.');
    const proposed = made.map(({ row, line: drawn }): ProposedRow => {
      const id = row.item.id;
      if (!drawn.ok)
        return {
          id,
          isNew: false,
          cells: { baseline: { kind: 'refused', text: '', message: drawn.message } },
        };
      const cells = Object.entries(drawn.cells).map(([path, value]): [string, Proposed] => {
        const field = columns.find(column => column.path === path);
        const text = field ? fieldText(field, value, precisionOf(row.fields)) : '';
        return [path, { kind: 'ready', text, value }];
      });
      return { id, isNew: false, cells: Object.fromEntries(cells) };
    });
    setError('');
    setOffered({
      title: 'Garis lurus',
      proposal: { rows: proposed, habit: null, columnsOutside: 0 },
      pasted: null,
    });
  };

  const replace = (next: (row: ProposedRow) => ProposedRow) =>
    setOffered(
      known => known && { ...known, proposal: { ...known.proposal, rows: known.proposal.rows.map(next) } },
    );

  /** @param place what rows below the table are to hang under */
  const accept = async (
    place: GridPlace | undefined,
    department: { id: string; code: string } | undefined,
  ) => {
    if (!offered || isSaving) return;
    const { title } = offered;
    const all = offered.proposal.rows;
    const fresh = all.filter(row => row.isNew && Object.keys(readyFields(row)).length > 0);
    setError('');
    setIsSaving(true);
    const answer =
      fresh.length > 0 && place && department
        ? await beginRows(
            person,
            plan,
            fresh.map(row => ({ id: row.id, fields: readyFields(row) })),
            place,
            department,
          )
        : { begun: [], message: fresh.length > 0 ? 'Pilih sasaran untuk baris baru.' : '' };
    setIsSaving(false);
    const begun = new Set(answer.begun.map(({ id }) => id));
    const writes = all
      .filter(({ isNew }) => !isNew)
      .map(row => ({ itemId: row.id, fields: readyFields(row) }))
      .filter(({ fields }) => Object.keys(fields).length > 0);
    write(title, writes, answer.begun);
    const left = all.flatMap((row): ProposedRow[] => {
      if (row.isNew && !begun.has(row.id)) return [row];
      const cells = Object.entries(row.cells).filter(([, { kind }]) => kind !== 'ready');
      return cells.length > 0 ? [{ ...row, isNew: false, cells: Object.fromEntries(cells) }] : [];
    });
    setError(answer.message);
    // What was pasted is not read again: part of it is written.
    setOffered(
      left.length > 0 ? { title, proposal: { ...offered.proposal, rows: left }, pasted: null } : null,
    );
    const count = all.reduce((sum, row) => sum + Object.keys(readyFields(row)).length, 0);
    if (left.length === 0) say(`${title}: ${count} sel disimpan.`);
  };

  return {
    ...{ title: offered?.title ?? '', proposal, error, isSaving },
    ...{ isPaste: offered?.pasted != null, paste, pasteBelow, line, accept },
    at: (itemId: string) => proposal?.rows.find(({ id }) => id === itemId)?.cells ?? null,
    readAs: (habit: Habit) =>
      offered?.pasted && setOffered({ ...offered, proposal: read(offered.pasted, habit) }),
    choose: (rowId: string, path: string, index: number) =>
      replace(row => {
        const cell = row.cells[path];
        const option = cell?.kind === 'doubtful' ? cell.options[index] : undefined;
        if (row.id !== rowId || !option) return row;
        const ready: Proposed = { kind: 'ready', text: option.label, value: option.value };
        return { ...row, cells: { ...row.cells, [path]: ready } };
      }),
    cancel: () => {
      setOffered(null);
      say('Tidak ada yang diubah.');
    },
  };
}
