import type { Field, ItemKind } from '@/lib/plan/kinds/kind';
import { FieldInput } from './field-input';
import type { Editing } from './item-editor';
import { Recognised } from './recognised';
import { SeriesFields } from './series-fields';

/** The fields of one group; yearly values stand together as one series. */
export function FieldGroup({ kind, fields, editing }: { kind: ItemKind; fields: Field[]; editing: Editing }) {
  const cells = fields.filter(({ input }) => input === 'cell');
  return (
    <>
      {fields
        .filter(({ input }) => input !== 'cell')
        .map(field => (
          <div key={field.path} className="field-place">
            <FieldInput field={field} editing={editing} />
            {kind === 'indicator' && field.path === 'title' && <Recognised editing={editing} />}
          </div>
        ))}
      {cells.length > 0 && <SeriesFields fields={cells} editing={editing} />}
    </>
  );
}
