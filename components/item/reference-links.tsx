import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FieldSet } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { type Field, type Fields, textOf } from '@/lib/plan/kinds/kind';
import type { Around } from './field-input';
import { loadReferences } from './known-references';

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

/** What an item is linked to, each with a way to let go of it, and a search that is loaded when it is wanted. */
export function ReferenceLinks({ field, chosen, fields, nameOf, isUnnamed, around, onChange }: Props) {
  const [Picker, setPicker] = useState<ComponentType<PickerProps> | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [, setNamed] = useState(0);
  const { id } = around;

  useEffect(() => {
    if (isUnnamed) loadReferences().then(() => setNamed(count => count + 1));
  }, [isUnnamed]);

  async function open() {
    // Without network neither the search nor the tree comes; the form stays as it is.
    const [loaded, list] = await Promise.all([
      import('./reference-picker').catch(() => null),
      loadReferences(),
    ]);
    setMissing(!loaded || !list);
    if (loaded && list) setPicker(() => loaded.ReferencePicker);
  }

  function letGo(key: string, place: Element | null) {
    toggle(key);
    // What held the focus is gone; the next of its kind takes it, or the search.
    requestAnimationFrame(() => place?.querySelector<HTMLElement>('.links button, input, .button')?.focus());
  }

  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter(other => other !== key) : [...chosen, key].sort());
  return (
    <FieldSet {...around} legend={field.label} hint={field.hint}>
      {chosen.length === 0 ? (
        <p className="value muted">Belum ditautkan</p>
      ) : (
        <ul className="links">
          {chosen.map(key => (
            <li key={key}>
              <span>{nameOf(key)}</span>
              <button type="button" onClick={event => letGo(key, event.currentTarget.closest('fieldset'))}>
                <Icon name="close" />
                <span className="only-read">Lepas tautan {nameOf(key)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {Picker ? (
        <Picker
          id={id}
          chosen={chosen}
          texts={[textOf(fields, 'title'), textOf(fields, 'rpjmd')]}
          onToggle={toggle}
        />
      ) : (
        <div className="actions">
          <Button kind="second" type="button" icon="search" onClick={open}>
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
