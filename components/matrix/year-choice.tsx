type Props = { years: readonly number[]; column: number; choose: (column: number) => void };

/** On a narrow screen the matrix shows one year at a time; here it is chosen. The baseline is column 2. */
export function YearChoice({ years, column, choose }: Props) {
  const names = ['Awal', ...years.map(String)];
  return (
    <fieldset className="year-choice">
      <legend className="only-read">Tahun yang ditampilkan</legend>
      {names.map((name, at) => (
        <label key={name}>
          <input
            type="radio"
            name="tahun-tampil"
            checked={column === at + 2}
            onChange={() => choose(at + 2)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
