import { ButtonLink } from '@/components/ui/button-link';
import { CheckMessage } from '@/components/ui/check-message';
import type { OwnRequest } from '@/lib/people/guests/read/invitations';

/** How a request for a guest account stands, and what happens next. */
export function RequestState({ request: { state, reason, username } }: { request: OwnRequest }) {
  if (state !== 'waiting') {
    return (
      <>
        <CheckMessage level="warn" word="">
          {state === 'refused'
            ? 'Permintaan Anda ditolak sekretariat.'
            : 'Akses tamu Anda sudah diakhiri sekretariat.'}
        </CheckMessage>
        {reason && <p className="said-words">“{reason}”</p>}
        <p>Bila ada yang keliru, hubungi sekretariat di bawah ini.</p>
      </>
    );
  }
  return (
    <>
      <p>
        <strong>Menunggu persetujuan sekretariat.</strong> Anda belum perlu melakukan apa-apa.
      </p>
      <p>
        Nama pengguna Anda: <strong className="own-name">{username}</strong>. Catat, lalu masuk lagi nanti
        dengan kata sandi Anda.
      </p>
      <ol className="next-steps">
        <li>Sekretariat memeriksa permintaan Anda.</li>
        <li>Setelah diterima, Anda dapat membaca rencana dan mengusulkan.</li>
        <li>OPD menjawab setiap usulan: diterima, atau ditolak dengan alasan.</li>
      </ol>
      <div className="actions">
        <ButtonLink kind="second" href="/gabung/tamu">
          Periksa lagi
        </ButtonLink>
      </div>
    </>
  );
}
