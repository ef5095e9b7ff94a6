import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import type { Share, Wall } from '@/lib/hall/read/wall';

/** Each dimension as a lane: how much of it is handed in, and of that how much approved. */
export function WallDimensions({ dimensions }: { dimensions: Wall['dimensions'] }) {
  return (
    <ul className="wall-lanes">
      {dimensions.map(({ id, code, name, colour, ...share }) => (
        <li key={id} className="wall-lane" style={dimensionStyle(colour)}>
          <p className="wall-lane-name">
            <Chip code={code} colour={colour} />
            {name}
          </p>
          <ShareBar {...share} />
          <p className="wall-lane-sum">
            <strong>{share.handedIn}</strong> dari {share.items}
            <span className="only-read"> diajukan, {share.approved} disetujui</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The share as a bar; the same in figures stands beside it. */
export function ShareBar({ items, handedIn, approved }: Share) {
  const waiting = handedIn - approved;
  return (
    <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-all" width="100" height="10" />
      {items > 0 && (
        <>
          <rect className="share-approved" width={(100 * approved) / items} height="10" />
          <rect
            className="share-waiting"
            x={(100 * approved) / items}
            width={(100 * waiting) / items}
            height="10"
          />
        </>
      )}
    </svg>
  );
}
