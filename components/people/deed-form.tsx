'use client';

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Icon, type IconName } from '@/components/ui/icon';
import { Attempt } from '@/lib/live/ask';
import type { Slip } from '@/lib/people/deed';
import { DeedFields, type FieldSpec } from './deed-fields';
import { SlipSheet } from './slip-sheet';

/** What an action said; nothing before the first. */
export type DeedState = {
  ok?: boolean;
  message?: string;
  field?: string;
  typed?: Record<string, unknown>;
  slips?: Slip[];
};

type Props = {
  /** Begins the ids of its fields, so that several forms fit on a page. */
  id: string;
  /** Where the form stands, for whoever has no script. */
  address: string;
  action: (state: DeedState, form: FormData) => Promise<unknown>;
  /** Sent along: the key of the deed, whom the page was drawn for, what it is about. */
  hidden: Record<string, string>;
  fields?: FieldSpec[];
  button: string;
  kind?: ButtonKind;
  icon?: IconName;
  children?: ReactNode;
};

const silence: DeedState = {
  ok: false,
  message: 'Belum terkirim: jaringan atau server tidak menjawab. Coba lagi.',
};

/** One deed of the secretariat: works without script, keeps what was typed, and never counts a retry twice. */
export function DeedForm({ id, address, action, hidden, fields = [], button, kind, icon, children }: Props) {
  const [plain, submit] = useActionState(
    action as (state: DeedState, form: FormData) => Promise<DeedState>,
    {},
    address,
  );
  const [answered, setAnswered] = useState<DeedState | null>(null);
  const [isPending, setPending] = useState(false);
  const [round, setRound] = useState(0);
  const attempt = useRef(new Attempt());
  const summary = useRef<HTMLDivElement>(null);
  const state = answered ?? plain;

  useEffect(() => {
    if (state.ok === false) summary.current?.focus();
  }, [state]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    data.delete('mutationId');
    data.set('mutationId', attempt.current.keyFor([...data]));
    setPending(true);
    // A failed answer changes nothing here: what was typed stays where it is.
    startTransition(async () => {
      const answer = ((await action({}, data).catch(() => null)) ?? silence) as DeedState;
      if (answer.ok) attempt.current.forget();
      // Together with the page as it is now, so that the fields begin anew with what was saved.
      startTransition(() => {
        setPending(false);
        setAnswered(answer);
        if (answer.ok) setRound(count => count + 1);
      });
    });
  }

  if (state.slips && state.slips.length > 0)
    return <SlipSheet slips={state.slips} says={state.message ?? ''} address={address} />;
  const isAtField = fields.some(({ name }) => name === state.field);
  return (
    <form action={submit} onSubmit={send} className="deed">
      {state.ok === false && (
        <div className="check check-block summary" role="alert" tabIndex={-1} ref={summary}>
          <Icon name="block" />
          <div className="check-body">
            <h3>Ada 1 hal yang perlu diperbaiki</h3>
            {isAtField ? <a href={`#${id}-${state.field}`}>{state.message}</a> : <p>{state.message}</p>}
          </div>
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DeedFields key={round} id={id} fields={fields} state={state} />
      {children}
      <div className="actions">
        <Button kind={kind} icon={icon} aria-disabled={isPending || undefined}>
          {isPending ? 'Menyimpan…' : button}
        </Button>
        <div role="status">
          {state.ok && state.message && (
            <CheckMessage level="hint" word="">
              {state.message}
            </CheckMessage>
          )}
        </div>
      </div>
    </form>
  );
}
