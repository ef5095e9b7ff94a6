'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { newId } from '@/lib/live/mutation-id';
import { takeStepAction } from '@/lib/plan/actions';
import type { Finding } from '@/lib/plan/checks/check';
import { kinds } from '@/lib/plan/kinds/all';
import type { PlanItem } from '@/lib/plan/read/item-rows';
import { sender, useSnapshot } from './sender';

type Props = { item: PlanItem; open: Finding[]; onAsked: () => void };

/** Handing in: only what is saved and without open findings, and after one question. */
export function SubmitItem({ item, open, onAsked }: Props) {
  const { unsaved } = useSnapshot();
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const mutationId = useRef(newId());
  const label = kinds[item.kind].label.toLowerCase();

  function ask() {
    setError('');
    sender.flush();
    onAsked();
    if (open.length === 0) setIsAsking(true);
  }

  function submit() {
    startTransition(async () => {
      const items = [{ mutationId: mutationId.current, itemId: item.id, version: sender.versionOf(item.id) }];
      const answer = await takeStepAction({ step: 'submit', items }).catch(() => null);
      const outcome = Array.isArray(answer) ? answer[0] : answer;
      setIsAsking(false);
      if (!outcome?.ok) {
        setError(outcome?.message ?? 'Belum terkirim: jaringan atau server tidak menjawab. Coba lagi.');
      }
    });
  }

  return (
    <div className="form-end">
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <div className="actions">
        <Button type="button" onClick={ask}>
          Ajukan {label}
        </Button>
        <p className="small muted">
          Draf tersimpan sendiri. Ajukan bila tidak ada lagi yang perlu diperbaiki.
        </p>
      </div>
      <Dialog open={isAsking} onClose={() => setIsAsking(false)} title={`Ajukan ${label} ini?`}>
        <p>Setelah diajukan, isian ini ditinjau dan tidak dapat diubah sampai Anda menariknya kembali.</p>
        {unsaved > 0 && <p className="muted">Menunggu {unsaved} perubahan tersimpan…</p>}
        <div className="actions">
          <Button
            type="button"
            aria-disabled={isPending || unsaved > 0 || undefined}
            onClick={() => !isPending && unsaved === 0 && submit()}
          >
            Ajukan {label}
          </Button>
          <Button kind="second" type="button" onClick={() => setIsAsking(false)}>
            Batal
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
