import type { ReactNode } from 'react';
import { Talk } from '@/components/talk/talk';
import { Chip } from '@/components/ui/chip';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, DimensionView, SubdimensionView } from '@/lib/plan/read/frame';
import type { ItemView } from '@/lib/plan/read/item';
import { AddLater } from './add-later';
import { ItemEditor } from './item-editor';
import { ItemReader, Warnings } from './item-reader';
import { ItemSide } from './item-side';
import { Kin } from './kin';
import { LiveItem } from './live-item';
import { LiveText } from './live-text';
import { LiveTitle } from './live-title';
import { NotesToAnswer } from './notes-to-answer';
import { Place } from './place';
import { PlainWords } from './plain-words';
import { ItemSaveStatus } from './save-status';
import { SeenMark } from './seen-mark';
import { LeftOutTag, StatusTag } from './status-tag';
import { StepBar } from './step-bar';
import { Trail } from './trail';
import { Unsent } from './unsent';

type Props = {
  view: ItemView;
  /** Whom the page is drawn for. */
  person: { id: string; name: string };
  dimension: DimensionView | null;
  plan: Years & { revision: number };
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  isLocked: boolean;
  /** What its owner must know of the stage. */
  notice?: ReactNode;
  /** Whose suggestions it was made of, and what is suggested on it. */
  origins?: ReactNode;
  suggestions?: ReactNode;
};

/** One item: its owner edits it here, everybody else reads it here. */
export function ItemPage(props: Props) {
  const { view, person, dimension, plan, departments, subdimensions, isLocked, notice } = props;
  const { item, ancestors, canEdit } = view;
  const parent = ancestors.at(-1);
  const fields = kinds[item.kind].fields(plan).map(({ path, label }) => ({ path, label }));
  const back = dimension
    ? { href: `/perencanaan/${dimension.slug}`, label: dimension.name }
    : { href: '/perencanaan/daerah', label: 'Indikator daerah' };
  const title = textOf(item.fields, 'title') || `${kinds[item.kind].label} tanpa nama`;
  const { links, indicators } = view;
  const around = { item, plan, departments, subdimensions, links, indicators };
  return (
    <>
      <SeenMark person={person.id} subjectId={item.id} position={item.version} revision={plan.revision} />
      <PageHead
        back={back}
        isLong={title.length > 100}
        crumbs={[
          ...(dimension
            ? [{ label: <Chip code={dimension.code} colour={dimension.colour} />, href: back.href }]
            : []),
          ...ancestors.map(ancestor => ({ label: ancestor.title, href: itemPath(ancestor) })),
        ]}
        title={
          canEdit ? (
            <LiveTitle person={person.id} itemId={item.id} title={title} />
          ) : (
            <LiveText item={{ id: item.id, version: item.version }} path="title" text={title} />
          )
        }
      >
        <div className="line">
          <StatusTag status={item.status} selfApproved={item.selfApproved} />
          {isLocked && <StatusTag status="locked" />}
          {item.leftOutReason !== null && <LeftOutTag />}
          {canEdit && <ItemSaveStatus person={person.id} itemId={item.id} />}
          <LiveItem
            person={person.id}
            item={{ id: item.id, version: item.version }}
            path={itemPath(item)}
            page={itemPath(item)}
            revision={plan.revision}
            canEdit={canEdit}
          />
        </div>
        {item.leftOutReason !== null && <p>Dikeluarkan dari rencana: {item.leftOutReason}</p>}
        {canEdit && notice}
        <NotesToAnswer view={view} />
        <Kin view={view} />
        {props.origins}
      </PageHead>
      <div className="split with-form">
        <div>
          {canEdit ? (
            <ItemEditor
              key={`${item.id} ${item.version}`}
              {...around}
              person={person.id}
              threads={view.threads}
              beside={view.beside}
            />
          ) : (
            <div className="form">
              <Unsent person={person.id} itemId={item.id} kind={item.kind} plan={plan} />
              <PlainWords view={view} plan={plan} />
              <ItemReader
                {...around}
                threads={view.threads}
                context={
                  <div className="reader-context">
                    <Trail
                      told={view.history}
                      status={item.status}
                      owner={view.owner.code}
                      reviewer={view.reviewer}
                    />
                    <Place view={view} dimension={dimension} />
                  </div>
                }
              />
              <Warnings item={item} plan={plan} beside={view.beside} />
              <StepBar
                item={{ id: item.id, version: item.version, title, kind: item.kind }}
                view={view}
                person={person.id}
                owner={view.owner.code}
                fields={fields}
              />
            </div>
          )}
          {canEdit && parent && kinds[item.kind].isLong && (
            <AddLater
              person={person.id}
              kind={item.kind}
              parent={{ id: parent.id, title: parent.title }}
              dimensionId={item.dimensionId}
              departments={[{ id: item.departmentId, code: view.owner.code }]}
              plan={plan}
              label={`${kinds[item.kind].addLabel} lain`}
            />
          )}
          {props.suggestions}
          <Talk
            person={person}
            itemId={item.id}
            threads={view.threads}
            fields={fields}
            isReader={!view.canSpeak}
          />
        </div>
        <ItemSide view={view} person={person.id} />
      </div>
    </>
  );
}
