import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import type { Alignment } from '@/lib/plan/references';
import { type AlignmentFilter, alignmentPath, alignments } from '@/lib/rpjmd/alignment-filter';
import type { AlignmentView } from '@/lib/rpjmd/read/alignment';

const order = Object.keys(alignments) as Alignment[];

/** Counts per dimension; each leads to the items that it counts. */
export function AlignmentTable({
  dimensions,
  filter,
}: {
  dimensions: AlignmentView['dimensions'];
  filter: AlignmentFilter;
}) {
  return (
    <table className="alignment-table">
      <caption className="only-read">Keselarasan per dimensi</caption>
      <thead>
        <tr>
          <th scope="col">Dimensi</th>
          {order.map(alignment => (
            <th key={alignment} scope="col">
              {alignments[alignment].label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {dimensions.map(({ dimension, counts }) => (
          <tr key={dimension.id}>
            <th scope="row">
              <Chip code={dimension.code} colour={dimension.colour} /> {dimension.name}
            </th>
            {order.map(alignment => (
              <td key={alignment}>
                <span className="narrow-word">{alignments[alignment].label}</span>
                {counts[alignment] > 0 ? (
                  <Link
                    href={alignmentPath({ ...filter, dimension: dimension.slug, alignment })}
                    prefetch={false}
                    aria-label={`${counts[alignment]} ${alignments[alignment].label.toLowerCase()}, ${dimension.name}`}
                  >
                    {counts[alignment]}
                  </Link>
                ) : (
                  '0'
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
