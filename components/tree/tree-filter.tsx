import { Button } from '@/components/ui/button';
import type { DimensionView } from '@/lib/plan/read/frame';

type Props = { dimensions: readonly DimensionView[]; chosen?: string };

/** The choice of a dimension as a plain form, so that it lives in the address. */
export function TreeFilter({ dimensions, chosen = '' }: Props) {
  return (
    <form className="filters" action="/rencana/pohon" aria-label="Saring">
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
      <Button kind="second" icon="filter">
        Saring
      </Button>
    </form>
  );
}
