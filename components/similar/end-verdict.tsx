'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Attempt, ask } from '@/lib/live/ask';
import { endVerdictAction } from '@/lib/plan/actions';

/** Takes a decision back, so that its indicators are asked about again. */
export function EndVerdict({ person, verdictId, name }: { person: string; verdictId: string; name: string }) {
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const end = () =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor(verdictId);
      const answer = await ask(endVerdictAction({ person, mutationId, verdictId }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      sayNow(`Keputusan dibatalkan: ${name}.`);
      focusSoon();
    });

  return (
    <div className="actions">
      <Button
        kind="second"
        type="button"
        icon="return"
        aria-disabled={isPending || undefined}
        onClick={() => !isPending && end()}
      >
        Batalkan keputusan
      </Button>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </div>
  );
}
