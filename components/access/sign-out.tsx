'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { forgetTexts } from '@/components/ui/kept';
import { endOffline } from '@/lib/live/offline';
import { countKept, forgetKept } from '@/lib/live/outbox';

type Props = { person: string; action: () => Promise<void> };

/** Ends the session and empties this device of what its person typed; what is not sent yet is asked about first. */
export function SignOut({ person, action }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const isSettled = useRef(false);
  const [waiting, setWaiting] = useState(0);

  async function askFirst(event: FormEvent) {
    if (isSettled.current) return;
    event.preventDefault();
    const count = await countKept(person);
    if (count > 0) setWaiting(count);
    else await leave();
  }

  async function leave() {
    await forgetKept(person);
    forgetTexts(person);
    endOffline();
    isSettled.current = true;
    form.current?.requestSubmit();
  }

  return (
    <>
      <form action={action} ref={form} onSubmit={askFirst}>
        <button type="submit">Bukan Anda? Ganti pengguna</button>
      </form>
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
