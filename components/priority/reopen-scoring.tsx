'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Fold } from '@/components/ui/fold';
import { useKept } from '@/components/ui/kept';
import { Attempt, ask } from '@/lib/live/ask';
import { reopenScoringAction } from '@/lib/priority/actions';

/** Lets the team score again; the decided order holds no longer. */
export function ReopenScoring({ person, decisionId }: { person: string; decisionId: string }) {
  const id = useId();
  const [reason, setReason] = useKept(`buka-nilai.${person}.${decisionId}`);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const send = () =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor([decisionId, reason]);
      const answer = await ask(reopenScoringAction({ person, mutationId, decisionId, reason }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      setReason('');
      sayNow('Penilaian dibuka lagi. Peringkat lama tidak berlaku.');
      focusSoon();
    });

  return (
    <Fold summary="Buka penilaian lagi" icon="return">
      <div className="decide-form">
        <Field
          id={`${id}-alasan`}
          label="Mengapa dibuka lagi"
          hint="Peringkat yang diputuskan tidak berlaku lagi. Alasannya tercatat."
          messages={error ? [{ level: 'block', text: error }] : []}
        >
          {control => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="actions">
          <Button
            kind="second"
            type="button"
            aria-disabled={isPending || undefined}
            onClick={() => !isPending && send()}
          >
            {isPending ? 'Menyimpan…' : 'Buka penilaian lagi'}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
