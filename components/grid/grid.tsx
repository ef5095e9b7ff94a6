'use client';

import {
  type CSSProperties,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { SaveStatus } from '@/components/item/save-status';
import { senderOf, whenSaved } from '@/components/item/sender';
import { takeText } from '@/components/item/take-text';
import { PageHead } from '@/components/ui/page-head';
import type { Sender } from '@/lib/live/sender';
import { fieldText } from '@/lib/plan/field-text';
import { kinds } from '@/lib/plan/kinds/all';
import { type Fields, type FieldValue, precisionOf, textOf, type Years } from '@/lib/plan/kinds/kind';
import { sameValue } from '@/lib/plan/paths';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { GridItem, GridPlace, GridView } from '@/lib/plan/read/grid';
import { AddRows } from './add-rows';
import { beginRows, setAway } from './begin-rows';
import { CellBar } from './cell-bar';
import { columnHead, gridColumns, gridWidths } from './columns';
import { copyYears, fill, type Write } from './fills';
import { followRows } from './follow-rows';
import { GridHistory } from './grid-history';
import { GridRow, titleOf } from './grid-row';
import { GridTools } from './grid-tools';
import { useNear } from './near';
import { useOffer } from './offer';
import { OfferBar } from './offer-bar';
import { RowViews } from './row-view';
import { useWalk } from './walk';
import type { Span } from './walking';

type Props = {
  view: GridView;
  person: string;
  plan: Years & { revision: number };
  dimensions: { id: string; code: string }[];
  around: { departments: DepartmentView[]; subdimensions: SubdimensionView[] };
  isFull: boolean;
  isLocked: boolean;
  /** What stands under the title. */
  children: ReactNode;
};

/**
 * Own indicators × attributes, baseline and years, as a spreadsheet. Whatever is typed, pasted, filled or taken back
 * goes through the sender like the typing in any form; what is proposed (a paste, a straight line) is not written
 * before it is accepted.
 */
export function Grid({ view, person, plan, dimensions, around, isFull, isLocked, children }: Props) {
  const sender = senderOf(person);
  const [items, setItems] = useState<readonly GridItem[]>(() => {
    for (const item of view.items) sender.open(item.id, item.version, aboutOf(item, plan));
    return view.items;
  });
  const columns = useMemo(() => gridColumns(plan, isFull), [plan, isFull]);
  const views = useMemo(() => new RowViews(columns, plan), [columns, plan]);
  const told = useTold(sender);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed changes as the sender tells
  const rows = useMemo(() => views.of(items, sender), [views, items, sender, told]);
  // What is drawn may come a little later than what was typed; what is done with cells never does.
  const rowsNow = () => views.of(items, sender);
  const groups = useMemo(() => groupsOf(items), [items]);
  const status = useMemo(
    () => <SaveStatus person={person} itemIds={items.map(({ id }) => id)} />,
    [person, items],
  );
  const [history] = useState(() => new GridHistory());
  const [said, say] = useState('');
  const [deed, setDeed] = useState('');
  const table = useRef<HTMLTableElement>(null);

  const fieldsOf = (itemId: string): Fields => {
    const item = items.find(({ id }) => id === itemId);
    return { ...item?.fields, ...sender.typed(itemId) };
  };
  const change = (itemId: string, fields: Fields) => sender.change(itemId, fields);

  /** Writes values as one deed that can be taken back, with the rows that it began. */
  const write = (words: string, writes: readonly Write[], begun: readonly GridItem[] = []) => {
    for (const item of begun) sender.open(item.id, item.version, aboutOf(item, plan));
    // Asked for again after a lost answer, a row comes a second time.
    setItems(known => [...known.filter(({ id }) => !begun.some(item => item.id === id)), ...begun]);
    const changes = writes.map(({ itemId, fields }) => {
      const now = fieldsOf(itemId);
      const before = Object.fromEntries(Object.keys(fields).map(path => [path, now[path] ?? null]));
      change(itemId, fields);
      return { itemId, before, after: fields };
    });
    history.add({ words, changes, begun });
    sender.flush();
  };
  const offer = useOffer({ columns, rows: rowsNow, plan, person, write, say });

  /** Takes back, or does again; rows that the deed began go to the archive, or come back from it. */
  const turn = async (way: 'undo' | 'redo') => {
    const undone = history[way](fieldsOf, change);
    if (!undone)
      return say(way === 'undo' ? 'Tidak ada yang dapat diurungkan.' : 'Tidak ada yang dapat diulang.');
    say(undone.words);
    sender.flush();
    if (undone.begun.length === 0) return;
    await whenSaved(sender);
    const rowsNow = undone.begun.map(({ id }) => ({ id, version: sender.versionOf(id) }));
    const message = await setAway(person, rowsNow, way === 'undo');
    if (message) return say(message);
    for (const { id, version } of rowsNow) sender.open(id, version + 1);
    const gone = new Set(rowsNow.map(({ id }) => id));
    setItems(known =>
      way === 'undo' ? known.filter(({ id }) => !gone.has(id)) : [...known, ...undone.begun],
    );
  };

  const typing = {
    text: (row: number, column: number) => rowsNow()[row]?.cells[column]?.text ?? '',
    type: (row: number, column: number, text: string) => {
      const [item, field] = [rows[row]?.item, columns[column]];
      if (!item || !field) return;
      const put = (path: string, value: FieldValue) => change(item.id, { [path]: value });
      takeText({ itemId: item.id, sender, fields: fieldsOf(item.id), change: put }, field, text);
    },
    end: (row: number, column: number, before: FieldValue) => {
      const [item, field] = [rows[row]?.item, columns[column]];
      if (!item || !field) return;
      const after = fieldsOf(item.id)[field.path] ?? null;
      if (JSON.stringify(after) !== JSON.stringify(before))
        history.add({
          words: 'Ketikan',
          changes: [{ itemId: item.id, before: { [field.path]: before }, after: { [field.path]: after } }],
        });
      sender.flush();
    },
    back: (row: number, column: number, first: string, before: FieldValue) => {
      const [item, field] = [rows[row]?.item, columns[column]];
      if (!item || !field) return;
      const fields = fieldsOf(item.id);
      // As it is shown, a number may be read both ways ("12.500"); only a text that was no value is typed again.
      if (fieldText(field, before, precisionOf(fields)) !== first) typing.type(row, column, first);
      else if (sameValue(before, fields[field.path])) sender.release(item.id, field.path);
      else change(item.id, { [field.path]: before });
    },
    value: (row: number, column: number) => {
      const [item, field] = [rows[row]?.item, columns[column]];
      return item && field ? (fieldsOf(item.id)[field.path] ?? null) : null;
    },
    why: (row: number) => {
      if (isLocked) return 'Tahap ini terkunci. Isian hanya dapat dibaca.';
      return rows[row]?.item.isEditable
        ? ''
        : 'Indikator ini sudah diajukan atau disetujui. Tarik dulu di halamannya, lalu ubah.';
    },
  };
  const writable = (span: Span) =>
    rowsNow()
      .slice(span.top, span.bottom + 1)
      .filter(({ item }) => item.isEditable);
  const fillWith = (words: string, writes: Write[]) => {
    write(words, writes);
    const count = writes.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0);
    say(count > 0 ? `${words}: ${count} sel.` : 'Tidak ada sel yang berubah.');
  };
  const tools = {
    clear: (span: Span) => fillWith('Pengosongan', fill('clear', rowsNow(), columns, span)),
    fillRight: (span: Span) => fillWith('Isi ke kanan', fill('right', rowsNow(), columns, span)),
    fillDown: (span: Span) => fillWith('Isi ke bawah', fill('down', rowsNow(), columns, span)),
    copyYears: (span: Span) => fillWith('Salin tahun sebelumnya', copyYears(rowsNow(), columns, span)),
    line: (span: Span) => offer.line(writable(span)),
    undo: () => void turn('undo'),
    redo: () => void turn('redo'),
    paste: offer.paste,
    pasteBelow: offer.pasteBelow,
  };
  const walk = useWalk({ rows: rowsNow, count: rows.length, columns, table, typing, tools, say });
  const isNear = useNear(table, rows.length);

  const places = { places: view.places, departments: view.departments };

  // What is proposed hides what stands in the cell: what others save there meanwhile has not been read.
  const isBusy = (itemId: string, field: string) =>
    walk.isBusy(itemId, field) || offer.at(itemId)?.[field] !== undefined;
  const begin = async (fresh: Fresh, place: GridPlace, department: { id: string; code: string }) => {
    const { begun, message } = await beginRows(person, plan, fresh, place, department);
    write('Baris baru', [], begun);
    if (begun.length > 0) walk.go({ row: rows.length, column: 0 });
    return message;
  };
  const live = useRef({ items, isBusy, begin });
  live.current = { items, isBusy, begin };
  const placeAt = useCallback(() => live.current.items[walk.selection().focus.row]?.parentId ?? null, [walk]);
  const beginHere = useCallback<typeof begin>((...rest) => live.current.begin(...rest), []);
  useEffect(
    () =>
      followRows(
        { person, revision: plan.revision, sender, items: () => live.current.items },
        {
          isBusy: (itemId, field) => live.current.isBusy(itemId, field),
          onDeed: item =>
            setDeed(`${textOf(item.fields, 'title') || 'Sebuah indikator'} berubah status atau dipindah.`),
        },
      ),
    [person, plan.revision, sender],
  );

  return (
    <section className="grid-room" aria-label="Tabel isian">
      <PageHead title="Isian cepat">
        {children}
        <div className="line">
          {status}
          {deed && (
            <p className="small" role="status">
              {deed} <a href="/isian-cepat">Muat ulang</a>
            </p>
          )}
        </div>
      </PageHead>
      <GridTools
        tools={tools}
        span={walk.span}
        canUndo={history.canUndo}
        isOffered={offer.proposal !== null}
      />
      {items.length === 0 && offer.proposal === null ? (
        <p className="empty">Belum ada indikator. Tambah baris di bawah, atau tempel tabel dari Excel.</p>
      ) : (
        <div className="grid-box" onCopy={walk.onCopy} onCut={walk.onCut} onPaste={walk.onPaste}>
          <table
            role="grid"
            className="grid"
            ref={table}
            style={{ '--grid-columns': gridWidths(columns) } as CSSProperties}
            aria-label="Indikator OPD"
            aria-rowcount={rows.length + 1}
            aria-multiselectable="true"
            aria-describedby="isian-cepat-kunci"
            {...walk.handlers}
          >
            <thead role="rowgroup">
              <tr role="row" aria-rowindex={1}>
                {columns.map((field, index) => (
                  <th
                    key={field.path}
                    role="columnheader"
                    scope="col"
                    className={index === 0 ? 'title' : `in-${field.input}`}
                  >
                    {columnHead(field)}
                    {field.path === 'baseline' && <span className="only-read"> sebelum target pertama</span>}
                  </th>
                ))}
                <th role="columnheader" scope="col" className="end">
                  Kesiapan
                </th>
              </tr>
            </thead>
            {groups.map(({ key, title, from, to }) => (
              <tbody key={key} role="rowgroup">
                <tr role="row" className="group">
                  <th role="rowheader" scope="rowgroup" colSpan={columns.length + 1}>
                    <span>{title}</span>
                  </th>
                </tr>
                {rows.slice(from, to).map((view, index) => (
                  <GridRow
                    key={view.item.id}
                    view={view}
                    columns={columns}
                    y={from + index}
                    walk={walk}
                    proposed={offer.at(view.item.id)}
                    isNear={isNear(from + index)}
                  />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
      <p className="small muted" id="isian-cepat-kunci">
        Panah berpindah, Enter atau F2 mengetik, Esc batal. Esc lalu Tab keluar dari tabel.
      </p>
      {offer.proposal ? (
        <OfferBar
          {...{ offer, rows, columns, dimensions }}
          {...places}
          last={rows[walk.selection().focus.row]?.item.parentId ?? null}
        />
      ) : (
        <CellBar {...{ said, sender, around, rows, columns, walk }} onChange={change} />
      )}
      {!isLocked && offer.proposal === null && (
        <AddRows {...places} {...{ dimensions, walk, placeAt }} onBegin={beginHere} />
      )}
    </section>
  );
}

type Fresh = Parameters<typeof beginRows>[2];

/** Counts what the sender told; drawing it gives way to the next key. */
function useTold(sender: Sender): number {
  const [told, tell] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const onTold = () => startTransition(tell);
    // Something may have been told between drawing and listening.
    onTold();
    return sender.subscribe(onTold);
  }, [sender]);
  return told;
}

type Group = { key: string; title: string; from: number; to: number };

/** Rows that hang under the same sentence and stand together. */
function groupsOf(items: readonly GridItem[]): Group[] {
  const groups: Group[] = [];
  items.forEach((item, index) => {
    const last = groups.at(-1);
    const title = item.parentTitle ?? 'Indikator daerah';
    if (last && items[last.from]?.parentId === item.parentId) last.to = index + 1;
    else groups.push({ key: `${item.parentId} ${index}`, title, from: index, to: index + 1 });
  });
  return groups;
}

function aboutOf(item: GridItem, plan: Years) {
  const { label, fields } = kinds[item.kind];
  const labels = Object.fromEntries(fields(plan).map(({ path, label: name }) => [path, name]));
  return { kind: item.kind, title: titleOf({ fields: item.fields }) || label, labels };
}
