import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Fold } from '@/components/ui/fold';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, DimensionView, SubdimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';
import { isSentBack } from '@/lib/plan/workflow';
import { History } from './history';
import { ItemEditor } from './item-editor';
import { ItemReader } from './item-reader';
import { SaveStatus } from './save-status';
import { StatusTag } from './status-tag';
import { StepBar } from './step-bar';
import { Unsent } from './unsent';

type Props = {
  view: ItemView;
  /** Whom the page is drawn for. */
  person: string;
  dimension: DimensionView | null;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  isLocked: boolean;
};

/** One item: its owner edits it here, everybody else reads it here. */
export function ItemPage({ view, person, dimension, plan, departments, subdimensions, isLocked }: Props) {
  const { item, ancestors, canEdit, history } = view;
  const back = dimension
    ? { href: `/perencanaan/${dimension.slug}`, label: dimension.name }
    : { href: '/perencanaan/daerah', label: 'Indikator daerah' };
  const title = textOf(item.fields, 'title') || `${kinds[item.kind].label} tanpa nama`;
  const note = isSentBack(item.status) ? history.findLast(told => told.note !== null) : undefined;
  return (
    <>
      <PageHead
        back={back}
        crumbs={[
          ...(dimension
            ? [{ label: <Chip code={dimension.code} colour={dimension.colour} />, href: back.href }]
            : []),
          ...ancestors.map(ancestor => ({ label: ancestor.title, href: itemPath(ancestor) })),
        ]}
        title={title}
      >
        <div className="line">
          <StatusTag status={item.status} selfApproved={item.selfApproved} />
          {isLocked && <StatusTag status="locked" />}
          {canEdit && <SaveStatus person={person} itemId={item.id} />}
        </div>
        {note && (
          <p className="note-from">
            <Icon name="note" />
            <span>
              <strong>
                {note.by}, {showMoment(note.at)}:
              </strong>{' '}
              “{note.note}”
            </span>
          </p>
        )}
      </PageHead>
      <div className="split with-form">
        {canEdit ? (
          <ItemEditor
            key={`${item.id} ${item.version}`}
            item={item}
            person={person}
            plan={plan}
            departments={departments}
            subdimensions={subdimensions}
          />
        ) : (
          <div className="form">
            <Unsent person={person} itemId={item.id} kind={item.kind} plan={plan} />
            <ItemReader item={item} plan={plan} departments={departments} subdimensions={subdimensions} />
            <StepBar
              item={{ id: item.id, version: item.version, title, kind: item.kind }}
              view={view}
              person={person}
            />
          </div>
        )}
        <ItemSide view={view} />
      </div>
    </>
  );
}

function ItemSide({ view: { item, owner, reviewer, history, children } }: { view: ItemView }) {
  const code = textOf(item.fields, 'code');
  return (
    <aside className="side" aria-label="Keterangan isian">
      <dl className="facts">
        {code && <Fact name="Kode">{code}</Fact>}
        <Fact name="Pengampu">
          {owner.code}
          {item.illustrative && <span className="small muted"> (data contoh)</span>}
        </Fact>
        <Fact name="Peninjau">{reviewer}</Fact>
      </dl>
      {children.length > 0 && (
        <Fold summary={`Di bawahnya, ${children.length} isian`} icon="tree">
          <ul className="past">
            {children.map(child => (
              <li key={child.id}>
                <a href={itemPath(child)}>{child.title || 'Tanpa nama'}</a>{' '}
                <span className="muted">{child.departmentCode}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <Fold summary={`Riwayat, ${history.length} perubahan`} icon="history">
        <History told={history} />
      </Fold>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
