'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { makeScreenKeyAction } from '@/lib/hall/actions';
import { typedAddress } from './join-address';

type Props = { person: string; hallId: string; address: string };

/** Makes the one-use code that opens a screen, so that the projector's computer needs nobody's password. */
export function MakeScreen({ person, hallId, address }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [key, setKey] = useState('');
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const make = () =>
    startTransition(async () => {
      setKey('');
      const silent = { ok: false as const, message: 'Server tidak menjawab. Coba lagi.' };
      const answer = (await makeScreenKeyAction({ person, hallId }).catch(() => null)) ?? silent;
      setError(answer.ok ? '' : answer.message);
      if (answer.ok) setKey(answer.key);
    });
  const open = () => {
    setIsOpen(true);
    make();
  };
  return (
    <>
      <Button type="button" icon="eye" onClick={open}>
        Buka layar
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Buka layar dinding">
        <div className="screen-key" role="status">
          {isPending && <p>Membuat kode…</p>}
          {error && <CheckMessage level="block">{error}</CheckMessage>}
          {key && (
            <>
              <p>Di komputer proyektor, buka alamat ini lalu ketik kodenya:</p>
              <p className="join-address">{typedAddress(address)}</p>
              <p className="big-code">{`${key.slice(0, 4)} ${key.slice(4)}`}</p>
              <p className="small muted">
                Kode berlaku 10 menit untuk satu layar. Layar hanya menampilkan, tidak dapat mengubah apa pun.
              </p>
            </>
          )}
        </div>
        <div className="actions">
          {key && (
            <a
              className="button button-second"
              href={`/bimtek/layar?kunci=${key}`}
              target="_blank"
              rel="noreferrer"
            >
              Buka di komputer ini
            </a>
          )}
          <Button kind="plain" type="button" onClick={make}>
            Buat kode lain
          </Button>
        </div>
      </Dialog>
    </>
  );
}
