'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { Attempt, ask } from '@/lib/live/ask';
import { nameVersionAction } from '@/lib/plan/actions';

/** Gives the plan as it stands a name. */
export function NameVersion({ person, revision }: { person: string; revision: number }) {
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const send = () =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor([name, revision]);
      const answer = await ask(nameVersionAction({ person, mutationId, name }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      attempt.current.forget();
      sayNow(`Versi dibuat: ${name.trim()}.`);
      setName('');
    });

  return (
    <form
      className="panel name-version"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor="nama-versi">
        <strong>Beri nama keadaan sekarang</strong>
        <span className="small muted"> Revisi {revision}. Contoh: Bimtek I, hari 2.</span>
      </label>
      <input
        id="nama-versi"
        className="input"
        maxLength={100}
        value={name}
        aria-invalid={error !== '' || undefined}
        aria-describedby={error ? 'galat-versi' : undefined}
        onChange={event => setName(event.target.value)}
      />
      {error && (
        <div id="galat-versi">
          <CheckMessage level="block">{error}</CheckMessage>
        </div>
      )}
      <div className="actions">
        <Button aria-disabled={isPending || undefined}>Simpan versi</Button>
      </div>
    </form>
  );
}
