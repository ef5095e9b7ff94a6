import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';

const unanswered =
  'Belum terkirim: jaringan atau server tidak menjawab. Ketikan Anda tetap di sini; coba lagi.';

/**
 * A form whose action may get no answer: without scripts it posts as any form does, and with them a failed
 * request is a sentence beside what was typed, where React would replace the page by an error.
 * @param permalink where the form is, for posting without scripts
 */
export function useFormAction<State extends { ok?: boolean; message?: string }>(
  action: (state: State, form: FormData) => Promise<State>,
  first: State,
  permalink: string,
) {
  const [posted, submit] = useActionState<State, FormData>(action as never, first as never, permalink);
  const [answered, setAnswered] = useState<State | null>(null);
  const [isPending, startTransition] = useTransition();
  const state: State = answered ?? posted;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const box = event.currentTarget;
    const form = new FormData(box);
    startTransition(async () => {
      try {
        const answer = await action(state, form);
        setAnswered(answer);
        if (answer.ok) box.reset();
      } catch (error) {
        unstable_rethrow(error);
        setAnswered({ ...first, ok: false, message: unanswered });
      }
    });
  }

  return { state, isPending, form: { action: submit, onSubmit } };
}
