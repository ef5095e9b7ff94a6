import Link from 'next/link';
import { depthStyle } from '@/components/rpjmd/depth-style';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { referenceLabel } from '@/lib/plan/reference-label';
import type { ServedNode } from '@/lib/rpjmd/alignment-board';
import type { AlignmentView } from '@/lib/rpjmd/read/alignment';

type Props = { served: readonly ServedNode[]; targets: AlignmentView['targets'] };

/** The regional plan itself: what of it is served and by which items. */
export function ServedTree({ served, targets }: Props) {
  const unserved = served.filter(({ node, isServed }) => node.kind === 'target' && !isServed);
  return (
    <section className="section" aria-labelledby="didukung">
      <h2 id="didukung">Sasaran RPJMD yang belum didukung</h2>
      {unserved.length === 0 ? (
        <p>
          {targets.all > 0
            ? `Semua ${targets.all} sasaran RPJMD didukung paling sedikit satu isian.`
            : 'RPJMD ini tidak memuat sasaran.'}
        </p>
      ) : (
        <ul className="panel rows with-list">
          {unserved.map(({ node }) => (
            <li key={node.id} className="row">
              {referenceLabel(node)}
            </li>
          ))}
        </ul>
      )}
      <Fold summary="Seluruh pohon RPJMD dan isian yang mendukungnya" icon="tree">
        <ol className="reference-tree">
          {served.map(({ node, depth, items }) => (
            <li key={node.id} style={depthStyle(depth)}>
              <span>{referenceLabel(node)}</span>
              {items.map(item => (
                <Link key={item.id} href={itemPath(item)} prefetch={false}>
                  <Icon name="check" />
                  {kinds[item.kind].label}: {item.title || 'tanpa nama'} ({item.departmentCode})
                </Link>
              ))}
            </li>
          ))}
        </ol>
      </Fold>
    </section>
  );
}
