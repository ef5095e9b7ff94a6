import { type MouseEvent, type RefObject, useEffect } from 'react';
import { whenThere } from '@/components/ui/focus';
import type { Finding } from '@/lib/plan/checks/check';
import type { Field } from '@/lib/plan/kinds/kind';
import { fieldId } from './field-id';
import { type StepPlace, showPlace } from './form-steps';

type Props = {
  findings: Finding[];
  fields: readonly Field[];
  place: StepPlace;
  box: RefObject<HTMLElement | null>;
};

/** What stops handing in, as links into the fields; the tab says so too. */
export function FindingSummary({ findings, fields, place, box }: Props) {
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
              <FindingLink finding={finding} fields={fields} place={place} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** A finding that leads to the field it is about, on whatever step that is. */
export function FindingLink({
  finding,
  fields,
  place,
}: { finding: Finding } & Pick<Props, 'fields' | 'place'>) {
  function go(event: MouseEvent) {
    event.preventDefault();
    const group = fields.find(({ path }) => path === finding.field)?.group;
    const step = place.groups.indexOf(group ?? '');
    const isElsewhere = place.kind === 'check' || (place.kind === 'step' && place.at !== step);
    if (isElsewhere && step >= 0) showPlace(String(step + 1));
    whenThere(controlId(finding), control => requestAnimationFrame(() => focusOn(control)));
  }
  return (
    <a href={`#${controlId(finding)}`} onClick={go}>
      {finding.message}
    </a>
  );
}

function controlId({ level, field, key }: Finding): string {
  return level === 'warn' ? fieldId(`reasons.${key}`) : fieldId(field);
}

function focusOn(control: HTMLElement): void {
  control.closest('details')?.setAttribute('open', '');
  const target = control.matches('fieldset') ? control.querySelector('input') : control;
  target?.focus();
}
