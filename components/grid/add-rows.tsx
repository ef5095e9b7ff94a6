import { memo, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { newId } from '@/lib/live/mutation-id';
import type { Fields } from '@/lib/plan/kinds/kind';
import type { GridPlace } from '@/lib/plan/read/grid';
import { PlaceChoice } from './place-choice';
import type { Walk } from './walk';

type Department = { id: string; code: string };

type Props = {
  places: readonly GridPlace[];
  dimensions: readonly { id: string; code: string }[];
  departments: readonly Department[];
  walk: Walk;
  /** Where the row at the cursor hangs. */
  placeAt: () => string | null;
  /** Answers '' or why not. */
  onBegin: (
    rows: { id: string; fields: Fields }[],
    place: GridPlace,
    department: Department,
  ) => Promise<string>;
};

const most = 50;

/** The choice of a target goes along with the cursor; drawing it anew for each row would be slow with many targets. */
function usePlaceAt(walk: Walk, placeAt: () => string | null) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    let last = placeAt();
    return walk.subscribe(() => {
      const place = placeAt();
      const choice = form.current?.elements.namedItem('place');
      if (place === last || place === null || !(choice instanceof HTMLSelectElement)) return;
      last = place;
      if ([...choice.options].some(({ value }) => value === place)) choice.value = place;
    });
  }, [walk, placeAt]);
  return form;
}

/** Empty rows at the end of the grid, under a target of one's choice. */
export const AddRows = memo(function AddRows({
  places,
  dimensions,
  departments,
  walk,
  placeAt,
  onBegin,
}: Props) {
  const choice = usePlaceAt(walk, placeAt);
  const [error, setError] = useState('');
  const [isPending, setIsPending] = useState(false);
  // Asked for again after a lost answer, the same rows are begun.
  const ids = useRef<string[]>([]);
  if (places.length === 0)
    return <p className="hint">Belum ada sasaran. Buat tujuan dan sasaran dulu di Isian per dimensi.</p>;

  async function begin(form: FormData) {
    const place = places.find(({ id }) => id === form.get('place'));
    const department = departments.find(({ id }) => id === form.get('department')) ?? departments[0];
    const count = Number(form.get('count'));
    if (!place || !department) return;
    if (!Number.isInteger(count) || count < 1 || count > most)
      return setError(`Jumlah baris harus bilangan bulat 1 sampai ${most}.`);
    while (ids.current.length < count) ids.current.push(newId());
    setIsPending(true);
    const rows = ids.current.slice(0, count).map(id => ({ id, fields: {} }));
    const message = await onBegin(rows, place, department);
    setIsPending(false);
    setError(message);
    if (message === '') ids.current = [];
  }

  return (
    <form
      ref={choice}
      className="grid-add"
      onSubmit={event => {
        event.preventDefault();
        if (!isPending) void begin(new FormData(event.currentTarget));
      }}
    >
      <label className="grid-count">
        <span className="label">Tambah baris</span>
        <input
          className="input number"
          name="count"
          inputMode="numeric"
          defaultValue="1"
          autoComplete="off"
        />
      </label>
      <PlaceChoice {...{ places, dimensions, departments }} chosen={placeAt()} />
      <Button kind="second" icon="plus" aria-disabled={isPending || undefined}>
        {isPending ? 'Menyimpan…' : 'Tambah'}
      </Button>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </form>
  );
});
