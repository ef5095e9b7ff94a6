'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import { claimItemAction } from '@/lib/plan/actions';
import type { ItemView } from '@/lib/plan/read/item';

type Props = { person: { id: string; name: string }; itemId: string; claim: ItemView['claim'] };

/** Who has this item in hand, since when; so that two reviewers do not read the same thing at once. */
export function ClaimBar({ person, itemId, claim: given }: Props) {
  const [claim, setClaim] = useState(given);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const change = (isTaken: boolean) =>
    startTransition(async () => {
      const isTakeOver = claim !== null && !claim.isMine;
      const answer = await claimItemAction({ person: person.id, itemId, isTaken, isTakeOver }).catch(
        () => null,
      );
      setError(answer?.ok ? '' : (answer?.message ?? 'Belum terkirim. Coba lagi.'));
      if (answer?.ok)
        setClaim(isTaken ? { by: person.name, isMine: true, at: new Date().toISOString() } : null);
    });
  return (
    <p className="claim small">
      <Icon name="eye" />
      <span role="status">
        {error}
        {!error && !claim && 'Belum ada yang mengambilnya.'}
        {claim?.isMine && `Anda meninjau ini sejak ${showMoment(claim.at)}.`}
        {claim && !claim.isMine && `Sedang ditinjau ${claim.by}, sejak ${showMoment(claim.at)}.`}
      </span>
      <Button
        kind="plain"
        type="button"
        aria-disabled={isPending || undefined}
        onClick={() => !isPending && change(!claim?.isMine)}
      >
        {claim?.isMine ? 'Lepaskan' : claim ? 'Ambil alih' : 'Ambil untuk ditinjau'}
      </Button>
    </p>
  );
}
