'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Field } from '@/components/ui/field';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Fold } from '@/components/ui/fold';
import { Attempt, ask } from '@/lib/live/ask';
import { unmergeItemAction } from '@/lib/plan/actions';

type Props = { person: string; item: { id: string; version: number; title: string } };

/** Takes an item out of what it was put together with, with a reason. */
export function Unmerge({ person, item }: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());

  const send = () =>
    startTransition(async () => {
      const asked = { itemId: item.id, version: item.version, reason };
      const mutationId = attempt.current.keyFor(asked);
      const answer = await ask(unmergeItemAction({ person, mutationId, ...asked }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      sayNow(`Penggabungan dibatalkan: ${item.title || 'isian tanpa nama'}.`);
      focusSoon();
    });

  return (
    <Fold
      summary={
        <>
          Batalkan penggabungan<span className="only-read"> {item.title}</span>
        </>
      }
      icon="return"
    >
      <div className="decide-form">
        <Field id={id} label="Alasan" hint="Dibaca kedua OPD dan tercatat dalam riwayat." messages={[]}>
          {control => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              readOnly={isPending}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          )}
        </Field>
        {error && <CheckMessage level="block">{error}</CheckMessage>}
        <div className="actions">
          <Button
            kind="second"
            type="button"
            aria-disabled={isPending || undefined}
            onClick={() => !isPending && send()}
          >
            {isPending ? 'Menyimpan…' : 'Batalkan penggabungan'}
          </Button>
        </div>
      </div>
    </Fold>
  );
}
