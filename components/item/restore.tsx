'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { bringBack, type Past } from './arrange';

type Props = {
  person: string;
  item: Past & { title: string };
  /** The named version whose fields come back; left out, the item only leaves the archive. */
  version?: string;
};

/** Brings an item back from the archive, or what it said at a version, as a new change. */
export function Restore({ person, item, version }: Props) {
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const title = item.title || 'isian tanpa nama';
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
            sayNow(
              version ? `Isi dipakai lagi seperti versi ${version}: ${title}.` : `Dipulihkan: ${title}.`,
            );
            focusSoon();
          })
        }
      >
        {version ? 'Pakai lagi isi versi ini' : 'Pulihkan'}
        <span className="only-read"> {title}</span>
      </Button>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </div>
  );
}
