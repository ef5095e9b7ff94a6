'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, type ReactNode, startTransition, useActionState, useRef, useState } from 'react';
import { CheckMessage } from '@/components/ui/check-message';

type State = { ok?: boolean; message?: string };

type Props = {
  action: (state: State, form: FormData) => Promise<unknown>;
  /** Where the form is, for posting without scripts. */
  address: string;
  person: string;
  className?: string;
  /** What is said while an answer is awaited. */
  busy: string;
  children: ReactNode;
};

const silence = 'Belum terkirim: jaringan atau server tidak menjawab. Isian Anda tetap di sini; coba lagi.';
const mostBytes = 5 * 1024 * 1024;
const tooLarge = 'Berkas paling besar 5 MB. Simpan lembar yang perlu saja, lalu unggah lagi.';

/** A step of an import: which button was pressed counts, and what was typed stays until there is an answer. */
export function StepForm({ action, address, person, className, busy, children }: Props) {
  const [posted, submit] = useActionState(
    action as (state: State, form: FormData) => Promise<State>,
    {},
    address,
  );
  const [answered, setAnswered] = useState<State | null>(null);
  const [isPending, setPending] = useState(false);
  const says = useRef<HTMLDivElement>(null);
  const { ok, message } = answered ?? posted;

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const box = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(box, submitter);
    const told = (answer: State) => {
      setPending(false);
      setAnswered(answer);
      if (!answer.ok) says.current?.focus();
    };
    if ([...form.values()].some(value => value instanceof File && value.size > mostBytes))
      return told({ ok: false, message: tooLarge });
    setPending(true);
    startTransition(async () => {
      try {
        told((await action({}, form)) as State);
      } catch (error) {
        unstable_rethrow(error);
        told({ ok: false, message: silence });
      }
    });
  }

  return (
    <form action={submit} onSubmit={send} className={className} aria-busy={isPending}>
      <input type="hidden" name="person" value={person} />
      <div ref={says} tabIndex={-1} role="status" className="import-says">
        {isPending && <p className="muted">{busy}</p>}
        {!isPending && message && (
          <CheckMessage level={ok ? 'hint' : 'block'} word={ok ? '' : undefined}>
            {message}
          </CheckMessage>
        )}
      </div>
      {children}
    </form>
  );
}
