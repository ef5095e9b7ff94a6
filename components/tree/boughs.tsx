import { StatusTag } from '@/components/item/status-tag';
import { Icon } from '@/components/ui/icon';
import { childKind, itemPath, kinds } from '@/lib/plan/kinds/all';
import { showCell } from '@/lib/plan/numbers';
import type { Node } from '@/lib/plan/tree';
import type { Bough } from '@/lib/plan/tree-picture';

export type Around = {
  codeOf: (departmentId: string) => string;
  subdimensionOf: (id: string) => string;
  /** Where the indicators are drawn when they are too many here. */
  more: string | null;
  /** How far the picture is unfolded at first. */
  depth: 'goals' | 'all';
};

type Props = { nodes: readonly Node<Bough>[]; around: Around; undrawn?: number };

/** What hangs under one point of the picture. Plain links, since thousands of them stand here. */
export function Boughs({ nodes, around, undrawn = 0 }: Props) {
  return (
    <ul className="boughs">
      {nodes.map(node =>
        node.item.kind === 'indicator' ? (
          <li key={node.item.id} className="leaf">
            <Label item={node.item} around={around} />
          </li>
        ) : (
          <li key={node.item.id}>
            <a className="bough-open" href={itemPath(node.item)}>
              Buka<span className="only-read"> {node.item.title}</span>
            </a>
            <Fork node={node} around={around} />
          </li>
        ),
      )}
      {undrawn > 0 && (
        <li className="leaf small muted">
          {around.more ? <a href={around.more}>{undrawn} indikator</a> : `${undrawn} masih disusun OPD lain`}
        </li>
      )}
    </ul>
  );
}

function Fork({ node: { item, children }, around }: { node: Node<Bough>; around: Around }) {
  const isEmpty = children.length === 0 && item.undrawn === 0;
  if (isEmpty) {
    return (
      <div className="fork is-bare">
        <Label item={item} around={around} />
      </div>
    );
  }
  return (
    <details className="fork" open={item.kind === 'goal' || around.depth === 'all'}>
      <summary>
        <Icon name="forward" className="bough-arrow" />
        <Label item={item} around={around} count={children.length + item.undrawn} />
      </summary>
      <Boughs nodes={children} around={around} undrawn={item.undrawn} />
    </details>
  );
}

function Label({ item, around, count }: { item: Bough; around: Around; count?: number }) {
  const { label } = kinds[item.kind];
  const owner = around.codeOf(item.departmentId);
  const isLeaf = item.kind === 'indicator';
  const place = item.subdimensionId ? around.subdimensionOf(item.subdimensionId) : '';
  const title = item.title || `${label} tanpa nama`;
  const head = isLeaf ? item.code : [label, place].filter(Boolean).join(' ');
  return (
    <div className="bough">
      <p className="meta">{[head, owner].filter(Boolean).join(' · ')}</p>
      {isLeaf ? <a href={itemPath(item)}>{title}</a> : <b>{title}</b>}
      {isLeaf && <Figures item={item} />}
      <StatusTag status={item.status} selfApproved={item.selfApproved} />
      {count !== undefined && <span className="meta bough-count">{countOf(item, count)}</span>}
    </div>
  );
}

function countOf({ kind }: Bough, count: number): string {
  return `${count} ${childKind(kind)?.label.toLowerCase() ?? ''}`;
}

function Figures({ item: { start, aim, precision, unit } }: { item: Bough }) {
  if (!start && !aim) return <p className="meta">belum ada angka</p>;
  return (
    <p className="meta number">
      {start ? showCell(start.cell, precision) : '–'} → {aim ? showCell(aim.cell, precision) : '–'} {unit}
      {aim && ` (${aim.year})`}
    </p>
  );
}
