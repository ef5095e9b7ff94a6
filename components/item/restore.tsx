'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { bringBack } from './arrange';

type Props = { person: string; item: { id: string; version: number; title: string } };

/** Brings an item back from the archive. */
export function Restore({ person, item }: Props) {
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  return (
    <div className="actions">
      <Button
        kind="second"
        type="button"
        icon="return"
        aria-disabled={isPending || undefined}
        onClick={() =>
          startTransition(async () => {
            const answer = await bringBack(person, [item]);
            setError(answer.ok ? '' : answer.message);
            if (!answer.ok) return;
            sayNow(`Dipulihkan: ${item.title || 'isian tanpa nama'}.`);
            focusSoon();
          })
        }
      >
        Pulihkan<span className="only-read"> {item.title}</span>
      </Button>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </div>
  );
}
