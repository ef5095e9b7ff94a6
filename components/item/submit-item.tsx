import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { sayNow } from '@/components/ui/flash';
import { focusSoon } from '@/components/ui/focus';
import { Attempt, ask } from '@/lib/live/ask';
import type { Sender } from '@/lib/live/sender';
import { takeStepAction } from '@/lib/plan/actions';
import type { Finding } from '@/lib/plan/checks/check';
import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { useCtrlEnter } from './ctrl-enter';
import { useSnapshot } from './sender';

type Props = {
  item: PlanItem;
  sender: Sender;
  person: string;
  open: Finding[];
  /** Notes of a reviewer that nobody has marked as answered. */
  openNotes: number;
  onAsked: () => void;
};

/** Handing in: only what is saved and without open findings, and after one question. */
export function SubmitItem({ item, sender, person, open, openNotes, onAsked }: Props) {
  useSnapshot(sender);
  const unsaved = sender.openFields(item.id).length;
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const label = kinds[item.kind].label.toLowerCase();

  function begin() {
    setError('');
    sender.flush();
    onAsked();
    if (open.length === 0) setIsAsking(true);
  }

  useCtrlEnter(begin);

  function submit() {
    startTransition(async () => {
      const version = sender.versionOf(item.id);
      const items = [{ mutationId: attempt.current.keyFor(version), itemId: item.id, version }];
      const outcome = await ask(takeStepAction({ person, step: 'submit', items }));
      setIsAsking(false);
      if (!outcome.ok) return setError(outcome.message);
      sayNow(`${kinds[item.kind].label} diajukan. Anda dapat menariknya kembali sebelum ditinjau.`);
      focusSoon();
    });
  }

  return (
    <div className="form-end">
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <div className="actions">
        <Button type="button" id="langkah-submit" aria-keyshortcuts="Control+Enter" onClick={begin}>
          Ajukan {label}
        </Button>
        <p className="small muted">
          Draf tersimpan sendiri. Ajukan bila tidak ada lagi yang perlu diperbaiki.
        </p>
      </div>
      <Dialog open={isAsking} onClose={() => setIsAsking(false)} title={`Ajukan ${label} ini?`}>
        <p>Setelah diajukan, isian ini ditinjau dan tidak dapat diubah sampai Anda menariknya kembali.</p>
        {openNotes > 0 && (
          <p>Masih ada {openNotes} catatan yang belum ditandai selesai. Peninjau akan melihatnya.</p>
        )}
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
