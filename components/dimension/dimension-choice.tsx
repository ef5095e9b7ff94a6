type Props = { dimensions: readonly { slug: string; code: string; name: string }[]; chosen: string };

/** The dimension that a list is narrowed to, in a form of filters. */
export function DimensionChoice({ dimensions, chosen }: Props) {
  return (
    <label>
      <span>Dimensi</span>
      <select className="input" name="dimensi" defaultValue={chosen}>
        <option value="">Semua dimensi</option>
        {dimensions.map(({ slug, code, name }) => (
          <option key={slug} value={slug}>
            {code} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
