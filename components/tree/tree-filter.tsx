import { DimensionChoice } from '@/components/dimension/dimension-choice';
import { Button } from '@/components/ui/button';
import type { DimensionView } from '@/lib/plan/read/frame';

type Props = { dimensions: readonly DimensionView[]; chosen?: string };

/** The choice of a dimension as a plain form, so that it lives in the address. */
export function TreeFilter({ dimensions, chosen = '' }: Props) {
  return (
    <form className="filters" action="/rencana/pohon" aria-label="Saring">
      <DimensionChoice dimensions={dimensions} chosen={chosen} />
      <Button kind="second" icon="filter">
        Saring
      </Button>
    </form>
  );
}
