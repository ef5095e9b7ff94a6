import { Field } from '@/components/ui/field';
import type { ItemChoices } from '@/lib/suggestions/read/choices';
import { type Box, messagesAt } from './suggest-box';

type Props = { item: ItemChoices; box: Box };

/** Which part of an item somebody speaks about, what stands there, and what should. */
export function ProposedFields({ item, box }: Props) {
  const { typed, set, isPending } = box;
  const chosen = item.fields.find(({ path }) => path === typed.field);
  // What was typed for one part is no proposal for another.
  const name = `proposed ${typed.field ?? ''}`;
  return (
    <>
      <Field id="field" label="Tentang">
        {control => (
          <select {...control} value={typed.field ?? ''} onChange={event => set('field', event.target.value)}>
            <option value="">Seluruh isian, dengan kata-kata</option>
            {item.fields.map(({ path, label }) => (
              <option key={path} value={path}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {chosen && (
        <Field
          id="proposed"
          label={`${chosen.label} yang Anda usulkan`}
          hint={
            <>
              Sekarang: <bdi>{chosen.now || 'belum diisi'}</bdi>
            </>
          }
          messages={messagesAt(box, 'proposed')}
        >
          {control => {
            const given = { ...control, value: typed[name] ?? '' };
            if (chosen.options.length > 0) {
              return (
                <select {...given} onChange={event => set(name, event.target.value)}>
                  <option value="">Pilih</option>
                  {chosen.options.map(label => (
                    <option key={label} value={label}>
                      {label}
                    </option>
                  ))}
                </select>
              );
            }
            return chosen.isLong ? (
              <textarea
                {...given}
                rows={3}
                readOnly={isPending}
                onChange={event => set(name, event.target.value)}
              />
            ) : (
              <input {...given} readOnly={isPending} onChange={event => set(name, event.target.value)} />
            );
          }}
        </Field>
      )}
    </>
  );
}
