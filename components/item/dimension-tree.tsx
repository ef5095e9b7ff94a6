import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { goal } from '@/lib/plan/kinds/goal';
import { indicator } from '@/lib/plan/kinds/indicator';
import type { Years } from '@/lib/plan/kinds/kind';
import { target } from '@/lib/plan/kinds/target';
import type { DimensionPage, TreeItem } from '@/lib/plan/read/dimension';
import type { StageView } from '@/lib/plan/read/frame';
import { type Node, walk } from '@/lib/plan/tree';
import { AddItem } from './add-item';
import { SubmitReady } from './submit-ready';
import type { TreePlace } from './tree-places';
import { TreeRow } from './tree-row';
import { TreeTools } from './tree-tools';

type Props = {
  page: DimensionPage;
  /** Whom the page is drawn for. */
  person: string;
  stage: StageView | null;
  isLocked: boolean;
  plan: Years;
};

/** The tree of one dimension: goals, their targets, their indicators; own ones first. */
export function DimensionTree({ page, person, stage, isLocked, plan }: Props) {
  const { dimension, tree, indicators, mine, departments } = page;
  const codes = departments.map(({ code }) => code).join(', ');
  const canAdd = departments.length > 0 && !isLocked;
  const topKind = dimension ? goal : indicator;
  const items = walk(tree).map(({ node }) => node.item);
  const own = items.filter(({ isMovable }) => isMovable);
  const ready = own.filter(({ isReady }) => isReady);
  return (
    <>
      <PageHead
        back={{ href: '/perencanaan', label: 'Isian per dimensi' }}
        title={
          dimension ? (
            <span className="title-with-chip">
              <Chip code={dimension.code} colour={dimension.colour} />
              {dimension.name}
            </span>
          ) : (
            'Indikator daerah'
          )
        }
      >
        <p>
          {indicators} indikator
          {mine > 0 && (
            <strong>
              , {mine} milik {codes}
            </strong>
          )}
        </p>
        {!dimension && <p className="lead">Ukuran seluruh daerah di luar dimensi, ditinjau sekretariat.</p>}
        <DueLine stage={stage} />
        {departments.length > 0 && (
          <SubmitReady person={person} ready={ready} unready={own.length - ready.length} />
        )}
      </PageHead>
      <TreeTools person={person} departments={departments} places={items.map(item => placeOf(item, page))}>
        {tree.length > 0 && (
          <p className="tree-key">
            Angka pada indikator: kondisi awal {plan.baselineYear} → target lima tahun.
            {codes && ` Milik ${codes} (garis biru) di urutan pertama.`}
          </p>
        )}
        {tree.map(node =>
          node.item.kind === 'goal' ? (
            <Goal key={node.item.id} {...{ node, page, person, plan, canAdd }} />
          ) : (
            <ul key={node.item.id} className="panel tree with-list">
              <TreeRow item={node.item} below={node.children.length} canCopy={canAdd} />
            </ul>
          ),
        )}
        {tree.length === 0 && (
          <div className="panel">
            <EmptyState example={topKind.example}>
              Belum ada {topKind.label.toLowerCase()} di sini.
            </EmptyState>
          </div>
        )}
        {canAdd && (
          <div className="panel">
            <AddItem
              person={person}
              plan={plan}
              kind={topKind.name}
              parent={null}
              dimensionId={dimension?.id ?? null}
              departments={departments}
              isOpen={tree.length === 0}
            />
          </div>
        )}
      </TreeTools>
      {departments.length > 0 && (
        <p className="small">
          <Link className="side-link" href="/perencanaan/arsip" prefetch={false}>
            Arsip isian Anda
          </Link>
        </p>
      )}
    </>
  );
}

function placeOf(item: TreeItem, page: DimensionPage): TreePlace {
  const { id, kind, parentId, departmentId, title, version, isMovable, isMine } = item;
  const dimensionId = page.dimension?.id ?? null;
  const hidden = page.hidden[id] ?? 0;
  return { id, kind, parentId, dimensionId, departmentId, title, version, isMovable, isMine, hidden };
}

type BranchProps = {
  node: Node<TreeItem>;
  page: DimensionPage;
  person: string;
  plan: Years;
  canAdd: boolean;
};

function Goal({ node, page, person, plan, canAdd }: BranchProps) {
  const { item, children } = node;
  return (
    <section
      className="panel with-list dimension-bar"
      style={page.dimension ? dimensionStyle(page.dimension.colour) : undefined}
      aria-label={`Tujuan: ${item.title}`}
    >
      <div className="goal">
        <p className="kind-word">Tujuan</p>
        <TreeRow item={item} below={children.length} canCopy={canAdd} as="div" />
      </div>
      <ul className="tree">
        {children.map(child => (
          <Branch key={child.item.id} {...{ node: child, page, person, plan, canAdd }} />
        ))}
        {canAdd && (
          <li className="add-line">
            <AddItem
              person={person}
              plan={plan}
              kind={target.name}
              parent={{ id: item.id, title: item.title }}
              dimensionId={page.dimension?.id ?? null}
              departments={page.departments}
            />
          </li>
        )}
      </ul>
    </section>
  );
}

function Branch({ node, page, person, plan, canAdd }: BranchProps) {
  const { item, children } = node;
  const hidden = page.hidden[item.id] ?? 0;
  return (
    <li className="branch">
      <TreeRow item={item} below={children.length + hidden} canCopy={canAdd} as="div" />
      <ul className="leaves">
        {children.map(child => (
          <TreeRow key={child.item.id} item={child.item} below={0} canCopy={canAdd} />
        ))}
        {hidden > 0 && (
          <li className="add-line">
            <p className="small muted">{hidden} indikator masih disusun OPD lain.</p>
          </li>
        )}
        {canAdd && (
          <li className="add-line">
            <AddItem
              person={person}
              plan={plan}
              kind={indicator.name}
              parent={{ id: item.id, title: item.title }}
              dimensionId={page.dimension?.id ?? null}
              departments={page.departments}
            />
          </li>
        )}
      </ul>
    </li>
  );
}
