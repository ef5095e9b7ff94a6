'use client';

import { useState, useTransition } from 'react';
import { restoreFields } from '@/components/item/arrange';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import type { Fields } from '@/lib/plan/kinds/kind';

type Props = {
  person: string;
  item: { id: string; title: string; version: number; isArchived: boolean; fields: Fields };
  /** The version's name. */
  name: string;
};

/** Gives an item the fields of a version again, as a new change that can be undone like any other. */
export function RestoreFields({ person, item, name }: Props) {
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
            const answer = await restoreFields(person, item);
            setError(answer.ok ? '' : answer.message);
            if (!answer.ok) return;
            sayNow(`Isi dipakai lagi seperti versi ${name}: ${item.title}.`);
            focusSoon();
          })
        }
      >
        Pakai lagi isi versi {name}
        <span className="only-read">: {item.title}</span>
      </Button>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
    </div>
  );
}
