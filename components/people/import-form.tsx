'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { Attempt } from '@/lib/live/ask';
import type { DryRow } from '@/lib/people/read/pasted';
import type { Written } from '@/lib/people/write/import-rows';
import { DryRows, WrittenRows } from './import-rows';

type State = {
  ok?: boolean;
  message?: string;
  text?: string;
  mutationId?: string;
  rows?: DryRow[];
  written?: Written[];
};

type Props = {
  what: 'orang' | 'opd';
  address: string;
  action: (state: State, form: FormData) => Promise<unknown>;
  mutationId: string;
  person: string;
  columns: string;
  example: string;
};

const silence: State = {
  ok: false,
  message: 'Belum terkirim: jaringan atau server tidak menjawab. Coba lagi.',
};

/** Pasted rows: looked at first, written only when that is asked for; sent again, nothing is doubled. */
export function ImportForm({ what, address, action, mutationId, person, columns, example }: Props) {
  const [plain, submit] = useActionState(
    action as (state: State, form: FormData) => Promise<State>,
    {},
    address,
  );
  const [answered, setAnswered] = useState<State | null>(null);
  const [isPending, setPending] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const attempt = useRef(new Attempt());
  const result = useRef<HTMLDivElement>(null);
  const state = answered ?? plain;

  useEffect(() => {
    if (state.rows || state.written || state.message) result.current?.focus();
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    // The same text keeps its key, so that a row that was written is not written again.
    data.set('mutationId', attempt.current.keyFor([what, data.get('text')]));
    setPending(true);
    startTransition(async () => {
      const answer = ((await action({}, data).catch(() => null)) ?? silence) as State;
      setPending(false);
      setEdited(false);
      // Without an answer the rows that were looked at stay, so that they can be sent again.
      setAnswered(answer.rows || answer.written ? answer : { ...state, ...answer });
    });
  }

  const rows = isEdited ? undefined : state.rows;
  const makes = rows?.filter(row => row.state === 'ready').length ?? 0;
  const doubtful = rows?.filter(row => row.state === 'doubtful').length ?? 0;
  return (
    <form action={submit} onSubmit={send} className="deed">
      <input type="hidden" name="mutationId" value={state.mutationId ?? mutationId} />
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="what" value={what} />
      <Field
        id="teks"
        label="Baris dari lembar kerja"
        hint={`Kolom: ${columns}. Satu baris satu ${what === 'orang' ? 'orang' : 'OPD'}.`}
      >
        {control => (
          <textarea
            {...control}
            className={`${control.className} pasted-text`}
            name="text"
            rows={8}
            spellCheck={false}
            wrap="off"
            placeholder={example}
            defaultValue={state.text}
            onInput={() => setEdited(true)}
          />
        )}
      </Field>
      <div className="actions">
        <Button
          name="step"
          value="periksa"
          kind={makes + doubtful > 0 ? 'second' : 'primary'}
          aria-disabled={isPending || undefined}
        >
          {isPending ? 'Memproses…' : 'Periksa baris'}
        </Button>
      </div>
      <div ref={result} tabIndex={-1} className="import-result" role="status">
        {state.ok === false && state.message && <CheckMessage level="block">{state.message}</CheckMessage>}
        {rows && <DryRows rows={rows} />}
        {!isEdited && state.written && <WrittenRows written={state.written} what={what} />}
      </div>
      {makes + doubtful > 0 && (
        <div className="actions">
          <Button name="step" value="tulis" aria-disabled={isPending || undefined}>
            {makes > 0 ? `Buat ${makes} baris yang siap` : 'Buat baris yang dicentang'}
          </Button>
        </div>
      )}
    </form>
  );
}
