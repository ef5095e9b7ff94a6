'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { forgetTexts } from '@/components/ui/kept';
import { endOffline } from '@/lib/live/offline';
import { countKept, forgetKept } from '@/lib/live/outbox';

type Props = {
  /** Every key under which the person types on this device. */
  keys: readonly string[];
  action: (form: FormData) => Promise<void>;
};

/** Ends the session and empties this device of what its person typed; what is not sent yet is asked about first. */
export function SignOut({ keys, action }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState('');
  const [isLeaving, startLeaving] = useTransition();
  const [waiting, setWaiting] = useState(0);

  async function askFirst(event: FormEvent) {
    event.preventDefault();
    if (isLeaving) return;
    const counts = await Promise.all(keys.map(countKept));
    const count = counts.reduce((sum, one) => sum + one, 0);
    if (count > 0) setWaiting(count);
    else leave();
  }

  function leave() {
    setProblem('');
    startLeaving(async () => {
      // A sender that is still there would keep again what is forgotten here.
      await import('@/components/item/sender').then(({ dropSender }) => keys.map(dropSender)).catch(() => {});
      await Promise.all(keys.map(forgetKept));
      keys.map(forgetTexts);
      endOffline();
      try {
        await action(new FormData(form.current ?? undefined));
      } catch (error) {
        unstable_rethrow(error);
        setWaiting(0);
        setProblem('Belum keluar: server tidak menjawab. Coba lagi saat ada jaringan.');
      }
    });
  }

  return (
    <>
      <form action={action} ref={form} onSubmit={askFirst}>
        <button type="submit">Bukan Anda? Ganti pengguna</button>
      </form>
      {problem && <CheckMessage level="block">{problem}</CheckMessage>}
      <Dialog
        open={waiting > 0}
        onClose={() => setWaiting(0)}
        title={`Masih ada ${waiting} isian yang belum terkirim`}
      >
        <p>
          Isian itu hanya ada di perangkat ini. Bila Anda keluar sekarang, isian itu dihapus dari sini dan
          tidak masuk ke rencana.
        </p>
        <div className="actions">
          <Button type="button" onClick={() => setWaiting(0)}>
            Tetap di sini, kirim dulu
          </Button>
          <Button kind="second" type="button" onClick={leave}>
            Keluar dan hapus {waiting} isian
          </Button>
        </div>
      </Dialog>
    </>
  );
}
