import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import type { Field } from '@/lib/plan/kinds/kind';

export type Typing = {
  /** What stands there as typing begins. */
  text: string;
  onType: (text: string) => void;
  onLeave: () => void;
};

type Props = { field: Field; typing: Typing; label: string };

/** The control of the one cell that is being typed in. */
export function CellEditor({ field, typing, label }: Props) {
  const control = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null);
  useLayoutEffect(() => {
    const element = control.current;
    // Its cell is in view already.
    element?.focus({ preventScroll: true });
    if (element && 'setSelectionRange' in element)
      element.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const common = {
    ref: control,
    className: 'grid-input',
    'aria-label': label,
    autoComplete: 'off',
    // What is typed stands there at once, whatever else is drawn.
    defaultValue: typing.text,
    onChange: (event: { target: { value: string } }) => typing.onType(event.target.value),
    onBlur: typing.onLeave,
  } satisfies ComponentProps<'input'> & { ref: typeof control };
  if (field.input === 'choice') {
    return (
      <select {...common}>
        <option value="">Belum dipilih</option>
        {field.options?.map(({ value, label: name }) => (
          <option key={value} value={name}>
            {name}
          </option>
        ))}
      </select>
    );
  }
  if (field.input === 'paragraph' || field.path === 'title') return <textarea {...common} rows={1} />;
  const mode = field.input === 'cell' ? 'decimal' : field.input === 'integer' ? 'numeric' : undefined;
  return (
    <>
      <input {...common} inputMode={mode} list={field.suggestions && 'isian-cepat-daftar'} />
      {field.suggestions && (
        <datalist id="isian-cepat-daftar">
          {field.suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  );
}
