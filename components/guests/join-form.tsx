'use client';

import { useEffect, useRef } from 'react';
import { PasswordToggle } from '@/components/access/password-toggle';
import { Button } from '@/components/ui/button';
import { type ControlProps, Field } from '@/components/ui/field';
import { useFormAction } from '@/components/ui/form-action';
import { Icon } from '@/components/ui/icon';
import { guestKinds } from '@/lib/people/guests/kinds';

/** What the action said of the last attempt; nothing before the first. */
export type JoinState = { ok?: boolean; message?: string; field?: string; typed?: Record<string, string> };

type Props = {
  code: string;
  /** The key of this request, so that one sent twice counts once. */
  mutationId: string;
  action: (state: JoinState, form: FormData) => Promise<JoinState>;
};

/** Asks for a guest account; works without script. */
export function JoinForm({ code, mutationId, action }: Props) {
  const { state, isPending, form } = useFormAction<JoinState>(action, {}, `/gabung/tamu/${code}`);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.message) summary.current?.focus();
  }, [state]);
  const at = (name: string) => ({
    id: name,
    messages: state.field === name && state.message ? [{ level: 'block' as const, text: state.message }] : [],
  });
  const given = (control: ControlProps, name: string) => ({
    ...control,
    ...{ name, type: 'text', defaultValue: state.typed?.[name] ?? '' },
  });
  return (
    <>
      {state.message && (
        <div className="check check-block summary" role="alert" tabIndex={-1} ref={summary}>
          <Icon name="block" />
          <div className="check-body">
            <h2>Ada 1 hal yang perlu diperbaiki</h2>
            {state.field ? <a href={`#${state.field}`}>{state.message}</a> : <p>{state.message}</p>}
          </div>
        </div>
      )}
      {/* React empties a form after its action; nobody should have to type again. */}
      <form {...form} className="guest-form" onReset={event => event.preventDefault()}>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="mutationId" value={mutationId} />
        <Field {...at('name')} label="Nama lengkap" hint="Tampil di sebelah usulan Anda.">
          {control => <input {...given(control, 'name')} autoComplete="name" />}
        </Field>
        <Field {...at('institution')} label="Lembaga" hint="Kampus, usaha, komunitas, atau media Anda.">
          {control => <input {...given(control, 'institution')} autoComplete="organization" />}
        </Field>
        <Field {...at('kind')} label="Anda datang dari">
          {control => (
            <select {...control} name="kind" defaultValue={state.typed?.kind ?? ''} key={state.typed?.kind}>
              <option value="">Pilih satu</option>
              {Object.entries(guestKinds).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field {...at('contact')} label="Surel atau nomor ponsel" optional hint="Hanya dibaca sekretariat.">
          {control => <input {...given(control, 'contact')} autoComplete="off" />}
        </Field>
        <Field
          {...at('username')}
          label="Nama pengguna"
          optional
          hint="Diawali tamu. Bila kosong, dibuat dari nama Anda."
        >
          {control => (
            <input
              {...given(control, 'username')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field
          {...at('password')}
          label="Kata sandi"
          hint="Paling sedikit 12 huruf. Beberapa kata paling mudah diingat."
        >
          {control => (
            <div className="with-button">
              <input {...control} name="password" type="password" autoComplete="new-password" />
              <PasswordToggle inputId={control.id} />
            </div>
          )}
        </Field>
        <Field {...at('repeated')} label="Ulangi kata sandi">
          {control => <input {...control} name="repeated" type="password" autoComplete="new-password" />}
        </Field>
        <div className="actions">
          <Button aria-disabled={isPending || undefined}>
            {isPending ? 'Mengirim…' : 'Minta bergabung'}
          </Button>
        </div>
      </form>
    </>
  );
}
