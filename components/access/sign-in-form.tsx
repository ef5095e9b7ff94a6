'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { useFormAction } from '@/components/ui/form-action';
import { Icon } from '@/components/ui/icon';
import { PasswordToggle } from './password-toggle';

/** What the action said of the last attempt; nothing before the first. */
export type SignInState = { message?: string; username?: string; regionId?: string };

export type SignInFormProps = {
  regions: { id: string; name: string }[];
  preselected: string;
  action: (state: SignInState, formData: FormData) => Promise<SignInState>;
  /** Filled in for whoever comes by the square on their sheet. */
  username?: string;
  /** Where to go after signing in. */
  next?: string;
};

export function SignInForm({ regions, preselected, action, username, next = '' }: SignInFormProps) {
  const { state, isPending, form } = useFormAction(action, {}, '/masuk');
  const errorBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.message) errorBox.current?.focus();
  }, [state]);

  // A name that was typed is kept, so what went wrong without one is the name itself.
  const wrongField = state.username ? 'password' : 'username';
  const messagesAt = (field: string) =>
    state.message && field === wrongField ? [{ level: 'block' as const, text: state.message }] : [];

  return (
    <>
      {state.message && (
        <div className="check check-block summary" role="alert" tabIndex={-1} ref={errorBox}>
          <Icon name="block" />
          <div className="check-body">
            <h2>Ada 1 hal yang perlu diperbaiki</h2>
            <a href={`#${wrongField}`}>{state.message}</a>
          </div>
        </div>
      )}
      {/* React empties a form after its action; the reader should not have to type again. */}
      <form {...form} onReset={event => event.preventDefault()}>
        <input type="hidden" name="next" value={next} />
        <RegionField regions={regions} chosen={state.regionId ?? preselected} />
        <Field id="username" label="Nama pengguna" messages={messagesAt('username')}>
          {control => (
            <input
              {...control}
              name="username"
              type="text"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={state.username ?? username}
            />
          )}
        </Field>
        <Field id="password" label="Kata sandi" messages={messagesAt('password')}>
          {control => (
            <div className="with-button">
              <input {...control} name="password" type="password" autoComplete="current-password" />
              <PasswordToggle inputId={control.id} />
            </div>
          )}
        </Field>
        <div className="actions">
          <Button aria-disabled={isPending || undefined}>{isPending ? 'Memeriksa…' : 'Masuk'}</Button>
        </div>
      </form>
    </>
  );
}

function RegionField({ regions, chosen }: { regions: SignInFormProps['regions']; chosen: string }) {
  if (regions.length < 2) return <input type="hidden" name="regionId" value={chosen} />;
  return (
    <Field id="regionId" label="Kabupaten/Kota">
      {control => (
        <select {...control} name="regionId" defaultValue={chosen}>
          {regions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
