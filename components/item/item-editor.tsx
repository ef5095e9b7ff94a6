'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import type { About } from '@/lib/live/outbox-entry';
import type { Sender } from '@/lib/live/sender';
import { checkItem, obstacles } from '@/lib/plan/checks/all';
import type { Finding } from '@/lib/plan/checks/check';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { type Fields, type FieldValue, textOf, type Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { IndicatorName } from '@/lib/plan/read/item';
import type { Thread } from '@/lib/plan/read/threads';
import { CheckAnswers } from './check-answers';
import { FieldGroup } from './field-group';
import { FindingSummary } from './finding-summary';
import { StepEnd, StepHead, type StepPlace } from './form-steps';
import { knownReference, referenceNames } from './known-references';
import { senderOf, useSnapshot } from './sender';
import { SubmitItem } from './submit-item';

type Props = {
  item: PlanItem;
  /** Whom the page is drawn for. */
  person: string;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  /** What the item is linked to. */
  links: { id: string; label: string }[];
  threads: Thread[];
  /** What the server found beside it in the plan. */
  beside: Finding[];
  /** Indicators that this one may take the place of. */
  indicators: IndicatorName[];
};

/** What every field of the form needs to know of it. */
export type Editing = {
  itemId: string;
  sender: Sender;
  fields: Fields;
  /** Findings to show at a field. */
  findingsAt: (path: string) => Finding[];
  /** Conversations about a field that are not settled. */
  threadsAt: (path: string) => Thread[];
  change: (path: string, value: FieldValue) => void;
  /** Several fields as one change, that is taken back as one. */
  changeAll: (fields: Fields) => void;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
  /** A node of the regional plan's tree, as far as this page knows it. */
  referenceName: (id: string) => string;
  isNamed: (id: string) => boolean;
  indicators: IndicatorName[];
};

/** The form of one item, in one page or step by step. Every field saves by itself; handing in is the only button. */
export function ItemEditor({ item, person, plan, departments, subdimensions, threads, ...around }: Props) {
  const { beside, indicators, links } = around;
  const sender = senderOf(person);
  useState(() => sender.open(item.id, item.version, aboutOf(item, plan)));
  const snapshot = useSnapshot(sender);
  const [wasAsked, setWasAsked] = useState(false);
  const summary = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed changes with the snapshot
  const fields = useMemo<Fields>(
    () => ({ ...item.fields, ...sender.typed(item.id) }),
    [item, sender, snapshot],
  );
  const checked = useMemo(() => ({ ...item, fields }), [item, fields]);
  // It holds as long as the field says what it said then; handing in asks the server again.
  const found = beside.filter(({ field }) => fields[field] === item.fields[field]);
  const unread: Finding[] = sender
    .openFields(item.id)
    .flatMap(({ field, state }) =>
      state.kind === 'unread'
        ? [{ key: `unread.${field}`, level: 'block' as const, field, message: state.message }]
        : [],
    );
  const isUnread = ({ field }: Finding) => unread.some(held => held.field === field);
  const open = [...unread, ...obstacles(checked, plan, found).filter(finding => !isUnread(finding))];
  // What blocks is told when handing in; before that a form that is being filled in would be one long list.
  const shown = [
    ...unread,
    ...checkItem(checked, plan, found).filter(
      finding => (finding.level !== 'block' || wasAsked) && !isUnread(finding),
    ),
  ];
  const changeAll = (wanted: Fields) => {
    const before = Object.keys(wanted).map(path => [path, fields[path] ?? null]);
    sender.change(item.id, wanted, Object.fromEntries(before));
  };
  const editing: Editing = {
    ...{ itemId: item.id, sender, fields, subdimensions, indicators },
    referenceName: key => links.find(({ id }) => id === key)?.label ?? knownReference(key),
    isNamed: key => links.some(({ id }) => id === key) || referenceNames.has(key),
    departments: departments.filter(({ id }) => id !== item.departmentId),
    findingsAt: path => shown.filter(({ field }) => field === path),
    threadsAt: path => threads.filter(({ field, settledBy }) => field === path && settledBy === null),
    change: (path, value) => changeAll({ [path]: value }),
    changeAll,
  };

  const all = kinds[item.kind]
    .fields(plan)
    .filter(
      ({ path, input, isAsked }) =>
        !isAsked ||
        isAsked(fields, plan) ||
        fields[path] != null ||
        (input === 'indicator' && indicators.length > 0),
    );
  const groups = [...new Set(all.map(({ group }) => group))];
  const place = placeOf(useSearchParams().get('langkah'), groups);
  const submit = (
    <SubmitItem
      {...{ item, sender, person, open }}
      openNotes={threads.filter(({ isNote, settledBy }) => isNote && settledBy === null).length}
      onAsked={() => {
        setWasAsked(true);
        requestAnimationFrame(() => summary.current?.focus());
      }}
    />
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={event => event.preventDefault()}
      onBlur={() => sender.flush()}
    >
      {wasAsked && open.length > 0 && (
        <FindingSummary findings={open} fields={all} place={place} box={summary} />
      )}
      {groups.length > 1 && <StepHead place={place} />}
      {place.kind === 'check' && (
        <CheckAnswers fields={all} editing={editing} plan={plan} open={open} place={place} />
      )}
      {groups
        .filter(group => place.kind === 'all' || (place.kind === 'step' && place.groups[place.at] === group))
        .map(group => (
          <section key={group} className="form-group">
            <h2>{group}</h2>
            <FieldGroup
              kind={item.kind}
              fields={all.filter(field => field.group === group)}
              editing={editing}
            />
          </section>
        ))}
      {place.kind === 'step' ? (
        <StepEnd place={place} isSaved={sender.openFields(item.id).length === 0} />
      ) : (
        submit
      )}
    </form>
  );
}

function aboutOf(item: PlanItem, plan: Years): About {
  const { label, fields } = kinds[item.kind];
  const labels = Object.fromEntries(fields(plan).map(({ path, label }) => [path, label]));
  return { kind: item.kind, title: textOf(item.fields, 'title') || `${label} tanpa nama`, labels };
}

/** Where the address puts the reader: `?langkah=2`, `?langkah=periksa`, or all on one page. */
function placeOf(wanted: string | null, groups: string[]): StepPlace {
  if (groups.length < 2 || wanted === null) return { kind: 'all', groups };
  if (wanted === 'periksa') return { kind: 'check', groups };
  const at = Number(wanted) - 1;
  return groups[at] === undefined ? { kind: 'all', groups } : { kind: 'step', groups, at };
}
