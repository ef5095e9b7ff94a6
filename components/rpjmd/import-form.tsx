'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { DeedFields, type FieldSpec } from '@/components/people/deed-fields';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { Attempt } from '@/lib/live/ask';
import type { DryTree } from '@/lib/rpjmd/answer';
import { DryTreeView } from './dry-tree';
import { TableFile } from './table-file';

type State = {
  ok?: boolean;
  message?: string;
  field?: string;
  id?: string;
  typed?: Record<string, unknown>;
  tree?: DryTree;
};

type Props = {
  action: (state: State, form: FormData) => Promise<unknown>;
  /** Sent along: whom the page was drawn for, and the tree that held then. */
  hidden: Record<string, string>;
  mutationId: string;
  fields: FieldSpec[];
  columns: string;
  example: string;
};

const silence: State = {
  ok: false,
  message: 'Belum terkirim: jaringan atau server tidak menjawab. Coba lagi.',
};

/** A pasted regional plan: looked at first as the tree it becomes, taken only when that is asked for. */
export function ImportTreeForm({ action, hidden, mutationId, fields, columns, example }: Props) {
  const [plain, submit] = useActionState(
    action as (state: State, form: FormData) => Promise<State>,
    {},
    '/kelola/rpjmd/impor',
  );
  const [answered, setAnswered] = useState<State | null>(null);
  const [isPending, setPending] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const attempt = useRef(new Attempt());
  const result = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const state = answered ?? plain;

  useEffect(() => {
    if (state.tree || state.message) result.current?.focus();
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    // The same form keeps its key, so that it is not taken twice; a corrected one is no repetition.
    const typedNow = [...data].filter(([name]) => name !== 'mutationId' && name !== 'step');
    data.set('mutationId', attempt.current.keyFor(typedNow));
    setPending(true);
    startTransition(async () => {
      const answer = ((await action({}, data).catch(() => null)) ?? silence) as State;
      setPending(false);
      setEdited(false);
      // Without an answer what was looked at stays, so that it can be sent again.
      setAnswered(answer.tree || answer.ok ? answer : { ...state, ...answer });
    });
  }

  const tree = isEdited || state.ok ? undefined : state.tree;
  const isReady = tree !== undefined && tree.problem === null;
  const typed = (name: string) => String(state.typed?.[name] ?? '');
  const isAtField = fields.some(({ name }) => name === state.field);
  if (state.ok && state.id) {
    return (
      <div ref={result} tabIndex={-1} className="import-result" role="status">
        <CheckMessage level="hint" word="">
          {state.message}
        </CheckMessage>
        <p className="actions">
          <a className="button" href="/keselarasan">
            Lihat keselarasan
          </a>
          <a className="button button-second" href={`/kelola/rpjmd/${state.id}`}>
            Lihat pohonnya
          </a>
        </p>
      </div>
    );
  }
  return (
    <form action={submit} onSubmit={send} className="deed">
      <input type="hidden" name="mutationId" value={typed('mutationId') || mutationId} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DeedFields id="rpjmd" fields={fields} state={state} />
      <TableFile
        onRead={text => {
          if (box.current) box.current.value = text;
          setEdited(true);
        }}
      />
      <Field id="rpjmd-text" label="Tabel dari lembar kerja" hint={columns}>
        {control => (
          <textarea
            {...control}
            className={`${control.className} pasted-text`}
            name="text"
            ref={box}
            rows={8}
            spellCheck={false}
            wrap="off"
            placeholder={example}
            defaultValue={typed('text')}
            onInput={() => setEdited(true)}
          />
        )}
      </Field>
      <div className="actions">
        <Button
          name="step"
          value="periksa"
          kind={isReady ? 'second' : 'primary'}
          aria-disabled={isPending || undefined}
        >
          {isPending ? 'Memproses…' : 'Periksa tabel'}
        </Button>
      </div>
      <div ref={result} tabIndex={-1} className="import-result" role="status">
        {state.ok === false && state.message && (
          <CheckMessage level="block">
            {isAtField ? <a href={`#rpjmd-${state.field}`}>{state.message}</a> : state.message}
          </CheckMessage>
        )}
        {tree && <DryTreeView tree={tree} />}
      </div>
      {isReady && (
        <div className="actions">
          <Button name="step" value="tulis" aria-disabled={isPending || undefined}>
            Simpan {tree.nodes.length} bagian RPJMD
          </Button>
        </div>
      )}
    </form>
  );
}
