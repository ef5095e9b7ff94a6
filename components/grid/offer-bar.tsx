import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Icon } from '@/components/ui/icon';
import { csvOf } from '@/lib/plan/block';
import type { Field } from '@/lib/plan/kinds/kind';
import type { Habit } from '@/lib/plan/numbers';
import { countProposal, type Proposed, type ProposedRow } from '@/lib/plan/proposal';
import type { GridPlace } from '@/lib/plan/read/grid';
import { titleOf } from './grid-row';
import type { Offer } from './offer';
import { PlaceChoice } from './place-choice';
import type { RowView } from './row-view';

type Department = { id: string; code: string };

type Props = {
  offer: Offer;
  rows: readonly RowView[];
  columns: readonly Field[];
  places: readonly GridPlace[];
  dimensions: readonly { id: string; code: string }[];
  departments: readonly Department[];
  last: string | null;
};

type Problem = { row: ProposedRow; name: string; field: Field; cell: Exclude<Proposed, { kind: 'ready' }> };

const habits: [Habit, string][] = [
  ['local', 'Indonesia: 1.234,5'],
  ['english', 'Inggris: 1,234.5'],
];
const mostShown = 8;

const report = (problems: readonly Problem[]) => [
  ['Indikator', 'Kolom', 'Isi', 'Alasan'],
  ...problems.map(({ name, field, cell }) => [name, field.label, cell.text, cell.message]),
];

/** What a paste or a straight line would write, and what of it cannot be; nothing is written before *Simpan*. */
export function OfferBar({ offer, rows, columns, places, dimensions, departments, last }: Props) {
  const box = useRef<HTMLFormElement>(null);
  const { proposal, title, error } = offer;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('h2')?.focus();
  }, []);
  if (!proposal) return null;
  const counts = countProposal(proposal);
  const newRows = proposal.rows.filter(({ isNew }) => isNew);
  const nameOf = (row: ProposedRow, index: number) => {
    const view = rows.find(({ item }) => item.id === row.id);
    const typed = row.cells.title?.text;
    return view ? titleOf(view) : typed || `Baris baru ${index + 1}`;
  };
  const problems = proposal.rows.flatMap((row, index) =>
    columns.flatMap((field): Problem[] => {
      const cell = row.cells[field.path];
      return cell && cell.kind !== 'ready' ? [{ row, name: nameOf(row, index), field, cell }] : [];
    }),
  );
  const submit = (form: FormData) => {
    const place = places.find(({ id }) => id === form.get('place'));
    const department = departments.find(({ id }) => id === form.get('department')) ?? departments[0];
    void offer.accept(place, department);
  };
  return (
    <form
      className="panel offer"
      ref={box}
      onSubmit={event => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
      onKeyDown={event => event.key === 'Escape' && offer.cancel()}
    >
      <h2 tabIndex={-1}>
        {title}: {counts.soundRows} dari {counts.rows} baris siap
      </h2>
      <ul className="offer-counts">
        <li>
          <Icon name="check" />
          {counts.ready} sel siap
        </li>
        <li className={counts.doubtful > 0 ? 'is-doubtful' : undefined}>
          <Icon name="help" />
          {counts.doubtful} diragukan
        </li>
        <li className={counts.refused > 0 ? 'is-refused' : undefined}>
          <Icon name="block" />
          {counts.refused} ditolak
        </li>
      </ul>
      <p className="small">
        Belum ada yang disimpan. Sel yang akan berubah diberi tanda di tabel.
        {proposal.columnsOutside > 0 && ` ${proposal.columnsOutside} kolom di luar tabel tidak dipakai.`}
      </p>
      {offer.isPaste && (
        <fieldset className="offer-habit">
          <legend>Tanda ribuan dan koma pada tempelan</legend>
          {habits.map(([habit, label]) => (
            <label key={habit}>
              <input
                type="radio"
                name="habit"
                checked={proposal.habit === habit}
                onChange={() => offer.readAs(habit)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {problems.length > 0 && (
        <ul className="offer-problems">
          {problems.slice(0, mostShown).map(({ row, name, field, cell }) => (
            <li key={`${row.id} ${field.path}`}>
              <p>
                <Icon name={cell.kind === 'doubtful' ? 'help' : 'block'} />
                <span>
                  <strong>{name}</strong>
                  {cell.text && ` (“${cell.text.slice(0, 60)}”)`}. {cell.message}
                </span>
              </p>
              {cell.kind === 'doubtful' &&
                cell.options.map(({ label }, index) => (
                  <Button
                    key={label}
                    kind="second"
                    type="button"
                    onClick={() => offer.choose(row.id, field.path, index)}
                  >
                    {label}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
      {problems.length > mostShown && <p className="small">dan {problems.length - mostShown} sel lain.</p>}
      {newRows.length > 0 && (
        <>
          <details>
            <summary>{newRows.length} baris di bawah tabel menjadi indikator baru</summary>
            <ol className="offer-new">
              {newRows.map(({ id, cells }) => (
                <li key={id}>{columns.flatMap(({ path }) => cells[path]?.text || []).join(' · ')}</li>
              ))}
            </ol>
          </details>
          <div className="grid-add">
            <PlaceChoice {...{ places, dimensions, departments }} chosen={last} />
          </div>
        </>
      )}
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <div className="actions">
        {counts.ready > 0 && (
          <Button aria-disabled={offer.isSaving || undefined}>
            {offer.isSaving ? 'Menyimpan…' : `Simpan ${counts.ready} sel`}
          </Button>
        )}
        <Button kind="second" type="button" onClick={offer.cancel}>
          {counts.ready > 0 ? 'Batal' : 'Tutup'}
        </Button>
        {problems.length > 0 && (
          <a
            className="button button-plain"
            download="tempelan-bermasalah.csv"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(report(problems)))}`}
          >
            <Icon name="download" />
            Unduh yang bermasalah
          </a>
        )}
      </div>
    </form>
  );
}
