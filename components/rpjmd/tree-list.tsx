import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { treeLabel } from '@/lib/plan/references';
import type { TreeRow } from '@/lib/rpjmd/read/trees';
import { regulationLabel } from '@/lib/rpjmd/regulations';
import { TreeStanding } from './tree-standing';

/** The regional plans of a region, the newest first. */
export function TreeList({ trees }: { trees: readonly TreeRow[] }) {
  if (trees.length === 0) {
    return (
      <div className="panel">
        <EmptyState example="kolom VISI, MISI, TUJUAN, SASARAN dari lampiran RPJMD">
          Belum ada RPJMD. Sampai dimasukkan, tidak ada isian yang diminta menautkan diri.
        </EmptyState>
      </div>
    );
  }
  return (
    <ul className="panel rows with-list">
      {trees.map(tree => (
        <li key={tree.id} className="row">
          <Link className="title" href={`/kelola/rpjmd/${tree.id}`} prefetch={false}>
            {treeLabel(tree)}
          </Link>
          <p>
            <TreeStanding tree={tree} />
          </p>
          <p className="small muted">
            {regulationLabel(tree)}. {tree.counts}. {tree.items} isian tertaut.
          </p>
          {tree.undecided > 0 && (
            <p>
              <Link className="way" href={`/kelola/rpjmd/${tree.id}/alih`} prefetch={false}>
                {tree.undecided} tautan lama menunggu padanan
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
