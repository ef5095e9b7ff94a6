import { Fragment, type ReactNode } from 'react';
import { CheckMessage } from '@/components/ui/check-message';
import { checkItem, reasonFor } from '@/lib/plan/checks/all';
import type { Finding } from '@/lib/plan/checks/check';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { type Field, precisionOf, type Years } from '@/lib/plan/kinds/kind';
import { showValue } from '@/lib/plan/log/story';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { IndicatorName } from '@/lib/plan/read/item';
import type { Thread } from '@/lib/plan/read/threads';
import { CommentLink, FieldNotes } from './field-talk';
import { LiveText, LiveUnfilled } from './live-text';
import { namesOf } from './names';
import { SeriesReader } from './series-reader';

type Props = {
  item: PlanItem;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  /** What the item is linked to. */
  links: { id: string; label: string }[];
  threads: Thread[];
  /** Indicators that it refers to. */
  indicators: IndicatorName[];
  /** What stands around it, told once the figures are seen. */
  context?: ReactNode;
};

const isSeries = ({ input }: Field) => input === 'cell';

/** An item as it stands, for whoever reads or reviews it. */
export function ItemReader({ item, plan, departments, subdimensions, threads, ...refers }: Props) {
  const { links, indicators, context } = refers;
  const drawn = { id: item.id, version: item.version };
  const referenceName = (key: string) => links.find(({ id }) => id === key)?.label ?? '';
  const names = namesOf(plan, departments, subdimensions, { referenceName, indicators });
  const notesAt = (path: string) =>
    threads.filter(({ field, settledBy }) => field === path && settledBy === null);
  const fields = kinds[item.kind]
    .fields(plan)
    .filter(({ path }) => path !== 'title' && path !== 'code')
    .filter(({ path, isAsked }) => !isAsked || isAsked(item.fields, plan) || item.fields[path] != null);
  const precision = precisionOf(item.fields);
  // The figures are what most readers come for.
  const groups = [...new Set([...fields.filter(isSeries), ...fields].map(({ group }) => group))];
  return (
    <>
      {!fields.some(isSeries) && context}
      {groups.map(group => {
        const shown = fields.filter(field => field.group === group && !isSeries(field));
        const told = shown.map(field => ({
          field,
          text: showValue(field, item.fields[field.path] ?? null, names, precision),
        }));
        const isFilled = ({ field, text }: (typeof told)[number]) =>
          text !== '' || notesAt(field.path).length > 0;
        const filled = told.filter(isFilled);
        const empty = told.filter(one => !isFilled(one));
        const hasCells = fields.some(field => field.group === group && isSeries(field));
        if (shown.length === 0 && !hasCells) return null;
        return (
          <Fragment key={group}>
            <section className="form-group">
              <h2>{group}</h2>
              {hasCells && <SeriesReader item={item} plan={plan} notesAt={notesAt} />}
              {filled.length > 0 && (
                <dl className="facts">
                  {filled.map(({ field, text }) => (
                    <div key={field.path}>
                      <dt>
                        {field.label} <CommentLink field={field} />
                      </dt>
                      <dd>
                        <LiveText item={drawn} path={field.path} text={text} />
                        <FieldNotes threads={notesAt(field.path)} />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {empty.length > 0 && (
                <LiveUnfilled
                  item={drawn}
                  fields={empty.map(({ field: { path, label } }) => ({ path, label }))}
                />
              )}
            </section>
            {hasCells && context}
          </Fragment>
        );
      })}
    </>
  );
}

/** What the checks warn of, each with the owner's answer. */
export function Warnings({
  item,
  plan,
  beside,
}: {
  item: PlanItem;
  plan: Years;
  beside?: readonly Finding[];
}) {
  return checkItem(item, plan, beside)
    .filter(({ level }) => level === 'warn')
    .map(finding => (
      <CheckMessage
        key={finding.key}
        level="warn"
        below={
          <p className="small">
            <strong>Alasan OPD:</strong> “{reasonFor(item, finding) || 'belum ditulis'}”
          </p>
        }
      >
        {finding.message}
      </CheckMessage>
    ));
}
