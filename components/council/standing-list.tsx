import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import type { Endorsement } from '@/lib/council/read/endorsements';
import type { DimensionView } from '@/lib/plan/read/frame';
import { EndorsementLine } from './endorsement-line';

type Props = { dimensions: readonly DimensionView[]; endorsements: ReadonlyMap<string, Endorsement> };

/** Every dimension with how it stands with the council. */
export function StandingList({ dimensions, endorsements }: Props) {
  return (
    <ul className="panel with-list rows">
      {dimensions.map(dimension => (
        <li key={dimension.id} className="row dimension-bar" style={dimensionStyle(dimension.colour)}>
          <h3 className="standing-name">
            <Chip {...dimension} />
          </h3>
          <EndorsementLine endorsement={endorsements.get(dimension.id) ?? null} />
        </li>
      ))}
    </ul>
  );
}
