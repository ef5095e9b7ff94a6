'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Attempt, ask } from '@/lib/live/ask';
import { noteRankAction } from '@/lib/priority/actions';

/** The council takes note of a decided order. */
export function NoteRank({ person, decisionId }: { person: string; decisionId: string }) {
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const send = () =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor(decisionId);
      const answer = await ask(noteRankAction({ person, mutationId, decisionId }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      sayNow('Dewan tercatat mengetahui peringkat ini.');
      focusSoon();
    });

  return (
    <>
      {error && (
        <div role="alert">
          <CheckMessage level="block">{error}</CheckMessage>
        </div>
      )}
      <Button
        type="button"
        icon="check"
        aria-disabled={isPending || undefined}
        onClick={() => !isPending && send()}
      >
        {isPending ? 'Menyimpan…' : 'Catat Dewan mengetahui'}
      </Button>
    </>
  );
}
