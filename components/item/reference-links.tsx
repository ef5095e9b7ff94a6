import { type ComponentType, useEffect, useState } from 'react';
import { FieldSet } from '@/components/ui/field';
import type { Field, Fields } from '@/lib/plan/kinds/kind';
import type { Around } from './field-input';

export type LinksProps = {
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

/** What an item is linked to. The way to change it is a part of its own, which only forms with links load. */
export function ReferenceLinks(props: LinksProps) {
  const [Editor, setEditor] = useState<ComponentType<LinksProps> | null>(null);
  useEffect(() => {
    const load = () =>
      import('./reference-editor').then(
        ({ ReferenceEditor }) => setEditor(() => ReferenceEditor),
        () => {},
      );
    load();
    window.addEventListener('online', load);
    return () => window.removeEventListener('online', load);
  }, []);
  if (Editor) return <Editor {...props} />;
  const { field, chosen, nameOf, around } = props;
  return (
    <FieldSet {...around} legend={field.label}>
      <p className="value">{chosen.map(nameOf).join('; ')}</p>
    </FieldSet>
  );
}
