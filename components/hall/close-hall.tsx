'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { sayNow } from '@/components/ui/flash';
import { closeHallAction } from '@/lib/hall/actions';
import { Attempt, ask } from '@/lib/live/ask';

/** Ends the day, after asking once. */
export function CloseHall({ person, hall }: { person: string; hall: { id: string; name: string } }) {
  const [isOpen, setIsOpen] = useState(false);
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const attempt = useRef(new Attempt());
  const send = () =>
    startTransition(async () => {
      const mutationId = attempt.current.keyFor(hall.id);
      const answer = await ask(closeHallAction({ person, mutationId, hallId: hall.id }));
      setError(answer.ok ? '' : answer.message);
      if (!answer.ok) return;
      attempt.current.forget();
      setIsOpen(false);
      sayNow(`${hall.name} ditutup. Versinya ada di daftar di bawah.`);
    });
  return (
    <>
      <Button kind="second" type="button" icon="lock" onClick={() => setIsOpen(true)}>
        Tutup hari ini
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={`Tutup ${hall.name}?`}>
        <p>
          Keadaan rencana saat ini dinamai sebagai versi, agar dapat dibandingkan nanti. Kode peserta dan
          layar dinding berakhir. Isian OPD tetap dapat diubah.
        </p>
        {error && <CheckMessage level="block">{error}</CheckMessage>}
        <div className="actions">
          <Button type="button" aria-disabled={isPending || undefined} onClick={send}>
            {isPending ? 'Menutup…' : `Tutup ${hall.name}`}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
