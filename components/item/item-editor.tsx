'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { checkItem, obstacles } from '@/lib/plan/checks/all';
import type { Finding } from '@/lib/plan/checks/check';
import { kinds } from '@/lib/plan/kinds/all';
import type { Field, Fields, FieldValue, Years } from '@/lib/plan/kinds/kind';
import type { DepartmentView, SubdimensionView } from '@/lib/plan/read/frame';
import type { PlanItem } from '@/lib/plan/read/item-rows';
import { FieldInput } from './field-input';
import { sender, useSnapshot } from './sender';
import { SeriesFields } from './series-fields';
import { SubmitItem } from './submit-item';

type Props = {
  item: PlanItem;
  plan: Years;
  parentTitle: string | null;
  departments: DepartmentView[];
  subdimensions: SubdimensionView[];
};

/** What every field of the form needs to know of it. */
export type Editing = {
  itemId: string;
  fields: Fields;
  /** Findings to show at a field. */
  findingsAt: (path: string) => Finding[];
  change: (path: string, value: FieldValue) => void;
  /** A text that stands in a field but cannot be read as a value yet; '' when it can. */
  setUnread: (path: string, message: string) => void;
  /** Shows another value in the field, as after a conflict. */
  show: (path: string, value: FieldValue) => void;
};

/** The form of one item. Every field saves by itself; handing in is the only button. */
export function ItemEditor({ item, plan, parentTitle, departments, subdimensions }: Props) {
  const [fields, setFields] = useState<Fields>(item.fields);
  const [unread, setUnreadAll] = useState<Record<string, string>>({});
  const [wasAsked, setWasAsked] = useState(false);
  const summary = useRef<HTMLElement>(null);
  useSnapshot();
  useEffect(() => sender.know(item.id, item.version), [item.id, item.version]);

  const checked = useMemo(() => ({ kind: item.kind, fields, parentTitle }), [item.kind, fields, parentTitle]);
  const unreadable: Finding[] = Object.entries(unread).flatMap(([field, message]) =>
    message ? [{ key: `unread.${field}`, level: 'block' as const, field, message }] : [],
  );
  const open = [...unreadable, ...obstacles(checked, plan)];
  const shown = [
    ...unreadable,
    ...checkItem(checked, plan).filter(({ level }) => level === 'warn' || (level === 'block' && wasAsked)),
  ];

  const show = useCallback((path: string, value: FieldValue) => {
    setFields(before => ({ ...before, [path]: value }));
  }, []);
  const editing: Editing = {
    itemId: item.id,
    fields,
    findingsAt: path => shown.filter(({ field }) => field === path),
    change: (path, value) => {
      show(path, value);
      sender.change(item.id, { [path]: value });
    },
    setUnread: (path, message) => setUnreadAll(before => ({ ...before, [path]: message })),
    show,
  };

  const all = kinds[item.kind].fields(plan);
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
            departments={departments}
            subdimensions={subdimensions}
          />
        </section>
      ))}
      <SubmitItem
        item={item}
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
    const title = document.title;
    if (!title.startsWith('Galat: ')) document.title = `Galat: ${title}`;
    return () => {
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
