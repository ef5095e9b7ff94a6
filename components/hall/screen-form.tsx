'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type State = { message?: string };
type Props = { given: string; action: (state: State, form: FormData) => Promise<State> };

/** Asks a screen for its code; works without script. */
export function ScreenForm({ given, action }: Props) {
  const [state, submit, isPending] = useActionState(action, {}, '/bimtek/layar');
  return (
    <form action={submit} onReset={event => event.preventDefault()}>
      <Field
        id="key"
        label="Kode layar"
        hint="Delapan huruf dan angka dari halaman Bimtek sekretariat."
        messages={state.message ? [{ level: 'block', text: state.message }] : []}
      >
        {control => (
          <input
            {...control}
            className={`${control.className} code-input`}
            name="key"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            defaultValue={given}
          />
        )}
      </Field>
      <div className="actions">
        <Button aria-disabled={isPending || undefined}>{isPending ? 'Membuka…' : 'Tampilkan layar'}</Button>
      </div>
    </form>
  );
}
