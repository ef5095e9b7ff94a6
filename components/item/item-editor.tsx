'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Sender } from '@/lib/live/sender';
import { checkItem, obstacles } from '@/lib/plan/checks/all';
import type { Finding } from '@/lib/plan/checks/check';
import { kinds } from '@/lib/plan/kinds/all';
import type { Field, Fields, FieldValue, Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { PlanItem } from '@/lib/plan/read/item-rows';
import { FieldInput } from './field-input';
import { senderOf, useSnapshot } from './sender';
import { SeriesFields } from './series-fields';
import { SubmitItem } from './submit-item';

type Props = {
  item: PlanItem;
  /** Whom the page is drawn for. */
  person: string;
  plan: Years;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
};

/** What every field of the form needs to know of it. */
export type Editing = {
  itemId: string;
  sender: Sender;
  fields: Fields;
  /** Findings to show at a field. */
  findingsAt: (path: string) => Finding[];
  change: (path: string, value: FieldValue) => void;
  /** Shows another value in the field, as after a conflict. */
  show: (path: string, value: FieldValue) => void;
};

/** The form of one item. Every field saves by itself; handing in is the only button. */
export function ItemEditor({ item, person, plan, departments, subdimensions }: Props) {
  const sender = senderOf(person);
  const [fields, setFields] = useState<Fields>(() => sender.open(item.id, item.version, item.fields));
  const [wasAsked, setWasAsked] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useSnapshot(sender);

  const checked = useMemo(() => ({ ...item, fields }), [item, fields]);
  const unread: Finding[] = sender
    .openFields(item.id)
    .flatMap(({ field, state }) =>
      state.kind === 'unread'
        ? [{ key: `unread.${field}`, level: 'block' as const, field, message: state.message }]
        : [],
    );
  const open = [...unread, ...obstacles(checked, plan)];
  // What blocks is told when handing in; before that a form that is being filled in would be one long list.
  const shown = [...unread, ...checkItem(checked, plan).filter(({ level }) => level !== 'block' || wasAsked)];

  const show = useCallback((path: string, value: FieldValue) => {
    setFields(before => ({ ...before, [path]: value }));
  }, []);
  const editing: Editing = {
    itemId: item.id,
    sender,
    fields,
    findingsAt: path => shown.filter(({ field }) => field === path),
    change: (path, value) => {
      show(path, value);
      sender.change(item.id, { [path]: value });
    },
    show,
  };

  const all = kinds[item.kind]
    .fields(plan)
    .filter(({ path, isAsked }) => !isAsked || isAsked(fields) || fields[path] != null);
  const groups = [...new Set(all.map(({ group }) => group))];
  return (
    <form
      className="form"
      noValidate
      onSubmit={event => event.preventDefault()}
      onBlur={() => sender.flush()}
    >
      {wasAsked && open.length > 0 && <Summary findings={open} box={summary} />}
      {groups.map(group => (
        <section key={group} className="form-group">
          <h2>{group}</h2>
          <Group
            fields={all.filter(field => field.group === group)}
            editing={editing}
            departments={departments.filter(({ id }) => id !== item.departmentId)}
            subdimensions={subdimensions}
          />
        </section>
      ))}
      <SubmitItem
        item={item}
        sender={sender}
        person={person}
        open={open}
        onAsked={() => {
          setWasAsked(true);
          requestAnimationFrame(() => summary.current?.focus());
        }}
      />
    </form>
  );
}

type GroupProps = {
  fields: Field[];
  editing: Editing;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
};

function Group({ fields, editing, departments, subdimensions }: GroupProps) {
  const cells = fields.filter(({ input }) => input === 'cell');
  return (
    <>
      {fields
        .filter(({ input }) => input !== 'cell')
        .map(field => (
          <FieldInput
            key={field.path}
            field={field}
            editing={editing}
            departments={departments}
            subdimensions={subdimensions}
          />
        ))}
      {cells.length > 0 && <SeriesFields fields={cells} editing={editing} />}
    </>
  );
}

function Summary({ findings, box }: { findings: Finding[]; box: React.RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const mark = () => {
      if (!document.title.startsWith('Galat: ')) document.title = `Galat: ${document.title}`;
    };
    mark();
    // On a slow device the page's own title may still be on its way and would take this one's place.
    const observer = new MutationObserver(mark);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = document.title.replace(/^Galat: /, '');
    };
  }, []);
  return (
    <section
      className="check check-block summary"
      role="alert"
      tabIndex={-1}
      ref={box}
      aria-labelledby="galat"
    >
      <div className="check-body">
        <h2 id="galat">Ada {findings.length} hal yang perlu diperbaiki</h2>
        <ul>
          {findings.map(finding => (
            <li key={finding.key}>
              <a href={`#${controlId(finding)}`} onClick={event => jump(event, finding)}>
                {finding.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function controlId({ level, field, key }: Finding): string {
  return level === 'warn' ? fieldId(`reasons.${key}`) : fieldId(field);
}

function jump(event: React.MouseEvent, finding: Finding) {
  const control = document.getElementById(controlId(finding));
  if (!control) return;
  event.preventDefault();
  control.closest('details')?.setAttribute('open', '');
  const target = control.matches('fieldset') ? control.querySelector('input') : control;
  target?.focus();
}

/** The id of the control of a field, the same in summary and form. */
export function fieldId(path: string): string {
  return `isian-${path.replaceAll('.', '-')}`;
}
