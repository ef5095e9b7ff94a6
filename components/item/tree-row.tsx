import Link from 'next/link';
import { childKind, itemPath, kinds } from '@/lib/plan/kinds/all';
import type { TreeItem } from '@/lib/plan/read/dimension';
import { StatusTag } from './status-tag';

type Props = { item: TreeItem; below: number; as?: 'li' | 'div' };

/** One item of the tree: name, owner, what is below it or where its figures go, status. */
export function TreeRow({ item, below, as: Element = 'li' }: Props) {
  const kind = kinds[item.kind];
  const isLeaf = item.kind === 'indicator';
  const mark = `${isLeaf ? 'leaf' : 'stem'}${item.isMine && isLeaf ? ' mine' : ''}`;
  return (
    <Element className={`row ${mark}`}>
      <p className="name">
        {isLeaf && <span className="code">{item.code}</span>}
        {item.kind === 'target' && (
          <span className="kind-word">
            {kind.label} {item.subdimension}
          </span>
        )}
        <Link className="title" href={itemPath(item)} prefetch={false}>
          {item.isMine && <span className="only-read">Milik Anda. </span>}
          {item.title || `${kind.label} tanpa nama`}
        </Link>
      </p>
      <p className="owner">{item.departmentCode}</p>
      <p className="move number">{isLeaf ? <Figures item={item} /> : countBelow(item, below)}</p>
      <StatusTag status={item.status} selfApproved={item.selfApproved} />
    </Element>
  );
}

function Figures({ item: { from, to, unit, isExample } }: { item: TreeItem }) {
  if (from === '' && to === '') return <span className="muted">belum ada angka</span>;
  return (
    <>
      <span className="only-read">Dari kondisi awal ke target: </span>
      {from || '–'} → {to || '–'}{' '}
      <span className="unit">
        {unit}
        {isExample && <small> contoh</small>}
      </span>
    </>
  );
}

function countBelow(item: TreeItem, below: number): string {
  const kind = childKind(item.kind);
  return kind ? `${below} ${kind.label.toLowerCase()}` : '';
}
