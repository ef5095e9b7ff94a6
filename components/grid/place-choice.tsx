import type { GridPlace } from '@/lib/plan/read/grid';

type Props = {
  places: readonly GridPlace[];
  dimensions: readonly { id: string; code: string }[];
  departments: readonly { id: string; code: string }[];
  chosen: string | null;
};

/** Which target rows are to hang under, and whose they are where that is not plain. */
export function PlaceChoice({ places, dimensions, departments, chosen }: Props) {
  const codeOf = ({ dimensionId }: GridPlace) =>
    dimensions.find(({ id }) => id === dimensionId)?.code ?? 'Daerah';
  const options = (isMine: boolean) =>
    places
      .filter(place => place.isMine === isMine)
      .map(place => (
        <option key={place.id} value={place.id}>
          {codeOf(place)}: {place.title}
        </option>
      ));
  return (
    <>
      <label className="grid-place">
        <span className="label">Di bawah sasaran</span>
        <select className="input" name="place" defaultValue={chosen ?? undefined}>
          <optgroup label="Sasaran OPD sendiri">{options(true)}</optgroup>
          <optgroup label="Sasaran OPD lain">{options(false)}</optgroup>
        </select>
      </label>
      {departments.length > 1 && (
        <label>
          <span className="label">Milik</span>
          <select className="input" name="department">
            {departments.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
