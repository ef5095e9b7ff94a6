'use client';

import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { useFormAction } from '@/components/ui/form-action';

type State = { ok?: boolean; field?: string; message?: string };
type Props = { action: (state: State, form: FormData) => Promise<State> };

const boxes = [
  { name: 'current', label: 'Kata sandi sekarang', autoComplete: 'current-password' },
  {
    name: 'wanted',
    label: 'Kata sandi baru',
    autoComplete: 'new-password',
    hint: '12 sampai 128 huruf. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.',
  },
  { name: 'repeated', label: 'Ulangi kata sandi baru', autoComplete: 'new-password' },
];

/** Works without script; ends the other sessions of this person when it succeeds. */
export function PasswordForm({ action }: Props) {
  const { state, isPending, form } = useFormAction(action, {}, '/akun');
  return (
    <form {...form} className="section">
      {boxes.map(({ name, label, autoComplete, hint }) => (
        <Field
          key={name}
          id={name}
          label={label}
          hint={hint}
          messages={state.field === name && state.message ? [{ level: 'block', text: state.message }] : []}
        >
          {control => <input {...control} name={name} type="password" autoComplete={autoComplete} />}
        </Field>
      ))}
      {state.ok === false && !state.field && <CheckMessage level="block">{state.message}</CheckMessage>}
      <div className="form-end">
        <div className="actions">
          <Button aria-disabled={isPending || undefined}>
            {isPending ? 'Menyimpan…' : 'Ganti kata sandi'}
          </Button>
          <p role="status">
            {state.ok && 'Kata sandi sudah diganti. Sesi Anda di perangkat lain sudah diakhiri.'}
          </p>
        </div>
      </div>
    </form>
  );
}
