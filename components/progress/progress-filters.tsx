import { DimensionChoice } from '@/components/dimension/dimension-choice';
import { Button } from '@/components/ui/button';
import type { ProgressFilter } from '@/lib/plan/progress';
import type { DimensionView } from '@/lib/plan/read/frame';

type Props = { dimensions: readonly DimensionView[]; filter: ProgressFilter };

/** Filters as a plain form, so that they live in the address and need no script. */
export function ProgressFilters({ dimensions, filter }: Props) {
  return (
    <form className="filters" action="/kemajuan" aria-label="Saring">
      <DimensionChoice dimensions={dimensions} chosen={filter.dimension ?? ''} />
      <label>
        <span>OPD</span>
        <select className="input" name="belum" defaultValue={filter.isOpenOnly ? 'ya' : ''}>
          <option value="">Semua OPD</option>
          <option value="ya">Yang belum mengajukan</option>
        </select>
      </label>
      <Button kind="second" icon="filter">
        Saring
      </Button>
    </form>
  );
}
