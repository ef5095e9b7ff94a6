import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldSet } from '@/components/ui/field';
import { textOf } from '@/lib/plan/kinds/kind';
import { loadReferences } from './load-references';
import type { LinksProps } from './reference-links';
import { ReferencePicker } from './reference-picker';

/** The links of an item, each with a way to let go of it, and the search for more. */
export function ReferenceEditor({ field, chosen, fields, nameOf, isUnnamed, around, onChange }: LinksProps) {
  const [state, setState] = useState<'closed' | 'open' | 'missing'>('closed');
  const [, setNamed] = useState(0);
  const { id } = around;

  // The names come with the tree; drawing anew shows them.
  useEffect(() => {
    if (isUnnamed) loadReferences().then(() => setNamed(count => count + 1));
  }, [isUnnamed]);

  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter(other => other !== key) : [...chosen, key].sort());

  function letGo(key: string, place: Element | null) {
    toggle(key);
    // What held the focus is gone; the next of its kind takes it, or the search.
    requestAnimationFrame(() =>
      place?.querySelector<HTMLElement>('.links button, input, .actions button')?.focus(),
    );
  }

  return (
    <FieldSet {...around} legend={field.label} hint={field.hint}>
      {chosen.length === 0 && <p className="value muted">Belum ditautkan</p>}
      <ul className="panel rows links">
        {chosen.map(key => (
          <li key={key} className="row work">
            {nameOf(key)}
            <Button
              kind="plain"
              type="button"
              icon="close"
              aria-label={`Lepas tautan ${nameOf(key)}`}
              onClick={event => letGo(key, event.currentTarget.closest('fieldset'))}
            />
          </li>
        ))}
      </ul>
      {state === 'open' ? (
        <ReferencePicker
          {...{ id, chosen, onToggle: toggle }}
          texts={[textOf(fields, 'title'), textOf(fields, 'rpjmd')]}
        />
      ) : (
        <div className="actions">
          <Button
            kind="second"
            type="button"
            icon="search"
            onClick={() => loadReferences().then(list => setState(list ? 'open' : 'missing'))}
          >
            Cari di RPJMD
          </Button>
        </div>
      )}
      <p className="small" role="status">
        {state === 'missing' && 'Pohon RPJMD belum termuat. Periksa jaringan, lalu tekan lagi.'}
      </p>
    </FieldSet>
  );
}
