import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { DimensionView } from '@/lib/plan/read/frame';
import type { AlignedItem } from '@/lib/rpjmd/alignment-board';
import { StandingMark } from './standing-mark';

/** Goals and targets of one dimension, each with how it stands and what it is linked to. */
export function AlignedItems({
  dimension,
  items,
}: {
  dimension: DimensionView;
  items: readonly AlignedItem[];
}) {
  const id = `dimensi-${dimension.slug}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        <Chip code={dimension.code} colour={dimension.colour} /> {dimension.name}
      </h2>
      <ul className="panel rows with-list aligned-items">
        {items.map(item => (
          <li key={item.id} className={`row is-${item.kind}`}>
            <Link className="title" href={itemPath(item)} prefetch={false}>
              <span className="kind">{kinds[item.kind].label}:</span> {item.title || 'tanpa nama'}
            </Link>
            <StandingMark alignment={item.alignment} />
            <span className="small muted">{[item.departmentCode, ...item.links].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
