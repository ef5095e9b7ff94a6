import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { childKind, itemPath, kinds } from '@/lib/plan/kinds/all';
import type { TreeItem } from '@/lib/plan/read/dimension';
import { LeftOutTag, StatusTag } from './status-tag';

type Props = {
  item: TreeItem;
  below: number;
  /** Whether this person drafts for some department and so may copy it. */
  canCopy: boolean;
  as?: 'li' | 'div';
};

/** One item of the tree: name, owner, what is below it or where its figures go, status. */
export function TreeRow({ item, below, canCopy, as: Element = 'li' }: Props) {
  const kind = kinds[item.kind];
  const isLeaf = item.kind === 'indicator';
  const mark = `${isLeaf ? 'leaf' : 'stem'}${item.isMine ? ' mine' : ''}`;
  return (
    <Element className={`row ${mark}`} data-item={item.id} draggable={item.isMovable || undefined}>
      <p className="name">
        {isLeaf && <span className="code">{item.code || 'Indikator'}</span>}
        {item.kind === 'target' && (
          <span className="kind-word">
            {kind.label} {item.subdimension}
          </span>
        )}
        <Link className="title" href={itemPath(item)} prefetch={false} draggable={false}>
          {item.isMine && <span className="only-read">Milik Anda. </span>}
          {item.title || `${kind.label} tanpa nama`}
        </Link>
      </p>
      <p className="owner">{item.departmentCode}</p>
      <p className="move number">{isLeaf ? <Figures item={item} /> : countBelow(item, below)}</p>
      <span>
        <StatusTag status={item.status} selfApproved={item.selfApproved} />
        {item.isLeftOut && <LeftOutTag />}
      </span>
      {(item.isMovable || canCopy) && (
        <button className="row-menu" type="button" data-menu={item.id} aria-haspopup="dialog">
          <Icon name="more" />
          <span className="only-read">Menu {item.title}</span>
        </button>
      )}
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
