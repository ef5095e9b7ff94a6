import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldSet } from '@/components/ui/field';
import { type Field, type Fields, textOf } from '@/lib/plan/kinds/kind';
import type { Around } from './field-input';

type Props = {
  field: Field;
  chosen: string[];
  /** The form's other answers: what is proposed depends on them. */
  fields: Fields;
  nameOf: (id: string) => string;
  /** Some of what is chosen has no name on this page yet. */
  isUnnamed: boolean;
  around: Around;
  onChange: (ids: string[]) => void;
};

export type PickerProps = {
  id: string;
  chosen: readonly string[];
  /** The item's own name and what it once said of the regional plan. */
  texts: readonly string[];
  onToggle: (id: string) => void;
};

type Loaded = { Picker?: ComponentType<PickerProps>; isMissing?: boolean };

/** The search and the tree it searches; neither comes without network, and then the form stays as it is. */
async function loadPicker(): Promise<Loaded> {
  try {
    const { ReferencePicker, loadReferences } = await import('./reference-picker');
    return (await loadReferences()) ? { Picker: ReferencePicker } : { isMissing: true };
  } catch {
    return { isMissing: true };
  }
}

/** What an item is linked to, each with a way to let go of it, and a search that is loaded when it is wanted. */
export function ReferenceLinks({ field, chosen, fields, nameOf, isUnnamed, around, onChange }: Props) {
  const [{ Picker, isMissing }, setLoaded] = useState<Loaded>({});
  const { id } = around;

  // The names come with the tree; drawing anew shows them.
  useEffect(() => {
    if (isUnnamed) loadPicker().then(() => setLoaded(loaded => ({ ...loaded })));
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
      <ul className="links">
        {chosen.map(key => (
          <li key={key}>
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
      {Picker ? (
        <Picker
          {...{ id, chosen, onToggle: toggle }}
          texts={[textOf(fields, 'title'), textOf(fields, 'rpjmd')]}
        />
      ) : (
        <div className="actions">
          <Button kind="second" type="button" icon="search" onClick={() => loadPicker().then(setLoaded)}>
            Cari di RPJMD
          </Button>
        </div>
      )}
      <p className="small" role="status">
        {isMissing && 'Pohon RPJMD belum termuat. Periksa jaringan, lalu tekan lagi.'}
      </p>
    </FieldSet>
  );
}
